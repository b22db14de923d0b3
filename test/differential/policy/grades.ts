/** Random grades: thresholds, conditions, effects, quotas. */
import { block, decimal, type Draft } from './draft.ts';

const names = ['优秀', '良好', '合格', '不合格'];

/** The grades of a policy, best first. */
export function gradeNames({ random }: Draft): readonly string[] {
  return names.slice(0, random.integer(2, 4));
}

/** An effect on the grade, with the veto's words or without. */
export function randomEffect({ random }: Draft, grades: readonly string[]): string {
  const grade = random.pick(grades.slice(1));
  const effect = random.pick([`最高评为 ${grade}`, `定为 ${grade}`, '降一档', '降2档', '取消评优', '不定等次']);
  return random.chance(0.7) ? `一票否决 ${effect}` : effect;
}

/** The chapter. `methods` and `cases` are names that its conditions may use, `full` the full marks of the total. */
export function randomGrades(
  draft: Draft,
  grades: readonly string[],
  methods: readonly string[],
  cases: readonly string[],
  full: number,
): string {
  const { random } = draft;
  const shares = random.shuffle([95, 90, 85, 80, 75, 70, 60, 55, 50]).slice(0, grades.length - 1);
  const bounds = shares.toSorted((left, right) => right - left);
  const lines = grades.map((grade, index) => {
    const bound = bounds[index];
    if (bound === undefined) return `${grade} 其余`;
    const conditions = [`${decimal((full * bound) / 100)}分以上`];
    if (methods.length > 0 && random.chance(0.4))
      conditions.push(`${random.pick(methods)} ${random.pick(['不低于', '高于'])}${random.integer(10, 90)}%`);
    if (cases.length > 0 && random.chance(0.3)) conditions.push(`${random.pick(cases)} 未发生`);
    const quota = random.chance(0.3) ? `，${randomQuota(draft, methods)}` : '';
    return `${grade} ${conditions.join(' 且 ')}${quota}`;
  });
  const whens = random.times(0, 2, () => `当 ${whenCondition(draft, methods, cases)}，${randomEffect(draft, grades)}`);
  const basis = random.chance(0.2) ? ' 依 未舍入（总分）' : '';
  return `等次${basis} ${block([...lines, ...whens])}`;
}

function whenCondition({ random, classes }: Draft, methods: readonly string[], cases: readonly string[]): string {
  const choices = [`党员数 少于${random.integer(3, 100)}人`, `类别 = ${random.pick(classes)} 且 党员数 超过1000人`];
  if (methods.length > 0) choices.push(`${random.pick(methods)} 低于${random.integer(10, 90)}%`);
  if (cases.length > 0) choices.push(`${random.pick(cases)} 发生`);
  return random.pick(choices);
}

function randomQuota({ random, classes }: Draft, methods: readonly string[]): string {
  const ties = methods.length > 0 && random.chance(0.6) ? ` 同分 按 ${methods.slice(0, 2).join('、')}` : '';
  const amount = random.pick([
    `名额${random.integer(5, 60)}% ${random.pick(['', '按 类别 '])}${random.pick(['向下取整', '向上取整', '四舍五入'])}`,
    `名额${random.integer(1, 9)}个`,
    `名额 按 类别 { ${classes[0]} ${random.integer(1, 9)}个；其余 ${random.integer(1, 9)}个 }`,
  ]);
  return `${amount}${random.pick(['', ' 至少1个'])}${ties} 仍同 ${random.pick(['均入选', '均不入选'])} ${random.pick(['递补', '不递补'])}`;
}
