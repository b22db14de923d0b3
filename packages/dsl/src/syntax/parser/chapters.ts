import type {
  ChapterNode,
  FieldNode,
  FileNode,
  HolidayRowNode,
  HolidaysNode,
  PeriodNode,
  PolicyNode,
  QuantityNode,
  SubjectsNode,
  TableNode,
} from '../../ast/nodes.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Span } from '../../source/span.ts';
import type { KeywordId, Vocabulary } from '../../vocabulary/keywords.ts';
import type { Reporter } from '../reporter.ts';
import { marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { ImportParser } from './imports.ts';

/** Words with which a chapter begins. */
const chapterWords: readonly KeywordId[] = [
  'policy',
  'basis',
  'import',
  'subjects',
  'period',
  'holidays',
  'require',
  'full-marks',
  'rounding',
  'declares',
  'define',
  'input',
  'table',
  'total',
  'scorecard',
  'negative-list',
  'bonuses',
  'penalties',
  'grades',
  'consequences',
  'procedure',
  'guarantee',
  'sample',
  'test',
];
const chapterStarts = new Set(chapterWords.map((id) => words[id]));

/** Chapters with bodies of their own: reading resumes there even in the middle of a line. */
const resumeAnywhere = new Set([
  words.policy,
  words.import,
  words.subjects,
  words.holidays,
  words.table,
  words.scorecard,
  words.consequences,
  words.procedure,
  words.guarantee,
  words.sample,
  words.test,
]);

/** `版本 2023`, `语法 1` */
interface PolicyClause {
  readonly kind: 'version' | 'language';
  readonly span: Span;
  readonly amount: QuantityNode;
}

/** The whole file, chapter by chapter. */
export class Parser extends ImportParser {
  /** `validate` has Chevrotain check the grammar itself, which only the tests need. */
  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  /** Reads tokens whose braces are balanced. Everything wrong with them goes to the reporter; nothing is thrown. */
  read(tokens: Token[], source: SourceFile, reporter: Reporter, vocabulary: Vocabulary): FileNode {
    this.input = tokens;
    this.source = source;
    this.reporter = reporter;
    this.vocabulary = vocabulary;
    this.depth = 0;
    return this.file();
  }

  readonly file: Rule<FileNode> = this.RULE('file', () => {
    const chapters = this.repeat({
      parse: () => {
        this.depth = 0;
        this.amongGrades = false;
        return this.SUBRULE(this.chapter);
      },
      starts: chapterStarts,
      separators: new Set([marks.semicolon]),
      resumes: (token) =>
        resumeAnywhere.has(token.tokenType) || (token.lineStart && chapterStarts.has(token.tokenType)),
      otherwise: () => (this.reportUnknown(this.token(1), chapterWords), null),
    });
    return this.nodeTo('file', { start: 0, end: this.source.text.length }, { chapters });
  });

  readonly chapter: Rule<ChapterNode> = this.RULE('chapter', () =>
    this.choose<ChapterNode>([
      { ALT: () => this.SUBRULE(this.policy) },
      { ALT: () => this.SUBRULE(this.basis) },
      { ALT: () => this.SUBRULE(this.importLine) },
      { ALT: () => this.SUBRULE(this.subjects) },
      { ALT: () => this.SUBRULE(this.period) },
      { ALT: () => this.SUBRULE(this.holidays) },
      { ALT: () => this.SUBRULE(this.require) },
      { ALT: () => this.SUBRULE(this.fullMarks) },
      { ALT: () => this.SUBRULE(this.roundingClause) },
      { ALT: () => this.SUBRULE(this.declares) },
      { ALT: () => this.SUBRULE(this.define) },
      { ALT: () => this.SUBRULE(this.inputLine) },
      { ALT: () => this.SUBRULE(this.table) },
      { ALT: () => this.SUBRULE(this.total) },
      { ALT: () => this.SUBRULE(this.scorecard) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.grades) },
      { ALT: () => this.SUBRULE(this.consequences) },
      { ALT: () => this.SUBRULE(this.procedure) },
      { ALT: () => this.SUBRULE(this.guarantee) },
      { ALT: () => this.SUBRULE(this.sample) },
      { ALT: () => this.SUBRULE(this.test) },
    ]),
  );

  // ---------------------------------------------------------------- the head

  readonly policy: Rule<PolicyNode> = this.RULE('policy', () => {
    const start = this.here();
    this.CONSUME(words.policy);
    const title = this.SUBRULE(this.textOrHole);
    const clauses: PolicyClause[] = [];
    this.MANY(() => clauses.push(this.SUBRULE(this.policyClause)));
    return this.ACTION(() => {
      const written = this.once(clauses);
      const version = written.find((clause) => clause.kind === 'version')?.amount ?? null;
      const language = written.find((clause) => clause.kind === 'language')?.amount ?? null;
      return this.node('policy', start, { title, version, language });
    });
  });

  readonly policyClause: Rule<PolicyClause> = this.RULE('policyClause', () => {
    const start = this.here();
    const kind = this.choose<PolicyClause['kind']>([
      { ALT: () => (this.CONSUME(words.version), 'version') },
      { ALT: () => (this.CONSUME(words.language), 'language') },
    ]);
    const amount = this.SUBRULE(this.quantity);
    return this.ACTION(() => ({ kind, span: { start, end: this.behind() }, amount }));
  });

  readonly subjects: Rule<SubjectsNode> = this.RULE('subjects', () => {
    const start = this.here();
    this.CONSUME(words.subjects);
    const name = this.SUBRULE(this.nameOrHole);
    const fields = this.OPTION(() => this.SUBRULE(this.fields)) ?? [];
    return this.node('subjects', start, { name, fields });
  });

  readonly fields: Rule<FieldNode[]> = this.RULE('fields', () => {
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => void this.depth++);
    const fields = this.repeat({
      parse: () => this.SUBRULE(this.field),
      starts: new Set([marks.name]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.field) : this.unknownRow()),
    });
    this.ACTION(() => void this.depth--);
    this.CONSUME(marks.rightBrace);
    return fields;
  });

  /** `考核期 2022年12月1日 至 2023年11月30日` */
  readonly period: Rule<PeriodNode> = this.RULE('period', () => {
    const start = this.here();
    this.CONSUME(words.period);
    const range = this.choose<PeriodNode['range']>([
      { ALT: () => this.SUBRULE(this.range) },
      {
        ALT: () =>
          this.hole({ zh: '起止日期，如 `1月1日 至 12月31日`', en: 'two dates, such as `January 1 to December 31`' }),
      },
    ]);
    return this.node('period', start, { range });
  });

  /** `节假日 { 2023年1月1日至2023年1月2日 休；2023年1月28日 班 }` */
  readonly holidays: Rule<HolidaysNode> = this.RULE('holidays', () => {
    const start = this.here();
    this.CONSUME(words.holidays);
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.holidayRow),
      starts: new Set([marks.date]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => this.unknownRow(),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('holidays', start, { rows });
  });

  readonly holidayRow: Rule<HolidayRowNode> = this.RULE('holidayRow', () => {
    const start = this.here();
    const from = this.SUBRULE(this.date);
    const to = this.OPTION(() => (this.CONSUME(words.to), this.SUBRULE2(this.date))) ?? null;
    const works = this.choose<boolean>([
      { ALT: () => (this.CONSUME(words['day-off']), false) },
      { ALT: () => (this.CONSUME(words['day-on']), true) },
    ]);
    return this.node('holiday-row', start, { from, to, works });
  });

  readonly fullMarks = this.RULE('fullMarks', () => {
    const start = this.here();
    this.CONSUME(words['full-marks']);
    const amount = this.SUBRULE(this.literalOrHole);
    return this.node('full-marks', start, { amount });
  });

  readonly table: Rule<TableNode> = this.RULE('table', () => {
    const start = this.here();
    this.CONSUME(words.table);
    const name = this.SUBRULE(this.nameOrHole);
    const choice = this.SUBRULE(this.byTable);
    return this.node('table', start, { name, choice });
  });
}
