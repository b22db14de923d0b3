import {
  dueConsequences,
  formatExact,
  givenBeforeQuotas,
  indexAt,
  numberAt,
  truthAt,
  type Consequence,
  type Manifest,
  type Trace,
} from '@assess/runtime';
import type { Message } from '../source/locale.ts';
import type { Span } from '../source/span.ts';
import { showValue } from './show-value.ts';
import type { Expected, ExpectedAction } from './trials.ts';

/** What became of one `应得`. */
export interface ExpectationResult {
  readonly span: Span;
  readonly text: string;
  readonly passed: boolean;
  /** Both sides with their values where it is a single comparison: the figure, and what it should be. */
  readonly sides: readonly { readonly text: string; readonly value: Message }[];
  /** What came out instead, where that is no figure; null where it passed or `sides` say it. */
  readonly instead: Message | null;
}

/** What a record gave: a trace, or why it is refused. */
export interface Outcome {
  readonly trace: Trace;
  /** Empty for a record that was assessed. */
  readonly issues: readonly Message[];
  /** The grade after quotas, among the peers; null where there is none. */
  finalGrade(): string | null;
}

/** Holds one expectation against what came out. Conditions, consequences and standing need a record that was assessed. */
export function holdExpectation(
  { span, text, what }: Expected,
  outcome: Outcome,
  manifest: Manifest,
): ExpectationResult {
  const { trace, issues } = outcome;
  const told = (passed: boolean, instead: Message | null): ExpectationResult => ({
    span,
    text,
    passed,
    sides: [],
    instead: passed ? null : instead,
  });
  switch (what.kind) {
    case 'condition': {
      const sides = what.sides.map((side) => ({ text: side.text, value: showValue(trace[side.step], side.type) }));
      return { span, text, passed: trace[what.holds] === true, sides, instead: null };
    }
    case 'refusal': {
      const reason = what.reason?.text ?? '';
      const fits = issues.some(({ zh, en }) => zh.includes(reason) || en.includes(reason));
      return told(issues.length > 0 && fits, issues[0] ?? { zh: '记录没有退回', en: 'the record was not refused' });
    }
    case 'consequence': {
      const due = consequencesOf(manifest, trace);
      const found = due.some((each) => fits(what, each, trace));
      const actions = due.map(({ action }) => action);
      return told(found !== what.negative, {
        zh: `结果运用是 ${actions.join('、') || '无'}`,
        en: `the consequences are ${actions.join(', ') || 'none'}`,
      });
    }
    case 'final-grade': {
      const final = outcome.finalGrade();
      const wanted = what.grade.kind === 'name' ? what.grade.text : null;
      const name = final ?? '—';
      return told(final === wanted, { zh: `最终等次为 ${name}`, en: `the final grade is ${name}` });
    }
    case 'standing': {
      const { scale, total } = manifest;
      const step = what.standing === 'no-grade' ? scale?.ungraded : scale?.barred;
      // 无结果 is another outcome than 不定等次.
      const hasResult = total.noResult === null || !truthAt(trace, total.noResult.acts);
      const holds = hasResult && step !== null && step !== undefined && truthAt(trace, step);
      return told(holds, what.standing === 'no-grade' ? grade(manifest, trace) : notBarred);
    }
  }
}

const notBarred: Message = { zh: '没有取消评优', en: 'it is not out of awards' };

function grade({ scale }: Manifest, trace: Trace): Message {
  const name = scale === null ? '—' : (scale.grades[indexAt(trace, scale.graded)] ?? '—');
  return { zh: `等次为 ${name}`, en: `the grade is ${name}` };
}

/** What the grades before quotas lead to: a test looks at one subject alone. */
function consequencesOf(manifest: Manifest, trace: Trace): readonly Consequence[] {
  const { scale, scales, total } = manifest;
  if (total.noResult !== null && truthAt(trace, total.noResult.acts)) return [];
  return dueConsequences(manifest, trace, (name) => {
    const given = name === null ? scale : scales.find((each) => each.name === name);
    return given === null || given === undefined ? null : givenBeforeQuotas(given, trace);
  });
}

function fits(
  { action, about, whom, within, lasting, amount }: ExpectedAction,
  due: Consequence,
  trace: Trace,
): boolean {
  return (
    due.action === action &&
    (about === null || (due.about ?? '').includes(about)) &&
    whom.every((name) => due.whom.includes(name)) &&
    (within === null || due.within?.text === within) &&
    (lasting === null || due.lasting?.text === lasting) &&
    (amount === null || due.amount === formatExact(numberAt(trace, amount)))
  );
}
