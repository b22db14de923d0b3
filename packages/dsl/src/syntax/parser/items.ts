import type {
  CaseNode,
  CountRowNode,
  EffectNode,
  ItemLevel,
  ItemNode,
  LineNode,
  ListNode,
  MissingNode,
  RequireNode,
  ScorecardNode,
  TitleNode,
  TotalNode,
  WhenNode,
} from '../../ast/nodes.ts';
import { keyword } from '../../vocabulary/keywords.ts';
import { replace, writeInstead } from '../lexical-mistakes.ts';
import { countNeedsTable, missingLevel, unknownWord } from '../parse-mistakes.ts';
import { keywordOf, marks, type Token, words } from '../token.ts';
import type { Rule } from './base.ts';
import { ClauseParser } from './clauses.ts';
import { clauseStarts, clauseWords, levels, lineStarts, lineWords } from './starts.ts';

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

/** The tree of items: bodies with their lines, lists and cases. */
export abstract class ItemParser extends ClauseParser {
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
    const token = this.take(marks.name);
    const text = this.OPTION(() => this.SUBRULE(this.text)) ?? null;
    const item = this.ACTION(() => this.guessItem(token, text, guess));
    return this.SUBRULE(this.restOfItem, { ARGS: [start, item?.level, item?.title] });
  });

  readonly restOfItem: Rule<ItemNode, [start: number, level: ItemLevel, title: TitleNode | MissingNode]> = this.RULE(
    'restOfItem',
    (start: number, level: ItemLevel, title: TitleNode | MissingNode) => {
      const clauses = this.SUBRULE(this.headClauses, { ARGS: [start] });
      const lines = this.OPTION(() => this.SUBRULE(this.body, { ARGS: [partsOf[level]] })) ?? [];
      return this.ACTION(() => {
        const body = lines.map((line) => (line.kind === 'discretion' ? this.judged(line, title) : line));
        return this.node('item', start, { level, title, clauses, body });
      });
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
      { ALT: () => this.SUBRULE(this.require) },
    ]),
  );

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
    const applies = this.OPTION3(() => this.SUBRULE(this.applies)) ?? null;
    const basis = this.OPTION(() => this.SUBRULE(this.basis)) ?? null;
    this.OPTION2(() => this.CONSUME(marks.comma));
    return this.prefer<CaseNode>([
      {
        ALT: () => {
          const table = this.SUBRULE(this.countTable);
          return this.node('case', start, { title, applies, basis, effect: null, table });
        },
      },
      {
        ALT: () => {
          const row = this.SUBRULE(this.countRow);
          this.ACTION(() => this.reportBareCount(row));
          return this.node('case', start, { title, applies, basis, effect: null, table: [row] });
        },
      },
      {
        ALT: () => {
          const effect = this.SUBRULE(this.effect);
          return this.ACTION(() =>
            this.node('case', start, {
              title,
              applies,
              basis,
              effect: this.namedEffect(effect, title),
              table: [],
            }),
          );
        },
      },
      {
        ALT: () => {
          const effect = this.SUBRULE(this.effectHole);
          return this.node('case', start, { title, applies, basis, effect, table: [] });
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

  /** `要求 条件 "…"` */
  readonly require: Rule<RequireNode> = this.RULE('require', () => {
    const start = this.here();
    this.CONSUME(words.require);
    const condition = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(marks.comma));
    const message = this.OPTION2(() => this.SUBRULE(this.text)) ?? null;
    return this.node('require', start, { condition, message });
  });

  readonly when: Rule<WhenNode> = this.RULE('when', () => {
    const start = this.here();
    this.CONSUME(words.when);
    const condition = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(marks.comma));
    const effect: EffectNode = this.SUBRULE(this.effect);
    return this.node('when', start, { condition, effect });
  });

  /** What a judgement declares is named by its case. */
  private namedEffect(effect: EffectNode, title: TitleNode | MissingNode): EffectNode {
    if (effect.kind === 'discretion') return this.judged(effect, title);
    return effect.kind === 'points-effect' ? this.judgedEvents(effect, title) : effect;
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
}
