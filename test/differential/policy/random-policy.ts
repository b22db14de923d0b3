/**
 * Random policies as text, in every construct of the language. What comes out must pass the checker: a policy with an error is
 * a mistake of this generator or of the checker.
 */
import type { Random } from '../random.ts';
import { randomAdjustments, randomCase, randomList } from './adjustments.ts';
import { block, decimal, Draft, split } from './draft.ts';
import { gradeNames, randomEffect, randomGrades } from './grades.ts';
import { randomBallot, randomRule } from './rules.ts';

/** The text of a policy. */
export function randomPolicy(random: Random): string {
  const draft = new Draft(random);
  const grades = draft.isGraded ? gradeNames(draft) : [];
  const head = random.chance(0.8)
    ? [`保留 ${random.integer(0, 3)}位小数${random.pick(['', ' 四舍五入', ' 四舍六入', ' 向下取整', ' 向上取整'])}`]
    : [];
  const full = random.pick([100, 100, 100, 120, 10]);
  const byWeight = random.chance(0.7);
  const methods = methodsOf(draft, full, byWeight);
  const chapters = chapterLists(draft, full, grades, methods.dimensions);
  const exceeds = random.chance(0.3) ? ` 可超满分${random.chance(0.5) ? ` 至 ${decimal(full * 1.1)}分` : ''}` : '';
  const below = random.chance(0.2) ? ` 可为负分${random.chance(0.5) ? ' 至 -10分' : ''}` : '';
  const rounding = random.chance(0.1) ? ` 保留${random.integer(0, 2)}位小数` : '';
  return [
    '办法 "随机的办法" 版本 2023',
    ...head,
    ...(byWeight && full !== 100 ? [`满分 ${full}分`] : []),
    `考核对象 支部 ${block([`类别: ${draft.classes.join(' | ')}`, '党员数: 整数 3至2000人'])}`,
    `对照表 目标 按 类别 { ${draft.classes[0]} ${random.integer(1, 60)}次；其余 ${random.integer(1, 60)}次 }`,
    `总分${exceeds}${below}${rounding} ${block([...methods.lines, ...totalAdjustments(draft, full)])}`,
    ...methods.sheets,
    ...chapters.texts,
    ...(grades.length > 0 ? [randomGrades(draft, grades, methods.names, chapters.cases, full)] : []),
    '',
  ].join('\n\n');
}

interface Methods {
  readonly lines: readonly string[];
  readonly sheets: readonly string[];
  readonly names: readonly string[];
  readonly dimensions: readonly string[];
}

/** The methods of the total; two of them may use one sheet. */
function methodsOf(draft: Draft, full: number, byWeight: boolean): Methods {
  const { random } = draft;
  const count = random.integer(1, 4);
  const shares = byWeight ? weights(draft, count) : split(full, count, random).map((points) => `${points}分`);
  const dimensions: string[] = [];
  const sheetFull = random.pick([100, 60]);
  const sheet = random.chance(0.5) ? draft.name('表') : null;
  const users = sheet === null ? 0 : Math.min(count, random.integer(1, 2));
  const names = shares.map(() => draft.name('法'));
  const lines = shares.map((share, index) => {
    const head = `方式 ${names[index]} ${share}`;
    if (index < users) {
      const bounds = `${random.chance(0.2) ? ' 可为负分' : ''}${random.chance(0.2) ? ' 可超满分' : ''}`;
      return `${head}${bounds} 采用 ${sheet}`;
    }
    if (random.chance(0.3)) return `${head} ${block([randomBallot(draft)])}`;
    const points = byWeight ? random.pick([100, 50, 20]) : Number.parseInt(share, 10);
    if (random.chance(0.2)) return `${head}${byWeight ? ` 满分 ${points}分` : ''} ${leafBody(draft, points)}`;
    return `${head} ${block(itemsOf(draft, points, dimensions))}`;
  });
  const sheets =
    sheet === null ? [] : [`评分表 ${sheet} ${sheetFull}分 ${block(itemsOf(draft, sheetFull, dimensions))}`];
  return { lines, sheets, names, dimensions };
}

function weights(draft: Draft, count: number): readonly string[] {
  const { random } = draft;
  if (random.chance(0.25)) return Array.from({ length: count }, () => `占${random.integer(1, 7)}份`);
  const shares = split(20, count, random).map((share) => share * 5);
  if (count > 1 && random.chance(0.2)) {
    const others = split(20, count, random).map((share) => share * 5);
    return shares.map((share, index) => `占 按 类别 { ${draft.classes[0]} ${share}%；其余 ${others[index]}% }`);
  }
  return shares.map((share) => `占${share}%`);
}

/** Dimensions with standards, or standards alone, that add up to `full`. */
function itemsOf(draft: Draft, full: number, dimensions: string[]): readonly string[] {
  const { random } = draft;
  const parts = split(full, Math.min(full, random.integer(1, 3)), random);
  return parts.map((points) => {
    if (random.chance(0.5)) return standard(draft, points);
    const name = draft.name('面');
    dimensions.push(name);
    if (random.chance(0.15)) {
      const compared = random.times(2, 3, () => standard(draft, random.integer(1, 100)));
      return `维度 ${name} ${points}分 取最低 ${block(compared)}`;
    }
    const inside = split(points, Math.min(points, random.integer(1, 3)), random).map((each) => standard(draft, each));
    return `维度 ${name} ${points}分 ${block([...inside, ...(random.chance(0.1) ? [randomList(draft, points)] : [])])}`;
  });
}

function standard(draft: Draft, points: number): string {
  const { random } = draft;
  const exceeds = random.chance(0.15) ? ` 可超满分${random.chance(0.5) ? ` 至 ${decimal(points * 1.2)}分` : ''}` : '';
  const rounding = random.chance(0.15)
    ? ` 保留${random.integer(0, 2)}位小数${random.pick(['', ' 四舍六入', ' 向下取整', ' 向上取整'])}`
    : '';
  const name = draft.name('目');
  const body = leafBody(draft, points);
  // What may be negative has no zero to go down to.
  const below = !body.includes('扣完为止') && random.chance(0.15) ? ' 可为负分' : '';
  return `${random.pick(['标准', '指标', '内容'])} ${name} ${points}分${exceeds}${below}${rounding}${body}`;
}

/** With a factor in the head, if the item has one. */
function leafBody(draft: Draft, points: number): string {
  const { random } = draft;
  if (random.chance(0.1)) {
    const cases = random.times(1, 2, () => randomCase(draft, '扣', points, true));
    return ` ${block(cases)}`;
  }
  const factor = random.chance(0.1) ? draft.name('系数') : null;
  const clause = factor === null ? '' : ` 系数 ${factor}`;
  const input = factor === null ? [] : [`填报 ${factor}: 小数 0.8至1.2 保留${random.integer(1, 3)}位小数`];
  return `${clause} ${block([...input, ...randomRule(draft, points), ...randomAdjustments(draft, points)])}`;
}

function totalAdjustments(draft: Draft, full: number): readonly string[] {
  return draft.random.chance(0.2) ? [randomList(draft, full / 10)] : [];
}

/** Lists that stand as chapters and act on the total. */
function chapterLists(
  draft: Draft,
  full: number,
  grades: readonly string[],
  dimensions: readonly string[],
): { texts: readonly string[]; cases: readonly string[] } {
  const { random } = draft;
  const cases: string[] = [];
  const negative = (): string => {
    const tail = grades.length > 0 && random.chance(0.4) ? ` ${randomEffect(draft, grades)}` : '';
    const text = randomCase(draft, '扣', full / 10, false, tail);
    const name = /^情形 (【[^】]*】|\S+)/.exec(text)?.[1];
    if (name !== undefined) cases.push(name);
    return text;
  };
  const texts: string[] = [];
  if (random.chance(0.6)) {
    const sections = dimensions
      .slice(0, random.integer(0, 2))
      .map((name) => `维度 ${name} 封顶${decimal(full / 20)}分 ${block(random.times(1, 3, negative))}`);
    texts.push(`负面清单 封顶${decimal(full / 5)}分 ${block([...sections, ...random.times(1, 3, negative)])}`);
  }
  if (random.chance(0.4)) texts.push(randomList(draft, full / 10));
  return { texts, cases };
}
