/** The printer of policies as a plugin of Prettier, for hosts that run Prettier themselves; `format` runs it with its checks. */
import type { AstPath, Doc, Parser, ParserOptions, Plugin, Printer } from 'prettier';
import { childKeys } from '../ast/children.ts';
import type { FileNode, Node } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SourceFile } from '../source/source-file.ts';
import { parse, vocabularyOf } from '../syntax/parse.ts';
import { CommentPlacer, type FoundComment, holdsComments } from './place-comment.ts';
import { PlacedComments } from './placed-comments.ts';
import { printNode } from './print/print-node.ts';
import { Words } from './words.ts';

/** Thrown by the parser of the plugin on a text with mistakes, as Prettier expects it. */
class PolicySyntaxError extends SyntaxError {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };

  constructor({ message, span }: Diagnostic, { lines }: SourceFile) {
    super(`${message.zh}\n${message.en}`);
    this.loc = { start: lines.at(span.start) };
  }
}

/** What belongs to one text while Prettier works on it. */
interface Work {
  readonly source: string;
  readonly words: Words;
  readonly placed: PlacedComments;
  readonly placer: CommentPlacer;
}

/** By the tree of the text. */
const works = new WeakMap<object, Work>();

function workOf(tree: object): Work {
  const work = works.get(tree);
  if (work === undefined) throw new Error('a tree that this plugin did not parse');
  return work;
}

const parser: Parser<Node> = {
  astFormat: 'assess',
  locStart: ({ span }) => span.start,
  locEnd: ({ span }) => span.end,
  parse(text: string, { vocabulary, bracketNames }: ParserOptions<Node>): FileNode {
    const source = new SourceFile('', text);
    const { tree, comments, tokens, diagnostics } = parse(source);
    const mistake = diagnostics.find(({ severity }) => severity === 'error');
    if (mistake !== undefined) throw new PolicySyntaxError(mistake, source);
    const chosen = vocabulary === 'zh' || vocabulary === 'en' ? vocabulary : vocabularyOf(tokens);
    const placed = new PlacedComments(text);
    // Prettier writes into the comments that it places.
    const file = { ...tree, comments: comments.map((comment) => ({ ...comment })) };
    works.set(file, {
      source: text,
      words: new Words(chosen, text, bracketNames === true),
      placed,
      placer: new CommentPlacer(text, tokens, placed),
    });
    return file;
  },
};

function place(comment: FoundComment & { printed?: boolean }, _text: string, _options: unknown, file: Node): true {
  workOf(file).placer.place(comment, file);
  // It is printed with the node beside which it was placed; `format` counts them.
  comment.printed = true;
  return true;
}

const printer: Printer<Node> = {
  getVisitorKeys: (node: Node) => [...childKeys(node.kind)],
  canAttachComment: (node: Node, ancestors: readonly Node[]) => holdsComments(node, ancestors[0]),
  handleComments: { ownLine: place, endOfLine: place, remaining: place },
  print(path: AstPath<Node>, _options, print): Doc {
    const { node, parent } = path;
    const { source, words, placed } = workOf(path.root);
    const doc = printNode(node, {
      words,
      source,
      parent,
      comments: placed,
      child: (key) => print(key),
      children: (key) => lengthOf(node, key).map((index) => print([key, index])),
    });
    return placed.around(node, doc);
  },
};

function lengthOf(node: Node, key: string): number[] {
  const value: unknown = new Map<string, unknown>(Object.entries(node)).get(key);
  return Array.isArray(value) ? [...value.keys()] : [];
}

export const prettierPlugin: Plugin<Node> = {
  languages: [{ name: 'assess', parsers: ['assess'], extensions: ['.assess'], vscodeLanguageIds: ['assess'] }],
  parsers: { assess: parser },
  printers: { assess: printer },
  defaultOptions: { printWidth: 120, tabWidth: 2 },
  options: {
    vocabulary: {
      category: 'assess',
      type: 'choice',
      default: 'keep',
      description: 'The language of the keywords.',
      choices: [
        { value: 'keep', description: 'The one in which most keywords of the file are written.' },
        { value: 'zh', description: 'Chinese.' },
        { value: 'en', description: 'English.' },
      ],
    },
    bracketNames: {
      category: 'assess',
      type: 'boolean',
      default: false,
      description: 'Put names that might be read as keywords in brackets.',
    },
  },
};
