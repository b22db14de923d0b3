import type { Doc } from 'prettier';
import { builders } from 'prettier/doc';
import type { Node } from '../ast/nodes.ts';
import type { Span } from '../source/span.ts';
import type { Comment } from '../syntax/comment.ts';

const { breakParent, hardline, lineSuffix } = builders;

/** What comments are kept beside: a node, or the rows of a table that is no node (the options of a ballot). */
export type Placed = Node | readonly Node[];

/** The comments of one node. */
interface Beside {
  /** On lines of their own before it. */
  readonly before: Comment[];
  /** Behind its opening brace. */
  opening: Comment | null;
  /** Between its braces, where nothing else is. */
  readonly inside: Comment[];
  /** Behind it on its last line. */
  behind: Comment | null;
  /** On lines of their own after it: the end of a body. */
  readonly after: Comment[];
}

/** Where every comment of a file goes, and how comments are printed there. */
export class PlacedComments {
  readonly #source: string;
  readonly #beside = new Map<Placed, Beside>();

  constructor(source: string) {
    this.#source = source;
  }

  /** The comments beside a node, to be filled. */
  at(node: Placed): Beside {
    let beside = this.#beside.get(node);
    if (beside === undefined) {
      beside = { before: [], opening: null, inside: [], behind: null, after: [] };
      this.#beside.set(node, beside);
    }
    return beside;
  }

  /** A node printed, with the comments before and behind it. */
  around(node: Placed, doc: Doc): Doc {
    const beside = this.#beside.get(node);
    if (beside === undefined) return doc;
    const { start, end } = spanOf(node);
    const before = beside.before.map((comment, index) => {
      const next = beside.before[index + 1]?.span.start ?? start;
      return [textOf(comment), this.#gap(comment.span.end, next)];
    });
    const behind = beside.behind === null ? '' : [lineSuffix(` ${textOf(beside.behind)}`), breakParent];
    const after = beside.after.map((comment, index) => {
      const previous = beside.after[index - 1] ?? beside.behind;
      return [this.#gap(previous?.span.end ?? end, comment.span.start), textOf(comment)];
    });
    return [before, doc, behind, after];
  }

  /** The text of the comment behind the opening brace of a node, or null. */
  opening(node: Placed): string | null {
    const comment = this.#beside.get(node)?.opening ?? null;
    return comment === null ? null : textOf(comment);
  }

  /** The comments of a body without lines, or null if it has none. */
  inside(node: Placed): Doc | null {
    const comments = this.#beside.get(node)?.inside ?? [];
    if (comments.length === 0) return null;
    return comments.map((comment, index) => {
      const previous = comments[index - 1];
      return [previous === undefined ? '' : this.#gap(previous.span.end, comment.span.start), textOf(comment)];
    });
  }

  /** Whether the drafter left a blank line between two neighbours, comments included. */
  areApart(previous: Placed, next: Placed): boolean {
    return this.#isBlankLineIn(this.#extent(previous).end, this.#extent(next).start);
  }

  /** From the first comment before a node to the last one behind it. */
  #extent(node: Placed): Span {
    const { start, end } = spanOf(node);
    const beside = this.#beside.get(node);
    return {
      start: Math.min(start, beside?.before[0]?.span.start ?? start),
      end: Math.max(end, (beside?.after.at(-1) ?? beside?.behind)?.span.end ?? end),
    };
  }

  #gap(from: number, to: number): Doc {
    return this.#isBlankLineIn(from, to) ? [hardline, hardline] : hardline;
  }

  #isBlankLineIn(from: number, to: number): boolean {
    return /\n[^\S\n]*\n/u.test(this.#source.slice(from, Math.max(from, to)));
  }
}

function spanOf(node: Placed): Span {
  if ('span' in node) return node.span;
  return { start: node[0]?.span.start ?? 0, end: node.at(-1)?.span.end ?? 0 };
}

function textOf({ text }: Comment): string {
  return text.trimEnd();
}
