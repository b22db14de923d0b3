/** What a check rule is. One rule, one file; `rules.ts` lists them. */
import type { Node, NodeKind, NodeOf } from '../ast/nodes.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { Locale } from '../source/locale.ts';
import type { Token } from '../syntax/token.ts';
import type { Analysis } from './analysis.ts';

/** What every rule may read: all that the phases before the rules found. */
export interface RuleContext extends Pick<
  Analysis,
  'source' | 'role' | 'tree' | 'names' | 'types' | 'marks' | 'results'
> {
  readonly tokens: readonly Token[];
  /** Whether reading, names and types gave no error: otherwise what seems unused may only be misspelt. */
  readonly sound: boolean;
  /** The language in which fixes add words: Chinese in a text that holds any Chinese. */
  readonly locale: Locale;
  report(diagnostic: Diagnostic): void;
}

/** Called for every node of a kind, parents first. `ancestors` runs from the root to the parent. */
export type Visit<Kind extends NodeKind> = (
  node: NodeOf<Kind>,
  context: RuleContext,
  ancestors: readonly Node[],
) => void;

/** The identity and weight of a kind of diagnostic, without its message. */
export interface KindIdentity {
  readonly code: string;
  readonly severity: Severity;
  readonly suppressible?: boolean;
}

/** One rule: what it reports, and what it looks at. */
export interface Rule {
  readonly kinds: readonly KindIdentity[];
  readonly visit: { readonly [Kind in NodeKind]?: Visit<Kind> };
}
