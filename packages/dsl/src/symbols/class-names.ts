import type { AppliesNode, MissingNode, NameNode, Node, UsingNode } from '../ast/nodes.ts';
import type { Declarations } from './declare.ts';
import type { NameReports } from './name-reports.ts';
import type { Scopes } from './scope.ts';
import type { Reference, Symbol } from './symbol.ts';

/** Which classes the names behind 适用 mean. */
export class ClassNames {
  readonly #declarations: Declarations;
  readonly #scopes: Scopes;
  readonly #reports: NameReports;
  readonly #references: Map<Node, Reference>;

  constructor(declarations: Declarations, scopes: Scopes, reports: NameReports, references: Map<Node, Reference>) {
    this.#declarations = declarations;
    this.#scopes = scopes;
    this.#reports = reports;
    this.#references = references;
  }

  /** They are options of one attribute: of the one that has them all. */
  resolve({ names }: AppliesNode): void {
    const [first] = names;
    if (first === undefined) return;
    const attributes = this.#declarations.symbols.filter(
      (each) => each.kind === 'attribute' && this.#scopes.sees(each) && this.#optionOf(first.text, each) !== null,
    );
    const fitting = attributes.filter((each) => names.every(({ text }) => this.#optionOf(text, each) !== null));
    const [attribute] = fitting.length > 0 ? fitting : attributes;
    if (attribute === undefined) {
      this.#reports.unknown(first, 'option', null, this.#scopes.namesOf(isClass));
      return;
    }
    if (fitting.length > 1) {
      const references = fitting
        .flatMap((each) => this.#optionOf(first.text, each) ?? [])
        .map((symbol) => ({ symbol, through: null }));
      this.#reports.notOne(first, { found: 'several', references }, 'option', null);
      return;
    }
    for (const name of names) {
      const symbol = this.#optionOf(name.text, attribute);
      if (symbol !== null) this.#references.set(name, { symbol, through: null });
      else
        this.#reports.unknown(
          name,
          'option',
          attribute.name,
          this.#scopes.namesOf((each) => each.owner === attribute),
        );
    }
  }

  #optionOf(name: string, field: Symbol): Symbol | null {
    return this.#scopes.anywhere(name, (each) => each.kind === 'option' && each.owner === field);
  }
}

/** The names behind 采用, each with what uses it: one scorecard, or one for each class. */
export function* sheetsUsed(
  symbols: readonly Symbol[],
): Iterable<{ readonly sheet: NameNode | MissingNode; readonly user: Symbol }> {
  for (const user of symbols) {
    if (user.node.kind !== 'item' && user.node.kind !== 'list') continue;
    for (const clause of user.node.clauses) {
      if (clause.kind === 'using') for (const sheet of sheetsOf(clause)) yield { sheet, user };
    }
  }
}

function sheetsOf({ scorecard }: UsingNode): readonly (NameNode | MissingNode)[] {
  if (scorecard.kind !== 'sheet-table') return [scorecard];
  return scorecard.rows.flatMap((row) => (row.scorecard.kind === 'inapplicable' ? [] : [row.scorecard]));
}

/** Whether a symbol is an option of an attribute. */
function isClass({ kind, owner }: Symbol): boolean {
  return kind === 'option' && owner?.kind === 'attribute';
}
