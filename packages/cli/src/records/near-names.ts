import type { Message } from '@assess/dsl';
import { closest, shown } from '@assess/runtime';

/** As many names as are worth reading. */
const most = 5;

/**
 * The names that were probably meant: those of which `written` is a part, as `法律` is of `法律工作部党支部`, else the one that is
 * spelled nearly so, else none.
 */
function nearNames(written: string, names: readonly string[]): readonly string[] {
  const whole = written === '' ? [] : names.filter((name) => name.includes(written));
  if (whole.length > 0) return whole;
  const nearest = closest(written, names);
  return nearest === null ? [] : [nearest];
}

/** The end of a sentence that says a name is unknown: a full stop, or which name was probably meant. */
export function didYouMean(written: string, names: readonly string[]): Message {
  const near = nearNames(written, names);
  if (near.length === 0) return { zh: '。', en: '.' };
  const quoted = near.slice(0, most).map((name) => `\`${shown(name)}\``);
  const more = near.length - quoted.length;
  return {
    zh: `，是否为 ${quoted.join('、')}${more > 0 ? ` 等 ${near.length} 个之一` : ''}？`,
    en: `; did you mean ${quoted.join(', ')}${more > 0 ? ` or one of ${more} more` : ''}?`,
  };
}
