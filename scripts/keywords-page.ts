/** The page `docs/language/keywords.md`, made from the vocabulary. */
import { format, resolveConfig } from 'prettier';
import { functions } from '../packages/dsl/src/vocabulary/functions.ts';
import { type Keyword, type KeywordRole, keywords } from '../packages/dsl/src/vocabulary/keywords.ts';
import { type Unit, type UnitDimension, units } from '../packages/dsl/src/vocabulary/units.ts';

/** Where the page is, from the root of the repository. */
export const keywordsPagePath = 'docs/language/keywords.md';

const roles: Readonly<Record<KeywordRole, readonly [zh: string, en: string]>> = {
  chapter: ['章', 'Chapters'],
  level: ['项目的层级', 'Levels of items'],
  line: ['项目和清单里的行', 'Lines of items and lists'],
  verb: ['动作', 'What happens'],
  logic: ['逻辑', 'Logic'],
  comparison: ['比较', 'Comparisons'],
  noun: ['声明中的计数', 'Nouns of declared counts'],
  clause: ['附加的话', 'Clauses'],
  absence: ['没有数据时', 'What is not there'],
  effect: ['加扣的算法', 'How adjustments count'],
  rule: ['限期', 'Deadlines'],
  ballot: ['测评', 'Ballots'],
  grade: ['等次和名额', 'Grades and quotas'],
  use: ['结果运用、样本和测试', 'Consequences, samples and tests'],
  type: ['填报项的类型和值', 'Types and values of inputs'],
  rounding: ['舍入', 'Rounding'],
};

const dimensions: Readonly<Record<UnitDimension, readonly [zh: string, en: string]>> = {
  points: ['分值', 'points'],
  ratio: ['比率', 'ratio'],
  count: ['计数', 'count'],
  money: ['金额', 'money'],
  workdays: ['工作日', 'working days'],
  days: ['天数', 'days'],
  months: ['月数', 'months'],
  hours: ['小时数', 'hours'],
  parts: ['份额', 'shares'],
  decimals: ['小数位数', 'decimals'],
};

const head = `# 词汇表 · Keywords

本页由 \`npm run generate\` 从词汇表（\`packages/dsl/src/vocabulary\`）生成，不要手改。
Made from the vocabulary by \`npm run generate\`; do not edit by hand.

同一行的中文和英文是同一个词，任何文件里都可以用。一格里有几种写法的：两边个数相同的，第一种对第一种、第二种对第二种；个数不同的是同义词，整理格式时写成第一种。
保留字不能直接作名称，要作名称须放进方括号：\`【标准】\`。其余的词离开它自己的位置就是普通名称。

Chinese and English in one row are the same word and may be used in every file. Where both cells have the same number of spellings, each has its
partner; otherwise they are synonyms and the formatter writes the first. A reserved word is a name only in brackets, \`[standard]\`; any other word is
an ordinary name outside its own place.
`;

/** The text of the page, formatted like every other file of the repository. */
export async function keywordsPage(): Promise<string> {
  const groups = [...Map.groupBy(keywords, (each) => each.role)];
  const sections = [
    head,
    ...groups.map(([role, members]) => `## ${roles[role].join(' · ')}\n\n${keywordTable(members)}`),
    `## 单位 · Units\n\n单位只在数字或“每”之后才是单位。Units are units only behind a number or behind \`per\`.\n\n${unitTable()}`,
    `## 函数 · Functions\n\n函数名只在 \`（\` 之前才是函数。Functions are functions only before \`(\`. 见 see [表达式](expressions.md).\n\n${functionTable()}`,
  ];
  const options = await resolveConfig(new URL(`../${keywordsPagePath}`, import.meta.url));
  return format(sections.join('\n\n'), { ...options, parser: 'markdown' });
}

function keywordTable(members: readonly Keyword[]): string {
  const rows = members.map(({ spellings, reserved }) => [code(spellings.zh), code(spellings.en), reserved ? '✓' : '']);
  return table(['中文', 'English', '保留字 reserved'], rows);
}

function unitTable(): string {
  const rows = units.map((unit) => [code(unit.spellings.zh), code(unit.spellings.en), measured(unit)]);
  return table(['中文', 'English', '量的是 measures'], rows);
}

/** What a unit measures, and how much of its dimension's base unit it is where that is not one. */
function measured({ dimension, factor }: Unit): string {
  const name = dimensions[dimension].join(' ');
  return factor === '1' ? name : `${name} × ${factor}`;
}

function functionTable(): string {
  return table(
    ['中文', 'English'],
    functions.map(({ spellings }) => [code([spellings.zh]), code([spellings.en])]),
  );
}

function code(spellings: readonly string[]): string {
  return [...new Set(spellings)].map((each) => `\`${each}\``).join(' ');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
