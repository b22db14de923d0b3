/** What can be wrong with the types of figures and expressions. Raised by inference, which is the only one to know. */
import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Message } from '../source/locale.ts';

/** What was being done with the two types that do not go together. */
export type Clash = 'expected' | 'compared' | 'added' | 'multiplied' | 'divided' | 'ordered';

const clashes: Readonly<Record<Clash, (left: Message, right: Message) => Message>> = {
  expected: (left, right) => ({
    zh: `这里要${left.zh}，写的是${right.zh}`,
    en: `This must be ${left.en}, but it is ${right.en}`,
  }),
  compared: (left, right) => ({
    zh: `${left.zh}不能与${right.zh}比较`,
    en: `Cannot compare ${left.en} with ${right.en}`,
  }),
  added: (left, right) => ({
    zh: `${left.zh}不能与${right.zh}相加减`,
    en: `Cannot add or subtract ${left.en} and ${right.en}`,
  }),
  multiplied: (left, right) => ({
    zh: `${left.zh}不能与${right.zh}相乘`,
    en: `Cannot multiply ${left.en} by ${right.en}`,
  }),
  divided: (left, right) => ({
    zh: `${left.zh}不能除以${right.zh}`,
    en: `Cannot divide ${left.en} by ${right.en}`,
  }),
  ordered: (left, right) => ({
    zh: `${left.zh}与${right.zh}没有大小之分，只能用“=”“≠”比较`,
    en: `Neither ${left.en} nor ${right.en} has an order; only = and ≠ apply`,
  }),
};

/** Two types that do not go together: 分 against %, 次 against 人, a number where a condition is wanted. */
export const typeMismatch = defineDiagnostic<{ clash: Clash; left: Message; right: Message }>({
  code: 'type/mismatch',
  severity: 'error',
  message: {
    zh: ({ clash, left, right }) => clashes[clash](left, right).zh,
    en: ({ clash, left, right }) => clashes[clash](left, right).en,
  },
});

/** A bare number where a unit decides what it means. */
export const missingUnit = defineDiagnostic<{ number: string; expected: Message }>({
  code: 'type/missing-unit',
  severity: 'error',
  message: {
    zh: ({ number, expected }) => `\`${number}\` 没有单位，这里要${expected.zh}`,
    en: ({ number, expected }) => `\`${number}\` has no unit; this must be ${expected.en}`,
  },
});

/** A number with a range at its end is what makes a policy total: without it nothing can be proved of it. */
export const missingRange = defineDiagnostic<{ name: string; example: string }>({
  code: 'type/missing-range',
  severity: 'error',
  message: {
    zh: ({ name, example }) => `\`${name}\` 没有写取值范围，例如 \`${example}\``,
    en: ({ name, example }) => `\`${name}\` has no range, such as \`${example}\``,
  },
});

/** A range that holds nothing: its ends are the wrong way round, or no step of the figure lies between them. */
export const emptyRange = defineDiagnostic<{ low: string; high: string; reason: 'order' | 'steps' }>({
  code: 'type/empty-range',
  severity: 'error',
  message: {
    zh: ({ low, high, reason }) =>
      `范围 \`${low}\` 至 \`${high}\` 里没有数：${reason === 'order' ? '起点比终点大' : '按它的小数位数，中间一个都没有'}`,
    en: ({ low, high, reason }) =>
      `Nothing lies between \`${low}\` and \`${high}\`: ${reason === 'order' ? 'the lower end is above the upper one' : 'with its decimals there is no such figure'}`,
  },
});

/** A date that the calendar does not have. */
export const noSuchDate = defineDiagnostic<{ date: string }>({
  code: 'type/no-such-date',
  severity: 'error',
  message: {
    zh: ({ date }) => `历法中没有 \`${date}\` 这一天`,
    en: ({ date }) => `There is no day \`${date}\` in the calendar`,
  },
});

/** A number that has no value or more digits than any figure needs. */
export const badNumber = defineDiagnostic<{ number: string; reason: 'zero-denominator' | 'too-long' }>({
  code: 'type/bad-number',
  severity: 'error',
  message: {
    zh: ({ number, reason }) =>
      reason === 'zero-denominator' ? `\`${number}\` 的分母为零` : `\`${number}…\` 的位数太多，至多 30 位`,
    en: ({ number, reason }) =>
      reason === 'zero-denominator'
        ? `\`${number}\` has the denominator zero`
        : `\`${number}…\` has too many digits; the most is 30`,
  },
});

/** A number of decimals that is not a whole number from 0 to 10. */
export const badDecimals = defineDiagnostic<{ decimals: string }>({
  code: 'type/bad-decimals',
  severity: 'error',
  message: {
    zh: ({ decimals }) => `小数位数应为 0 至 10 的整数，写的是 ${decimals}`,
    en: ({ decimals }) => `The number of decimals must be a whole number from 0 to 10, not ${decimals}`,
  },
});

/** A comparison that does not say of what: `90分以上` outside of bands and grades. */
export const missingSubject = defineDiagnostic<Record<string, never>>({
  code: 'type/missing-subject',
  severity: 'error',
  message: {
    zh: () => '这里没有说明拿什么来比较，请在前面写上数据或项目的名称',
    en: () => 'This does not say what is compared; write the name of a figure or an item before it',
  },
});

/** A name that stands for no value: a ballot, a group of voters, what is assessed. */
export const notAFigure = defineDiagnostic<{ name: string; kind: Message; instead: Message }>({
  code: 'type/not-a-figure',
  severity: 'error',
  message: {
    zh: ({ name, kind, instead }) => `\`${name}\` 是${kind.zh}，本身不是一个数；${instead.zh}`,
    en: ({ name, kind, instead }) => `\`${name}\` is ${kind.en} and has no value of its own; ${instead.en}`,
  },
});

/** A built-in function with other arguments than it takes. */
export const wrongArguments = defineDiagnostic<{ name: string; takes: Message }>({
  code: 'type/wrong-arguments',
  severity: 'error',
  message: {
    zh: ({ name, takes }) => `\`${name}\` 要${takes.zh}`,
    en: ({ name, takes }) => `\`${name}\` takes ${takes.en}`,
  },
});

/** 最高5项 or 去掉 where there is nothing to put in order, or in a way that says nothing. */
export const selectionMistake = defineDiagnostic<{
  mistake: 'function' | 'several' | 'count' | 'end-twice' | 'rest-dropped';
}>({
  code: 'type/selection',
  severity: 'error',
  message: {
    zh: ({ mistake }) =>
      ({
        function: '只有 `合计`、`平均` 能按高低取几项；`取大`、`取小` 只能先 `去掉` 几个',
        several: '`最高…项` 只能写一次，也不能和 `去掉` 同时写',
        count: '取几项、去掉几个应是整数',
        'end-twice': '同一行里最高（最低）只能去掉一次',
        'rest-dropped': '`去掉` 后面写去掉几个，不写“以外”',
      })[mistake],
    en: ({ mistake }) =>
      ({
        function: 'Only `sum` and `mean` take some of the values in order; `max` and `min` can only `drop` some before',
        several: '`highest … items` can be said once, and not together with `drop`',
        count: 'How many are taken or dropped is a whole number',
        'end-twice': 'The highest (the lowest) can be dropped once in a line',
        'rest-dropped': 'Behind `drop` stands how many are dropped, without `outside`',
      })[mistake],
  },
});

/** A list that holds no whole number of entries, or too many. */
export const badListSize = defineDiagnostic<{ size: string; most: number }>({
  code: 'type/list-size',
  severity: 'error',
  message: {
    zh: ({ size, most }) => `清单的项数应是不超过 ${most} 的整数，写的是 ${size}`,
    en: ({ size, most }) => `The size of a list is a whole number up to ${most}, not ${size}`,
  },
});

/** A clause behind the arguments of a function that has no meaning there: `取大（a，按 类别）`. */
export const wrongClause = defineDiagnostic<{ name: string; clause: Message; allowed: readonly Message[] }>({
  code: 'type/wrong-clause',
  severity: 'error',
  message: {
    zh: ({ name, clause, allowed }) => {
      const those = allowed.map(({ zh }) => `“${zh}”`).join('、');
      return `\`${name}\` 不能带“${clause.zh}”；${those === '' ? '它不带条款' : `能带的是 ${those}`}`;
    },
    en: ({ name, clause, allowed }) => {
      const those = allowed.map(({ en }) => `“${en}”`).join(', ');
      return `\`${name}\` takes no “${clause.en}”; ${those === '' ? 'it takes no clause' : `it can take ${those}`}`;
    },
  },
});

/** 若 … 则 … without 否则 where a value is wanted. */
export const missingElse = defineDiagnostic<Record<string, never>>({
  code: 'type/missing-else',
  severity: 'error',
  message: {
    zh: () => '“若 … 则 …”在条件不成立时没有值，请补上“否则 …”',
    en: () => '“if … then …” has no value when the condition does not hold; add “else …”',
  },
});
