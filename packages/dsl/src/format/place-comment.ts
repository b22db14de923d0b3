/**
 * Decides where a comment goes. Prettier finds the nodes around it by the child table; only nodes that are printed on lines
 * of their own count (`holdsComments`), so that no two comments can end up on one line. A comment in the middle of a line
 * goes before that line.
 */
import type { BallotNode, Node, NodeKind, PanelNode } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';
import type { Comment } from '../syntax/comment.ts';
import { marks, type Token } from '../syntax/token.ts';
import type { Placed, PlacedComments } from './placed-comments.ts';

/** A comment and the nodes that Prettier found around it. */
export interface FoundComment extends Comment {
  readonly enclosingNode?: Node;
  readonly precedingNode?: Node;
  readonly followingNode?: Node;
}

/** Kinds that are printed on lines of their own, or have braces with such lines between them. */
const lineKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'policy',
  'import',
  'import-policy',
  'subjects',
  'period',
  'holidays',
  'holiday-row',
  'full-marks',
  'define',
  'input',
  'table',
  'total',
  'scorecard',
  'item',
  'list',
  'case',
  'when',
  'require',
  'score',
  'proportion',
  'tiers',
  'tier-row',
  'by-table',
  'by-row',
  'against',
  'against-row',
  'checklist',
  'check-point',
  'interpolation',
  'anchor',
  'deadline',
  'deadline-row',
  'ballot',
  'panel',
  'issued',
  'denominator',
  'marks',
  'void-marks',
  'fewest',
  'oneself',
  'sum-of-marks',
  'ballot-option',
  'ballot-group',
  'empty-group',
  'turnout',
  'count-row',
  'grades',
  'grade-line',
  'off-scale',
  'quota-sizes',
  'quota-size',
  'consequences',
  'procedure',
  'stage',
  'guarantee',
  'consequence-entry',
  'sample',
  'test',
  'set',
  'fact-table',
  'fact-row',
  'expect',
  'events',
  'event',
]);

/** Whether comments can be kept beside a node or between its braces. */
export function holdsComments(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || lineKinds.has(node.kind)) return true;
  switch (node.kind) {
    case 'basis':
    case 'rounding':
      return parent.kind === 'file';
    case 'declares':
      return !('clauses' in parent && parent.clauses.some((clause) => clause === node));
    case 'action':
      return parent.kind === 'consequence-entry';
    case 'field':
      return parent.kind === 'subjects' || (parent.kind === 'input' && parent.field !== node);
    // As what a case does it stands in the line of the case.
    case 'discretion':
      return 'body' in parent;
    case 'drop':
      return parent.kind === 'panel';
    case 'grade-effect':
      return parent.kind === 'grades';
    default:
      return false;
  }
}

/** Places the comments of one file. */
export class CommentPlacer {
  readonly #source: string;
  readonly #openBraces: readonly number[];
  readonly #closingBraces: readonly number[];
  readonly #placed: PlacedComments;
  readonly #bodyStarts = new Map<Node, number>();

  constructor(source: string, tokens: readonly Token[], placed: PlacedComments) {
    const offsets = (type: Token['tokenType']): number[] =>
      tokens.filter(({ tokenType }) => tokenType === type).map(({ startOffset }) => startOffset);
    this.#source = source;
    this.#openBraces = offsets(marks.leftBrace);
    this.#closingBraces = offsets(marks.rightBrace);
    this.#placed = placed;
  }

  place(comment: FoundComment, file: Node): void {
    const { enclosingNode: enclosing, precedingNode, followingNode: following } = comment;
    if (enclosing === undefined) return this.#between(comment, file, precedingNode, following);
    const bodyStart = this.#bodyStart(enclosing);
    if (comment.span.start < bodyStart) return this.#inHead(comment, enclosing);
    // Tables within the head do not count.
    const preceding = precedingNode !== undefined && precedingNode.span.start > bodyStart ? precedingNode : undefined;
    if (enclosing.kind === 'ballot' || enclosing.kind === 'panel')
      return this.#inBallot(comment, enclosing, preceding, following);
    this.#between(comment, enclosing, preceding, following);
  }

  /** In the middle of a line: before the line. In the head of a table, which may stand in a line: before its first row. */
  #inHead(comment: Comment, enclosing: Node): void {
    const [firstRow] = rowsOf(enclosing);
    if (mayStandInLine(enclosing) && firstRow === undefined) this.#placed.at(enclosing).inside.push(comment);
    else this.#placed.at(firstRow ?? enclosing).before.push(comment);
  }

  /** Between two nodes that stand on lines of their own, or between one and a brace. */
  #between(comment: Comment, owner: Placed, preceding: Placed | undefined, following: Placed | undefined): void {
    const behind = this.#standsBehind(comment);
    const beside = preceding === undefined ? null : this.#placed.at(preceding);
    if (behind && beside !== null && beside.behind === null && beside.after.length === 0) beside.behind = comment;
    else if (behind && beside === null && following !== undefined && this.#canOpen(owner)) {
      this.#placed.at(owner).opening = comment;
    } else if (following !== undefined) this.#placed.at(following).before.push(comment);
    else if (beside !== null) beside.after.push(comment);
    else this.#placed.at(owner).inside.push(comment);
  }

  /** The options and the groups of a ballot are tables without nodes of their own. */
  #inBallot(
    comment: Comment,
    ballot: BallotNode | PanelNode,
    preceding: Node | undefined,
    following: Node | undefined,
  ): void {
    const tables: readonly (readonly Node[])[] =
      ballot.kind === 'ballot' ? [ballot.options, ballot.groups] : [ballot.groups];
    const tableWith = (node: Node | undefined): readonly Node[] | undefined =>
      node === undefined ? undefined : tables.find((rows) => rows.includes(node));
    const [before, after] = [tableWith(preceding), tableWith(following)];
    if (before !== undefined && comment.span.start < this.#end(before)) {
      return this.#between(comment, before, preceding, before === after ? following : undefined);
    }
    if (after !== undefined && comment.span.start > this.#start(after)) {
      return this.#between(comment, after, undefined, following);
    }
    this.#between(comment, ballot, before ?? preceding, after ?? following);
  }

  /** Whether something of the policy, not only white space and separators, stands before a comment on its line. */
  #standsBehind({ span }: Comment): boolean {
    let offset = span.start;
    while (offset > 0 && /[^\S\n\r]|[\p{Cf};；,，、。]/u.test(this.#source.charAt(offset - 1))) offset--;
    return offset > 0 && !'\n\r'.includes(this.#source.charAt(offset - 1));
  }

  #canOpen(owner: Placed): boolean {
    return !('kind' in owner && owner.kind === 'file') && this.#placed.at(owner).opening === null;
  }

  /** Where the body of a node begins: its brace. Behind the node if it has none. */
  #bodyStart(node: Node): number {
    let start = this.#bodyStarts.get(node);
    if (start === undefined) {
      const head = childrenOf(node).filter((child) => !isInBody(child, node));
      const headEnd = Math.max(node.span.start, ...head.map(({ span }) => span.end));
      start = firstFrom(this.#openBraces, headEnd);
      if (start >= node.span.end) start = Number.POSITIVE_INFINITY;
      this.#bodyStarts.set(node, start);
    }
    return start;
  }

  #start(rows: readonly Node[]): number {
    const first = rows[0]?.span.start ?? 0;
    return this.#openBraces[indexFrom(this.#openBraces, first) - 1] ?? first;
  }

  #end(rows: readonly Node[]): number {
    return firstFrom(this.#closingBraces, rows.at(-1)?.span.end ?? 0);
  }
}

/** Whether a child stands between the braces of its parent, not in the head before them. */
function isInBody(child: Node, parent: Node): boolean {
  return mayStandInLine(child) ? 'body' in parent : holdsComments(child, parent);
}

/** Whether a table can be part of a line, as a choice or as the value of a definition. */
function mayStandInLine({ kind }: Node): boolean {
  return (
    kind === 'by-table' || kind === 'quota-sizes' || kind === 'events' || kind === 'tiers' || kind === 'interpolation'
  );
}

/** The rows of such a table that hold comments. */
function rowsOf(node: Node): readonly Node[] {
  if (node.kind === 'by-table' || node.kind === 'quota-sizes' || node.kind === 'tiers') return node.rows;
  return node.kind === 'interpolation' ? node.anchors : [];
}

/** The first of ascending offsets that is not before `from`; infinite if there is none. */
function firstFrom(offsets: readonly number[], from: number): number {
  return offsets[indexFrom(offsets, from)] ?? Number.POSITIVE_INFINITY;
}

function indexFrom(offsets: readonly number[], from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
