import type { Doc } from 'prettier';
import { builders, utils } from 'prettier/doc';
import type { Node } from '../../ast/nodes.ts';
import type { Placed, PlacedComments } from '../placed-comments.ts';
import type { KeywordId } from '../../vocabulary/keywords.ts';
import type { Words } from '../words.ts';

const { breakParent, group, hardline, ifBreak, indent, join, line, lineSuffix, softline } = builders;

/** What a layout needs of `Print`, whatever the kind. */
interface Layout {
  readonly words: Words;
  readonly comments: PlacedComments;
}

/** Parts with one space between them; empty ones are left out. */
export function phrase(...parts: readonly (Doc | null)[]): Doc {
  const written = parts.flatMap((part) => (part === null || part === '' ? [] : [part]));
  return written.length === 0 ? '' : join(' ', written);
}

/** Parts with the same text between them. */
export function joined(separator: string, parts: readonly Doc[]): Doc {
  return join(separator, [...parts]);
}

/** Names, texts or paths with commas between them. */
export function list(words: Words, items: readonly Doc[]): Doc {
  return join(words.listComma, [...items]);
}

/** Every node on a line of its own. At most one blank line stays between two. */
export function stack({ comments }: Layout, nodes: readonly Placed[], docs: readonly Doc[]): Doc {
  return nodes.map((node, index) => {
    const previous = nodes[index - 1];
    const gap = previous === undefined ? '' : comments.areApart(previous, node) ? [hardline, hardline] : hardline;
    return [gap, docs[index] ?? ''];
  });
}

/** `{ … }` with every node on a line of its own. */
export function block(layout: Layout, owner: Node, nodes: readonly Placed[], docs: readonly Doc[]): Doc {
  if (nodes.length === 0) return emptyBraces(layout, owner);
  return ['{', opening(layout, owner), indent([hardline, stack(layout, nodes, docs)]), hardline, '}'];
}

/**
 * `{ a；b；c }` on one line where it fits, else one row on a line, without semicolons. Within a line of the policy only a
 * comment breaks it.
 */
export function table(layout: Layout, owner: Placed, docs: readonly Doc[], withinLine = false): Doc {
  const { zh } = layout.words;
  if (docs.length === 0) return emptyBraces(layout, owner);
  const open = opening(layout, owner);
  if (withinLine && open === '' && !docs.some((doc) => utils.willBreak(doc))) {
    return ['{ ', join(zh ? '；' : '; ', [...docs]), ' }'];
  }
  const separator = [ifBreak('', zh ? '；' : ';'), zh ? softline : line];
  return group(['{', open, indent([line, join(separator, [...docs])]), line, '}']);
}

function emptyBraces({ comments }: Layout, owner: Placed): Doc {
  const inside = comments.inside(owner);
  return inside === null ? '{}' : ['{', indent([hardline, inside]), hardline, '}'];
}

/** The comment that stands behind an opening brace. */
function opening({ comments }: Layout, owner: Placed): Doc {
  const text = comments.opening(owner);
  return text === null ? '' : [lineSuffix(` ${text}`), breakParent];
}

/** `{（…）（…）}` on one line where it fits, else one event on a line. */
export function cells(layout: Layout, owner: Node, docs: readonly Doc[]): Doc {
  if (docs.length === 0) return emptyBraces(layout, owner);
  const gap = layout.words.zh ? softline : line;
  return group(['{', opening(layout, owner), indent([gap, join(gap, [...docs])]), gap, '}']);
}

/** Nodes in the order of their kinds. */
export function inOrder<Each extends Node>(
  nodes: readonly Each[],
  docs: readonly Doc[],
  order: readonly Each['kind'][],
): Doc[] {
  return nodes
    .map(({ kind }, index) => ({ place: order.indexOf(kind), doc: docs[index] ?? '' }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ doc }) => doc);
}

/** A word and its amount: in Chinese they touch if the amount is a number or in parentheses: `扣2分`, `扣（a + b）`. */
export function wordAndAmount(words: Words, id: KeywordId, amount: Node, doc: Doc, variant = 0): Doc {
  const touching = words.zh && (amount.kind === 'quantity' || amount.kind === 'parenthesis');
  return [words.keyword(id, variant), touching ? '' : ' ', doc];
}

/** A bound and the word behind it: `90分以上`, `90 points or more`. */
export function boundAndWord(words: Words, bound: Node, doc: Doc, id: KeywordId): Doc {
  return [doc, words.zh && bound.kind === 'quantity' ? '' : ' ', words.keyword(id)];
}

/** In parentheses of the vocabulary. */
export function parentheses({ zh }: Words, inner: Doc): Doc {
  return zh ? ['（', inner, '）'] : ['(', inner, ')'];
}

/** A word and what follows it. In Chinese no space stands before a parenthesis. */
export function followed({ zh }: Words, word: Doc, doc: Doc): Doc {
  return [word, zh && firstCharacter(doc) === '（' ? '' : ' ', doc];
}

/** Two sides and the operator between them. */
export function infix(words: Words, left: Doc, operator: string, right: Doc): Doc {
  return [left, ...behindOperand(words, left, operator, right)];
}

/** An operator and what follows it. In Chinese no space stands between an operator and a parenthesis. */
export function behindOperand(words: Words, left: Doc, operator: string, right: Doc): Doc[] {
  return [words.zh && lastCharacter(left) === '）' ? '' : ' ', followed(words, operator, right)];
}

function firstCharacter(doc: Doc): string {
  if (typeof doc === 'string') return doc.charAt(0);
  if (!Array.isArray(doc)) return '';
  const first = doc.find((part) => part !== '');
  return first === undefined ? '' : firstCharacter(first);
}

function lastCharacter(doc: Doc): string {
  if (typeof doc === 'string') return doc.charAt(doc.length - 1);
  if (!Array.isArray(doc)) return '';
  const last = doc.findLast((part) => part !== '');
  return last === undefined ? '' : lastCharacter(last);
}
