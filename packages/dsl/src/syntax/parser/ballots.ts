import type {
  BallotGroupNode,
  BallotNode,
  BallotOptionNode,
  DenominatorNode,
  DropNode,
  EmptyGroupNode,
  FewestNode,
  InputNode,
  IssuedNode,
  MarksNode,
  MissingNode,
  NameNode,
  OneselfNode,
  PanelNode,
  PathNode,
  QuantityNode,
  SumOfMarksNode,
  TurnoutNode,
  VoidMarksNode,
} from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import type { KeywordId } from '../../vocabulary/keywords.ts';
import { ballotParts } from '../parse-mistakes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { MeasureParser } from './measures.ts';

const ballotWords: readonly KeywordId[] = [
  'input',
  'options',
  'groups',
  'empty-group',
  'turnout',
  'issued',
  'denominator',
  'marks',
  'void',
  'drop',
  'minimum',
  'without-oneself',
  'with-oneself',
  'sum-of-marks',
];
const ballotStarts = new Set(ballotWords.map((id) => words[id]));

/** A table in a ballot's body. */
interface TablePart<Kind extends string, Row> {
  readonly kind: Kind;
  readonly span: Span;
  readonly rows: readonly Row[];
}

/** Part of a ballot's body. */
type BallotPart =
  | InputNode
  | EmptyGroupNode
  | TurnoutNode
  | IssuedNode
  | DenominatorNode
  | MarksNode
  | VoidMarksNode
  | DropNode
  | FewestNode
  | OneselfNode
  | SumOfMarksNode
  | TablePart<'options', BallotOptionNode>
  | TablePart<'groups', BallotGroupNode>;

/** What only a ballot with options has, and what only one with marks has. */
const withOptions: ReadonlySet<BallotPart['kind']> = new Set(['options', 'turnout', 'issued', 'denominator']);
const withMarks: ReadonlySet<BallotPart['kind']> = new Set([
  'marks',
  'void-marks',
  'drop',
  'fewest',
  'oneself',
  'sum-of-marks',
]);

/** People judging: votes for options, and marks. */
export abstract class BallotParser extends MeasureParser {
  /** `测评 民主测评 { 选项 … }`, `测评 现场评议 { 打分 … }`, `互评 支部互评 { 打分 … }` */
  readonly ballot: Rule<BallotNode | PanelNode> = this.RULE('ballot', () => {
    const start = this.here();
    const peers = this.choose<boolean>([
      { ALT: () => (this.CONSUME(words.ballot), false) },
      { ALT: () => (this.CONSUME(words['peer-review']), true) },
    ]);
    const name = this.SUBRULE(this.nameOrHole);
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => void this.depth++);
    const parts = this.repeat({
      parse: () => this.SUBRULE(this.ballotPart),
      starts: ballotStarts,
      separators: this.tableSeparators,
      resumes: (token) => ballotStarts.has(token.tokenType),
      otherwise: () => (this.reportUnknown(this.token(1), ballotWords), null),
    });
    this.ACTION(() => void this.depth--);
    this.CONSUME(marks.rightBrace);
    return this.ACTION(() => this.ballotOf(start, name, parts, peers));
  });

  private ballotOf(
    start: number,
    name: NameNode | MissingNode,
    parts: readonly BallotPart[],
    peers: boolean,
  ): BallotNode | PanelNode {
    this.once(parts.filter((part) => !['input', 'drop', 'void-marks'].includes(part.kind)));
    const find = <Kind extends BallotPart['kind']>(kind: Kind): Extract<BallotPart, { readonly kind: Kind }> | null =>
      parts.find((part): part is Extract<BallotPart, { readonly kind: Kind }> => part.kind === kind) ?? null;
    const isPanel = peers || find('marks') !== null;
    for (const part of parts) {
      const other = isPanel ? withOptions : withMarks;
      if (other.has(part.kind)) this.report(ballotParts.at(part.span, { marks: isPanel }));
    }
    const common = {
      name,
      inputs: parts.filter((part) => part.kind === 'input'),
      groups: find('groups')?.rows ?? [],
      emptyGroup: find('empty-group'),
    };
    if (!isPanel)
      return this.node('ballot', start, {
        ...common,
        options: find('options')?.rows ?? [],
        turnout: find('turnout'),
        issued: find('issued'),
        denominator: find('denominator'),
      });
    return this.node('panel', start, {
      ...common,
      peers,
      marks:
        find('marks') ??
        this.hole({ zh: '打分的范围，如 `打分 0至100分`', en: 'the marks, such as `marks 0 to 100 points`' }),
      voids: parts.filter((part) => part.kind === 'void-marks'),
      drops: parts.filter((part) => part.kind === 'drop'),
      fewest: find('fewest'),
      oneself: find('oneself'),
      sum: find('sum-of-marks'),
    });
  }

  readonly ballotPart: Rule<BallotPart> = this.RULE('ballotPart', () =>
    this.choose<BallotPart>([
      { ALT: () => this.SUBRULE(this.inputLine) },
      { ALT: () => this.SUBRULE(this.ballotOptions) },
      { ALT: () => this.SUBRULE(this.ballotGroups) },
      { ALT: () => this.SUBRULE(this.emptyGroup) },
      { ALT: () => this.SUBRULE(this.turnout) },
      { ALT: () => this.SUBRULE(this.issued) },
      { ALT: () => this.SUBRULE(this.denominator) },
      { ALT: () => this.SUBRULE(this.marksLine) },
      { ALT: () => this.SUBRULE(this.voidMarks) },
      { ALT: () => this.SUBRULE(this.drop) },
      { ALT: () => this.SUBRULE(this.fewest) },
      { ALT: () => this.SUBRULE(this.oneself) },
      { ALT: () => this.SUBRULE(this.sumOfMarks) },
    ]),
  );

  readonly ballotOptions: Rule<BallotPart> = this.RULE('ballotOptions', () => {
    const start = this.here();
    this.CONSUME(words.options);
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.ballotOption),
      starts: new Set([marks.name]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.ballotOption) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return this.ACTION<BallotPart>(() => ({ kind: 'options', span: { start, end: this.behind() }, rows }));
  });

  /** `优秀 100分`, `弃权 不计`, or `优秀` where the ballot only collects. */
  readonly ballotOption: Rule<BallotOptionNode> = this.RULE('ballotOption', () => {
    const start = this.here();
    const name = this.SUBRULE(this.name);
    const said = this.OPTION(() => {
      this.OPTION2(() => this.CONSUME(words.earn));
      return this.choose<QuantityNode | 'not-counted'>([
        { ALT: () => this.SUBRULE(this.literal) },
        { ALT: () => (this.CONSUME(words['not-counted']), 'not-counted' as const) },
      ]);
    });
    const points = said === undefined || said === 'not-counted' ? null : said;
    return this.node('ballot-option', start, { name, points, counted: said !== 'not-counted' });
  });

  readonly ballotGroups: Rule<BallotPart> = this.RULE('ballotGroups', () => {
    const start = this.here();
    this.CONSUME(words.groups);
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.ballotGroup),
      starts: new Set([marks.name]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.ballotGroup) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return this.ACTION<BallotPart>(() => ({ kind: 'groups', span: { start, end: this.behind() }, rows }));
  });

  readonly ballotGroup: Rule<BallotGroupNode> = this.RULE('ballotGroup', () => {
    const start = this.here();
    const name = this.SUBRULE(this.name);
    this.CONSUME(words.weight);
    const weight = this.SUBRULE(this.literal);
    return this.node('ballot-group', start, { name, weight });
  });

  readonly emptyGroup: Rule<EmptyGroupNode> = this.RULE('emptyGroup', () => {
    const start = this.here();
    this.CONSUME(words['empty-group']);
    const policy = this.choose<EmptyGroupNode['policy']>([
      { ALT: () => (this.CONSUME(words.rescale), 'rescale') },
      { ALT: () => (this.CONSUME(words.zero), 'zero') },
      { ALT: () => (this.CONSUME(words['no-result']), 'no-result') },
    ]);
    return this.node('empty-group', start, { policy });
  });

  /** `参评率 按 应到人数 不低于80%，否则 不定等次` */
  readonly turnout: Rule<TurnoutNode> = this.RULE('turnout', () => {
    const start = this.here();
    this.CONSUME(words.turnout);
    const eligible = this.choose<PathNode | MissingNode>([
      { ALT: () => (this.CONSUME(words.by), this.SUBRULE(this.pathOrHole)) },
      {
        ALT: () => {
          const by = this.spelling('by');
          return this.hole({ zh: `\`${by} 应到人数\``, en: `\`${by}\` and the figure of those entitled` });
        },
      },
    ]);
    this.choose<void>(
      [{ ALT: () => void this.CONSUME(words['at-least']) }, { ALT: () => void this.CONSUME(marks.atLeast) }],
      1,
    );
    const least = this.SUBRULE(this.literalOrHole);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words.else);
    const otherwise = this.SUBRULE(this.effect);
    return this.node('turnout', start, { eligible, least, otherwise });
  });

  /** `发出 应发票数`: how many ballots were given out; not more can come back. */
  readonly issued: Rule<IssuedNode> = this.RULE('issued', () => {
    const start = this.here();
    this.CONSUME(words.issued);
    const figure = this.SUBRULE(this.pathOrHole);
    return this.node('issued', start, { figure });
  });

  /** `分母 收回票`: what 票率 divides by. */
  readonly denominator: Rule<DenominatorNode> = this.RULE('denominator', () => {
    const start = this.here();
    this.CONSUME(words.denominator);
    const of = this.choose<DenominatorNode['of']>([
      { ALT: () => (this.CONSUME(words['issued-ballots']), 'issued') },
      { ALT: () => (this.CONSUME(words['returned-ballots']), 'returned') },
      { ALT: () => (this.CONSUME(words['valid-ballots']), 'valid') },
    ]);
    return this.node('denominator', start, { of });
  });

  /** `打分 0至100分 保留1位小数 { 回避: 是否 }`: the mark, and what raters note besides. */
  readonly marksLine: Rule<MarksNode> = this.RULE('marksLine', () => {
    const start = this.here();
    this.CONSUME(words.marks);
    const range = this.SUBRULE(this.range);
    const rounding = this.OPTION(() => this.SUBRULE(this.roundingClause)) ?? null;
    const step = this.OPTION3(() => this.SUBRULE(this.step)) ?? null;
    const lines = this.OPTION2({
      GATE: () => this.nextIs(marks.leftBrace),
      DEF: () => this.SUBRULE(this.entryLines),
    });
    return this.node('marks', start, { range, rounding, step, lines: lines ?? [] });
  });

  /** `作废 "两项同分" 当 甲 = 乙` */
  readonly voidMarks: Rule<VoidMarksNode> = this.RULE('voidMarks', () => {
    const start = this.here();
    this.CONSUME(words.void);
    const reason = this.SUBRULE(this.textOrHole);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words.when);
    const condition = this.SUBRULE(this.expression);
    return this.node('void-marks', start, { reason, condition });
  });

  /** `至少 3人，否则 退回` */
  readonly fewest: Rule<FewestNode> = this.RULE('fewest', () => {
    const start = this.here();
    this.CONSUME(words.minimum);
    const least = this.SUBRULE(this.literalOrHole);
    this.OPTION(() => this.CONSUME(marks.comma));
    this.CONSUME(words.else);
    const otherwise = this.prefer<FewestNode['otherwise'] | 'refuse' | 'no-result'>([
      { ALT: () => (this.CONSUME(words.refuse), 'refuse') },
      { ALT: () => (this.CONSUME(words['no-result']), 'no-result') },
      { ALT: () => this.SUBRULE(this.effect) },
    ]);
    const answer = typeof otherwise === 'string' ? otherwise : 'effect';
    const effect = typeof otherwise === 'string' ? null : otherwise;
    return this.node('fewest', start, { least, answer, otherwise: effect });
  });

  /** `不含本人`, `含本人` */
  readonly oneself: Rule<OneselfNode> = this.RULE('oneself', () => {
    const start = this.here();
    const included = this.choose<boolean>([
      { ALT: () => (this.CONSUME(words['without-oneself']), false) },
      { ALT: () => (this.CONSUME(words['with-oneself']), true) },
    ]);
    return this.node('oneself', start, { included });
  });

  /** `计总和`: the sum of the marks, not their mean. */
  readonly sumOfMarks: Rule<SumOfMarksNode> = this.RULE('sumOfMarks', () => {
    const start = this.here();
    this.CONSUME(words['sum-of-marks']);
    return this.node('sum-of-marks', start, {});
  });
}
