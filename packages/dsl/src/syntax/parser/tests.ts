import type {
  ConsequenceNode,
  EventFieldNode,
  EventNode,
  EventsNode,
  ExpectNode,
  ExpressionNode,
  FactCellNode,
  FactNode,
  FactRowNode,
  FactTableNode,
  FinalGradeNode,
  NameNode,
  MissingNode,
  PathNode,
  RefusalNode,
  SampleNode,
  SetNode,
  StandingNode,
  TestDataNode,
  TestNode,
  TestResultsNode,
  TextNode,
} from '../../ast/nodes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { CallParser } from './calls.ts';

const factStarts = new Set([words.set, words.expect]);

/** Samples and tests. */
export abstract class TestParser extends CallParser {
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
    return this.choose<TestNode>([
      {
        ALT: () => {
          const data = this.SUBRULE(this.testData);
          return this.node('test', start, { title, from: null, peers: [], data, facts: [] });
        },
      },
      {
        ALT: () => {
          const from = this.OPTION(() => (this.CONSUME(words.from), this.SUBRULE(this.name))) ?? null;
          const peers = this.OPTION2(() => (this.CONSUME(words.peers), this.SUBRULE(this.names))) ?? [];
          const facts = this.SUBRULE(this.facts);
          return this.node('test', start, { title, from, peers, data: null, facts });
        },
      },
    ]);
  });

  /** `数据 "…" 台账 "…"、"…" 结果 支部考核 "…" 应得 "…"` */
  readonly testData: Rule<TestDataNode> = this.RULE('testData', () => {
    const start = this.here();
    this.CONSUME(words.data);
    const records: TextNode[] = [this.SUBRULE(this.text)];
    this.MANY(() => {
      this.CONSUME(marks.comma);
      records.push(this.SUBRULE2(this.text));
    });
    const ledgers: TextNode[] = [];
    this.OPTION(() => {
      this.CONSUME(words.ledger);
      ledgers.push(this.SUBRULE3(this.text));
      this.MANY2(() => {
        this.CONSUME2(marks.comma);
        ledgers.push(this.SUBRULE4(this.text));
      });
    });
    const results: TestResultsNode[] = [];
    this.OPTION2(() => {
      this.CONSUME(words.results);
      results.push(this.SUBRULE(this.testResults));
      this.MANY3(() => {
        this.CONSUME3(marks.comma);
        results.push(this.SUBRULE2(this.testResults));
      });
    });
    this.CONSUME(words.expect);
    const expected = this.SUBRULE(this.textOrHole);
    return this.node('test-data', start, { records, ledgers, results, expected });
  });

  readonly testResults: Rule<TestResultsNode> = this.RULE('testResults', () => {
    const start = this.here();
    const policy = this.SUBRULE(this.name);
    const test = this.SUBRULE(this.textOrHole);
    return this.node('test-results', start, { policy, test });
  });

  readonly facts: Rule<FactNode[]> = this.RULE('facts', () => {
    this.CONSUME(marks.leftBrace);
    const facts = this.repeat<FactNode>({
      parse: () =>
        this.choose<FactNode>([{ ALT: () => this.SUBRULE(this.set) }, { ALT: () => this.SUBRULE(this.expect) }]),
      starts: factStarts,
      separators: new Set([marks.semicolon, marks.comma]),
      resumes: (token) => factStarts.has(token.tokenType),
      otherwise: () => (this.reportUnknown(this.token(1), ['set', 'expect']), null),
    });
    this.CONSUME(marks.rightBrace);
    return facts;
  });

  /** `设 F31 = 是`, or the head and the rows of a table. */
  readonly set: Rule<SetNode | FactTableNode> = this.RULE('set', () => {
    const start = this.here();
    this.CONSUME(words.set);
    const path = this.SUBRULE(this.pathOrHole);
    const table = this.OPTION({
      GATE: () => this.nextIs(marks.comma, marks.leftBrace, words.expect),
      DEF: () => this.SUBRULE(this.factTable, { ARGS: [start, path] }),
    });
    if (table !== undefined) return table;
    this.SUBRULE(this.equals);
    return this.node('set', start, { path, value: this.SUBRULE(this.setValue) });
  });

  readonly setValue: Rule<SetNode['value']> = this.RULE('setValue', () => {
    const start = this.here();
    return this.prefer<SetNode['value']>([
      { ALT: () => this.SUBRULE(this.events) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => (this.CONSUME(words['not-reported']), this.node('absent', start, { state: 'not-reported' })) },
      { ALT: () => (this.CONSUME(words['not-applicable']), this.node('absent', start, { state: 'not-applicable' })) },
      { ALT: () => this.SUBRULE(this.expression) },
    ]);
  });

  /** What stands behind the first column: `、质量 应得 总分、等次 { … }`. */
  readonly factTable: Rule<FactTableNode, [number, PathNode | MissingNode]> = this.RULE(
    'factTable',
    (start: number, first: PathNode | MissingNode) => {
      const sets = [first];
      this.MANY({
        GATE: () => this.nextIs(marks.comma) && this.token(2).tokenType !== words.expect,
        DEF: () => {
          this.CONSUME(marks.comma);
          sets.push(this.SUBRULE(this.pathOrHole));
        },
      });
      const expects: (PathNode | MissingNode)[] = [];
      this.OPTION(() => this.CONSUME2(marks.comma));
      this.OPTION2(() => {
        this.CONSUME(words.expect);
        expects.push(this.SUBRULE2(this.pathOrHole));
        this.MANY2(() => {
          this.CONSUME3(marks.comma);
          expects.push(this.SUBRULE3(this.pathOrHole));
        });
      });
      return this.node('fact-table', start, { sets, expects, rows: this.SUBRULE(this.factRows) });
    },
  );

  readonly factRows: Rule<FactRowNode[]> = this.RULE('factRows', () => {
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat<FactRowNode>({
      parse: () => this.SUBRULE(this.factRow),
      starts: new Set([marks.text, marks.number]),
      separators: new Set([marks.semicolon]),
      resumes: (token) => token.lineStart,
      otherwise: () => this.SUBRULE2(this.factRow),
    });
    this.CONSUME(marks.rightBrace);
    return rows;
  });

  /** `"题目"：10次、85分`, with or without a title. */
  readonly factRow: Rule<FactRowNode> = this.RULE('factRow', () => {
    const start = this.here();
    const title = this.OPTION({
      GATE: () => this.nextIs(marks.text) && this.token(2).tokenType === marks.colon,
      DEF: () => {
        const text = this.SUBRULE(this.text);
        this.CONSUME(marks.colon);
        return text;
      },
    });
    const cells = [this.SUBRULE(this.factCell)];
    this.MANY(() => {
      this.CONSUME(marks.comma);
      cells.push(this.SUBRULE2(this.factCell));
    });
    return this.node('fact-row', start, { title: title ?? null, cells });
  });

  /**
   * A value, or a bound of what is expected. Less than an expression: a row may end where the line ends, so what begins the next one
   * must not go on with it.
   */
  readonly factCell: Rule<FactCellNode> = this.RULE('factCell', () => {
    const start = this.here();
    return this.prefer<FactCellNode>([
      { ALT: () => this.SUBRULE(this.refusal) },
      { ALT: () => this.SUBRULE(this.events) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => (this.CONSUME(words['not-reported']), this.node('absent', start, { state: 'not-reported' })) },
      { ALT: () => (this.CONSUME(words['not-applicable']), this.node('absent', start, { state: 'not-applicable' })) },
      { ALT: () => this.SUBRULE(this.noResult) },
      { ALT: () => (this.CONSUME(words.yes), this.node('yes-no', start, { value: true })) },
      { ALT: () => (this.CONSUME(words.no), this.node('yes-no', start, { value: false })) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
      { ALT: () => this.SUBRULE(this.cellRelation) },
      { ALT: () => this.SUBRULE(this.cellFigure) },
      { ALT: () => this.SUBRULE(this.pathOrHole) },
    ]);
  });

  /** `85分`, `80分以上`, `80至90分` */
  readonly cellFigure: Rule<ExpressionNode> = this.RULE('cellFigure', () => {
    const start = this.here();
    const bound = this.SUBRULE(this.bound);
    const tail = this.OPTION(() => this.SUBRULE(this.tail));
    return this.ACTION(() => (tail === undefined ? bound : this.compare(start, null, tail, bound, undefined)));
  });

  /** `不低于80分`, `不高于 合格` */
  readonly cellRelation: Rule<ExpressionNode> = this.RULE('cellRelation', () => {
    const start = this.here();
    const said = this.SUBRULE(this.relation);
    const right = this.choose<ExpressionNode>([
      { ALT: () => this.SUBRULE(this.bound) },
      { ALT: () => this.SUBRULE(this.path) },
    ]);
    return this.ACTION(() => this.compare(start, null, said, right, undefined));
  });

  readonly expect: Rule<ExpectNode> = this.RULE('expect', () => {
    const start = this.here();
    this.CONSUME(words.expect);
    const outcome = this.OPTION(() => this.SUBRULE(this.outcome));
    const condition = outcome ?? this.SUBRULE(this.expression);
    return this.ACTION(() => this.node('expect', start, { condition: this.ofTotal(condition) }));
  });

  /** `应得 无结果`: the total has none. */
  private ofTotal(condition: ExpectNode['condition']): ExpectNode['condition'] {
    if (condition.kind !== 'no-result') return condition;
    return this.nodeTo('absence-test', condition.span, { path: null, state: 'no-result' });
  }

  /** What is expected and is no condition. */
  readonly outcome: Rule<RefusalNode | ConsequenceNode | StandingNode | FinalGradeNode> = this.RULE('outcome', () =>
    this.choose<RefusalNode | ConsequenceNode | StandingNode | FinalGradeNode>([
      { ALT: () => this.SUBRULE(this.refusal) },
      { ALT: () => this.SUBRULE(this.consequence) },
      { ALT: () => this.SUBRULE(this.standing) },
      { ALT: () => this.SUBRULE(this.finalGrade) },
    ]),
  );

  /** `最终等次 = 优秀` */
  readonly finalGrade: Rule<FinalGradeNode> = this.RULE('finalGrade', () => {
    const start = this.here();
    this.CONSUME(words['final-grade']);
    this.SUBRULE(this.equals);
    return this.node('final-grade', start, { grade: this.SUBRULE(this.nameOrHole) });
  });

  /** `退回 "超出范围"` */
  readonly refusal: Rule<RefusalNode> = this.RULE('refusal', () => {
    const start = this.here();
    this.CONSUME(words.refuse);
    const reason = this.OPTION(() => this.SUBRULE(this.text)) ?? null;
    return this.node('refusal', start, { reason });
  });

  /** `结果不含 对 书记 取消资格 "提拔"` */
  readonly consequence: Rule<ConsequenceNode> = this.RULE('consequence', () => {
    const start = this.here();
    const negative = this.choose<boolean>([
      { ALT: () => (this.CONSUME(words.includes), false) },
      { ALT: () => (this.CONSUME(words.excludes), true) },
    ]);
    const action = this.SUBRULE(this.action);
    return this.node('consequence', start, { negative, action });
  });

  readonly standing: Rule<StandingNode> = this.RULE('standing', () => {
    const start = this.here();
    const standing = this.choose<StandingNode['standing']>([
      { ALT: () => (this.CONSUME(words['no-grade']), 'no-grade') },
      { ALT: () => (this.CONSUME(words['out-of-awards']), 'out-of-awards') },
    ]);
    return this.node('standing', start, { standing });
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

  /** The results of the level below are called as they are in expressions: 总分, 等次. */
  readonly eventFieldName: Rule<NameNode> = this.RULE('eventFieldName', () => {
    const start = this.here();
    return this.prefer<NameNode>([
      { ALT: () => (this.CONSUME(words.total), this.node('name', start, { text: this.token(0).image })) },
      { ALT: () => (this.CONSUME(words.grades), this.node('name', start, { text: this.token(0).image })) },
      { ALT: () => this.SUBRULE(this.name) },
    ]);
  });

  readonly eventField: Rule<EventFieldNode> = this.RULE('eventField', () => {
    const start = this.here();
    const name = this.SUBRULE(this.eventFieldName);
    this.CONSUME(marks.colon);
    const at = this.here();
    const value = this.prefer<EventFieldNode['value']>([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => (this.CONSUME(words['not-reported']), this.node('absent', at, { state: 'not-reported' })) },
      { ALT: () => (this.CONSUME(words.yes), this.node('yes-no', at, { value: true })) },
      { ALT: () => (this.CONSUME(words.no), this.node('yes-no', at, { value: false })) },
      { ALT: () => this.SUBRULE(this.date) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => this.SUBRULE(this.path) },
      { ALT: () => this.hole({ zh: '值', en: 'a value' }) },
    ]);
    return this.node('event-field', start, { name, value });
  });
}
