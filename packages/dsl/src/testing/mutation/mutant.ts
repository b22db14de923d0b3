import type { Node } from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import type { Span } from '../../source/span.ts';
import type { KeywordId } from '../../vocabulary/keywords.ts';

/** What is changed. */
export type MutationKind =
  | 'bound'
  | 'relation'
  | 'figure'
  | 'shift'
  | 'rounding'
  | 'logic'
  | 'no-points'
  | 'grade'
  | 'line'
  | 'clause'
  | 'quota';

export const mutationKinds: Readonly<Record<MutationKind, Message>> = {
  bound: { zh: '界限', en: 'bounds' },
  relation: { zh: '含不含本数', en: 'bounds included or not' },
  figure: { zh: '分值和其他数', en: 'points and other figures' },
  shift: { zh: '权重和分值的分配', en: 'weights and shares' },
  rounding: { zh: '舍入', en: 'rounding' },
  logic: { zh: '条件', en: 'conditions' },
  'no-points': { zh: '不得分', en: 'no points' },
  grade: { zh: '等次效果', en: 'effects on the grade' },
  line: { zh: '整行', en: 'whole lines' },
  clause: { zh: '写法的选择', en: 'choices of wording' },
  quota: { zh: '名额', en: 'quotas' },
};

/** Texts put in the place of others, all in one file. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One change of a policy that a test ought to notice. */
export interface Mutant {
  readonly kind: MutationKind;
  /** What is changed. */
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** What an operator knows of the place of a node. */
export interface Place {
  /** From the file down to the parent. */
  readonly ancestors: readonly Node[];
  readonly parent: Node | null;
  /** As the drafter wrote it. */
  text(node: Node): string;
  /** What stands from one offset to another. */
  slice(start: number, end: number): string;
  /** A keyword in the policy's language. */
  word(id: KeywordId): string;
}
