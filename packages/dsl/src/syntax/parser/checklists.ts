import type { CheckPointNode, ChecklistNode, NameNode, SourceClauseNode, TitleNode } from '../../ast/nodes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { EffectParser } from './effects.ts';

const pointStarts = new Set([words['check-point']]);
const pointClauses = new Set([words.source]);

/** 逐项达标: points of which each earns its own, or all together. */
export abstract class ChecklistParser extends EffectParser {
  /** `逐项达标 每项得1分 { 要点 班子健全；要点 阵地规范 得3分 }`, `checklist earns 1 point per item { … }` */
  readonly checklist: Rule<ChecklistNode> = this.RULE('checklist', () => {
    const start = this.here();
    this.CONSUME(words.checklist);
    const all = this.OPTION(() => this.CONSUME(words.all)) !== undefined;
    const before = this.OPTION2(() => this.SUBRULE(this.per)) ?? null;
    this.OPTION3(() => this.CONSUME(marks.comma));
    const amount =
      this.OPTION4(() => {
        this.CONSUME(words.earn);
        return this.SUBRULE(this.amount);
      }) ?? null;
    const behind = this.OPTION5(() => this.SUBRULE2(this.per)) ?? null;
    this.CONSUME(marks.leftBrace);
    const points = this.repeat({
      parse: () => this.SUBRULE(this.checkPoint),
      starts: pointStarts,
      separators: this.tableSeparators,
      resumes: (token) => pointStarts.has(token.tokenType),
      otherwise: () => (this.reportUnknown(this.token(1), ['check-point']), null),
    });
    this.CONSUME(marks.rightBrace);
    return this.node('checklist', start, { mode: all ? 'all' : 'each', per: before ?? behind, amount, points });
  });

  /** `要点 制度上墙 "制度上墙公示" 得3分 来源 "现场"` */
  readonly checkPoint: Rule<CheckPointNode> = this.RULE('checkPoint', () => {
    const start = this.here();
    this.CONSUME(words['check-point']);
    const title = this.SUBRULE(this.title);
    const amount =
      this.OPTION(() => {
        this.CONSUME(words.earn);
        return this.SUBRULE(this.amount);
      }) ?? null;
    const clauses: SourceClauseNode[] = [];
    this.MANY({
      GATE: () => this.clauseAhead(pointClauses, start),
      DEF: () => {
        this.OPTION2(() => this.CONSUME(marks.comma));
        clauses.push(this.SUBRULE(this.sourceClause));
      },
    });
    return this.ACTION(() => {
      const [source = null] = this.once(clauses);
      const name = title.kind === 'missing' ? title : this.pointName(title);
      const field = this.nodeTo(
        'field',
        { start, end: this.behind() },
        {
          name,
          type: this.nodeTo('yes-no-type', { start, end: start }, {}),
          source,
          rounding: null,
          step: null,
          notReported: null,
          notApplicable: null,
          booked: null,
        },
      );
      return this.node('check-point', start, { title: title.kind === 'missing' ? null : title.text, amount, field });
    });
  });

  /** The name of a point; without one its title stands for it. */
  private pointName({ name, text, span }: TitleNode): NameNode {
    if (name !== null) return name;
    // Inside the quotation marks.
    const from = text === null ? span.start : text.span.start + 1;
    const inner = { start: from, end: text === null ? span.end : Math.max(from, text.span.end - 1) };
    return this.nodeTo('name', inner, { text: text?.text ?? '' });
  }
}
