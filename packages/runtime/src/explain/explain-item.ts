import { add, compare, divide, equal, isZero, multiply, subtract, zero } from '../decimal/rational.ts';
import { formatExact } from '../decimal/text.ts';
import type { Rational } from '../evaluator.ts';
import { readFigure } from '../figure.ts';
import type { AdjustmentSpec, CaseSpec, ItemSpec, WhenSpec } from '../manifest.ts';
import { indexAt, numberAt, truthAt } from '../trace.ts';
import { explainAdjustment } from './explain-adjustments.ts';
import { stateOf } from '../item-state.ts';
import type { ItemScore } from '../result.ts';
import type { ItemExplanation } from './explanation.ts';
import { makeFinding } from './finding.ts';
import type { Draft, Evidence } from './finding.ts';

/**
 * Follows the score of an item from its full marks down to what it is, entry by entry, and its children likewise. `inTotal` is
 * false under an item whose score does not come from its children (不得分): what happened there has changed nothing above.
 */
export function explainItem(evidence: Evidence, item: ItemSpec, inTotal: boolean): ItemExplanation {
  const { trace } = evidence;
  const full = numberAt(trace, item.open);
  const state = stateOf(item, trace);
  const base = numberAt(trace, item.base);
  const exact = numberAt(trace, item.exact);
  const score = numberAt(trace, item.score);
  const zeroed = item.zeroed !== null && truthAt(trace, item.zeroed);
  const sumsChildren = item.rule.kind === 'sum' || item.rule.kind === 'weighted-sum';

  const children = sumsChildren ? differenceOfChildren(evidence, item) : zero;
  const drafts = explainBase(evidence, item, add(full, children), base);
  let running = base;
  if (state === 'not-applicable')
    return { ...headOf(evidence, item, state), fromChildren: '0', findings: [], children: [] };
  for (const adjustment of item.adjustments) {
    const explained = explainAdjustment(evidence, adjustment);
    drafts.push(...explained.drafts);
    running = add(running, explained.points);
  }
  const counted = zeroed ? explainZero(evidence, item, full, drafts) : drafts;
  if (zeroed) running = zero;
  if (state === 'no-result') {
    if (!isZero(running)) counted.push({ kind: 'no-result', about: item, before: running, after: zero });
    running = zero;
  }
  if (!equal(exact, running)) {
    counted.push({
      kind: compare(exact, running) > 0 ? 'floor' : 'ceiling',
      about: item,
      before: running,
      after: exact,
    });
  }
  if (!equal(score, exact)) counted.push({ kind: 'rounding', about: item, before: exact, after: score });

  return {
    ...headOf(evidence, item, state),
    fromChildren: formatExact(zeroed ? zero : children),
    findings: counted.map((draft) => makeFinding(evidence, item, draft, inTotal)),
    children: partsOf(item, trace).map((child) => explainItem(evidence, child, inTotal && sumsChildren && !zeroed)),
  };
}

/** What is said of every item. */
function headOf(
  { trace }: Evidence,
  item: ItemSpec,
  state: ItemScore['state'],
): Omit<ItemExplanation, 'fromChildren' | 'findings' | 'children'> {
  const causes = (state === 'not-applicable' ? item.notApplicable : item.noResult)?.causes ?? [];
  return {
    id: item.id,
    level: item.level,
    name: item.name,
    title: item.title,
    basis: item.basis,
    origin: item.origin,
    full: formatExact(numberAt(trace, item.open)),
    score: formatExact(numberAt(trace, item.score)),
    state,
    why: state === 'scored' ? [] : causes.filter(({ acts }) => truthAt(trace, acts)).map(({ message }) => message),
    weight: item.weight === null ? null : formatExact(numberAt(trace, item.weight)),
    worth: formatExact(numberAt(trace, item.worth)),
  };
}

/** The parts that there are for the class of the subject. */
function partsOf({ children }: ItemSpec, trace: Evidence['trace']): readonly ItemSpec[] {
  return children.filter(({ isThere }) => isThere === null || truthAt(trace, isThere));
}

/** Σ (score − full) of the children, each on the scale of the item. */
function differenceOfChildren({ trace }: Evidence, item: ItemSpec): Rational {
  const worth = numberAt(trace, item.worth);
  if (isZero(worth)) return zero;
  return partsOf(item, trace).reduce((sum, child) => {
    if (stateOf(child, trace) === 'not-applicable') return sum;
    const difference = subtract(numberAt(trace, child.score), numberAt(trace, child.open));
    return add(sum, multiply(difference, divide(numberAt(trace, child.worth), worth)));
  }, zero);
}

/** From full marks (with what the children did to them) to the base. */
function explainBase(evidence: Evidence, item: ItemSpec, before: Rational, after: Rational): Draft[] {
  const { rule } = item;
  if (rule.kind === 'sum' || rule.kind === 'weighted-sum') {
    if (equal(before, after)) return [];
    const answer = item.answers.find(({ acts }) => truthAt(evidence.trace, acts));
    if (answer !== undefined) return [{ kind: 'answer', about: item, before, after, note: answer.message }];
    const isMean = item.children.some((child) => stateOf(child, evidence.trace) === 'not-applicable');
    const kind = item.children.length === 0 ? 'start' : isMean ? 'mean-of-others' : 'factor';
    return [{ kind, about: item, before, after }];
  }
  if (equal(before, after)) return [];
  return [{ kind: 'rule', before, after, ...byRule(evidence, item) }];
}

/** What the rule of an item read, found and chose. */
function byRule({ trace, cohort }: Evidence, item: ItemSpec): Pick<Draft, 'about' | 'inputs' | 'figures' | 'row'> {
  const { origin, inputs, figures, chosen, rows } = item.rule;
  return {
    about: { ...item, origin },
    inputs,
    figures: figures.map((figure) => readFigure(figure, trace, cohort)),
    row: chosen === null ? null : (rows[indexAt(trace, chosen)] ?? null),
  };
}

/**
 * 不得分 takes everything; what else happened is told and does not count. The manifest does not say which line did it: one that
 * occurred without taking points of its own, and rather one that does nothing to the grade either; else the rule. What did it is
 * told once.
 */
function explainZero(evidence: Evidence, item: ItemSpec, full: Rational, drafts: readonly Draft[]): Draft[] {
  const { trace, manifest } = evidence;
  const graders = new Set(manifest.scale?.effects.map(({ cause }) => cause));
  const occurred = item.adjustments.flatMap(linesOf).filter((line) => truthAt(trace, line.occurred));
  const pointless = occurred.filter((line) => isZero(numberAt(trace, line.gross)));
  const cause = pointless.find((line) => !graders.has(line.name)) ?? pointless[0];
  const swallowed = drafts
    .filter(({ kind, about }) => (cause === undefined ? kind !== 'rule' : about !== cause))
    .map((draft) => ({ ...draft, counts: false }));
  const draft = { kind: 'zeroed', before: full, after: zero } as const;
  if (cause === undefined) return [...swallowed, { ...draft, ...byRule(evidence, item) }];
  const said = cause.kind === 'case' ? { inputs: cause.inputs, owner: cause.owner } : {};
  return [...swallowed, { ...draft, about: cause, ...said }];
}

function linesOf(adjustment: AdjustmentSpec): (CaseSpec | WhenSpec)[] {
  return adjustment.kind === 'list' ? adjustment.children.flatMap(linesOf) : [adjustment];
}
