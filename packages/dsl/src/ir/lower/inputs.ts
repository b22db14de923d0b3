/** Inputs: the keys of a record, with their types and what their absence means. */
import type { InputSpec, InputType } from '@assess/runtime';
import type {
  BallotNode,
  CaseNode,
  DiscretionNode,
  EffectNode,
  FieldNode,
  InputNode,
  LineNode,
  PanelNode,
  TextNode,
} from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { answerAt } from './absence.ts';
import { mayBeMissing } from './periods.ts';
import { limitsInRecord, limitsOf } from './classes.ts';
import type { Context } from './context.ts';
import type { Frame } from './frames.ts';
import { eventsType, listType, panelType, scalarType } from './input-types.ts';
import { keyOf, votesKey } from './record-keys.ts';
import { symbolOf, usedScorecards } from './tree.ts';

const mostOccurrences = '999';
const mostVotes = '10000';

/** Declares all inputs of the policy, in the order of the file; those of a scorecard where it is used, as often as it is used. */
export function declareInputs(context: Context): void {
  const reported = deadlineDates(context);
  const { root } = context.frames;
  for (const chapter of context.analysis.tree.chapters) {
    if (chapter.kind === 'subjects') {
      for (const field of chapter.fields) declareField(context, field, 'attribute', root, reported);
    } else if (chapter.kind === 'total') declareLines(context, chapter.body, root, reported);
    else if (chapter.kind === 'list' || chapter.kind === 'input') declareLines(context, [chapter], root, reported);
  }
}

function declareLines(
  context: Context,
  lines: readonly LineNode[],
  frame: Frame,
  reported: ReadonlySet<FieldNode>,
): void {
  for (const line of lines) {
    if (line.kind === 'input') declareInput(context, line, frame, reported);
    else if (line.kind === 'case') declareCase(context, line, frame);
    else if (line.kind === 'checklist') {
      for (const point of line.points) {
        const title =
          point.title === null || point.title.text === symbolOf(context, point.field).name ? null : point.title.text;
        declareField(context, point.field, 'figure', frame, reported, title);
      }
    } else if (line.kind === 'discretion') {
      declareField(context, line.figure, 'figure', frame, reported);
      declareReason(context, line, 'figure', frame);
    } else if (line.kind === 'ballot') declareBallot(context, line, frame, reported);
    else if (line.kind === 'panel') declarePanel(context, line, frame);
    else if (line.kind === 'list') declareLines(context, line.body, frame, reported);
    else if (line.kind === 'item') {
      declareLines(context, line.body, frame, reported);
      for (const used of usedScorecards(context, line, frame)) {
        const declare = (): void => declareLines(context, used.node.body, used.frame, reported);
        if (mayBeMissing(line, context)) context.inputs.period(used.frame, declare);
        else declare();
      }
    }
  }
}

/** Dates whose absence a 限期 rule deals with. */
function deadlineDates({ analysis }: Context): ReadonlySet<FieldNode> {
  const dates = new Set<FieldNode>();
  walk(analysis.tree, (node) => {
    if (node.kind !== 'deadline' || !node.rows.some((row) => row.event === 'not-reported')) return;
    const field = analysis.names.references.get(node.date)?.symbol.node;
    if (field?.kind === 'field') dates.add(field);
  });
  return dates;
}

function declareInput(context: Context, input: InputNode, frame: Frame, reported: ReadonlySet<FieldNode>): void {
  const { field } = input;
  if (field.type.kind !== 'list-type') {
    declareField(context, field, 'figure', frame, reported);
    return;
  }
  context.inputs.add(listSpec(context, input, frame));
}

/** An input of a list of entries. */
export function listSpec(context: Context, input: InputNode, frame: Frame): Omit<InputSpec, 'together'> {
  const { field } = input;
  return {
    key: keyOf(context, symbolOf(context, field), frame),
    title: null,
    role: 'figure',
    type: listType(context, input),
    absent: 'refuse',
    only: limitsInRecord(limitsOf(symbolOf(context, field), frame, context), context),
    notApplicable: false,
    source: texts(field.source?.documents ?? []),
    origin: context.origins.of(field.span),
  };
}

function declareField(
  context: Context,
  field: FieldNode,
  role: InputSpec['role'],
  frame: Frame,
  reported: ReadonlySet<FieldNode>,
  title: string | null = null,
): void {
  const policy = field.notReported?.policy ?? 'refuse';
  const symbol = symbolOf(context, field);
  const answers = {
    notReported: policy === 'refuse' ? null : policy,
    own: field.notApplicable?.policy ?? null,
    around: role === 'attribute' ? null : answerAt(symbol.owner, frame),
  };
  const spec: Omit<InputSpec, 'together'> = {
    key: keyOf(context, symbol, frame),
    title,
    role,
    type: scalarType(context, field),
    absent: answers.notReported !== null || reported.has(field) ? 'not-reported' : 'refuse',
    only: limitsInRecord(limitsOf(symbol, frame, context), context),
    notApplicable: field.type.kind !== 'text-type' && (answers.own ?? answers.around ?? 'refuse') !== 'refuse',
    source: texts(field.source?.documents ?? []),
    origin: context.origins.of(field.span),
  };
  context.inputs.add(spec, answers);
}

/** The reason of a judgement: of a rule always, of a case where points are given (which is a requirement). */
function declareReason(context: Context, node: DiscretionNode, role: 'figure' | 'case', frame: Frame): void {
  context.inputs.add({
    key: keyOf(context, symbolOf(context, node.reason), frame),
    title: null,
    role,
    type: { kind: 'text', filled: true },
    absent: role === 'case' ? 'none' : 'refuse',
    only: limitsInRecord(limitsOf(symbolOf(context, node.reason), frame, context), context),
    notApplicable: false,
    source: [],
    origin: context.origins.of(node.span),
  });
}

function declareCase(context: Context, node: CaseNode, frame: Frame): void {
  const symbol = symbolOf(context, node);
  const title = node.title.kind === 'title' ? (node.title.text?.text ?? null) : null;
  const effects = [node.effect, ...node.table.map((row) => row.effect)];
  context.inputs.add({
    key: keyOf(context, symbol, frame),
    title: title === symbol.name ? null : title,
    role: 'case',
    type:
      node.effect?.kind === 'discretion' ? scalarType(context, node.effect.figure) : caseType(context, symbol, node),
    absent: 'none',
    only: limitsInRecord(limitsOf(symbol, frame, context), context),
    notApplicable: false,
    source: effects.flatMap(sourcesOf),
    origin: context.origins.of(node.span),
  });
  if (node.effect?.kind === 'discretion') declareReason(context, node.effect, 'case', frame);
}

/** Once: yes or no; per occurrence or by table: a count; recorded with fields or keys: events. */
function caseType(context: Context, symbol: Symbol, node: CaseNode): InputType {
  const events = eventsType(context, symbol, node);
  if (events !== null) return events;
  const [row] = node.table;
  const per = node.effect?.kind === 'points-effect' ? node.effect.per : null;
  if (row === undefined && per === null) return { kind: 'yes-no' };
  const unit = per?.unit ?? row?.count.unit ?? null;
  return { kind: 'number', unit, decimals: 0, low: '0', high: mostOccurrences };
}

function sourcesOf(effect: EffectNode | null): string[] {
  if (effect === null || effect.kind === 'missing') return [];
  const own = effect.kind === 'discretion' ? texts(effect.figure.source?.documents ?? []) : [];
  return [
    ...own,
    ...effect.clauses.flatMap((clause) => (clause.kind === 'source-clause' ? texts(clause.documents) : [])),
  ];
}

function declareBallot(context: Context, node: BallotNode, frame: Frame, reported: ReadonlySet<FieldNode>): void {
  for (const input of node.inputs) declareInput(context, input, frame, reported);
  const groups = node.groups.length === 0 ? [null] : node.groups.map((group) => symbolOf(context, group));
  const only = limitsInRecord(limitsOf(symbolOf(context, node), frame, context), context);
  for (const group of groups) {
    for (const option of node.options) {
      context.inputs.add({
        key: votesKey(context, symbolOf(context, option), group, frame),
        title: null,
        role: 'ballot',
        type: { kind: 'number', unit: 'ballot', decimals: 0, low: '0', high: mostVotes },
        absent: 'refuse',
        only,
        notApplicable: false,
        source: [],
        origin: context.origins.of(option.span),
      });
    }
  }
}

/** The marks of a panel: a list with an entry for every rater. */
function declarePanel(context: Context, node: PanelNode, frame: Frame): void {
  const symbol = symbolOf(context, node);
  context.inputs.add({
    key: keyOf(context, symbol, frame),
    title: null,
    role: 'ballot',
    type: panelType(context, symbol, node),
    absent: 'refuse',
    source: [],
    only: limitsInRecord(limitsOf(symbol, frame, context), context),
    notApplicable: false,
    origin: context.origins.of(node.span),
  });
}

function texts(documents: readonly TextNode[]): string[] {
  return documents.map((document) => document.text);
}
