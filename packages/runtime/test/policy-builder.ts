/** Small policies made by hand: a manifest and, for every step, a function of the record and the steps before. */
import { parseRational, rational } from '../src/index.ts';
import type {
  AdjustmentSpec,
  CaseSpec,
  ConsequenceSpec,
  Evaluator,
  GradeEffectSpec,
  InputSpec,
  ItemSpec,
  ListSpec,
  Manifest,
  Origin,
  QuotaSpec,
  Rational,
  RuleSpec,
  StepSpec,
  StepValue,
  SubjectRecord,
} from '../src/index.ts';

type Step = (record: SubjectRecord, values: readonly StepValue[]) => StepValue;

export const origin = (text: string, line = 1): Origin => ({ file: null, line, column: 1, text });

/** An exact number from text, for tests that know it is one. */
export function exact(text: string): Rational {
  return parseRational(text) ?? rational(0n);
}

export class PolicyBuilder {
  readonly inputs: InputSpec[] = [];
  readonly #specs: StepSpec[] = [];
  readonly #steps: Step[] = [];

  number(name: string, step: Step | Rational | string): number {
    this.#specs.push({ name, type: 'number' });
    const value = typeof step === 'string' ? exact(step) : step;
    return this.#steps.push(typeof value === 'function' ? value : () => value) - 1;
  }

  truth(name: string, step: Step | boolean): number {
    this.#specs.push({ name, type: 'truth' });
    return this.#steps.push(typeof step === 'function' ? step : () => step) - 1;
  }

  input(key: string, type: InputSpec['type'], rest: Partial<InputSpec> = {}): number {
    const spec = {
      key,
      title: null,
      role: 'figure',
      type,
      absent: 'refuse',
      only: [],
      notApplicable: false,
      together: null,
      source: [],
      origin: origin(`填报 ${key}`),
    } as const;
    return this.inputs.push({ ...spec, ...rest }) - 1;
  }

  /** An item with constant scores, as far as they are not given. */
  item(name: string, full: string, score: string, rest: Partial<ItemSpec> = {}): ItemSpec {
    const step = this.number(`${name} score`, score);
    const marks = this.number(`${name} full`, full);
    return {
      id: name,
      level: 'standard',
      name,
      title: null,
      basis: [],
      origin: origin(`标准 ${name} ${full}分`, 10),
      full: marks,
      open: marks,
      isThere: null,
      weight: null,
      base: step,
      rule: this.rule('score'),
      children: [],
      adjustments: [],
      zeroed: null,
      noResult: null,
      notApplicable: null,
      answers: [],
      exact: step,
      score: step,
      rounding: null,
      worth: this.number(`${name} worth`, '1'),
      ...rest,
    };
  }

  rule(kind: RuleSpec['kind'], rest: Partial<RuleSpec> = {}): RuleSpec {
    return { kind, origin: origin(`规则 ${kind}`, 11), inputs: [], chosen: null, rows: [], figures: [], ...rest };
  }

  case(name: string, count: string, gross: string, points: string, rest: Partial<CaseSpec> = {}): CaseSpec {
    return {
      kind: 'case',
      ...this.#adjustment(name, gross, points),
      inputs: [],
      owner: null,
      occurred: this.truth(`${name} occurred`, count !== '0'),
      count: this.number(`${name} count`, count),
      everyTime: false,
      veto: false,
      outside: null,
      ...rest,
    };
  }

  list(
    name: string,
    children: AdjustmentSpec[],
    gross: string,
    points: string,
    rest: Partial<ListSpec> = {},
  ): ListSpec {
    const adjustment = this.#adjustment(name, gross, points);
    return { kind: 'list', ...adjustment, sort: 'penalties', children, applies: null, duplicates: null, ...rest };
  }

  #adjustment(name: string, gross: string, points: string) {
    return {
      id: name,
      name,
      title: null,
      basis: [],
      origin: origin(`情形 ${name}`, 20),
      gross: this.number(`${name} gross`, gross),
      points: this.number(`${name} points`, points),
      cap: gross === points ? null : this.number(`${name} cap`, points.replace('-', '')),
    };
  }

  build(total: ItemSpec, rest: Partial<Manifest> = {}): Evaluator {
    const manifest: Manifest = {
      schema: 'assess/manifest/1',
      policy: { title: '考核办法', version: '2023', basis: ['实施办法'] },
      subject: '党组织',
      inputs: this.inputs,
      steps: this.#specs,
      requirements: [],
      cohort: [],
      results: [],
      total,
      scale: null,
      scales: [],
      consequences: [],
      procedure: [],
      guarantees: [],
      ...rest,
    };
    const trace = (record: SubjectRecord) => {
      const values: StepValue[] = [];
      for (const step of this.#steps) values.push(step(record, values));
      return values;
    };
    return { manifest, trace };
  }
}

export function effect(cause: string, acts: number, rest: Partial<GradeEffectSpec>): GradeEffectSpec {
  return {
    effect: 'ceiling',
    grade: null,
    levels: 0,
    acts,
    veto: false,
    cause,
    title: null,
    origin: origin(`情形 ${cause}`, 30),
    figures: [],
    ...rest,
  };
}

export function quota(rest: Partial<QuotaSpec>): QuotaSpec {
  return {
    grade: 0,
    origin: origin('优秀 名额30%', 40),
    kind: 'share',
    amounts: [{ option: null, amount: '0.3' }],
    sizes: [],
    sort: null,
    by: null,
    from: 'best',
    joint: false,
    base: 'assessed',
    rounding: 'down',
    minimum: 0,
    ties: [],
    stillTied: 'none-in',
    decision: null,
    moveUp: false,
    ...rest,
  };
}

export function consequence(action: string, rest: Partial<ConsequenceSpec>): ConsequenceSpec {
  return {
    scale: null,
    grades: [],
    outcomes: [],
    noGrade: false,
    condition: null,
    action,
    about: null,
    whom: [],
    within: null,
    lasting: null,
    amount: null,
    factor: null,
    origin: origin(action, 40),
    ...rest,
  };
}
