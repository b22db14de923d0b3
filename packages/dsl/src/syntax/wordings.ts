/**
 * What official texts say where a policy has another wording: `最高扣3分` for `封顶3分`, `每发生一次扣1分` for `每次扣1分`.
 * One table, by the slot where each is meant so; the lexer reads what was meant and goes on.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Message } from '../source/locale.ts';
import { units } from '../vocabulary/units.ts';
import type { Span } from '../source/span.ts';
import { headingNumber, otherWording, perPercent, replace, writeInstead } from './lexical-mistakes.ts';
import { readNumeral } from './numerals.ts';
import {
  isAfterAmount,
  isAfterHead,
  isAfterLevel,
  isAfterNaming,
  isAfterNumber,
  isAfterTimeBound,
  isAmongSteps,
  isAtRow,
  isFreeLine,
  versionYear,
} from './slots.ts';
import { marks, type Token } from './token.ts';

/** What stands before the place in question. */
interface Place {
  readonly before: readonly Token[];
  /** Whether nothing stands before it on its line. */
  readonly lineStart: boolean;
}

interface Wording {
  /** The characters with which it can begin: few words of a text are looked at more closely. */
  readonly begins: string;
  readonly pattern: RegExp;
  /** Where the words are meant so; everywhere if it is missing. */
  readonly slot?: (place: Place) => boolean;
  /** What to write for a match; null if it says something else after all. */
  readonly correct: (match: RegExpExecArray, place: Place) => string | null;
  /** Why it is written so, for the message. */
  readonly because?: Message;
  /** The language has no such construct: another message, and a fix that changes the meaning. */
  readonly unknown?: true;
  /** The number of a heading, which is left out. */
  readonly numbering?: true;
}

/** A wording that was recognised: its report, what was meant, and where it ends. */
export interface Reworded {
  readonly diagnostic: Diagnostic;
  readonly correct: string;
  readonly end: number;
}

const blank = '[ \\t]{0,9}';
const number = '(\\d{1,30}(?:\\.\\d{1,30})?)';
const digit = '[零一二两三四五六七八九十百]';
const counting = new Set(['count', 'money', 'days', 'workdays', 'months', 'hours']);

/** Alternatives of a pattern, the longest first. */
function either(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}

const counters = either(units.filter(({ dimension }) => counting.has(dimension)).flatMap((unit) => unit.spellings.zh));
const unitWords = either(units.flatMap((unit) => unit.spellings.zh.filter((each) => /^[\p{L}%]+$/u.test(each))));
const englishCounters = either(
  units.filter(({ dimension }) => dimension === 'count').flatMap((unit) => unit.spellings.en.slice(0, 1)),
);

/** What happens each time, between 每 and the count: the language only counts. */
const happening = either(
  (
    '再 累计 发生 发现 出现 查实 有 缺 少 缺少 缺席 缺勤 缺报 漏 漏报 迟报 晚报 错报 迟到 早退 旷课 未报 未参加 未开展 ' +
    '未完成 违反 增加 减少 超 超过 多 满 低 低于 降 降低 下降 高 高于 提高 上升'
  ).split(' '),
);
/** Away from a target, where `每多` and `每少` are said of every step. */
const growing = '超过|超出|超|增加|增长|提高|上升|高于|高';
const shrinking = '减少|降低|下降|低于|低|缺少|缺|差|短少';
const most = either('最高 最多 至多 上限 不超过 不高于 不多于'.split(' '));
const effect = `${blank},?${blank}(扣|减|加|得)${blank}${number}${blank}分`;

const aCap: Message = { zh: '最多扣多少、加多少叫“封顶”', en: 'the most that is deducted or added is a `cap`' };
const aQuota: Message = { zh: '名额本来就是上限', en: 'a quota is an upper limit anyway' };
const aDate: Message = { zh: '日期要写明是哪一天', en: 'a date names its day' };
const bracketed: Message = {
  zh: '以数字开头的名称放进方括号',
  en: 'a name that begins with a number stands in brackets',
};
const fullMarks: Message = { zh: '满分单独写一行，“总分”后面是它的构成', en: 'full marks are a line of their own' };

const wordings: readonly Wording[] = [
  // ---------------------------------------------------------------- caps: 每次扣1分 最高扣3分
  {
    begins: '累合总共全年最至上不',
    pattern: pattern(
      `(?:累计|合计|总共|共|全年|年度)?${most}(?:可|只)?(?:扣|加)?(?:为|至|:)?${blank}${number}${blank}分`,
    ),
    slot: ({ before }) => isAfterAmount(before),
    correct: ([, points]) => `封顶${points}分`,
    because: aCap,
  },
  {
    begins: '扣',
    pattern: pattern(`扣[完满至到]${blank}${number}${blank}分为止`),
    correct: ([, points]) => `封顶${points}分`,
    because: aCap,
  },
  {
    begins: 'aunm',
    pattern: pattern(
      `(?:at most|up to|no more than|not exceeding|max(?:imum)?(?: of)?)${blank}${number}${blank}points?`,
    ),
    slot: ({ before }) => isAfterAmount(before),
    correct: ([, points]) => `cap ${points} ${points === '1' ? 'point' : 'points'}`,
    because: aCap,
  },

  // ---------------------------------------------------------------- counts: 每发生一次扣1分
  {
    begins: '每',
    pattern: pattern(`每(?:${growing})(?=${blank}(?:目标的)?${blank}\\d)`),
    slot: ({ before }) => isAmongSteps(before),
    correct: () => '每多',
  },
  {
    begins: '每',
    pattern: pattern(`每(?:${shrinking})(?=${blank}(?:目标的)?${blank}\\d)`),
    slot: ({ before }) => isAmongSteps(before),
    correct: () => '每少',
  },
  {
    begins: '每',
    pattern: pattern(`每${happening}${blank}${number}${blank}(?:%|个?百分点)${effect}`),
    slot: ({ before }) => !isAmongSteps(before),
    correct: ([, , verb = '', points]) => `每次${verbOf(verb)}${points}分`,
    unknown: true,
  },
  {
    begins: '每',
    pattern: pattern(`每${happening}?${blank}(\\d{1,9}|${digit}{1,5})?${blank}(${counters})${effect}`),
    slot: ({ before }) => !isAmongSteps(before),
    correct: ([written = '', count, unit, verb = '', points]) => {
      const said = count === undefined ? 1 : /^\d/u.test(count) ? Number(count) : readNumeral(count);
      const correct = `每${said === 1 ? '' : said}${unit}${verbOf(verb)}${points}分`;
      return said === null || said === 0 || !meantSo(written, correct) ? null : correct;
    },
  },
  {
    begins: '减',
    pattern: pattern(`减(?:去|掉)?${blank}${number}${blank}分`),
    slot: ({ before }) => !isAfterNaming(before),
    correct: ([, points]) => `扣${points}分`,
  },
  {
    begins: '一二两三四五六七八九十',
    pattern: pattern(`(${digit}{1,4})(${counters})(?=(?:以上|及以上)?${blank}(?:扣|加|得|不得分))`),
    slot: ({ before }) => isAtRow(before),
    correct: ([, count = '', unit]) => {
      const said = readNumeral(count);
      return said === null ? null : `${said}${unit}`;
    },
  },
  {
    begins: '未',
    pattern: pattern(`未报${blank}${number}${blank}分`),
    correct: ([, points = '']) => (Number(points) === 0 ? '未报 不得分' : `未报 得${points}分`),
  },
  {
    begins: '否',
    pattern: pattern(`否则(?=${blank}得)`),
    slot: ({ before }) => isAtRow(before),
    correct: () => '其余',
  },
  {
    begins: '个',
    pattern: pattern('个人(?!\\p{L})'),
    slot: ({ before }) => before.at(-1)?.tokenType === marks.number,
    correct: () => '人',
  },
  {
    begins: 'fe',
    pattern: pattern(`(?:for )?(?:each|every) (${englishCounters})(?![A-Za-z])`),
    correct: ([, unit]) => `per ${unit}`,
  },

  // ---------------------------------------------------------------- numbers before a heading: 一、总分 1. 标准
  {
    begins: '一二三四五六七八九十(0123456789',
    pattern: pattern(
      `(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.,]|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[、.)]|\\d{1,2},)${blank}(?=\\p{sc=Han})`,
    ),
    slot: ({ before, lineStart }) => isFreeLine(before, lineStart),
    correct: () => '',
    numbering: true,
  },

  // ---------------------------------------------------------------- heads: 标准 学习 分值5分
  {
    begins: '分满总标共计',
    pattern: pattern(`(?:分值|分数|满分值|总分值|标准分|共计|共|计)(?:为|是)?${blank}:?${blank}${number}${blank}分`),
    slot: ({ before }) => isAfterHead(before),
    correct: ([, points]) => `${points}分`,
  },
  {
    begins: '权比占',
    pattern: pattern(`(?:权重|比重|比例|占比|权数)(?:为|是|占)?${blank}:?${blank}${number}${blank}%`),
    slot: ({ before }) => isAfterHead(before),
    correct: ([, percent]) => `占${percent}%`,
  },
  {
    begins: '0123456789',
    pattern: pattern(`(\\d{4}年度?)${blank}([\\p{sc=Han}]{1,20})(?=[ \\t]{1,9}[\\d占{])`),
    slot: ({ before }) => isAfterLevel(before),
    correct: ([, year, name]) => `【${year}${name}】`,
    because: bracketed,
  },
  {
    begins: '总',
    pattern: pattern(`总分值?${blank}[:为]${blank}${number}${blank}分(?=\\s{0,20}\\{)`),
    slot: ({ before, lineStart }) => isFreeLine(before, lineStart),
    correct: ([, points]) => `总分 ${points}分`,
  },
  {
    begins: '满',
    pattern: pattern(`满分${blank}[:为]${blank}${number}${blank}分`),
    slot: ({ before, lineStart }) => isFreeLine(before, lineStart),
    correct: ([, points]) => `满分 ${points}分`,
  },
  {
    begins: '总',
    pattern: pattern(`总分值?${blank}[:为]${blank}${number}${blank}分(?=[ \\t]{0,9}(?:[\\n\\r]|$))(?!\\s{0,20}\\{)`),
    slot: ({ before, lineStart }) => isFreeLine(before, lineStart),
    correct: ([, points]) => `满分 ${points}分`,
    because: fullMarks,
  },
  {
    begins: 't',
    pattern: pattern(`total${blank}:${blank}${number}${blank}points(?=[ \\t]{0,9}(?:[\\n\\r]|$))(?!\\s{0,20}[{)])`),
    slot: ({ before, lineStart }) => isFreeLine(before, lineStart),
    correct: ([, points]) => `full marks ${points} points`,
    because: fullMarks,
  },

  // ---------------------------------------------------------------- quotas: 名额不超过30%
  {
    begins: '名',
    pattern: pattern(`名额${blank}(?:${most}|控制在|限)(?:为)?${blank}${number}${blank}(%|[个名人])(?:以内|以下)?`),
    correct: ([, share, unit]) => `名额${share}${unit}`,
    because: aQuota,
  },
  {
    begins: '名',
    pattern: pattern(`名额${blank}${number}${blank}(%|[个名人])(?:以内|以下)`),
    correct: ([, share, unit]) => `名额${share}${unit}`,
    because: aQuota,
  },
  {
    begins: 'q',
    pattern: pattern(
      `quota (?:at most|up to|no more than|not exceeding|max(?:imum)?)${blank}${number}${blank}(%|units?)`,
    ),
    correct: ([, share, unit]) => `quota ${share}${unit === '%' ? '' : ' '}${unit}`,
    because: aQuota,
  },

  // ---------------------------------------------------------------- dates: 不晚于 12月底
  {
    begins: '0123456789',
    pattern: pattern(`(?:(\\d{4})年)?(1[0-2]|0?[1-9])月(?:底|末)(?:之前|以前|前)?(?!\\p{L})`),
    correct: ([, year, month], { before }) => lastDay(year, Number(month), before),
    because: aDate,
  },
  {
    begins: '0123456789',
    pattern: pattern(`(?:(\\d{4})年)?(1[0-2]|0?[1-9])月(?![\\p{L}\\d])(?!${blank}\\d)`),
    slot: ({ before }) => isAfterTimeBound(before, /晚于|later/u),
    correct: ([, year, month], { before }) => lastDay(year, Number(month), before),
    because: aDate,
  },
  {
    begins: '0123456789年',
    pattern: pattern(`(?:(\\d{4})年|年)(?:年底|底|末)(?:之前|以前|前)?(?!\\p{L})`),
    slot: ({ before }) => isAfterTimeBound(before, /[早晚]于|earlier|later/u),
    correct: ([, year], { before }) => lastDay(year, 12, before),
    because: aDate,
  },

  {
    begins: '一二三四五六七八九十〇零',
    pattern: pattern(
      `(?:([〇零一二三四五六七八九]{4})年)?(${digit}{1,3})月(${digit}{1,3})[日号](?:之前|以前|前)?(?!\\p{L})`,
    ),
    slot: ({ before }) => !isAfterNaming(before),
    correct: ([, year, month = '', day = '']) => {
      const said = [month, day].map(readNumeral);
      return said.includes(null)
        ? null
        : `${year === undefined ? '' : `${readNumeral(year) ?? ''}年`}${said[0]}月${said[1]}日`;
    },
  },

  // ---------------------------------------------------------------- bounds: 90分及其以上
  {
    begins:
      Array.from(new Set(units.flatMap((unit) => unit.spellings.zh.map((each) => each.charAt(0))))).join('') + '及或和',
    pattern: pattern(`(${unitWords})?(?:及其|或者|或|和)(以上|以下|以内)`),
    slot: ({ before }) => isAfterNumber(before),
    correct: ([, unit = '', word]) => `${unit}${word}`,
  },

  // ---------------------------------------------------------------- comparisons: 大于3次
  ...[
    ['大于等于|不小于|达到', '不低于'],
    ['小于等于|不大于', '不高于'],
    ['大于', '高于'],
    ['小于|未达到|达不到', '低于'],
    ['不足', '不满'],
    ['greater than or equal to|not less than', 'at least'],
    ['less than or equal to|not greater than', 'at most'],
    ['greater than|larger than|bigger than', 'above'],
    ['smaller than|fewer than', 'below'],
  ].map(([written = '', word = '']) => ({
    begins: Array.from(written.split('|'), (each) => each.charAt(0)).join(''),
    pattern: pattern(`(?:${written})(?=${blank}(?:\\d|${digit}))`),
    slot: ({ before }: Place) => !isAfterNaming(before),
    correct: () => word,
  })),
];

const byFirst: ReadonlyMap<string, readonly Wording[]> = new Map(
  Array.from(new Set(wordings.map(({ begins }) => begins).join('')), (character) => [
    character,
    wordings.filter(({ begins }) => begins.includes(character)),
  ]),
);

/** Recognises a wording that begins at an offset of a folded text. */
export function findWording(source: string, text: string, start: number, place: Place): Reworded | null {
  for (const wording of byFirst.get(text.charAt(start)) ?? []) {
    wording.pattern.lastIndex = start;
    const match = wording.pattern.exec(text);
    if (match === null || wording.slot?.(place) === false) continue;
    const correct = wording.correct(match, place);
    if (correct === null) continue;
    const span = { start, end: start + match[0].length };
    const written = source.slice(span.start, span.end);
    return { diagnostic: describe(wording, span, written, correct), correct, end: span.end };
  }
  return null;
}

function describe(wording: Wording, span: Span, written: string, correct: string): Diagnostic {
  if (wording.numbering === true) {
    const fixes = [replace(span.start, span.end, '', '删除序号', 'Delete the number', true)];
    return headingNumber.at(span, { written: written.trim() }, { fixes });
  }
  const fixes = [writeInstead(span.start, span.end, correct, wording.unknown !== true)];
  return wording.unknown === true
    ? perPercent.at(span, { written, correct }, { fixes })
    : otherWording.at(span, { written, correct, because: wording.because ?? null }, { fixes });
}

/** 减 is how many texts say 扣. */
function verbOf(written: string): string {
  return written === '减' ? '扣' : written;
}

/** A pattern that is tried at one offset. Its repetitions are all bounded: hostile lines stay linear. */
function pattern(source: string): RegExp {
  return new RegExp(source, 'uy');
}

/** Whether two wordings differ by more than blanks: `每次 扣1分` is right already. */
function meantSo(written: string, correct: string): boolean {
  const plain = written.replaceAll(/[ \t]/gu, '');
  return plain !== correct && plain.replace(/^每1(?=\D)/u, '每') !== correct;
}

/** The last day of a month as a date. */
function lastDay(year: string | undefined, month: number, before: readonly Token[]): string {
  const day = new Date(Date.UTC(year === undefined ? versionYear(before) : Number(year), month, 0)).getUTCDate();
  return `${year === undefined ? '' : `${year}年`}${month}月${day}日`;
}
