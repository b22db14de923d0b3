import type { ExpressionNode, GuaranteeNode, ProcedureNode, StageNode, TextNode } from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { ConsequenceParser } from './consequences.ts';

/** What the clauses behind a stage say. */
type StageFields = Partial<Pick<StageNode, 'within' | 'evidence' | 'collects' | 'owner'>>;

interface StageClause {
  readonly kind: string;
  readonly span: Span;
  readonly fields: StageFields;
}

const stageClauses = new Set([words.within, words.evidence, words.collects, words.owner]);
const stageStarts = new Set([words.stage]);

/** The procedure, and what the policy guarantees. */
export abstract class ProcedureParser extends ConsequenceParser {
  readonly procedure: Rule<ProcedureNode> = this.RULE('procedure', () => {
    const start = this.here();
    this.CONSUME(words.procedure);
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => void this.depth++);
    const stages = this.repeat({
      parse: () => this.SUBRULE(this.stage),
      starts: stageStarts,
      separators: new Set([marks.semicolon]),
      resumes: (token) => token.lineStart || token.tokenType === words.stage,
      otherwise: () => (this.reportUnknown(this.token(1), ['stage']), null),
    });
    this.ACTION(() => void this.depth--);
    this.CONSUME(marks.rightBrace);
    return this.node('procedure', start, { stages });
  });

  /** `步骤 述职大会 期限 12月10日 采集 民主测评 责任 "机关党委"` */
  readonly stage: Rule<StageNode> = this.RULE('stage', () => {
    const start = this.here();
    this.CONSUME(words.stage);
    const title = this.SUBRULE(this.title);
    const clauses: StageClause[] = [];
    this.MANY({
      GATE: () => this.clauseAhead(stageClauses, start),
      DEF: () => {
        this.OPTION(() => this.CONSUME(marks.comma));
        clauses.push(this.SUBRULE(this.stageClause));
      },
    });
    return this.ACTION(() => {
      const fields = this.once(clauses).reduce<StageFields>((all, clause) => ({ ...all, ...clause.fields }), {});
      const { within = null, evidence = [], collects = [], owner = null } = fields;
      return this.node('stage', start, { title, within, evidence, collects, owner });
    });
  });

  readonly stageClause: Rule<StageClause> = this.RULE('stageClause', () => {
    const start = this.here();
    const fields = this.choose<StageFields>([
      { ALT: () => (this.CONSUME(words.within), { within: this.SUBRULE(this.bound) }) },
      { ALT: () => (this.CONSUME(words.evidence), { evidence: this.SUBRULE(this.documents) }) },
      { ALT: () => (this.CONSUME(words.collects), { collects: this.SUBRULE(this.paths) }) },
      { ALT: () => (this.CONSUME(words.owner), { owner: this.SUBRULE(this.text) }) },
    ]);
    return this.ACTION(() => ({ kind: Object.keys(fields).join(), span: { start, end: this.behind() }, fields }));
  });

  /** `保证 "…" 若 F31 发生 则 等次 不高于 合格`, `保证 单调` */
  readonly guarantee: Rule<GuaranteeNode> = this.RULE('guarantee', () => {
    const start = this.here();
    this.CONSUME(words.guarantee);
    const title: TextNode | undefined = this.OPTION(() => this.SUBRULE(this.text));
    const condition = this.prefer<ExpressionNode | null>([
      { ALT: () => (this.CONSUME(words.monotone), null) },
      { ALT: () => this.SUBRULE(this.expression) },
    ]);
    return this.node('guarantee', start, { title: title ?? null, condition });
  });
}
