/** Quotas: data for the runtime, which carries them out over all subjects (semantics 7.4). */
import { formatExact, toInteger, type QuotaSpec } from '@assess/runtime';
import type { GradesNode, Node, PathNode, QuotaNode, QuotaSizesNode } from '../../ast/nodes.ts';
import { unbracketed } from '../../check/literals.ts';
import { sizeRows } from '../../check/quota-sizes.ts';
import type { Context, Operand } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { keyOf } from './record-keys.ts';
import { orNothing, topScene } from './scenes.ts';
import { checked, valueOf, wholeNumber } from './tree.ts';

/** `名额30% 按 类别 …`; where the amount is a choice by class and no other class is named, its key parts the cohort. */
export function lowerQuota(node: QuotaNode, grade: number, scale: GradesNode, context: Context): QuotaSpec {
  const { amount } = node;
  if (amount.kind === 'missing') throw new Error('a hole reached lowering');
  const rows =
    amount.kind === 'by-table'
      ? amount.rows.map((row) => ({ options: row.options, value: row.value }))
      : amount.kind === 'quota-sizes'
        ? []
        : [{ options: [], value: amount }];
  const key = amount.kind === 'by-table' && amount.key.kind === 'path' ? amount.key : null;
  const by = node.by ?? key;
  const [first] = rows;
  return {
    grade,
    origin: context.origins.of(node.span),
    kind: first === undefined ? 'number' : kindOf(first.value, context),
    amounts: rows.flatMap(({ options, value }): QuotaSpec['amounts'] => {
      const text = formatExact(valueOf(value));
      if (options.length === 0) return [{ option: null, amount: text }];
      return options.map((option) => ({ option: option.text, amount: text }));
    }),
    sizes: amount.kind === 'quota-sizes' ? lowerSizes(amount, context) : [],
    sort: key === null ? null : attributeOf(key, context),
    by: by === null ? null : attributeOf(by, context),
    from: node.last ? 'worst' : 'best',
    joint: node.withAbove,
    base: node.base ?? 'assessed',
    rounding: node.rounding ?? 'down',
    minimum: node.minimum === null ? 0 : wholeNumber(node.minimum),
    ties: node.ties.map((tie) => lowerTie(tie, context)),
    stillTied: node.stillTied === 'by-meeting' ? 'meeting' : (node.stillTied ?? 'none-in'),
    decision: node.stillTied === 'by-meeting' ? declareDecision(node, grade, scale, context) : null,
    moveUp: node.moveUp ?? false,
  };
}

function kindOf(value: Node, { analysis }: Context): QuotaSpec['kind'] {
  const type = analysis.types.get(value);
  return type?.type === 'number' && type.dimension === 'ratio' ? 'share' : 'number';
}

/** The rows by size as ranges; a row that holds in several places becomes several. */
function lowerSizes(node: QuotaSizesNode, context: Context): QuotaSpec['sizes'] {
  return sizeRows(node, context.analysis).flatMap(({ row, set }) =>
    set.map(({ low, high }) => ({
      from: low === null ? 0 : toInteger(low),
      to: high === null ? null : toInteger(high),
      kind: kindOf(row.amount, context),
      amount: formatExact(valueOf(row.amount)),
    })),
  );
}

/** The input under which a record carries what a meeting decided: `议定.优秀`, yes or no. */
function declareDecision(
  node: QuotaNode,
  grade: number,
  { name, lines }: GradesNode,
  { inputs, origins }: Context,
): number {
  const grades = lines.flatMap((line) => (line.kind === 'grade-line' ? [line.name.text] : []));
  const named = checked(grades[grade], 'a grade');
  const word = /\p{Script=Han}/u.test(named) ? '议定' : 'meeting';
  const key = inputs.freeKey([word, ...(name === null ? [] : [name.text]), named].join('.'));
  inputs.add({
    key,
    title: null,
    role: 'decision',
    type: { kind: 'yes-no' },
    absent: 'not-reported',
    only: [],
    notApplicable: false,
    source: [],
    origin: origins.of(node.span),
  });
  return inputs.index(key);
}

/** The input that parts the cohort, also where a definition passes it on under another name. */
function attributeOf(path: PathNode, context: Context): number {
  const reference = checked(context.analysis.names.references.get(path), 'an unknown name');
  const { symbol } = reference;
  const passedOn = symbol.node.kind === 'define' ? unbracketed(symbol.node.value) : null;
  if (passedOn?.kind === 'path') return attributeOf(passedOn, context);
  return context.inputs.index(keyOf(context, symbol, context.frames.of(reference, context.frames.root)));
}

/** A tie key: more is better. */
function lowerTie(path: PathNode, context: Context): QuotaSpec['ties'][number] {
  const operand: Operand = lowerNumber(path, topScene(context), context);
  const name = context.origins.text(path.span);
  return { step: context.steps.number(`tie.${name}`, orNothing(operand), path.span).step, name };
}
