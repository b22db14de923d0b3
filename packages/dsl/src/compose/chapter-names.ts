/** What the chapters of a file are called, and what they name in others. */
import type { ChapterNode, ChapterWordNode, ImportPolicyNode, NameNode, Node } from '../ast/nodes.ts';
import { childrenOf } from '../ast/walk.ts';

/** The name by which a chapter can be imported; null for one that has none or cannot be. */
export function nameOfChapter(chapter: ChapterNode): NameNode | null {
  switch (chapter.kind) {
    case 'subjects':
    case 'define':
    case 'table':
    case 'scorecard':
    case 'sample':
      return chapter.name.kind === 'name' ? chapter.name : null;
    case 'grades':
      return chapter.name;
    case 'input':
      return chapter.field.name.kind === 'name' ? chapter.field.name : null;
    case 'list':
      return chapter.title?.name ?? null;
    default:
      return null;
  }
}

function nameOf({ name }: ImportPolicyNode): NameNode | null {
  return name.kind === 'name' ? name : null;
}

/** Whether a chapter word can mean a chapter. */
export function isOfWord(chapter: ChapterNode, { chapter: word }: ChapterWordNode): boolean {
  return chapter.kind === 'list' ? chapter.sort === word : chapter.kind === word;
}

/** Whether a chapter can be imported: whatever is not about the file itself. */
export function isImportable(chapter: ChapterNode): boolean {
  return (
    chapter.kind === 'consequences' ||
    chapter.kind === 'list' ||
    chapter.kind === 'grades' ||
    nameOfChapter(chapter) !== null
  );
}

/**
 * The names that a chapter claims at the top of a file, with the space in which they must differ: figures, and chapters of each
 * other kind.
 */
export function claimsOf(chapter: ChapterNode): readonly { readonly space: string; readonly name: NameNode }[] {
  const name = chapter.kind === 'import-policy' ? nameOf(chapter) : nameOfChapter(chapter);
  const own = name === null ? [] : [{ space: figures.has(chapter.kind) ? 'figure' : chapter.kind, name }];
  if (chapter.kind !== 'subjects') return own;
  const attributes = chapter.fields.flatMap((field) => (field.name.kind === 'name' ? [field.name] : []));
  return [...own, ...attributes.map((attribute) => ({ space: 'figure', name: attribute }))];
}
const figures: ReadonlySet<ChapterNode['kind']> = new Set<ChapterNode['kind']>([
  'define',
  'table',
  'input',
  'list',
  'import-policy',
]);

/** The names with which the paths, 采用 and 来自 in a chapter begin: all that it may mean at the top of a file. */
export function namesUsedIn(chapter: ChapterNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: Node | null | undefined): void => {
    if (node?.kind === 'name') names.add(node.text);
  };
  const stack: Node[] = [chapter];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'path') add(node.names[0]);
    else if (node.kind === 'using' || node.kind === 'sheet-row') add(node.scorecard);
    else if (node.kind === 'sample') add(node.from);
    for (const child of childrenOf(node)) stack.push(child);
  }
  return names;
}
