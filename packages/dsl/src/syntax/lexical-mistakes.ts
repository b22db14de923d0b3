/** What the lexer reports. */
import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Message } from '../source/locale.ts';
import { quote } from './reporter.ts';

/** A fix that puts `text` in the place of what stands between two offsets. */
export function replace(start: number, end: number, text: string, zh: string, en: string, safe = false): Fix {
  return { title: { zh, en }, safe, edits: [{ span: { start, end }, text }] };
}

/** The usual fix: write something else in this place. */
export function writeInstead(start: number, end: number, text: string, safe = false): Fix {
  return replace(start, end, text, `改为 ${quote(text)}`, `Write ${quote(text)}`, safe);
}

export const nameTouchesNumber = defineDiagnostic<{ written: string; parted: string }>({
  code: 'syntax/name-touches-number',
  severity: 'error',
  message: {
    zh: ({ written, parted }) => `名称不能紧接数字：${quote(written)} 是否应为 ${quote(parted)}？`,
    en: ({ written, parted }) => `A name may not touch a number: should ${quote(written)} be ${quote(parted)}?`,
  },
});

export const unknownUnit = defineDiagnostic<{ written: string; parted: string | null }>({
  code: 'syntax/unknown-unit',
  severity: 'error',
  message: {
    zh: ({ written, parted }) =>
      parted === null
        ? `${quote(written)} 不是单位；没有合适的单位时用 \`个\``
        : `${quote(written)} 不是单位；名称前后要留空格：${quote(parted)}`,
    en: ({ written, parted }) =>
      parted === null
        ? `${quote(written)} is not a unit; where none fits, use \`units\``
        : `${quote(written)} is not a unit; put spaces around names: ${quote(parted)}`,
  },
});

export const unclosedText = defineDiagnostic<{ written: string; close: string }>({
  code: 'syntax/unclosed-text',
  severity: 'error',
  message: {
    zh: ({ written, close }) => `${quote(written)} 没有配对的 ${quote(close)}；文字须在同一行内结束`,
    en: ({ written, close }) => `${quote(written)} lacks its closing ${quote(close)}; a text must end on the same line`,
  },
});

export const wrongQuotes = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/wrong-quotes',
  severity: 'error',
  message: {
    zh: ({ written, correct }) => `引号应写作 ${quote(correct)}，而不是 ${quote(written)}`,
    en: ({ written, correct }) => `Quotation marks are written ${quote(correct)}, not ${quote(written)}`,
  },
});

export const cornerBracket = defineDiagnostic<{ written: string; brace: string }>({
  code: 'syntax/corner-bracket',
  severity: 'error',
  message: {
    zh: ({ written, brace }) => `${quote(written)} 不是括号，这里应写 ${quote(brace)}`,
    en: ({ written, brace }) => `${quote(written)} is no bracket here; write ${quote(brace)}`,
  },
});

export const chineseNumeral = defineDiagnostic<{ written: string; arabic: string }>({
  code: 'syntax/chinese-numeral',
  severity: 'error',
  message: {
    zh: ({ written, arabic }) => `请用阿拉伯数字：${quote(written)} 写作 ${quote(arabic)}`,
    en: ({ written, arabic }) => `Use Arabic figures: write ${quote(arabic)} for ${quote(written)}`,
  },
});

export const thousandsComma = defineDiagnostic<{ written: string; plain: string }>({
  code: 'syntax/thousands-comma',
  severity: 'error',
  message: {
    zh: ({ written, plain }) => `数字不用千分位逗号：${quote(written)} 改为 ${quote(plain)}`,
    en: ({ written, plain }) => `Numbers take no thousands comma: write ${quote(plain)} for ${quote(written)}`,
  },
});

export const invalidDate = defineDiagnostic<{ written: string }>({
  code: 'syntax/invalid-date',
  severity: 'error',
  message: {
    zh: ({ written }) => `日历上没有 ${quote(written)} 这一天`,
    en: ({ written }) => `There is no ${quote(written)} on the calendar`,
  },
});

export const unknownCharacter = defineDiagnostic<{ written: string; visible: boolean }>({
  code: 'syntax/unknown-character',
  severity: 'error',
  message: {
    zh: ({ written, visible }) =>
      visible ? `这里不能写 ${quote(written)}` : `这里有一个看不见的字符（${written}），请删除`,
    en: ({ written, visible }) =>
      visible
        ? `${quote(written)} has no meaning here`
        : `There is an invisible character here (${written}); delete it`,
  },
});

export const otherWording = defineDiagnostic<{ written: string; correct: string; because: Message | null }>({
  code: 'syntax/other-wording',
  severity: 'error',
  message: {
    zh: ({ written, correct, because }) =>
      `${quote(written)} 在这里写作 ${quote(correct)}${because === null ? '' : `：${because.zh}`}`,
    en: ({ written, correct, because }) =>
      `For ${quote(written)} write ${quote(correct)} here${because === null ? '' : `: ${because.en}`}`,
  },
});

export const headingNumber = defineDiagnostic<{ written: string }>({
  code: 'syntax/heading-number',
  severity: 'error',
  message: {
    zh: ({ written }) => `序号 ${quote(written)} 不用写：每行以关键词开头；要留下序号，写进引号里的标题`,
    en: ({ written }) =>
      `Leave out the number ${quote(written)}: a line begins with a keyword; to keep it, put it into the title in quotation marks`,
  },
});

export const perPercent = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/per-percent',
  severity: 'error',
  message: {
    zh: ({ written, correct }) =>
      `${quote(written)} 不是按次计分；按次计分写 ${quote(correct)}，按完成率计分用 \`按比例\` 或 \`分档\`，围绕目标加扣用 \`对标\``,
    en: ({ written, correct }) =>
      `${quote(written)} does not count times: for each time write ${quote(correct)}; for a rate use \`in proportion\` or \`tiers\`, around a target \`against\``,
  },
});

export const emptyName = defineDiagnostic<object>({
  code: 'syntax/empty-name',
  severity: 'error',
  message: { zh: () => '括号里没有名称', en: () => 'There is no name between the brackets' },
});
