/** The tests of a policy one by one: a row of a table is a test of its own. */
import type { ConsequenceSpec, StepIndex } from '@assess/runtime';
import type {
  ConsequenceNode,
  ExpectNode,
  ExpressionNode,
  FactRowNode,
  FactTableNode,
  FinalGradeNode,
  Node,
  PathNode,
  RefusalNode,
  SetNode,
  StandingNode,
  TestNode,
} from '../ast/nodes.ts';
import type { Analysis } from '../check/analysis.ts';
import { expectedCell } from '../check/expected-cell.ts';
import type { Program } from '../ir/ir.ts';
import { lowerActionAmount } from '../ir/lower/consequences.ts';
import type { Context, Probe } from '../ir/lower/context.ts';
import { keyOfPath, lowerExpectation, lowerSetValue, type Expectation } from '../ir/lower/facts.ts';
import { lowerWith } from '../ir/lower/lower.ts';
import type { Span } from '../source/span.ts';
import type { SetLine } from './records.ts';

/** A test that computes one record. */
export interface Trial {
  readonly node: TestNode;
  /** With what tells a row of a table from the others. */
  readonly title: string;
  /** Of the test, or of the row. */
  readonly span: Span;
  /** What the row sets, after what the test sets. */
  readonly cells: readonly SetNode['value'][];
  readonly expected: readonly Expected[];
}

/** One thing that a trial expects. */
export interface Expected {
  readonly span: Span;
  readonly text: string;
  readonly what:
    (Expectation & { readonly kind: 'condition' }) | RefusalNode | ExpectedAction | StandingNode | FinalGradeNode;
}

/** An action that must be among the consequences, or must not. What is null is open; the rest is as the drafter wrote it. */
export interface ExpectedAction extends Pick<ConsequenceSpec, 'action' | 'about' | 'whom'> {
  readonly kind: 'consequence';
  readonly negative: boolean;
  readonly within: string | null;
  readonly lasting: string | null;
  /** The step that computes it, in yuan. */
  readonly amount: StepIndex | null;
}

/** Everything that the tests of a policy need to be run. */
export interface Trials {
  readonly program: Program;
  readonly trials: readonly Trial[];
  /** By the node of the value that is set. */
  readonly sets: ReadonlyMap<Node, SetLine>;
  /** Those of the policy, without what the tests compare. */
  readonly probes: readonly Probe[];
}

/** The tests of a policy without errors, in the order of the text; those on data files are not among them. */
export function lowerTrials(analysis: Analysis): Trials {
  const { program, more } = lowerWith(analysis, (context) => {
    const probes = [...context.probes];
    return { probes, ...new TrialMaker(analysis, context).all() };
  });
  return { program, ...more };
}

class TrialMaker {
  readonly #analysis: Analysis;
  readonly #context: Context;
  readonly #sets = new Map<Node, SetLine>();

  constructor(analysis: Analysis, context: Context) {
    this.#analysis = analysis;
    this.#context = context;
  }

  all(): Pick<Trials, 'trials' | 'sets'> {
    const trials: Trial[] = [];
    for (const chapter of this.#analysis.tree.chapters) {
      if (chapter.kind !== 'test' && chapter.kind !== 'sample') continue;
      for (const fact of chapter.facts) if (fact.kind === 'set') this.#set(fact.path, fact.value);
      if (chapter.kind === 'test' && chapter.data === null) trials.push(...this.#trialsOf(chapter));
    }
    return { trials, sets: this.#sets };
  }

  #trialsOf(node: TestNode): readonly Trial[] {
    const title = node.title.kind === 'text' ? node.title.text : '';
    const always = node.facts.flatMap((fact) => (fact.kind === 'expect' ? [this.#expected(fact)] : []));
    const tables = node.facts.filter((fact) => fact.kind === 'fact-table');
    if (tables.length === 0) return [{ node, title, span: node.span, cells: [], expected: always }];
    return tables.flatMap((table) =>
      table.rows.map((row) => {
        const cells = row.cells.slice(0, table.sets.length).filter((cell) => cell.kind !== 'refusal');
        for (const [index, cell] of cells.entries()) {
          const column = table.sets[index];
          if (column?.kind === 'path') this.#set(column, cell);
        }
        const name = row.title?.text ?? cells.map((cell) => this.#text(cell.span)).join('、');
        const expected = [...this.#rowExpects(table, row), ...always];
        return { node, title: `${title}：${name}`, span: row.span, cells, expected };
      }),
    );
  }

  #rowExpects({ sets, expects }: FactTableNode, { cells }: FactRowNode): readonly Expected[] {
    return cells.slice(sets.length).flatMap((cell, index): Expected[] => {
      if (cell.kind === 'refusal') return [{ span: cell.span, text: this.#text(cell.span), what: cell }];
      const column = expects[index];
      const condition = column?.kind === 'path' ? expectedCell(column, cell) : null;
      if (column === undefined || condition === null) return [];
      const isBound = cell.kind === 'compare' || cell.kind === 'between';
      const text = `${this.#text(column.span)} ${isBound ? '' : '= '}${this.#text(cell.span)}`;
      return [{ span: cell.span, text, what: this.#condition(condition) }];
    });
  }

  #expected({ span, condition }: ExpectNode): Expected {
    const text = this.#text(condition.span);
    switch (condition.kind) {
      case 'refusal':
      case 'standing':
      case 'final-grade':
        return { span, text, what: condition };
      case 'consequence':
        return { span, text, what: this.#action(condition) };
      default:
        return { span, text, what: this.#condition(condition) };
    }
  }

  #condition(condition: ExpressionNode): Expected['what'] {
    return { kind: 'condition', ...lowerExpectation(condition, this.#context) };
  }

  #action({ negative, action: node }: ConsequenceNode): ExpectedAction {
    const { action, about, whom, within, lasting } = node;
    return {
      kind: 'consequence',
      negative,
      action: action.text,
      about: about?.text ?? null,
      whom: whom.map(({ text }) => text),
      within: within === null ? null : this.#text(within.span),
      lasting: lasting === null ? null : this.#text(lasting.span),
      amount: lowerActionAmount(node, this.#context)?.step ?? null,
    };
  }

  #set(path: PathNode | { readonly kind: 'missing' }, given: SetNode['value']): void {
    if (path.kind === 'missing') return;
    const value = isExpression(given) ? lowerSetValue(given, this.#context) : null;
    this.#sets.set(given, { text: this.#text(path.span), key: keyOfPath(path, this.#context), value });
  }

  /** What stands in the policy, on one line. */
  #text({ start, end }: Span): string {
    return this.#analysis.source.text.slice(start, end).replaceAll(/\s+/gu, ' ');
  }
}

function isExpression(value: SetNode['value']): value is ExpressionNode {
  return value.kind !== 'text' && value.kind !== 'events' && value.kind !== 'absent';
}
