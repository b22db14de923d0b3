/** Quotas: data for the runtime, which carries them out over all subjects (semantics 7.4). */
import { formatExact, type QuotaSpec } from '@assess/runtime';
import type { PathNode, QuotaNode } from '../../ast/nodes.ts';
import { unbracketed } from '../../check/literals.ts';
import type { Context, Operand } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { keyOf } from './inputs.ts';
import { orNothing, topScene } from './scenes.ts';
import { checked, valueOf, wholeNumber } from './tree.ts';

/** `名额30% 按 类别 …`; where the amount is a choice by class, its key parts the cohort. */
export function lowerQuota(node: QuotaNode, grade: number, context: Context): QuotaSpec {
  const { amount } = node;
  if (amount.kind === 'missing') throw new Error('a hole reached lowering');
  const rows =
    amount.kind === 'by-table'
      ? amount.rows.map((row) => ({ options: row.options, value: row.value }))
      : [{ options: [], value: amount }];
  const by = node.by ?? (amount.kind === 'by-table' && amount.key.kind === 'path' ? amount.key : null);
  const [first] = rows;
  const isShare = context.analysis.types.get(checked(first, 'a quota').value);
  return {
    grade,
    origin: context.origins.of(node.span),
    kind: isShare?.type === 'number' && isShare.dimension === 'ratio' ? 'share' : 'number',
    amounts: rows.flatMap(({ options, value }): QuotaSpec['amounts'] => {
      const text = formatExact(valueOf(value));
      if (options.length === 0) return [{ option: null, amount: text }];
      return options.map((option) => ({ option: option.text, amount: text }));
    }),
    by: by === null ? null : attributeOf(by, context),
    base: node.base ?? 'assessed',
    rounding: node.rounding ?? 'down',
    minimum: node.minimum === null ? 0 : wholeNumber(node.minimum),
    ties: node.ties.map((tie) => lowerTie(tie, context)),
    stillTied: node.stillTied ?? 'none-in',
    moveUp: node.moveUp ?? false,
  };
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
