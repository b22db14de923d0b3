import type { Locale } from '@assess/dsl';

/**
 * The language to speak: the setting `assess.lang` if it names one, else that of the editor, else Chinese. An editor in any
 * other language gets English.
 */
export function chooseLocale(setting: unknown, editor: string | undefined): Locale {
  if (setting === 'zh' || setting === 'en') return setting;
  return editor === undefined || editor === '' || /^zh\b/i.test(editor.replace('_', '-')) ? 'zh' : 'en';
}
