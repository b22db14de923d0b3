import type {
  ChapterNode,
  EventFieldNode,
  EventNode,
  EventsNode,
  ExpectNode,
  FieldNode,
  FileNode,
  PolicyNode,
  QuantityNode,
  SampleNode,
  SetNode,
  SubjectsNode,
  TableNode,
  TestNode,
} from '../../ast/nodes.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Span } from '../../source/span.ts';
import type { KeywordId, Vocabulary } from '../../vocabulary/keywords.ts';
import type { Reporter } from '../reporter.ts';
import { marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { GradeParser } from './grades.ts';

/** Words with which a chapter begins. */
const chapterWords: readonly KeywordId[] = [
  'policy',
  'basis',
  'subjects',
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
  'sample',
  'test',
];
const chapterStarts = new Set(chapterWords.map((id) => words[id]));

/** Chapters with bodies of their own: reading resumes there even in the middle of a line. */
const resumeAnywhere = new Set([
  words.policy,
  words.subjects,
  words.table,
  words.scorecard,
  words.consequences,
  words.sample,
  words.test,
]);

/** `版本 2023`, `语法 1` */
interface PolicyClause {
  readonly kind: 'version' | 'language';
  readonly span: Span;
  readonly amount: QuantityNode;
}

const factStarts = new Set([words.set, words.expect]);

/** The whole file: chapters, samples and tests. */
export class Parser extends GradeParser {
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
      { ALT: () => this.SUBRULE(this.subjects) },
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

  // ---------------------------------------------------------------- samples and tests

  readonly sample: Rule<SampleNode> = this.RULE('sample', () => {
    const start = this.here();
    this.CONSUME(words.sample);
    const name = this.SUBRULE(this.nameOrHole);
    const from = this.OPTION(() => (this.CONSUME(words.from), this.SUBRULE(this.name))) ?? null;
    const facts = this.SUBRULE(this.facts);
    return this.node('sample', start, { name, from, facts });
  });

  readonly test: Rule<TestNode> = this.RULE('test', () => {
    const start = this.here();
    this.CONSUME(words.test);
    const title = this.SUBRULE(this.textOrHole);
    const from = this.OPTION(() => (this.CONSUME(words.from), this.SUBRULE(this.name))) ?? null;
    const facts = this.SUBRULE(this.facts);
    return this.node('test', start, { title, from, facts });
  });

  readonly facts: Rule<(SetNode | ExpectNode)[]> = this.RULE('facts', () => {
    this.CONSUME(marks.leftBrace);
    const facts = this.repeat<SetNode | ExpectNode>({
      parse: () =>
        this.choose<SetNode | ExpectNode>([
          { ALT: () => this.SUBRULE(this.set) },
          { ALT: () => this.SUBRULE(this.expect) },
        ]),
      starts: factStarts,
      separators: new Set([marks.semicolon, marks.comma]),
      resumes: (token) => factStarts.has(token.tokenType),
      otherwise: () => (this.reportUnknown(this.token(1), ['set', 'expect']), null),
    });
    this.CONSUME(marks.rightBrace);
    return facts;
  });

  readonly set: Rule<SetNode> = this.RULE('set', () => {
    const start = this.here();
    this.CONSUME(words.set);
    const path = this.SUBRULE(this.pathOrHole);
    this.CONSUME(marks.equals);
    const valueStart = this.here();
    const value = this.prefer<SetNode['value']>([
      { ALT: () => this.SUBRULE(this.events) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => (this.CONSUME(words['not-reported']), this.node('absent', valueStart, {})) },
      { ALT: () => this.SUBRULE(this.expression) },
    ]);
    return this.node('set', start, { path, value });
  });

  readonly expect: Rule<ExpectNode> = this.RULE('expect', () => {
    const start = this.here();
    this.CONSUME(words.expect);
    const condition = this.SUBRULE(this.expression);
    return this.node('expect', start, { condition });
  });

  /** `{（日期：2023年5月1日，事项："…"）（…）}` */
  readonly events: Rule<EventsNode> = this.RULE('events', () => {
    const start = this.here();
    this.CONSUME(marks.leftBrace);
    const events = this.repeat({
      parse: () => this.SUBRULE(this.event),
      starts: new Set([marks.leftParenthesis]),
      separators: this.tableSeparators,
      resumes: (token) => token.tokenType === marks.leftParenthesis,
      otherwise: () => this.unknownRow(),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('events', start, { events });
  });

  readonly event: Rule<EventNode> = this.RULE('event', () => {
    const start = this.here();
    this.CONSUME(marks.leftParenthesis);
    const fields: EventFieldNode[] = [];
    this.MANY_SEP({ SEP: marks.comma, DEF: () => fields.push(this.SUBRULE(this.eventField)) });
    this.CONSUME(marks.rightParenthesis);
    return this.node('event', start, { fields });
  });

  readonly eventField: Rule<EventFieldNode> = this.RULE('eventField', () => {
    const start = this.here();
    const name = this.SUBRULE(this.name);
    this.CONSUME(marks.colon);
    const value = this.prefer<EventFieldNode['value']>([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.date) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => this.SUBRULE(this.path) },
      { ALT: () => this.hole({ zh: '值', en: 'a value' }) },
    ]);
    return this.node('event-field', start, { name, value });
  });
}
