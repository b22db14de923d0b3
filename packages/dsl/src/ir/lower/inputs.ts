/** Inputs: the keys of a record, with their types and what their absence means. */
import {
  divide,
  formatDate,
  formatExact,
  rational,
  type InputSpec,
  type InputType,
  type ListFieldSpec,
} from '@assess/runtime';
import type {
  BallotNode,
  CaseNode,
  EffectNode,
  FieldNode,
  LineNode,
  NumberTypeNode,
  TextNode,
} from '../../ast/nodes.ts';
import { walk } from '../../ast/walk.ts';
import { quantityValue, rangeUnit } from '../../check/literals.ts';
import { recordKey, voteKey } from '../../symbols/keys.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import { unitFactor } from '../../types/units.ts';
import type { Context } from './context.ts';
import type { Frame } from './frames.ts';
import { checked, dayOf, symbolOf, usedScorecard, wholeNumber } from './tree.ts';

const mostOccurrences = '999';
const mostEvents = 200;
const mostVotes = '10000';
/** Decimals of a figure whose declaration says none. */
const usualDecimals = 2;

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
    if (line.kind === 'input') declareField(context, line.field, 'figure', frame, reported);
    else if (line.kind === 'case') declareCase(context, line, frame);
    else if (line.kind === 'ballot') declareBallot(context, line, frame, reported);
    else if (line.kind === 'list') declareLines(context, line.body, frame, reported);
    else if (line.kind === 'item') {
      declareLines(context, line.body, frame, reported);
      const used = usedScorecard(context, line, frame);
      if (used !== null) declareLines(context, used.node.body, used.frame, reported);
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

function declareField(
  context: Context,
  field: FieldNode,
  role: InputSpec['role'],
  frame: Frame,
  reported: ReadonlySet<FieldNode>,
): void {
  const policy = field.notReported?.policy ?? 'refuse';
  const answer = policy === 'refuse' ? null : policy;
  const spec: InputSpec = {
    key: keyOf(context, symbolOf(context, field), frame),
    title: null,
    role,
    type: typeOf(context, field),
    absent: answer !== null || reported.has(field) ? 'not-reported' : 'refuse',
    source: texts(field.source?.documents ?? []),
    origin: context.origins.of(field.span),
  };
  context.inputs.add(spec, answer);
}

function typeOf(context: Context, { type, rounding }: FieldNode): InputType {
  switch (type.kind) {
    case 'number-type': {
      const decimals = rounding === null ? usualDecimals : wholeNumber(rounding.decimals);
      return { kind: 'number', ...boundsOf(type), decimals: type.number === 'integer' ? 0 : decimals };
    }
    case 'date-type': {
      const day = (end: 'low' | 'high'): string | null => {
        const date = type.range?.[end];
        return date?.kind === 'date' ? formatDate(dayOf(date, context)) : null;
      };
      return { kind: 'date', low: day('low'), high: day('high') };
    }
    case 'choice-type':
      return { kind: 'choice', options: type.options.map((option) => option.text) };
    case 'yes-no-type':
      return { kind: 'yes-no' };
    case 'text-type':
      return { kind: 'text' };
    case 'missing':
      throw new Error('a field without a type reached lowering');
  }
}

/** Unit and range of a number as recorded: the figure in the unit of the range. */
function boundsOf({ number, range }: NumberTypeNode): { unit: string | null; low: string; high: string } {
  const { low, high } = checked(range, 'a number without a range');
  const unit = rangeUnit({ low, high }) ?? (number === 'percent' ? 'percent' : null);
  const factor = unit === null ? rational(1n) : unitFactor(unit);
  const bound = (end: typeof low): string => {
    const value = end.kind === 'quantity' ? quantityValue(end, end.unit ?? unit) : null;
    return formatExact(divide(checked(value, 'a bound'), factor));
  };
  return { unit, low: bound(low), high: bound(high) };
}

function declareCase(context: Context, node: CaseNode, frame: Frame): void {
  const symbol = symbolOf(context, node);
  const title = node.title.kind === 'title' ? (node.title.text?.text ?? null) : null;
  const effects = [node.effect, ...node.table.map((row) => row.effect)];
  context.inputs.add({
    key: keyOf(context, symbol, frame),
    title: title === symbol.name ? null : title,
    role: 'case',
    type: caseType(symbol, node),
    absent: 'none',
    source: effects.flatMap(sourcesOf),
    origin: context.origins.of(node.span),
  });
}

/** Once: yes or no; per occurrence or by table: a count; recorded with fields or keys: events. */
function caseType(symbol: Symbol, node: CaseNode): InputType {
  const fields = eventFields(symbol, node);
  if (fields.length > 0) return { kind: 'list', fields, most: mostEvents, least: 0 };
  const [row] = node.table;
  const per = node.effect?.kind === 'points-effect' ? node.effect.per : null;
  if (row === undefined && per === null) return { kind: 'yes-no' };
  const unit = per?.unit ?? row?.count.unit ?? null;
  return { kind: 'number', unit, decimals: 0, low: '0', high: mostOccurrences };
}

/** The fields that a case records, and the keys of the lists around it that count the highest only. */
function eventFields(symbol: Symbol, node: CaseNode): ListFieldSpec[] {
  const names = new Set<string>();
  for (const effect of [node.effect, ...node.table.map((row) => row.effect)]) {
    if (effect === null || effect.kind === 'missing') continue;
    for (const clause of effect.clauses) {
      if (clause.kind === 'recorded-with') for (const field of clause.fields) names.add(field.text);
    }
  }
  for (let place = symbol.owner; place?.kind === 'list'; place = place.owner) {
    if (place.node.kind !== 'list' && place.node.kind !== 'item') continue;
    for (const clause of place.node.clauses) {
      if (clause.kind === 'highest-only') for (const key of clause.keys) names.add(key.text);
    }
  }
  return [...names].map((name) => ({
    name,
    type: /日期$|date$/iu.test(name) ? { kind: 'date', low: null, high: null } : { kind: 'text' },
    absent: 'refuse',
  }));
}

function sourcesOf(effect: EffectNode | null): string[] {
  if (effect === null || effect.kind === 'missing') return [];
  return effect.clauses.flatMap((clause) => (clause.kind === 'source-clause' ? texts(clause.documents) : []));
}

function declareBallot(context: Context, node: BallotNode, frame: Frame, reported: ReadonlySet<FieldNode>): void {
  for (const input of node.inputs) declareField(context, input.field, 'figure', frame, reported);
  const groups = node.groups.length === 0 ? [null] : node.groups.map((group) => symbolOf(context, group));
  for (const group of groups) {
    for (const option of node.options) {
      context.inputs.add({
        key: votesKey(context, symbolOf(context, option), group, frame),
        title: null,
        role: 'ballot',
        type: { kind: 'number', unit: 'ballot', decimals: 0, low: '0', high: mostVotes },
        absent: 'refuse',
        source: [],
        origin: context.origins.of(option.span),
      });
    }
  }
}

/** The key under which the record holds what a symbol stands for in a frame. */
export function keyOf({ analysis }: Context, symbol: Symbol, frame: Frame): string {
  return recordKey({ symbol, through: frame.user }, analysis.names);
}

/** The key of the votes for an option, in a group where the ballot has groups. */
export function votesKey({ analysis }: Context, option: Symbol, group: Symbol | null, frame: Frame): string {
  return voteKey({ symbol: option, through: frame.user }, group, analysis.names);
}

function texts(documents: readonly TextNode[]): string[] {
  return documents.map((document) => document.text);
}
