/** Caps per day, month …: what counts is parted by its date, each part capped, from the shortest period to the longest. */
import type { CapNode, CaseNode, ItemNode, LineNode, ListNode } from '../../ast/nodes.ts';
import { capOf } from '../../check/adjustments.ts';
import { partingDate } from '../../check/booking.ts';
import { clauseOf } from '../../check/marks.ts';
import type { GroupedList, NumberExpression } from '../ir.ts';
import { lowerAmountOrNothing } from './amounts.ts';
import type { Context, Scene } from './context.ts';
import { eventPoints, totalOf } from './events.ts';
import { least, sum } from './operations.ts';
import { checked } from './tree.ts';

/** Points without sign, and the events that they come from. */
interface Parted {
  readonly points: NumberExpression;
  readonly lists: readonly GroupedList[];
  readonly date: string;
}

/** The points of a case within its caps per period, without sign. */
export function caseWithinPeriods(node: CaseNode, scene: Scene, context: Context): NumberExpression {
  return partedCase(node, scene, context).points;
}

/** The points of a list of such cases within the caps of all of them together, without sign. */
export function listWithinPeriods(node: ListNode | ItemNode, scene: Scene, context: Context): NumberExpression {
  return checked(partedList(node, scene, context), 'a cap per period on an empty list').points;
}

function partedCase(node: CaseNode, scene: Scene, context: Context): Parted {
  if (node.effect?.kind !== 'points-effect') throw new Error('a cap per period without points reached lowering');
  const events = eventPoints(node, node.effect, scene, context);
  const parted: Parted = {
    points: totalOf([events]),
    lists: [{ list: events.list, where: events.where }],
    date: checked(partingDate(node), 'a cap per period without a date'),
  };
  return within(parted, capOf(node.effect), scene, context);
}

function partedList(node: ListNode | ItemNode, scene: Scene, context: Context): Parted | null {
  const members = node.body.flatMap((line) => partedMember(line, scene, context) ?? []);
  const [first] = members;
  if (first === undefined) return null;
  const parted: Parted = {
    points: sum(members.map(({ points }) => points)),
    lists: members.flatMap(({ lists }) => lists),
    date: first.date,
  };
  return within(parted, clauseOf(node, 'cap'), scene, context);
}

function partedMember(line: LineNode, scene: Scene, context: Context): Parted | null {
  if (line.kind === 'case') return partedCase(line, scene, context);
  return line.kind === 'list' || line.kind === 'item' ? partedList(line, scene, context) : null;
}

function within(parted: Parted, cap: CapNode | null, scene: Scene, context: Context): Parted {
  const { lists, date } = parted;
  const points = (cap?.periods ?? []).reduce<NumberExpression>((value, { period, amount }) => {
    const most = lowerAmountOrNothing(amount, scene, context);
    return { op: 'sum-per-group', lists, key: [{ field: date, part: period }], value: least([most, value]) };
  }, parted.points);
  return { ...parted, points };
}
