import type {
  BestOfPartsNode,
  ClauseNode,
  CountedNoun,
  DeclaredCountNode,
  DeclaresNode,
  FactorNode,
  HighestOnlyNode,
  MayBeNegativeNode,
  LowestOfPartsNode,
  MayExceedNode,
  MissingPeriodNode,
  NameNode,
  NoneApplicableNode,
  PeriodsNode,
  PointsNode,
  SheetRowNode,
  SheetTableNode,
  SubPeriodNode,
  UsingNode,
  WeightNode,
  WithoutResultNode,
} from '../../ast/nodes.ts';
import { keyword } from '../../vocabulary/keywords.ts';
import { writeInstead } from '../lexical-mistakes.ts';
import { percentWithoutWeight } from '../parse-mistakes.ts';
import { isEnd, keywordOf, marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { RuleParser } from './rules.ts';
import { clauseStarts, clauseWords, lineStarts } from './starts.ts';

/** The clauses in the head of an item, a list, the total or a scorecard. */
export abstract class ClauseParser extends RuleParser {
  /** Clauses in any order, each at most once, up to the body. What is none of them is reported and skipped. */
  readonly headClauses: Rule<ClauseNode[], [start: number]> = this.RULE('headClauses', (start: number) => {
    const clauses: ClauseNode[] = [];
    this.MANY({
      GATE: () =>
        this.clauseAhead(clauseStarts, start) || (this.skipUnknownClause() && this.clauseAhead(clauseStarts, start)),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        clauses.push(this.SUBRULE(this.headClause));
      },
    });
    return this.ACTION(() => this.once(clauses));
  });

  readonly headClause: Rule<ClauseNode> = this.RULE('headClause', () =>
    this.choose<ClauseNode>([
      { ALT: () => this.SUBRULE(this.points) },
      { ALT: () => this.SUBRULE(this.weight) },
      { ALT: () => this.SUBRULE(this.using) },
      { ALT: () => this.SUBRULE(this.applies) },
      { ALT: () => this.SUBRULE(this.byPeriod) },
      { ALT: () => this.SUBRULE(this.missingPeriod) },
      { ALT: () => this.SUBRULE(this.basis) },
      { ALT: () => this.SUBRULE(this.roundingClause) },
      { ALT: () => this.SUBRULE(this.declares) },
      { ALT: () => this.SUBRULE(this.cap) },
      { ALT: () => this.SUBRULE(this.uncapped) },
      { ALT: () => this.SUBRULE(this.highestOnly) },
      { ALT: () => this.SUBRULE(this.mayExceed) },
      { ALT: () => this.SUBRULE(this.mayBeNegative) },
      { ALT: () => this.SUBRULE(this.factor) },
      { ALT: () => this.SUBRULE(this.lowestOfParts) },
      { ALT: () => this.SUBRULE(this.bestOfParts) },
      { ALT: () => this.SUBRULE(this.withoutResult) },
      { ALT: () => this.SUBRULE(this.notApplicable) },
      { ALT: () => this.SUBRULE(this.noneApplicable) },
    ]),
  );

  /** `5分`, `满分 100分`, `满分 按 类别 { … }`. A percentage lacks its 占: reported and taken for a weight. */
  readonly points: Rule<PointsNode | WeightNode> = this.RULE('points', () => {
    const start = this.here();
    const bare = this.OPTION(() => this.CONSUME(words['full-marks'])) === undefined;
    const amount = this.choose<PointsNode['amount']>([
      { GATE: () => !bare, ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.SUBRULE(this.literal) },
    ]);
    return this.ACTION(() => {
      if (!bare || amount.kind !== 'quantity' || amount.unit !== 'percent')
        return this.node('points', start, { amount });
      const written = this.textOf(amount);
      const correct = this.vocabulary === 'zh' ? `占${written}` : `weight ${written}`;
      this.report(
        percentWithoutWeight.at(
          amount.span,
          { written, correct },
          { fixes: [writeInstead(start, this.behind(), correct, true)] },
        ),
      );
      return this.node('weight', start, { amount });
    });
  });

  readonly weight: Rule<WeightNode> = this.RULE('weight', () => {
    const start = this.here();
    this.CONSUME(words.weight);
    const amount = this.choose<WeightNode['amount']>([
      { ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.hole({ zh: '权重，如 `10%`', en: 'a weight, such as `10%`' }) },
    ]);
    return this.node('weight', start, { amount });
  });

  readonly using: Rule<UsingNode> = this.RULE('using', () => {
    const start = this.here();
    this.CONSUME(words.using);
    const scorecard = this.prefer<UsingNode['scorecard']>([
      { ALT: () => this.SUBRULE(this.sheetTable) },
      { ALT: () => this.SUBRULE(this.nameOrHole) },
    ]);
    return this.node('using', start, { scorecard });
  });

  /** `按 类别 { 镇街 镇街细则；其余 通用细则 }` */
  readonly sheetTable: Rule<SheetTableNode> = this.RULE('sheetTable', () => {
    const start = this.here();
    this.CONSUME(words.by);
    const key = this.SUBRULE(this.pathOrHole);
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat<SheetRowNode>({
      parse: () => this.SUBRULE(this.sheetRow),
      starts: new Set([marks.name, words.otherwise]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.sheetRow) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('sheet-table', start, { key, rows });
  });

  readonly sheetRow: Rule<SheetRowNode> = this.RULE('sheetRow', () => {
    const start = this.here();
    const options = this.prefer<NameNode[]>([
      { ALT: () => (this.CONSUME(words.otherwise), []) },
      { ALT: () => this.SUBRULE(this.names) },
    ]);
    const scorecard = this.prefer<SheetRowNode['scorecard']>(
      [{ ALT: () => this.SUBRULE(this.inapplicable) }, { ALT: () => this.SUBRULE(this.nameOrHole) }],
      1,
    );
    return this.node('sheet-row', start, { options, scorecard });
  });

  readonly highestOnly: Rule<HighestOnlyNode> = this.RULE('highestOnly', () => {
    const start = this.here();
    this.CONSUME(words['highest-only']);
    const keys = this.choose<NameNode[]>([
      { ALT: () => (this.CONSUME(words.by), this.SUBRULE(this.names)) },
      { ALT: () => (this.CONSUME(words.once), []) },
    ]);
    return this.node('highest-only', start, { keys });
  });

  readonly mayExceed: Rule<MayExceedNode> = this.RULE('mayExceed', () => {
    const start = this.here();
    this.CONSUME(words['may-exceed']);
    const limit = this.OPTION(() => (this.CONSUME(words.to), this.SUBRULE(this.literal))) ?? null;
    return this.node('may-exceed', start, { limit });
  });

  readonly mayBeNegative: Rule<MayBeNegativeNode> = this.RULE('mayBeNegative', () => {
    const start = this.here();
    this.CONSUME(words['may-be-negative']);
    const limit = this.OPTION(() => (this.CONSUME(words.to), this.SUBRULE(this.literal))) ?? null;
    return this.node('may-be-negative', start, { limit });
  });

  readonly factor: Rule<FactorNode> = this.RULE('factor', () => {
    const start = this.here();
    this.CONSUME(words.factor);
    const amount = this.SUBRULE(this.amount);
    return this.node('factor', start, { amount });
  });

  readonly lowestOfParts: Rule<LowestOfPartsNode> = this.RULE('lowestOfParts', () => {
    const start = this.here();
    this.CONSUME(words['lowest-of-parts']);
    return this.node('lowest-of-parts', start, {});
  });

  readonly bestOfParts: Rule<BestOfPartsNode> = this.RULE('bestOfParts', () => {
    const start = this.here();
    this.CONSUME(words['best-of-parts']);
    const count = this.SUBRULE(this.literalOrHole);
    return this.node('best-of-parts', start, { count });
  });

  /** `分期 季度`, `分期 { 上半年 40%，下半年 60% }`, `分期 月 累计` */
  readonly byPeriod: Rule<PeriodsNode> = this.RULE('byPeriod', () => {
    const start = this.here();
    this.CONSUME(words['by-period']);
    let unit: PeriodsNode['unit'] = null;
    let periods: readonly SubPeriodNode[] = [];
    this.choose<void>([
      ...(['quarters', 'half-years', 'months'] as const).map((each) => ({
        ALT: () => {
          this.CONSUME(words[each]);
          unit = each;
        },
      })),
      { ALT: () => void (periods = this.SUBRULE(this.periodTable)) },
    ]);
    const accumulated = this.OPTION(() => this.CONSUME(words.accumulated)) !== undefined;
    return this.node('periods', start, { unit, periods, accumulated, ofLeaf: false });
  });

  readonly periodTable: Rule<SubPeriodNode[]> = this.RULE('periodTable', () => {
    this.CONSUME(marks.leftBrace);
    const periods = this.repeat<SubPeriodNode>({
      parse: () => this.SUBRULE(this.subPeriod),
      starts: new Set([marks.name]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.subPeriod) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    return periods;
  });

  readonly subPeriod: Rule<SubPeriodNode> = this.RULE('subPeriod', () => {
    const start = this.here();
    const name = this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(words.weight));
    const weight = this.SUBRULE(this.literal);
    return this.node('sub-period', start, { name, weight });
  });

  readonly missingPeriod: Rule<MissingPeriodNode> = this.RULE('missingPeriod', () => {
    const start = this.here();
    this.CONSUME(words['missing-period']);
    const policy = this.choose<MissingPeriodNode['policy']>([
      { ALT: () => (this.CONSUME(words['not-counted']), 'not-counted') },
      { ALT: () => (this.CONSUME(words.zero), 'zero') },
      { ALT: () => (this.CONSUME(words['no-result']), 'no-result') },
      { ALT: () => (this.CONSUME(words.refuse), 'refuse') },
    ]);
    return this.node('missing-period', start, { policy });
  });

  readonly withoutResult: Rule<WithoutResultNode> = this.RULE('withoutResult', () => {
    const start = this.here();
    this.CONSUME(words['no-result']);
    const policy = this.SUBRULE(this.absencePolicy);
    return this.node('without-result', start, { policy });
  });

  readonly noneApplicable: Rule<NoneApplicableNode> = this.RULE('noneApplicable', () => {
    const start = this.here();
    this.CONSUME(words['none-applicable']);
    const policy = this.SUBRULE(this.absencePolicy);
    return this.node('none-applicable', start, { policy });
  });

  /** `声明 7个维度 33项标准`. The counting word says nothing and is not kept. */
  readonly declares: Rule<DeclaresNode> = this.RULE('declares', () => {
    const start = this.here();
    this.CONSUME(words.declares);
    const counts: DeclaredCountNode[] = [];
    this.MANY({
      GATE: () => this.isDeclaredCount(),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        counts.push(this.SUBRULE(this.declaredCount));
      },
    });
    this.ACTION(() => {
      if (counts.length === 0)
        this.reportExpected({ zh: '数目和种类，如 `33项标准`', en: 'a count, such as `33 standards`' });
    });
    return this.node('declares', start, { counts });
  });

  readonly declaredCount: Rule<DeclaredCountNode> = this.RULE('declaredCount', () => {
    const start = this.here();
    const count = this.SUBRULE(this.quantity);
    const noun = this.choose<CountedNoun>([
      { ALT: () => this.SUBRULE(this.level) },
      { ALT: () => (this.CONSUME(words.case), 'case') },
      { ALT: () => (this.CONSUME(words['negative-case']), 'negative-case') },
      { ALT: () => (this.CONSUME(words['adjusting-case']), 'adjusting-case') },
    ]);
    return this.ACTION(() => this.node('declared-count', start, { count: { ...count, unit: null }, noun }));
  });

  /** `33项标准`: a number, perhaps a unit, and what is counted. */
  private isDeclaredCount(): boolean {
    const at = this.nextIs(marks.comma) ? 2 : 1;
    if (this.token(at).tokenType !== marks.number) return false;
    const noun = this.token(this.token(at + 1).tokenType === marks.unit ? at + 2 : at + 1);
    const id = keywordOf(noun.tokenType);
    return id !== null && (id === 'case' || ['level', 'noun'].includes(keyword(id).role));
  }

  /** A plain name, perhaps a title, and then what only an item's head has. */
  protected looksLikeItem(): boolean {
    if (this.token(1).tokenType !== marks.name || this.token(1).bracketed) return false;
    const at = this.token(2).tokenType === marks.text ? 3 : 2;
    const next = this.token(at).tokenType;
    if (next === words.weight || next === words.using) return true;
    return next === marks.number && ['point', 'percent', 'part'].includes(this.token(at + 1).text);
  }

  /** Reports what stands on the line of a head but is no clause, and skips to the next clause or the body. */
  private skipUnknownClause(): boolean {
    const first = this.token(1);
    if (this.RECORDING_PHASE || isEnd(first) || first.lineStart || this.looksLikeItem()) return false;
    if (!this.nextIs(marks.name, marks.text, marks.title, marks.unit)) return false;
    this.reportUnknown(first, clauseWords);
    for (;;) {
      const next = this.token(1);
      const stops = this.nextIs(marks.leftBrace, marks.rightBrace, marks.semicolon, marks.comma);
      if (isEnd(next) || stops || (next !== first && next.lineStart)) return true;
      if (clauseStarts.has(next.tokenType) || lineStarts.has(next.tokenType)) return true;
      this.SKIP_TOKEN();
    }
  }
}
