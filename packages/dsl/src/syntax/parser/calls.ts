import { words } from '../token.ts';
import type { Rule } from './base.ts';
import type { CallClause, CallFields } from './call-clauses.ts';
import { ProcedureParser } from './procedure.ts';

/** What stands behind the arguments of a function: `（x，按 类别，同分 按 y，并列跳位）`. */
export abstract class CallParser extends ProcedureParser {
  override readonly callClause: Rule<CallClause> = this.RULE('callClause', () => {
    const start = this.here();
    const fields = this.choose<Partial<CallFields>>([
      { ALT: () => (this.CONSUME(words.by), { by: this.SUBRULE(this.paths) }) },
      { ALT: () => ({ rounding: this.SUBRULE(this.roundingClause) }) },
      { ALT: () => ({ mode: this.SUBRULE(this.roundingMode) }) },
      { ALT: () => (this.CONSUME(words.ties), this.CONSUME2(words.by), { ties: this.SUBRULE2(this.paths) }) },
      { ALT: () => (this.CONSUME(words['equals-skip']), { equals: 'skip' }) },
      { ALT: () => (this.CONSUME(words['equals-dense']), { equals: 'dense' }) },
      { ALT: () => (this.CONSUME(words['equals-mean']), { equals: 'mean' }) },
      { ALT: () => (this.CONSUME(words['lower-is-better']), { lowerIsBetter: true }) },
    ]);
    return this.ACTION<CallClause>(() => ({
      kind: `clause of ${Object.keys(fields).join()}`,
      span: { start, end: this.behind() },
      fields,
    }));
  });
}
