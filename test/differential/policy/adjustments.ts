/** Random cases, conditions and lists: what adds and deducts. */
import { block, type Draft } from './draft.ts';

/** A few lines that add to or deduct from an item of `full` marks. */
export function randomAdjustments(draft: Draft, full: number): readonly string[] {
  const { random } = draft;
  const lines = random.times(0, 2, () => randomCase(draft, random.chance(0.8) ? '扣' : '加', full, true));
  if (random.chance(0.1)) lines.push(`情形 ${draft.name('事')} 不得分`);
  if (random.chance(0.1)) lines.push(`当 类别 = ${random.pick(draft.classes)}，扣${draft.points(0.5, full)}分`);
  if (random.chance(0.15)) lines.push(randomList(draft, full));
  return lines;
}

/** A list with a cap of its own, in one direction or in both. */
export function randomList(draft: Draft, full: number): string {
  const { random } = draft;
  const sort = random.pick(['加分', '扣分'] as const);
  const verb = sort === '加分' ? '加' : '扣';
  const cap = `封顶${draft.points(0.5, full)}分`;
  const name = draft.name('单');
  if (random.chance(0.35)) {
    const key = random.pick(['按 事项', '按 事项、日期', '仅计一次']);
    const cases = random.times(1, 3, () => {
      const points = random.chance(0.3)
        ? ` 按 类别 { ${draft.classes[0]} ${draft.points(0.5, full)}分；其余 ${draft.points(0.5, full)}分 }`
        : `${draft.points(0.5, full)}分`;
      return `情形 ${draft.name('奖')} 每次${verb}${points} 登记 日期、事项`;
    });
    return `${sort} ${name} ${cap} 就高不重复 ${key} ${block(cases)}`;
  }
  if (random.chance(0.3)) {
    const both = [
      ...random.times(1, 2, () => randomCase(draft, '加', full, false)),
      ...random.times(1, 2, () => randomCase(draft, '扣', full, false)),
    ];
    return `${sort} ${name} ${cap} ${random.pick(['计毛额', '计净额'])} ${block(both)}`;
  }
  const inner = random.chance(0.2)
    ? [`${sort} ${draft.name('单')} 封顶${draft.points(0.5, full)}分 ${block([randomCase(draft, verb, full, false)])}`]
    : [];
  return `${sort} ${name} ${cap} ${block([...random.times(1, 3, () => randomCase(draft, verb, full, false)), ...inner])}`;
}

/** One case. Only in an item can it say 扣完为止 or 不得分. */
export function randomCase(draft: Draft, verb: '加' | '扣', full: number, inItem: boolean, tail = ''): string {
  const { random } = draft;
  const name = draft.name('事');
  const points = draft.points(0.1, Math.max(0.5, full / 2), random.pick([0.1, 0.25, 0.5, 1] as const));
  const safe = points === '0' ? '0.5' : points;
  const cap =
    verb === '扣' && inItem && random.chance(0.3)
      ? '扣完为止'
      : `封顶${Number(safe) + Number(draft.points(0, full))}分`;
  const unit = random.pick(['次', '人', '件', '项']);
  switch (random.integer(0, 5)) {
    case 0:
      return `情形 ${name} ${verb}${safe}分${tail}`;
    case 1:
      return `情形 ${name} 每${random.integer(2, 5)}${unit}${verb}${safe}分 ${random.pick(['不足不计', '不足按一计', '按比例计'])} ${cap}${tail}`;
    case 2: {
      const last = verb === '扣' && inItem && random.chance(0.5) ? '不得分' : `${verb}${Number(safe) * 3}分`;
      const more = random.chance(0.6) ? '以上' : '';
      return `情形 ${name} { 1${unit} ${verb}${safe}分；2${unit} ${verb}${Number(safe) * 2}分；3${unit}${more === '' && last !== '不得分' ? '以上' : '以上'} ${last} }`;
    }
    case 3:
      return `情形 ${name} 每${unit}${verb}${safe}分 ${cap} 登记 日期、事项${tail}`;
    default:
      return `情形 ${name} "${name.replaceAll(/["【】]/g, '')}的情形" 每${unit}${verb}${safe}分 ${cap}${tail}`;
  }
}
