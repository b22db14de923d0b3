import type { Rational } from '@assess/runtime';
import type { ExpressionNode, FieldNode, FileNode, ItemNode, Node, ScorecardNode, TotalNode } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import type { Names, Symbol } from '../symbols/symbol.ts';
import type { Type } from '../types/type.ts';
import type { Classes } from './classes.ts';
import type { UsedPolicy, UsedResult } from './results/find-results.ts';

/** A comment, for the formatter and for suppressions. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** Full marks for every combination of the attributes on which they depend. */
export interface MarksByClass {
  readonly keys: readonly Symbol[];
  /** Null for a class for which the item is not there, or that could not be determined. Classes may name further attributes. */
  readonly at: (classes: Classes) => Rational | null;
}

/** Full marks of an item and how its children share them. */
export interface Marks {
  /** In points of the item's own scale. Null when it depends on the class, or could not be determined (already reported). */
  readonly full: Rational | null;
  /** The full marks of each class, where they depend on it; else null. */
  readonly byClass: MarksByClass | null;
  /** How the children add up: by points, by percentage weights, by ratio weights (份), or none (a leaf). */
  readonly children: 'points' | 'weights' | 'ratios' | 'none';
}

/**
 * Everything the front end knows of one policy. Immutable; check, language server, lowering, formatter and comparison read
 * it and add nothing to it. Made by `analyze`.
 */
export interface Analysis {
  /** The policy's text, with the texts that it imports behind it. */
  readonly source: SourceFile;
  /** A policy, or a file with parts of policies: it can be checked and imported from, not run. */
  readonly role: 'policy' | 'parts';
  /** The chapters of the policy and those that it imports. */
  readonly tree: FileNode;
  readonly comments: readonly Comment[];
  readonly names: Names;
  readonly types: ReadonlyMap<ExpressionNode | FieldNode | Node, Type>;
  /** Other policies of which something is used. */
  readonly policies: readonly UsedPolicy[];
  /** Figures of the record that are results of other policies, by their fields. */
  readonly results: ReadonlyMap<Node, UsedResult>;
  readonly marks: ReadonlyMap<TotalNode | ScorecardNode | ItemNode, Marks>;
  /** Of every phase, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}
