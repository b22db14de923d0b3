/** What can be not applicable, and what the policy then says (semantics 10.7). */
import type { AbsencePolicy, FieldNode, ItemNode, LineNode, Node, ScorecardNode } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import { scorecardOf } from '../symbols/scope.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';
import { answerFor } from './absence-clauses.ts';
import { childItems, clauseOf, type MarkedNode } from './marks.ts';

/** Something that an item needs and that may be missing without an answer. */
export interface Unanswered {
  readonly at: Node;
  readonly what: 'condition' | 'cell' | 'item';
}

const leavingOut: ReadonlySet<AbsencePolicy | null> = new Set(['mean-of-others', 'rescale', 'rescale-table']);

/** Finds out, for the items of one policy, which can be left out as not applicable. Each is looked at once. */
export class Absences {
  readonly #names: Names;
  readonly #known = new Map<MarkedNode, boolean>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** Whether some record makes an item not applicable, so that it is left out. */
  canBeOut(node: MarkedNode): boolean {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    // What leads back to itself is reported elsewhere.
    this.#known.set(node, false);
    const answers = this.#answersAt(node);
    const own =
      this.#isPeriodLeftOut(node) ||
      (hasCondition(node) && answers.some((answer) => leavingOut.has(answer))) ||
      this.fieldsOf(node).some((field) => this.#leavesOut(field, answers)) ||
      (this.unanswered(node).length > 0 && answers.some((answer) => leavingOut.has(answer)));
    const whole = this.noneCanApply(node) && this.#wholeAnswers(node).some((answer) => leavingOut.has(answer));
    const found = own || whole;
    this.#known.set(node, found);
    return found;
  }

  /** Whether all parts of an item can be not applicable at once. */
  noneCanApply(node: MarkedNode): boolean {
    const parts = this.#partsOf(node);
    return parts.length > 0 && parts.every((part) => this.canBeOut(part));
  }

  /** Whether the policy says what holds where no part of an item is applicable. A scorecard leaves it to what uses it. */
  isWholeAnswered(node: MarkedNode): boolean {
    return node.kind === 'scorecard' || this.#wholeAnswers(node).every((answer) => answer !== null);
  }

  /** What an item needs and may be not applicable, where no answer is in effect. */
  unanswered(node: MarkedNode): readonly Unanswered[] {
    if (this.#answersAt(node).every((answer) => answer !== null)) return [];
    const condition = clauseOf(node, 'applies')?.condition ?? null;
    const found: Unanswered[] = condition === null ? [] : [{ at: condition, what: 'condition' }];
    for (const each of this.#readBy(node)) {
      if (each.kind === 'inapplicable') found.push({ at: each, what: 'cell' });
      const item = each.kind === 'path' ? this.#names.references.get(each)?.symbol.node : undefined;
      if (item?.kind === 'item' && item !== node && this.canBeOut(item)) found.push({ at: each, what: 'item' });
    }
    return found;
  }

  /** The fields that what stands in an item itself reads, through definitions too. */
  fieldsOf(node: MarkedNode): readonly FieldNode[] {
    const fields = new Set<FieldNode>();
    for (const each of this.#readBy(node)) {
      const field = each.kind === 'path' ? this.#names.references.get(each)?.symbol.node : undefined;
      if (field?.kind === 'field') fields.add(field);
    }
    return [...fields];
  }

  /** A period of which nothing is recorded, where 缺期 不计 is said of it. */
  #isPeriodLeftOut(node: MarkedNode): boolean {
    if (node.kind !== 'item' || clauseOf(node, 'sub-period') === null) return false;
    const whole = this.#names.declared.get(node)?.owner?.node;
    return whole?.kind === 'item' && clauseOf(whole, 'missing-period')?.policy === 'not-counted';
  }

  #leavesOut(field: FieldNode, answers: readonly (AbsencePolicy | null)[]): boolean {
    if (leavingOut.has(field.notReported?.policy ?? null)) return true;
    const own = field.notApplicable?.policy ?? null;
    if (own !== null) return leavingOut.has(own);
    const symbol = this.#names.declared.get(field);
    const declared = symbol === undefined ? [] : this.#answersFrom(symbol.owner);
    const isAccepted = symbol?.kind !== 'attribute' && declared.some((each) => each !== null && each !== 'refuse');
    return isAccepted && answers.some((answer) => leavingOut.has(answer));
  }

  #partsOf(node: MarkedNode): readonly MarkedNode[] {
    const sheets = node.kind === 'item' ? this.#sheetsOf(node) : [];
    // Of sheets by class one is used; each stands for the item.
    return [
      ...childItems(node.body),
      ...(sheets.length === 1 ? sheets.flatMap((sheet) => childItems(sheet.body)) : sheets),
    ];
  }

  #sheetsOf(node: ItemNode): readonly ScorecardNode[] {
    const symbol = this.#names.declared.get(node);
    return [...this.#names.users].flatMap(([sheet, users]) =>
      symbol !== undefined && users.includes(symbol) && sheet.node.kind === 'scorecard' ? [sheet.node] : [],
    );
  }

  #wholeAnswers(node: MarkedNode): readonly (AbsencePolicy | null)[] {
    const sheets = node.kind === 'item' ? this.#sheetsOf(node) : [];
    const written = [node, ...(sheets.length === 1 ? sheets : [])].flatMap(
      (each) => clauseOf(each, 'none-applicable')?.policy ?? [],
    );
    if (written.length > 0 || node.kind === 'total') return [written[0] ?? null];
    return node.kind === 'scorecard' ? ['rescale'] : this.#answersAt(node);
  }

  #answersAt(node: MarkedNode): readonly (AbsencePolicy | null)[] {
    return this.#answersFrom(this.#names.declared.get(node) ?? null);
  }

  /** The answers in effect at a place: one, or one for each use of the scorecard in which it stands. */
  #answersFrom(place: Symbol | null): readonly (AbsencePolicy | null)[] {
    const own = answerFor(place);
    const scorecard = scorecardOf(place);
    if (own !== null || scorecard === null) return [own];
    const users = this.#names.users.get(scorecard) ?? [];
    return users.length === 0 ? [null] : users.map((user) => answerFor(user));
  }

  /** The paths and cells that the lines of an item read, its parts and lists left out; definitions and tables followed. */
  *#readBy(node: MarkedNode): Iterable<Node> {
    const seen = new Set<Node>();
    const factor = clauseOf(node, 'factor');
    const stack: Node[] = [...node.body.filter(isBase), ...(factor === null ? [] : [factor])];
    for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
      if (seen.has(each) || each.kind === 'absence-test' || each.kind === 'input') continue;
      seen.add(each);
      yield each;
      const meant = each.kind === 'path' ? this.#names.references.get(each)?.symbol.node : undefined;
      if (meant?.kind === 'define') stack.push(meant.value);
      else if (meant?.kind === 'table') stack.push(meant.choice);
      if (each.kind !== 'define') stack.push(...childrenOf(each));
    }
  }
}

function hasCondition(node: MarkedNode): boolean {
  return (clauseOf(node, 'applies')?.condition ?? null) !== null;
}

const found = new WeakMap<Names, Absences>();

/** What is known of the absences of a policy; worked out once. */
export function absencesOf(names: Names): Absences {
  const known = found.get(names) ?? new Absences(names);
  found.set(names, known);
  return known;
}

/** Whether a line is of the item itself: no part, list or case of it. */
function isBase({ kind }: LineNode): boolean {
  return kind !== 'item' && kind !== 'list' && kind !== 'case';
}
