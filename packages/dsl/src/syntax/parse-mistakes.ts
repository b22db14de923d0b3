/** What the parser reports. */
import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Message } from '../source/locale.ts';
import { quote } from './reporter.ts';

/** What may stand in a place, in the words of a message. `found` is null at the end of the text. */
export const expected = defineDiagnostic<{ what: Message; found: string | null }>({
  code: 'syntax/expected',
  severity: 'error',
  message: {
    zh: ({ what, found }) =>
      `这里应写${what.zh.startsWith('`') ? ' ' : ''}${what.zh}${found === null ? '' : `，而不是 ${quote(found)}`}`,
    en: ({ what, found }) => `Expected ${what.en} here${found === null ? '' : `, not ${quote(found)}`}`,
  },
});

export const unknownWord = defineDiagnostic<{ written: string; suggestion: string | null }>({
  code: 'syntax/unknown-word',
  severity: 'error',
  message: {
    zh: ({ written, suggestion }) =>
      suggestion === null
        ? `不认识 ${quote(written)}：这里应以关键词开头`
        : `不认识 ${quote(written)}，是否应为 ${quote(suggestion)}？`,
    en: ({ written, suggestion }) =>
      suggestion === null
        ? `Unknown word ${quote(written)}: a keyword should stand here`
        : `Unknown word ${quote(written)}: did you mean ${quote(suggestion)}?`,
  },
});

export const misplacedWord = defineDiagnostic<{ written: string }>({
  code: 'syntax/misplaced-word',
  severity: 'error',
  message: {
    zh: ({ written }) => `${quote(written)} 不能写在这里`,
    en: ({ written }) => `${quote(written)} may not stand here`,
  },
});

export const missingLevel = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/missing-level',
  severity: 'error',
  message: {
    zh: ({ written, correct }) => `${quote(written)} 前面缺少关键词；下级项目写作 ${quote(correct)}`,
    en: ({ written, correct }) => `${quote(written)} lacks its keyword; a part is written ${quote(correct)}`,
  },
});

export const reservedName = defineDiagnostic<{ written: string; bracketed: string }>({
  code: 'syntax/reserved-name',
  severity: 'error',
  message: {
    zh: ({ written, bracketed }) => `${quote(written)} 是关键词；作名称用请写 ${quote(bracketed)}`,
    en: ({ written, bracketed }) => `${quote(written)} is a keyword; as a name write ${quote(bracketed)}`,
  },
});

export const textNeedsQuotes = defineDiagnostic<{ written: string; quoted: string }>({
  code: 'syntax/text-needs-quotes',
  severity: 'error',
  message: {
    zh: ({ written, quoted }) => `这里是文字，请加引号：${quote(written)} 写作 ${quote(quoted)}`,
    en: ({ written, quoted }) =>
      `This is a text and needs quotation marks: write ${quote(quoted)} for ${quote(written)}`,
  },
});

export const rangeAsSubtraction = defineDiagnostic<{
  written: string;
  range: string;
  /** In a band of points: a figure right below it that no band of whole numbers holds, and the band that leaves no gap. */
  gap?: { readonly figure: string; readonly open: string };
}>({
  code: 'syntax/range-as-subtraction',
  severity: 'error',
  message: {
    zh: ({ written, range, gap }) =>
      `${quote(written)} 是减法；区间写 ${quote(range)}${gap === undefined ? '' : `；这样 ${quote(gap.figure)} 一类的分数没有归属，建议写 ${quote(gap.open)}`}`,
    en: ({ written, range, gap }) =>
      `${quote(written)} is a subtraction; a range is written ${quote(range)}${gap === undefined ? '' : `, which leaves out ${quote(gap.figure)}; better ${quote(gap.open)}`}`,
  },
});

export const amountRange = defineDiagnostic<{ written: string }>({
  code: 'syntax/amount-range',
  severity: 'error',
  message: {
    zh: ({ written }) => `${quote(written)} 是一个区间；这里要写确定的分值（由人裁量的，用 \`填报\` 登记实际分值）`,
    en: ({ written }) =>
      `${quote(written)} is a range; a definite amount is due here (what a person judges is recorded with \`input\`)`,
  },
});

export const percentWithoutWeight = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/percent-without-weight',
  severity: 'error',
  message: {
    zh: ({ written, correct }) =>
      `${quote(written)} 前面缺少 ${quote(correct.replace(written, ''))}；权重写作 ${quote(correct)}`,
    en: ({ written, correct }) => `${quote(written)} lacks its keyword; a weight is written ${quote(correct)}`,
  },
});

export const repeatedClause = defineDiagnostic<{ written: string }>({
  code: 'syntax/repeated-clause',
  severity: 'error',
  message: {
    zh: ({ written }) => `${quote(written)} 在这里写了两次，每种只能写一次`,
    en: ({ written }) => `${quote(written)} is written twice here; each kind is written once`,
  },
});

export const countNeedsTable = defineDiagnostic<{ written: string; table: string }>({
  code: 'syntax/count-needs-table',
  severity: 'error',
  message: {
    zh: ({ written, table }) => `${quote(written)} 要写成表：次数分段写作 ${quote(table)}`,
    en: ({ written, table }) => `${quote(written)} belongs into a table: effects by count are written ${quote(table)}`,
  },
});

export const deadlineBound = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/deadline-bound',
  severity: 'error',
  message: {
    zh: ({ written, correct }) => `限期的日期用 ${quote(correct)} 引出，而不是 ${quote(written)}`,
    en: ({ written, correct }) => `The date of a deadline follows ${quote(correct)}, not ${quote(written)}`,
  },
});

export const missingSeparator = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/missing-separator',
  severity: 'error',
  message: {
    zh: ({ written, correct }) =>
      `${quote(written)} 写的是两项措施：用分号或换行分开；对象用关键词引出：${quote(correct)}`,
    en: ({ written, correct }) =>
      `${quote(written)} says two consequences: part them by a semicolon or a new line; who is concerned is written ${quote(correct)}`,
  },
});

export const commaBetweenGrades = defineDiagnostic<{ found: string }>({
  code: 'syntax/comma-between-grades',
  severity: 'error',
  message: {
    zh: ({ found }) => `等次之间用分号或换行；逗号后面应是 \`名额\`，而不是 ${quote(found)}`,
    en: ({ found }) =>
      `Grades are parted by a semicolon or a new line; behind a comma follows \`quota\`, not ${quote(found)}`,
  },
});

export const conditionOfWhich = defineDiagnostic<{ written: string }>({
  code: 'syntax/condition-of-which',
  severity: 'error',
  message: {
    zh: ({ written }) =>
      `${quote(written)} 限的是哪个清单？把它紧接在那个清单后面，前面不加逗号：\`合计（甲·分 当 …，乙·分 当 …）\``,
    en: ({ written }) =>
      `Which list does ${quote(written)} restrict? Write it directly behind that list, without a comma: \`sum(a.points when …, b.points when …)\``,
  },
});

export const capPeriod = defineDiagnostic<{ written: string }>({
  code: 'syntax/cap-period',
  severity: 'error',
  message: {
    zh: ({ written }) => `${quote(written)} 不能封顶：可以写每天、每周、每月、每季度、每半年、每年`,
    en: ({ written }) =>
      `There is no cap ${quote(written)}: it can be per day, week, month, quarter, half year or year`,
  },
});

export const ballotParts = defineDiagnostic<{ marks: boolean }>({
  code: 'syntax/ballot-parts',
  severity: 'error',
  message: {
    zh: ({ marks }) =>
      marks
        ? '打分的测评没有选项、参评率、发出和分母'
        : '作废、去掉、至少、不含本人、计总和只用于打分的测评；有选项的测评不写',
    en: ({ marks }) =>
      marks
        ? 'A ballot with marks has no options, no turnout, no ballots issued and no denominator'
        : 'void, drop, minimum, without oneself and sum of marks belong to ballots with marks, not to those with options',
  },
});

export const tooComplex = defineDiagnostic<{ limit: number }>({
  code: 'syntax/too-complex',
  severity: 'error',
  message: {
    zh: ({ limit }) => `这个算式超过 ${limit} 个运算；请用 \`定义\` 分成几步`,
    en: ({ limit }) => `This expression has more than ${limit} operations; divide it into steps with \`define\``,
  },
});

export const tooDeep = defineDiagnostic<{ limit: number }>({
  code: 'syntax/too-deep',
  severity: 'error',
  message: {
    zh: ({ limit }) => `嵌套超过 ${limit} 层，里面的内容不再读取`,
    en: ({ limit }) => `This is nested more than ${limit} deep; what is inside is not read`,
  },
});

export const optionsByBar = defineDiagnostic<{ written: string }>({
  code: 'syntax/options-by-bar',
  severity: 'error',
  message: {
    zh: ({ written }) => `选项之间用 \`|\` 分开，而不是 ${quote(written)}`,
    en: ({ written }) => `Options are parted by \`|\`, not ${quote(written)}`,
  },
});

export const signForSign = defineDiagnostic<{ written: string; correct: string }>({
  code: 'syntax/sign-for-sign',
  severity: 'error',
  message: {
    zh: ({ written, correct }) => `这里用 ${quote(correct)}，而不是 ${quote(written)}`,
    en: ({ written, correct }) => `Write ${quote(correct)} here, not ${quote(written)}`,
  },
});

export const missingRelation = defineDiagnostic<{ left: string; right: string }>({
  code: 'syntax/missing-relation',
  severity: 'error',
  message: {
    zh: ({ left, right }) =>
      `${quote(left)} 与 ${quote(right)} 之间缺少比较：写 ${quote(`${left} = ${right}`)}，或 ${quote(`${left} 不低于${right}`)}`,
    en: ({ left, right }) =>
      `A comparison is missing between ${quote(left)} and ${quote(right)}: write ${quote(`${left} = ${right}`)} or ${quote(`${left} at least ${right}`)}`,
  },
});

export const wrongOpening = defineDiagnostic<{ written: string }>({
  code: 'syntax/wrong-opening',
  severity: 'error',
  message: {
    zh: ({ written }) => `下面的内容用花括号括起来：这里写 \`{\`，而不是 ${quote(written)}`,
    en: ({ written }) => `What belongs to it stands in braces: write \`{\` here, not ${quote(written)}`,
  },
});

export const missingOpening = defineDiagnostic<{ line: number; head: string }>({
  code: 'syntax/missing-opening',
  severity: 'error',
  message: {
    zh: ({ line, head }) => `第 ${line} 行 ${quote(head)} 的末尾缺少 \`{\`：下面缩进的内容属于它`,
    en: ({ line, head }) =>
      `${quote(head)} in line ${line} lacks \`{\` at its end: what is indented below belongs to it`,
  },
});

export const missingBrace = defineDiagnostic<{ line: number; opening: string; before: number | null }>({
  code: 'syntax/missing-brace',
  severity: 'error',
  message: {
    zh: ({ line, opening, before }) =>
      `第 ${line} 行 ${quote(opening)} 没有结束；${before === null ? '请在文末补 `}`' : `从缩进看应在第 ${before} 行之前补 \`}\``}`,
    en: ({ line, opening, before }) =>
      `${quote(opening)} in line ${line} is not closed; ${before === null ? 'add `}` at the end' : `by the indentation \`}\` belongs before line ${before}`}`,
  },
});

export const extraBrace = defineDiagnostic<object>({
  code: 'syntax/extra-brace',
  severity: 'error',
  message: { zh: () => '这个 `}` 没有对应的 `{`', en: () => 'This `}` closes nothing' },
});

export const laterLanguage = defineDiagnostic<{ version: string; known: string }>({
  code: 'syntax/later-language',
  severity: 'error',
  message: {
    zh: ({ version, known }) => `本文件用语法 ${version} 写成，而这里只认识语法 ${known}；请升级后再读`,
    en: ({ version, known }) =>
      `This file is written in version ${version} of the language; only version ${known} is known here. Upgrade to read it`,
  },
});
