import type {
  ExpressionNode,
  GradeLineNode,
  GradesNode,
  OffScaleNode,
  PathNode,
  QuotaNode,
  QuotaSizeNode,
  QuotaSizesNode,
  ScaleLineNode,
} from '../../ast/nodes.ts';
import type { Message } from '../../source/locale.ts';
import type { Span } from '../../source/span.ts';
import { replace } from '../lexical-mistakes.ts';
import { commaBetweenGrades } from '../parse-mistakes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { gradeEffects } from './effects.ts';
import { ItemParser } from './items.ts';

const quotaClauses = new Set([
  words.by,
  words.base,
  words['half-up'],
  words['half-even'],
  words['round-down'],
  words['round-up'],
  words.minimum,
  words['with-above'],
  words.ties,
  words['still-tied'],
  words['move-up'],
  words['no-move-up'],
]);
/** Words and marks with which a row by size begins. */
const sizeStarts = new Set([
  words.otherwise,
  marks.number,
  words['at-least'],
  words['at-most'],
  words.above,
  words.below,
  marks.atLeast,
  marks.atMost,
  marks.above,
  marks.below,
  marks.equals,
]);
const gradeStarts = new Set([marks.name, words.when, words['off-scale'], ...gradeEffects]);

const aGradeCondition: Message = {
  zh: '等次的条件，如 `90分以上`',
  en: 'the condition of the grade, such as `90 points or more`',
};

/** What one clause of a quota says. */
type QuotaFields = Partial<Omit<QuotaNode, 'kind' | 'span' | 'amount'>>;

interface QuotaPart {
  readonly kind: string;
  readonly span: Span;
  readonly fields: QuotaFields;
}

/** Grades with their conditions and quotas. */
export abstract class GradeParser extends ItemParser {
  /** `等次 [名] [依 …] { … }` */
  readonly grades: Rule<GradesNode> = this.RULE('grades', () => {
    const start = this.here();
    this.CONSUME(words.grades);
    const name = this.OPTION({
      GATE: () => this.isName(this.token(1)) && !this.nextIs(words['based-on']),
      DEF: () => this.SUBRULE(this.name),
    });
    const basedOn = this.OPTION2(() => {
      this.CONSUME(words['based-on']);
      return this.SUBRULE(this.arithmetic);
    });
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => {
      this.depth++;
      this.amongGrades = true;
    });
    const lines = this.repeat<ScaleLineNode>({
      parse: () =>
        this.prefer<ScaleLineNode>([
          { ALT: () => this.SUBRULE(this.when) },
          { ALT: () => this.SUBRULE(this.gradeEffectWithClauses) },
          { ALT: () => this.SUBRULE(this.offScale) },
          { ALT: () => this.SUBRULE(this.gradeLine) },
        ]),
      starts: gradeStarts,
      separators: new Set([marks.semicolon]),
      resumes: (token) => token.lineStart || token.tokenType === words.when,
      otherwise: () => {
        if (this.nextIs(marks.comma)) return this.skipComma();
        return this.nextIsName() ? this.SUBRULE2(this.gradeLine) : this.unknownGrade();
      },
    });
    this.ACTION(() => {
      this.depth--;
      this.amongGrades = false;
    });
    this.CONSUME(marks.rightBrace);
    return this.node('grades', start, { name: name ?? null, basedOn: basedOn ?? null, lines });
  });

  /** `另设 不确定` */
  readonly offScale: Rule<OffScaleNode> = this.RULE('offScale', () => {
    const start = this.here();
    this.CONSUME(words['off-scale']);
    const name = this.SUBRULE(this.name);
    return this.node('off-scale', start, { name });
  });

  readonly gradeLine: Rule<GradeLineNode> = this.RULE('gradeLine', () => {
    const start = this.here();
    const name = this.SUBRULE(this.name);
    let condition: ExpressionNode | null = null;
    let otherwise = false;
    this.prefer<void>([
      {
        ALT: () => {
          this.CONSUME(words.otherwise);
          otherwise = true;
        },
      },
      {
        GATE: () => !this.nextIs(words.quota),
        ALT: () => {
          const band = this.SUBRULE(this.expression);
          condition = this.ACTION(() => this.bandMeant(band));
        },
      },
      { ALT: () => undefined },
    ]);
    const quota = this.OPTION({
      GATE: () => this.nextIs(words.quota) || this.token(2).tokenType === words.quota,
      DEF: () => {
        this.OPTION2(() => this.CONSUME(marks.comma));
        return this.SUBRULE(this.quota);
      },
    });
    this.ACTION(() => {
      if (condition === null && !otherwise && quota === undefined) this.reportExpected(aGradeCondition);
    });
    return this.node('grade-line', start, { name, condition, otherwise, quota: quota ?? null });
  });

  /** `名额30% 按 类别 向下取整 至少1个 同分 按 述职评议 仍同 均不入选 不递补` */
  readonly quota: Rule<QuotaNode> = this.RULE('quota', () => {
    const start = this.here();
    this.CONSUME(words.quota);
    const last = this.OPTION2(() => this.CONSUME(words.last)) !== undefined;
    const amount = this.prefer<QuotaNode['amount']>([
      { ALT: () => this.SUBRULE(this.literal) },
      { GATE: () => this.token(2).tokenType === words.size, ALT: () => this.SUBRULE(this.quotaSizes) },
      { ALT: () => this.SUBRULE(this.byTable) },
      { ALT: () => this.hole({ zh: '名额，如 `30%` 或 `3个`', en: 'a quota, such as `30%` or `3 units`' }) },
    ]);
    const parts: QuotaPart[] = [];
    this.MANY({
      GATE: () => this.clauseAhead(quotaClauses, start),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        parts.push(this.SUBRULE(this.quotaClause));
      },
    });
    return this.ACTION(() => {
      const fields = this.once(parts).reduce<QuotaFields>((all, part) => ({ ...all, ...part.fields }), {});
      const {
        by = null,
        base = null,
        rounding = null,
        minimum = null,
        withAbove = false,
        ties = [],
        stillTied = null,
        moveUp = null,
      } = fields;
      return this.node('quota', start, {
        amount,
        last,
        by,
        base,
        rounding,
        minimum,
        withAbove,
        ties,
        stillTied,
        moveUp,
      });
    });
  });

  readonly quotaClause: Rule<QuotaPart> = this.RULE('quotaClause', () => {
    const start = this.here();
    const fields = this.choose<QuotaFields>([
      { ALT: () => (this.CONSUME(words.by), { by: this.SUBRULE(this.path) }) },
      { ALT: () => (this.CONSUME(words.base), { base: this.SUBRULE(this.quotaBase) }) },
      { ALT: () => ({ rounding: this.SUBRULE(this.roundingMode) }) },
      { ALT: () => (this.CONSUME(words.minimum), { minimum: this.SUBRULE(this.literal) }) },
      { ALT: () => (this.CONSUME(words['with-above']), { withAbove: true }) },
      { ALT: () => (this.CONSUME(words.ties), this.CONSUME2(words.by), { ties: this.SUBRULE(this.paths) }) },
      { ALT: () => (this.CONSUME(words['still-tied']), { stillTied: this.SUBRULE(this.stillTied) }) },
      { ALT: () => (this.CONSUME(words['move-up']), { moveUp: true }) },
      { ALT: () => (this.CONSUME(words['no-move-up']), { moveUp: false }) },
    ]);
    return this.ACTION(() => ({ kind: Object.keys(fields).join(), span: { start, end: this.behind() }, fields }));
  });

  /** `按 对象数 { 不满6个 得1个；其余 得2个 }` */
  readonly quotaSizes: Rule<QuotaSizesNode> = this.RULE('quotaSizes', () => {
    const start = this.here();
    this.CONSUME(words.by);
    this.CONSUME(words.size);
    this.CONSUME(marks.leftBrace);
    const rows = this.repeat({
      parse: () => this.SUBRULE(this.quotaSize),
      starts: sizeStarts,
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => this.unknownRow(),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('quota-sizes', start, { rows });
  });

  readonly quotaSize: Rule<QuotaSizeNode> = this.RULE('quotaSize', () => {
    const start = this.here();
    let condition: ExpressionNode | null = null;
    this.choose<void>([
      { ALT: () => void this.CONSUME(words.otherwise) },
      { ALT: () => void (condition = this.SUBRULE(this.bareComparison)) },
      { ALT: () => void (condition = this.SUBRULE(this.boundedSize)) },
    ]);
    this.OPTION(() => this.CONSUME(words.earn));
    const amount = this.SUBRULE(this.literal);
    return this.node('quota-size', start, { condition, amount });
  });

  /** `6至12个`, `12个以下` */
  readonly boundedSize: Rule<ExpressionNode> = this.RULE('boundedSize', () => this.SUBRULE(this.comparison));

  readonly quotaBase: Rule<NonNullable<QuotaNode['base']>> = this.RULE('quotaBase', () =>
    this.choose<NonNullable<QuotaNode['base']>>([
      { ALT: () => (this.CONSUME(words.assessed), 'assessed') },
      { ALT: () => (this.CONSUME(words.graded), 'graded') },
      { ALT: () => (this.CONSUME(words.unvetoed), 'unvetoed') },
    ]),
  );

  readonly stillTied: Rule<NonNullable<QuotaNode['stillTied']>> = this.RULE('stillTied', () =>
    this.choose<NonNullable<QuotaNode['stillTied']>>([
      { ALT: () => (this.CONSUME(words['all-in']), 'all-in') },
      { ALT: () => (this.CONSUME(words['none-in']), 'none-in') },
      { ALT: () => (this.CONSUME(words['by-meeting']), 'by-meeting') },
    ]),
  );

  readonly paths: Rule<PathNode[]> = this.RULE('paths', () => {
    const paths = [this.SUBRULE(this.path)];
    this.MANY({
      GATE: () => {
        const next = this.token(2);
        const builtin = next.tokenType === words.total || next.tokenType === words.grades;
        return this.nextIs(marks.comma) && (builtin || this.continuesNames(next));
      },
      DEF: () => {
        this.CONSUME(marks.comma);
        paths.push(this.SUBRULE2(this.path));
      },
    });
    return paths;
  });

  // ---------------------------------------------------------------- mistakes

  /** `优秀 90分以上，良好 80分以上`: the comma is taken for a semicolon. */
  private skipComma(): GradeLineNode | null {
    const comma = this.token(1);
    const span = { start: comma.startOffset, end: comma.end };
    const fix = replace(
      span.start,
      span.end,
      this.vocabulary === 'zh' ? '；' : ';',
      '改为分号',
      'Make it a semicolon',
      true,
    );
    this.report(commaBetweenGrades.at(span, { found: this.token(2).image ?? '' }, { fixes: [fix] }));
    this.SKIP_TOKEN();
    return this.isName(this.token(1)) ? this.SUBRULE2(this.gradeLine) : null;
  }

  protected unknownGrade(): null {
    this.reportExpected({ zh: '等次的名称', en: 'the name of a grade' });
    return null;
  }
}
