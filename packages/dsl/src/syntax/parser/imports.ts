import type { ChapterWord, ChapterWordNode, ImportNode, ImportPolicyNode, NameNode } from '../../ast/nodes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { TestParser } from './tests.ts';

/** The chapters that bear no name, or need not, and can stand in another file. */
const chapterWords: readonly ChapterWord[] = [
  'subjects',
  'grades',
  'negative-list',
  'bonuses',
  'penalties',
  'consequences',
];
const chapterWordTypes: ReadonlySet<unknown> = new Set(chapterWords.map((id) => words[id]));

/** 引入: what a policy takes from other files. */
export abstract class ImportParser extends TestParser {
  readonly importLine: Rule<ImportNode | ImportPolicyNode> = this.RULE('importLine', () => {
    const start = this.here();
    this.CONSUME(words.import);
    return this.prefer<ImportNode | ImportPolicyNode>([
      { ALT: () => this.SUBRULE(this.importedPolicy, { ARGS: [start] }) },
      { ALT: () => this.SUBRULE(this.importedChapters, { ARGS: [start] }) },
    ]);
  });

  readonly importedChapters: Rule<ImportNode, [start: number]> = this.RULE('importedChapters', (start: number) => {
    const chapters = [this.SUBRULE(this.importedChapter)];
    this.MANY(() => {
      this.CONSUME(marks.comma);
      chapters.push(this.SUBRULE2(this.importedChapter));
    });
    this.CONSUME(words.from);
    const file = this.SUBRULE(this.textOrHole);
    return this.node('import', start, { chapters, file });
  });

  readonly importedPolicy: Rule<ImportPolicyNode, [start: number]> = this.RULE('importedPolicy', (start: number) => {
    this.CONSUME(words.policy);
    const name = this.SUBRULE(this.nameOrHole);
    this.CONSUME(words.from);
    const file = this.SUBRULE(this.textOrHole);
    const below =
      this.OPTION2(() => {
        this.CONSUME(words['lower-level']);
        this.CONSUME(words.by);
        return this.SUBRULE2(this.nameOrHole);
      }) ?? null;
    const notReported = this.OPTION(() => this.SUBRULE(this.notReported)) ?? null;
    return this.node('import-policy', start, { name, file, below, notReported });
  });

  readonly importedChapter: Rule<NameNode | ChapterWordNode> = this.RULE('importedChapter', () => {
    const start = this.here();
    return this.choose<NameNode | ChapterWordNode>([
      ...chapterWords.map((id) => ({
        ALT: () => (this.CONSUME(words[id]), this.node('chapter-word', start, { chapter: id })),
      })),
      { GATE: () => !chapterWordTypes.has(this.token(1).tokenType), ALT: () => this.SUBRULE(this.name) },
    ]);
  });
}
