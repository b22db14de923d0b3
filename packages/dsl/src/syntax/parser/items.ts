import type {
  CaseNode,
  ClauseNode,
  CountedNoun,
  CountRowNode,
  DeclaredCountNode,
  DeclaresNode,
  EffectNode,
  HighestOnlyNode,
  ItemLevel,
  ItemNode,
  LineNode,
  ListNode,
  MissingNode,
  NameNode,
  PointsNode,
  ScorecardNode,
  TitleNode,
  TotalNode,
  WeightNode,
  WhenNode,
} from '../../ast/nodes.ts';
import { type KeywordId, keyword } from '../../vocabulary/keywords.ts';
import { replace, writeInstead } from '../lexical-mistakes.ts';
import { countNeedsTable, missingLevel, percentWithoutWeight, unknownWord } from '../parse-mistakes.ts';
import { isEnd, keywordOf, marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { RuleParser } from './rules.ts';

const levels: readonly ItemLevel[] = ['method', 'dimension', 'content', 'indicator', 'standard'];

/** Words with which a line of a body begins. */
const lineWords: readonly KeywordId[] = [
  ...levels,
  'input',
  'define',
  'score',
  'proportion',
  'tiers',
  'by',
  'deadline',
  'ballot',
  'bonuses',
  'penalties',
  'negative-list',
  'case',
  'when',
  'declares',
];
const lineStarts = new Set(lineWords.map((id) => words[id]));

const clauseWords: readonly KeywordId[] = [
  'full-marks',
  'weight',
  'using',
  'basis',
  'rounding',
  'declares',
  'cap',
  'down-to-zero',
  'highest-only',
  'may-exceed',
  'may-be-negative',
  'factor',
];
const clauseStarts = new Set([...clauseWords.map((id) => words[id]), marks.number, marks.minus]);

/** What the parts of an item are, where the drafter forgot to say so. */
const partsOf: Readonly<Record<'total' | 'scorecard' | ItemLevel, ItemLevel>> = {
  total: 'method',
  scorecard: 'dimension',
  method: 'dimension',
  dimension: 'standard',
  content: 'standard',
  indicator: 'standard',
  standard: 'standard',
};

/** The tree of items: heads with their clauses, bodies with their lines, lists and cases. */
export abstract class ItemParser extends RuleParser {
  readonly total: Rule<TotalNode> = this.RULE('total', () => {
    const start = this.here();
    this.CONSUME(words.total);
    const clauses = this.SUBRULE(this.headClauses, { ARGS: [start] });
    const body = this.SUBRULE(this.body, { ARGS: ['method'] });
    return this.node('total', start, { clauses, body });
  });

  readonly scorecard: Rule<ScorecardNode> = this.RULE('scorecard', () => {
    const start = this.here();
    this.CONSUME(words.scorecard);
    const name = this.SUBRULE(this.nameOrHole);
    const clauses = this.SUBRULE(this.headClauses, { ARGS: [start] });
    const body = this.SUBRULE(this.body, { ARGS: ['dimension'] });
    return this.node('scorecard', start, { name, clauses, body });
  });

  readonly item: Rule<ItemNode> = this.RULE('item', () => {
    const start = this.here();
    const level = this.SUBRULE(this.level);
    const title = this.SUBRULE(this.title);
    return this.SUBRULE(this.restOfItem, { ARGS: [start, level, title] });
  });

  /** `自评 占10%`: an item without its keyword, reported and taken for one. */
  readonly itemWithoutLevel: Rule<ItemNode, [guess: ItemLevel]> = this.RULE('itemWithoutLevel', (guess: ItemLevel) => {
    const start = this.here();
    const token = this.CONSUME(marks.name) as Token;
    const text = this.OPTION(() => this.SUBRULE(this.text)) ?? null;
    const { level, title } = this.ACTION(() => this.guessItem(token, text, guess)) ?? { level: guess, title: null };
    return this.SUBRULE(this.restOfItem, { ARGS: [start, level, title as TitleNode] });
  });

  readonly restOfItem: Rule<ItemNode, [start: number, level: ItemLevel, title: TitleNode | MissingNode]> = this.RULE(
    'restOfItem',
    (start: number, level: ItemLevel, title: TitleNode | MissingNode) => {
      const clauses = this.SUBRULE(this.headClauses, { ARGS: [start] });
      const body = this.OPTION(() => this.SUBRULE(this.body, { ARGS: [partsOf[level]] })) ?? [];
      return this.node('item', start, { level, title, clauses, body });
    },
  );

  /** `{ … }`: the lines of an item or a list. A part without its keyword is taken for what its elder sister is. */
  readonly body: Rule<LineNode[], [parts: ItemLevel]> = this.RULE('body', (parts: ItemLevel) => {
    let level = parts;
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => void this.depth++);
    const lines = this.repeat<LineNode>({
      parse: () => {
        const line = this.SUBRULE(this.line);
        this.ACTION(() => {
          if (line.kind === 'item') level = line.level;
        });
        return line;
      },
      starts: lineStarts,
      separators: new Set([marks.semicolon]),
      resumes: (token) => lineStarts.has(token.tokenType) && (token.tokenType !== words.by || token.lineStart),
      otherwise: () => {
        if (this.looksLikeItem()) return this.SUBRULE(this.itemWithoutLevel, { ARGS: [level] });
        if (this.looksLikeCondition()) return this.reportBareCondition();
        this.reportUnknown(this.token(1), this.token(1).lineStart ? lineWords : [...lineWords, ...clauseWords]);
        return null;
      },
    });
    this.ACTION(() => void this.depth--);
    this.CONSUME(marks.rightBrace);
    return lines;
  });

  readonly line: Rule<LineNode> = this.RULE('line', () =>
    this.choose<LineNode>([
      { ALT: () => this.SUBRULE(this.item) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.case) },
      { ALT: () => this.SUBRULE(this.when) },
      { ALT: () => this.SUBRULE(this.inputLine) },
      { ALT: () => this.SUBRULE(this.define) },
      { ALT: () => this.SUBRULE(this.rule) },
      { ALT: () => this.SUBRULE(this.declares) },
    ]),
  );

  // ---------------------------------------------------------------- clauses of a head

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
      { ALT: () => this.SUBRULE(this.basis) },
      { ALT: () => this.SUBRULE(this.roundingClause) },
      { ALT: () => this.SUBRULE(this.declares) },
      { ALT: () => this.SUBRULE(this.cap) },
      { ALT: () => this.SUBRULE(this.highestOnly) },
      { ALT: () => this.SUBRULE(this.mayExceed) },
      { ALT: () => this.SUBRULE(this.mayBeNegative) },
      { ALT: () => this.SUBRULE(this.factor) },
    ]),
  );

  /** `5分`, `满分 100分`. A percentage lacks its 占: reported and taken for a weight. */
  readonly points: Rule<PointsNode | WeightNode> = this.RULE('points', () => {
    const start = this.here();
    const bare = this.OPTION(() => this.CONSUME(words['full-marks'])) === undefined;
    const amount = this.SUBRULE(this.literal);
    return this.ACTION(() => {
      if (!bare || amount.unit !== 'percent') return this.node('points', start, { amount });
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

  readonly using = this.RULE('using', () => {
    const start = this.here();
    this.CONSUME(words.using);
    const scorecard = this.SUBRULE(this.nameOrHole);
    return this.node('using', start, { scorecard });
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

  readonly mayExceed = this.RULE('mayExceed', () => {
    const start = this.here();
    this.CONSUME(words['may-exceed']);
    const limit = this.OPTION(() => (this.CONSUME(words.to), this.SUBRULE(this.literal))) ?? null;
    return this.node('may-exceed', start, { limit });
  });

  readonly mayBeNegative = this.RULE('mayBeNegative', () => {
    const start = this.here();
    this.CONSUME(words['may-be-negative']);
    const limit = this.OPTION(() => (this.CONSUME(words.to), this.SUBRULE(this.literal))) ?? null;
    return this.node('may-be-negative', start, { limit });
  });

  readonly factor = this.RULE('factor', () => {
    const start = this.here();
    this.CONSUME(words.factor);
    const amount = this.SUBRULE(this.amount);
    return this.node('factor', start, { amount });
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

  // ---------------------------------------------------------------- lists, cases, conditions

  readonly list: Rule<ListNode> = this.RULE('list', () => {
    const start = this.here();
    const sort = this.choose<ListNode['sort']>([
      { ALT: () => (this.CONSUME(words.bonuses), 'bonuses') },
      { ALT: () => (this.CONSUME(words.penalties), 'penalties') },
      { ALT: () => (this.CONSUME(words['negative-list']), 'negative-list') },
    ]);
    const title = this.OPTION({
      GATE: () => this.nextIs(marks.text) || (this.isName(this.token(1)) && !clauseStarts.has(this.token(1).tokenType)),
      DEF: () => this.SUBRULE(this.title),
    });
    const clauses = this.SUBRULE(this.headClauses, { ARGS: [start] });
    const body = this.OPTION2(() => this.SUBRULE(this.body, { ARGS: ['dimension'] })) ?? [];
    return this.ACTION(() =>
      this.node('list', start, { sort, title: title?.kind === 'title' ? title : null, clauses, body }),
    );
  });

  readonly case: Rule<CaseNode> = this.RULE('case', () => {
    const start = this.here();
    this.CONSUME(words.case);
    const title = this.SUBRULE(this.title);
    const basis = this.OPTION(() => this.SUBRULE(this.basis)) ?? null;
    this.OPTION2(() => this.CONSUME(marks.comma));
    return this.prefer<CaseNode>([
      {
        ALT: () => {
          const table = this.SUBRULE(this.countTable);
          return this.node('case', start, { title, basis, effect: null, table });
        },
      },
      {
        ALT: () => {
          const row = this.SUBRULE(this.countRow);
          this.ACTION(() => this.reportBareCount(row));
          return this.node('case', start, { title, basis, effect: null, table: [row] });
        },
      },
      {
        ALT: () => {
          const effect = this.SUBRULE(this.effect);
          return this.node('case', start, { title, basis, effect, table: [] });
        },
      },
      {
        ALT: () => {
          const effect = this.SUBRULE(this.effectHole);
          return this.node('case', start, { title, basis, effect, table: [] });
        },
      },
    ]);
  });

  readonly countTable: Rule<CountRowNode[]> = this.RULE('countTable', () => {
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.countRow),
      starts: new Set([marks.number]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => this.unknownRow(),
    });
    this.CONSUME(marks.rightBrace);
    return rows;
  });

  /** `1次 扣3分`, `3次（含）以上 不得分` */
  readonly countRow: Rule<CountRowNode> = this.RULE('countRow', () => {
    const start = this.here();
    const count = this.SUBRULE(this.quantity);
    const orMore =
      this.OPTION(() => {
        this.OPTION2(() => this.SUBRULE(this.inclusion));
        this.CONSUME(words['or-more']);
        this.OPTION3(() => this.SUBRULE2(this.inclusion));
        return true;
      }) ?? false;
    this.OPTION4(() => this.CONSUME(marks.comma));
    const effect = this.SUBRULE(this.effect);
    return this.node('count-row', start, { count, orMore, effect });
  });

  readonly when: Rule<WhenNode> = this.RULE('when', () => {
    const start = this.here();
    this.CONSUME(words.when);
    const condition = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(marks.comma));
    const effect: EffectNode = this.SUBRULE(this.effect);
    return this.node('when', start, { condition, effect });
  });

  // ---------------------------------------------------------------- mistakes

  /** `33项标准`: a number, perhaps a unit, and what is counted. */
  private isDeclaredCount(): boolean {
    const at = this.nextIs(marks.comma) ? 2 : 1;
    if (this.token(at).tokenType !== marks.number) return false;
    const noun = this.token(this.token(at + 1).tokenType === marks.unit ? at + 2 : at + 1);
    const id = keywordOf(noun.tokenType);
    return id !== null && (id === 'case' || ['level', 'noun'].includes(keyword(id).role));
  }

  /** A plain name, perhaps a title, and then what only an item's head has. */
  private looksLikeItem(): boolean {
    if (this.token(1).tokenType !== marks.name || this.token(1).bracketed) return false;
    const at = this.token(2).tokenType === marks.text ? 3 : 2;
    const next = this.token(at).tokenType;
    if (next === words.weight || next === words.using) return true;
    return next === marks.number && ['point', 'percent', 'part'].includes(this.token(at + 1).text);
  }

  /** `F31 发生 …`, `满意率 不低于 …` where a line should begin. */
  private looksLikeCondition(): boolean {
    const id = keywordOf(this.token(2).tokenType);
    return this.nextIs(marks.name) && id !== null && (keyword(id).role === 'comparison' || id.endsWith('occurs'));
  }

  private reportBareCondition(): null {
    const { startOffset: start, end, text } = this.token(1);
    const suggestion = `${this.spelling('when')} ${text}`;
    const fixes = [writeInstead(start, end, suggestion)];
    this.report(unknownWord.at({ start, end }, { written: text, suggestion }, { fixes }));
    return null;
  }

  private guessItem(token: Token, text: TitleNode['text'], guess: ItemLevel): { level: ItemLevel; title: TitleNode } {
    const joined = levels.find((id) => keyword(id).spellings.zh.some((word) => token.text.startsWith(word)));
    const level = joined ?? guess;
    const cut = joined === undefined ? 0 : (keyword(joined).spellings.zh[0]?.length ?? 0);
    const correct = `${this.spelling(level)} ${token.text.slice(cut)}`;
    const span = { start: token.startOffset, end: token.end };
    const fix = replace(
      span.start,
      span.end,
      correct,
      `改为 \`${correct}\``,
      `Write \`${correct}\``,
      joined !== undefined,
    );
    this.report(missingLevel.at(span, { written: token.text, correct }, { fixes: [fix] }));
    const name = this.nodeTo('name', { start: span.start + cut, end: span.end }, { text: token.text.slice(cut) });
    return { level, title: this.node('title', span.start + cut, { name, text }) };
  }

  private reportBareCount(row: CountRowNode): void {
    const written = this.textOf(row);
    const table = `{ ${written} }`;
    this.report(
      countNeedsTable.at(row.span, { written, table }, { fixes: [writeInstead(row.span.start, row.span.end, table)] }),
    );
  }

  /** Reports what stands on the line of a head but is no clause, and skips to the next clause or the body. */
  private skipUnknownClause(): boolean {
    const first = this.token(1);
    if (this.RECORDING_PHASE || first.lineStart !== false || this.looksLikeItem()) return false;
    if (![marks.name, marks.text, marks.title, marks.unit].includes(first.tokenType as never)) return false;
    this.reportUnknown(first, clauseWords);
    for (;;) {
      const next = this.token(1);
      const stops = [marks.leftBrace, marks.rightBrace, marks.semicolon, marks.comma].includes(next.tokenType as never);
      if (isEnd(next) || stops || (next !== first && next.lineStart)) return true;
      if (clauseStarts.has(next.tokenType) || lineStarts.has(next.tokenType)) return true;
      this.SKIP_TOKEN();
    }
  }
}
