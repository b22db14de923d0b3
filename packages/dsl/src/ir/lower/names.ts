/** What a written name stands for in arithmetic. */
import { rational } from '@assess/runtime';
import type { GradesNode, NameNode, PathNode } from '../../ast/nodes.ts';
import type { OfferedResult } from '../../check/results/offered.ts';
import type { Span } from '../../source/span.ts';
import { isOfEntries } from '../../symbols/entries.ts';
import type { Reference, Symbol } from '../../symbols/symbol.ts';
import { unitFactor } from '../../types/units.ts';
import type { NumberExpression, TruthExpression } from '../ir.ts';
import type { Context, Operand, Scene, ScoreSteps } from './context.ts';
import type { Frame } from './frames.ts';
import { unitOf } from './number-inputs.ts';
import { keyOf, votesKey } from './record-keys.ts';
import { and, constant, equal, negative, product, unit, when, whole, nothing } from './operations.ts';
import { plain, reported } from './scenes.ts';
import { checked } from './tree.ts';
import { unlessVoid, type Void } from './voids.ts';

/** The number that a path stands for; conditions count as 1 and 0. */
export function lowerPath(path: PathNode, scene: Scene, context: Context): Operand {
  return lowerNamed(checked(context.analysis.names.references.get(path), 'an unknown name'), path, scene, context);
}

/** The number that what `path` refers to stands for. */
export function lowerNamed(reference: Reference, path: PathNode | NameNode, scene: Scene, context: Context): Operand {
  const { symbol } = reference;
  const { node } = symbol;
  // An option is the same wherever its field stands: a test names it from outside of every frame.
  if (symbol.kind === 'option') return plain(whole(optionIndex(reference)));
  const frame = context.frames.of(reference, scene.frame);
  switch (symbol.kind) {
    case 'attribute':
    case 'input':
      return {
        ...readInput(context.inputs.index(keyOf(context, symbol, frame)), scene, context),
        ...resultFacts(context.analysis.results.get(node)?.result),
      };
    case 'entry-field':
      return { ...readField(symbol, scene), ...resultFacts(context.analysis.results.get(node)?.result) };
    case 'rater-count':
      return checked(scene.subject, 'a number of raters outside of its panel');
    case 'ballot-option': {
      const group = context.analysis.names.references.get(
        path.kind === 'path' ? (path.names.at(-2) ?? path) : path,
      )?.symbol;
      const grouped = group?.kind === 'ballot-group' ? group : null;
      return readInput(context.inputs.index(votesKey(context, symbol, grouped, frame)), scene, context);
    }
    case 'figure':
    case 'table': {
      if (node.kind === 'define' && isOfEntries(symbol)) return context.lookup.entryFigure(node, scene);
      if (path.kind === 'path' && isCondition(reference, context))
        return plain(when(lowerTruePath(path, scene, context), unit, nothing));
      const { operand, reads } = context.lookup.figure(symbol, frame);
      for (const input of reads) scene.reads.add(input);
      return operand;
    }
    case 'total':
    case 'item': {
      if (node.kind !== 'total' && node.kind !== 'item') break;
      const steps = context.lookup.item(node, frame);
      return { ...plain(steps.score), full: steps.open, voids: voidsOf(steps, path.span) };
    }
    case 'list':
      if (node.kind !== 'list' && node.kind !== 'item') break;
      return plain(unsigned(reference, context.lookup.list(node, frame).points));
    case 'case': {
      if (node.kind !== 'case') break;
      scene.reads.add(context.inputs.index(keyOf(context, symbol, frame)));
      if (node.effect?.kind === 'discretion')
        return readInput(context.inputs.index(keyOf(context, symbol, frame)), scene, context);
      return plain(context.lookup.occurrence(node, frame).count);
    }
    case 'scale':
      if (node.kind !== 'grades') break;
      return { ...plain(context.lookup.grade(node).graded), scale: node };
    case 'grade':
      if (symbol.owner?.node.kind !== 'grades') break;
      return { ...plain(whole(gradeIndex(reference))), scale: symbol.owner.node };
    case 'outcome':
      // Told apart before any arithmetic (see `lowerOutcome`); behind the grades it has a number that can be shown.
      if (symbol.owner?.node.kind !== 'grades') break;
      return plain(whole(outcomeNumber(symbol.owner.node, symbol.name)));
    case 'subject':
    case 'scorecard':
    case 'ballot':
    case 'ballot-group':
    case 'sample':
    case 'stage':
  }
  throw new Error(`${symbol.name} is no figure and reached lowering`);
}

/** What is known of a result of another policy besides its value: full marks of a score, or how many grades there are. */
function resultFacts(result: OfferedResult | undefined): Pick<Operand, 'full' | 'otherGrades'> {
  return {
    full: result?.of === 'score' ? constant(result.full) : null,
    otherGrades: result?.of === 'grade' ? result.grades.length : null,
  };
}

/** The condition that a path stands for: a yes or no, a defined condition, a case that counts once. */
export function lowerTruePath(path: PathNode, scene: Scene, context: Context): TruthExpression {
  const reference = checked(context.analysis.names.references.get(path), 'an unknown name');
  const frame = context.frames.of(reference, scene.frame);
  if (isCondition(reference, context)) {
    const { node } = reference.symbol;
    if (node.kind === 'define' && isOfEntries(reference.symbol)) return context.lookup.entryCondition(node, scene);
    const { holds, reads, voids } = context.lookup.condition(reference.symbol, frame);
    for (const input of reads) scene.reads.add(input);
    scene.voids.push(...voids);
    return holds;
  }
  if (reference.symbol.node.kind === 'case') return context.lookup.occurrence(reference.symbol.node, frame).occurred;
  const { value, absent, voids } = lowerPath(path, scene, context);
  scene.voids.push(...voids);
  return and([reported(absent), unlessVoid(voids), equal(value, unit)]);
}

function isCondition({ symbol }: Reference, { analysis }: Context): boolean {
  return symbol.node.kind === 'define' && analysis.types.get(symbol.node.value)?.type === 'truth';
}

/** The figure of an input in base units: percentages and 万元 are scaled. */
export function readInput(input: number, scene: Pick<Scene, 'reads'>, context: Context): Operand {
  scene.reads.add(input);
  const { type, absent, only, notApplicable, together, role } = context.inputs.spec(input);
  const factor = type.kind === 'number' && type.unit !== null ? unitFactor(type.unit) : rational(1n);
  const value = product([constant(factor), { op: 'input', input }]);
  // The votes of a ballot that is not there count as none.
  const isOpen =
    absent === 'not-reported' ||
    notApplicable ||
    ((only.length > 0 || together !== null) && role !== 'case' && role !== 'ballot');
  return { ...plain(value), absent: isOpen ? [input] : [] };
}

/** Where an item that is read at `span` has no result or is not applicable. */
export function voidsOf({ noResult, notApplicable }: ItemState, span: Span): readonly Void[] {
  const none: Void[] =
    noResult === null
      ? []
      : [{ holds: noResult, span, message: { zh: '所用的得分无结果', en: 'a score that it needs has no result' } }];
  if (notApplicable === null) return none;
  const message = { zh: '所用的项目不适用', en: 'an item that it needs is not applicable' };
  return [...none, { holds: notApplicable, outcome: 'not-applicable', span, message }];
}

type ItemState = Pick<ScoreSteps, 'noResult' | 'notApplicable'>;

/** A field of the entry that the scene is about, in base units. */
function readField({ name, node }: Symbol, { entry }: Scene): Operand {
  const { input } = checked(entry, 'a field outside of its list');
  const unitName = node.kind === 'field' && node.type.kind === 'number-type' ? unitOf(node.type) : null;
  const factor = unitName === null ? rational(1n) : unitFactor(unitName);
  return plain(product([constant(factor), { op: 'field', list: input, field: name }]));
}

/** What a list adds or what it takes, without sign. */
function unsigned({ symbol }: Reference, points: NumberExpression): NumberExpression {
  let list = symbol;
  while (list.node.kind !== 'list' && list.owner !== null) list = list.owner;
  return list.node.kind === 'list' && list.node.sort !== 'bonuses' ? negative(points) : points;
}

/** The key of `按 key { … }` as the index of an option, with the options in order. */
export function lowerKey(
  path: PathNode,
  scene: Scene,
  context: Context,
): Pick<Operand, 'absent' | 'scale'> & { readonly index: NumberExpression; readonly options: readonly string[] } {
  const type = context.analysis.types.get(path);
  const options = type?.type === 'choice' ? type.options : type?.type === 'grade' ? type.grades : null;
  const { value, absent, scale } = lowerPath(path, scene, context);
  return { index: value, options: checked(options, 'a choice by something without options'), absent, scale };
}

/** The index of an option in its field. */
function optionIndex({ symbol }: Reference): number {
  const holder = symbol.owner?.node;
  const field = holder?.kind === 'field' && holder.type.kind === 'choice-type' ? holder.type.options : [];
  const options = holder?.kind === 'define' ? holder.options : field;
  return found(options.findIndex((option) => option.text === symbol.name));
}

/** The index of a grade in its scale; 0 is the best. */
function gradeIndex({ symbol }: Reference): number {
  const scale = symbol.owner?.node;
  const lines = scale?.kind === 'grades' ? scale.lines : [];
  const names = lines.flatMap((line) => (line.kind === 'grade-line' ? [line.name.text] : []));
  return found(names.indexOf(symbol.name));
}

/** The number of an outcome beside the grades where grades are shown: behind the grades, and behind 不定等次. */
function outcomeNumber({ lines }: GradesNode, name: string): number {
  const grades = lines.filter((line) => line.kind === 'grade-line').length;
  const outcomes = lines.flatMap((line) => (line.kind === 'off-scale' ? [line.name.text] : []));
  return grades + 1 + found(outcomes.indexOf(name));
}

function found(index: number): number {
  if (index === -1) throw new Error('an unknown option reached lowering');
  return index;
}

/** The item, list or case that a path names, with its frame. */
export function lowerCasePath(path: PathNode, frame: Frame, context: Context): Reference & { readonly frame: Frame } {
  const reference = checked(context.analysis.names.references.get(path), 'an unknown name');
  return { ...reference, frame: context.frames.of(reference, frame) };
}
