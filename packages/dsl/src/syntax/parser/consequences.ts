import type {
  ActionNode,
  ConsequenceEntryNode,
  ConsequencesNode,
  ExpressionNode,
  NameNode,
  StreakNode,
  TextNode,
} from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { writeInstead } from '../lexical-mistakes.ts';
import { missingSeparator } from '../parse-mistakes.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { GradeParser } from './grades.ts';

/** What the clauses behind an action say. */
type ActionFields = Partial<Pick<ActionNode, 'within' | 'lasting' | 'amount' | 'factor' | 'rounding'>>;

interface ActionClause {
  readonly kind: string;
  readonly span: Span;
  readonly fields: ActionFields;
}

const actionClauses = new Set([words.within, words.lasting, words.amount, words.factor, words.rounding]);
const entryStarts = new Set([marks.name, words.when, words['no-grade'], words.consecutive]);

/** The use of results. */
export abstract class ConsequenceParser extends GradeParser {
  readonly consequences: Rule<ConsequencesNode> = this.RULE('consequences', () => {
    const start = this.here();
    this.CONSUME(words.consequences);
    this.CONSUME(marks.leftBrace);
    this.ACTION(() => void this.depth++);
    const entries = this.repeat({
      parse: () => this.SUBRULE(this.consequenceEntry),
      starts: entryStarts,
      separators: new Set([marks.semicolon]),
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.consequenceEntry) : this.unknownGrade()),
    });
    this.ACTION(() => void this.depth--);
    this.CONSUME(marks.rightBrace);
    return this.node('consequences', start, { entries });
  });

  readonly consequenceEntry: Rule<ConsequenceEntryNode> = this.RULE('consequenceEntry', () => {
    const start = this.here();
    let grades: NameNode[] = [];
    let noGrade = false;
    let streak: StreakNode | null = null;
    this.OPTION4({
      GATE: () => !this.nextIs(words.when),
      DEF: () =>
        this.prefer<void>([
          { ALT: () => ((noGrade = true), void this.CONSUME(words['no-grade'])) },
          { ALT: () => void (streak = this.SUBRULE(this.streak)) },
          { ALT: () => void (grades = this.SUBRULE(this.names)) },
        ]),
    });
    const condition: ExpressionNode | undefined = this.OPTION(() => {
      this.CONSUME(words.when);
      return this.SUBRULE(this.expression);
    });
    this.CONSUME(marks.leftBrace);
    const actions = this.repeat({
      parse: () => this.SUBRULE(this.action),
      starts: new Set([marks.name, words.for]),
      separators: this.tableSeparators,
      resumes: (token) => token.lineStart,
      otherwise: () => (this.nextIsName() ? this.SUBRULE2(this.action) : this.unknownRow()),
    });
    this.CONSUME(marks.rightBrace);
    this.ACTION(() => this.reportRunOn(actions));
    return this.node('consequence-entry', start, { grades, noGrade, streak, condition: condition ?? null, actions });
  });

  /** `对 书记、责任人 约谈 "…" 期限30天` */
  readonly action: Rule<ActionNode> = this.RULE('action', () => {
    const start = this.here();
    const whom = this.OPTION(() => {
      this.CONSUME(words.for);
      return this.SUBRULE(this.names);
    });
    const action: NameNode = this.SUBRULE2(this.name);
    const about: TextNode | undefined = this.OPTION2(() => this.SUBRULE(this.text));
    const clauses: ActionClause[] = [];
    this.MANY({
      GATE: () => this.clauseAhead(actionClauses, start),
      DEF: () => {
        this.OPTION3(() => this.CONSUME(marks.comma));
        clauses.push(this.SUBRULE(this.actionClause));
      },
    });
    return this.ACTION(() => {
      const fields = this.once(clauses).reduce<ActionFields>((all, clause) => ({ ...all, ...clause.fields }), {});
      const { within = null, lasting = null, amount = null, factor = null, rounding = null } = fields;
      const written = { whom: whom ?? [], action, about: about ?? null };
      return this.node('action', start, { ...written, within, lasting, amount, factor, rounding });
    });
  });

  readonly actionClause: Rule<ActionClause> = this.RULE('actionClause', () => {
    const start = this.here();
    const fields = this.choose<ActionFields>([
      { ALT: () => (this.CONSUME(words.within), { within: this.SUBRULE(this.bound) }) },
      { ALT: () => (this.CONSUME(words.lasting), { lasting: this.SUBRULE(this.literal) }) },
      { ALT: () => (this.CONSUME(words.amount), { amount: this.SUBRULE(this.amount) }) },
      { ALT: () => (this.CONSUME(words.factor), { factor: this.SUBRULE2(this.amount) }) },
      { ALT: () => ({ rounding: this.SUBRULE(this.roundingClause) }) },
    ]);
    return this.ACTION(() => ({ kind: Object.keys(fields).join(), span: { start, end: this.behind() }, fields }));
  });

  /** `约谈 书记`: a bare name directly behind a bare name is no second action. */
  private reportRunOn(actions: readonly ActionNode[]): void {
    for (const [index, second] of actions.entries()) {
      const first = actions[index - 1];
      if (first === undefined || !isBare(first) || second.whom.length > 0 || second.about !== null) continue;
      const between = this.source.text.slice(first.span.end, second.span.start);
      if (/[^ \t\u3000]/u.test(between)) continue;
      const span = { start: first.span.start, end: second.action.span.end };
      const correct = `${this.spelling('for')} ${second.action.text} ${first.action.text}`;
      const written = this.source.text.slice(span.start, span.end);
      this.report(
        missingSeparator.at(span, { written, correct }, { fixes: [writeInstead(span.start, span.end, correct)] }),
      );
    }
  }
}

function isBare(action: ActionNode): boolean {
  return action.span.end === action.action.span.end && action.whom.length === 0;
}
