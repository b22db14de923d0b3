/** The lines of the grades as sets of the values of the quantity that they look at. */
import type { GradeLineNode, GradesNode, Node } from '../ast/nodes.ts';
import { walk } from '../ast/walk.ts';
import type { Names } from '../symbols/symbol.ts';
import type { Analysis } from './analysis.ts';
import { bandOf, mostRows, subjectOf, unitIn } from './bands.ts';
import type { Band, BandSubject } from './bands.ts';
import { everything, intersect, onSteps } from './intervals.ts';

/** A line of the scale: the scores for which its conditions can hold, and whether they do for all of them. */
export interface GradeBand extends Band {
  readonly line: GradeLineNode;
}

/** What the grades say about their quantity, best grade first. */
export interface GradeTable {
  readonly subject: BandSubject;
  /** The lines in order; 其余, and a quota alone, hold for every score. */
  readonly bands: readonly GradeBand[];
  /** The unit in which the bounds are written. */
  readonly unit: string | null;
}

/** Reads the grades; null where there are none, or more than anyone writes by hand. */
export function gradeTable(
  node: GradesNode,
  facts: Pick<Analysis, 'tree' | 'names' | 'marks' | 'types' | 'results'>,
): GradeTable | null {
  const lines = node.lines.filter((line) => line.kind === 'grade-line');
  if (lines.length === 0 || lines.length > mostRows) return null;
  const subject = subjectOf(node.basedOn, facts);
  const bands = lines.map((line): GradeBand => {
    const { set, exact } =
      line.condition === null ? { set: everything, exact: true } : bandOf(line.condition, subject, facts);
    return { line, set: onSteps(intersect(subject.domain, set), subject.range.step), exact };
  });
  const unit = lines.map((line) => unitIn(line.condition)).find((each) => each !== null) ?? null;
  return { subject, bands, unit };
}

function anyOf({ symbols }: Pick<Names, 'symbols'>, reached: Set<GradeLineNode>): void {
  for (const { node } of symbols) if (node.kind === 'grade-line') reached.add(node);
}

/** The grades that an effect can give: those named by 定为 and 最高评为, and every one below the best by 降一档. */
export function gradesByEffect({ tree, names }: Pick<Analysis, 'tree' | 'names'>): ReadonlySet<GradeLineNode> {
  const reached = new Set<GradeLineNode>();
  walk(tree, (node) => {
    if (node.kind !== 'grade-effect') return;
    const targets: readonly Node[] =
      node.grade?.kind === 'by-table' ? node.grade.rows.map(({ value }) => value) : [node.grade ?? node];
    for (const target of targets) {
      const named = names.references.get(target)?.symbol;
      if (named?.node.kind === 'grade-line') reached.add(named.node);
      // Another scale or a field names any of them.
      else if (named !== undefined && named.kind !== 'outcome') anyOf(names, reached);
    }
    if (node.effect === 'down') anyOf(names, reached);
  });
  return reached;
}
