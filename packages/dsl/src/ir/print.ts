import type {
  AdjustmentSpec,
  GradeScaleSpec,
  InputSpec,
  ItemSpec,
  Manifest,
  NumberInputType,
  StepIndex,
  StageSpec,
} from '@assess/runtime';
import type { Program } from './ir.ts';
import { scalesOf } from './manifest-references.ts';
import { printExpression } from './print-expression.ts';

/**
 * A program as text for people: inputs, steps with their arithmetic, and what the manifest makes of them. For goldens and for
 * looking; nothing reads it back (see `json.ts`).
 */
export function print(program: Program): string {
  const { manifest } = program;
  const lines = [
    `policy ${JSON.stringify(manifest.policy.title)} version ${manifest.policy.version ?? '–'}`,
    `subject ${manifest.subject}`,
    '',
    'inputs',
    ...manifest.inputs.map((input) => `  ${printInput(input)}`),
    '',
    'steps',
    ...manifest.steps.map(({ name }, index) => {
      const step = program.steps[index];
      return `  ${name} = ${step === undefined ? '?' : printExpression(step.value, manifest)}`;
    }),
    '',
    'items',
    ...printItem(manifest.total, manifest, '  '),
    ...manifest.cohort.map((figure, index) => printCohortFigure(figure, index, manifest)),
    ...manifest.requirements.map(({ holds, message }) => `requires ${stepName(holds, manifest)}: ${message.en}`),
    ...scalesOf(manifest).flatMap((scale) => printScale(scale, manifest)),
    ...manifest.guarantees.map(
      ({ title, holds }) => `guarantee ${title ?? ''} ${holds === null ? 'monotone' : stepName(holds, manifest)}`,
    ),
    ...manifest.procedure.map((stage) => printStage(stage, manifest)),
    ...manifest.consequences.map((each) => printConsequence(each, manifest)),
  ];
  return `${lines.join('\n')}\n`;
}

function printInput({ key, role, type, absent, source }: InputSpec): string {
  const from = source.length === 0 ? '' : `, from ${source.join(' and ')}`;
  return `${key}: ${role}, ${printType(type)}, absent: ${absent}${from}`;
}

function printNumber({ low, high, unit, decimals, step, values }: NumberInputType): string {
  if (values !== undefined) return `one of ${values.join(', ')} ${unit ?? ''}`.trimEnd();
  const steps = step === undefined ? `with ${decimals} decimals` : `in steps of ${step}`;
  return `number ${low} to ${high} ${unit ?? ''} ${steps}`.replace('  ', ' ');
}

function printType(type: InputSpec['type']): string {
  switch (type.kind) {
    case 'number':
      return printNumber(type);
    case 'date':
      return `date ${type.low ?? ''}..${type.high ?? ''}`;
    case 'choice':
      return `one of ${type.options.join(' | ')}`;
    case 'list': {
      const fields = type.fields.map(({ name, type: of, absent }) => {
        return `${name}: ${printType(of)}${absent === 'refuse' ? '' : ', absent: not-reported'}`;
      });
      const least = type.least === 0 ? '' : `at least ${type.least} and `;
      return `${least}at most ${type.most} entries (${fields.join(', ')})`;
    }
    case 'yes-no':
    case 'text':
      return type.kind;
  }
}

function printItem(item: ItemSpec, manifest: Manifest, indent: string): string[] {
  const name = (step: StepIndex): string => stepName(step, manifest);
  const isThere = item.isThere === null ? '' : ` if ${name(item.isThere)}`;
  const weight = item.weight === null ? '' : ` weight ${name(item.weight)}`;
  const zeroed = item.zeroed === null ? '' : ` zeroed ${name(item.zeroed)}`;
  const noResult = item.noResult === null ? '' : ` no result ${name(item.noResult.acts)}`;
  const out = item.notApplicable === null ? '' : ` not applicable ${name(item.notApplicable.acts)}`;
  const rounding = item.rounding === null ? '' : ` rounded to ${item.rounding.decimals} ${item.rounding.mode}`;
  const head = `${indent}${item.level} ${item.id}${isThere}${weight} full ${name(item.full)} worth ${name(item.worth)}`;
  return [
    head,
    `${indent}  ${printRule(item, manifest)}`,
    ...item.adjustments.flatMap((adjustment) => printAdjustment(adjustment, manifest, `${indent}  `)),
    `${indent}  score ${name(item.score)} of exact ${name(item.exact)}${zeroed}${noResult}${out}${rounding}`,
    ...item.children.flatMap((child) => printItem(child, manifest, `${indent}  `)),
  ];
}

function printRule({ base, rule }: ItemSpec, manifest: Manifest): string {
  const inputs = rule.inputs.map((input) => manifest.inputs[input]?.key ?? '?');
  const parts = [
    `base ${stepName(base, manifest)} by ${rule.kind}`,
    inputs.length === 0 ? '' : `of ${inputs.join(', ')}`,
    rule.chosen === null ? '' : `row ${stepName(rule.chosen, manifest)} of ${rule.rows.length}`,
    ...rule.figures.map(({ label, step }) => `(${label.en} ${stepName(step, manifest)})`),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function printAdjustment(adjustment: AdjustmentSpec, manifest: Manifest, indent: string): string[] {
  const name = (step: StepIndex): string => stepName(step, manifest);
  const cap = adjustment.cap === null ? '' : ` capped by ${name(adjustment.cap)}`;
  const points = `points ${name(adjustment.points)} of gross ${name(adjustment.gross)}${cap}`;
  switch (adjustment.kind) {
    case 'case': {
      const veto = adjustment.veto ? ' veto' : '';
      const occurred = `if ${name(adjustment.occurred)}, ${name(adjustment.count)} times`;
      return [`${indent}case ${adjustment.id}${veto}: ${points} ${occurred}`];
    }
    case 'when':
      return [`${indent}when ${adjustment.id}: ${points} if ${name(adjustment.occurred)}`];
    case 'list': {
      const duplicates = adjustment.duplicates === null ? '' : ` less duplicates ${name(adjustment.duplicates)}`;
      const children = adjustment.children.flatMap((child) => printAdjustment(child, manifest, `${indent}  `));
      return [`${indent}${adjustment.sort} ${adjustment.id}: ${points}${duplicates}`, ...children];
    }
  }
}

function printCohortFigure(figure: Manifest['cohort'][number], index: number, manifest: Manifest): string {
  const name = (step: StepIndex): string => stepName(step, manifest);
  const where = figure.where === null ? '' : ` where ${name(figure.where)}`;
  const by = figure.by.length === 0 ? '' : ` by ${figure.by.map((key) => name(key.step)).join(', ')}`;
  const head = `cohort#${index} in stage ${figure.stage} ${figure.kind} of ${name(figure.of)}${where}${by}`;
  switch (figure.kind) {
    case 'mean': {
      const trims = figure.trims.map(({ from, to, highest, lowest }) => `${from}..${to ?? ''}: -${highest} -${lowest}`);
      return trims.length === 0 ? head : `${head} trimmed ${trims.join(', ')}`;
    }
    case 'rank': {
      const ties = figure.ties.length === 0 ? '' : ` ties by ${figure.ties.map(name).join(', ')}`;
      return `${head}${ties} equals ${figure.sharing}`;
    }
    case 'standard-score':
      return `${head} with ${figure.decimals} decimals ${figure.rounding}`;
    default:
      return head;
  }
}

function printScale(scale: GradeScaleSpec, manifest: Manifest): string[] {
  const name = (step: StepIndex | null): string => (step === null ? '–' : stepName(step, manifest));
  const gradeName = (effect: GradeScaleSpec['effects'][number]): string => {
    if (effect.effect === 'down') return ` ${effect.levels}`;
    const names = effect.effect === 'outcome' ? scale.outcomes : scale.grades;
    return effect.grade === null ? '' : ` ${names[effect.grade] ?? '?'}`;
  };
  return [
    '',
    `grades ${scale.name === null ? '' : `${scale.name} `}${scale.grades.join(' > ')} by ${name(scale.basis)}`,
    ...(scale.outcomes.length === 0 ? [] : [`  beside them ${scale.outcomes.join(', ')}: ${name(scale.outcome)}`]),
    `  reached ${name(scale.reached)}, graded ${name(scale.graded)}, ungraded ${name(scale.ungraded)}, barred ${name(scale.barred)}`,
    ...scale.effects.map(
      (effect) =>
        `  ${effect.effect}${gradeName(effect)} if ${name(effect.acts)} because of ${effect.cause}${effect.veto ? ' (veto)' : ''}`,
    ),
    ...scale.quotas.map((quota) => `  ${printQuota(quota, scale, manifest)}`),
  ];
}

function printQuota(quota: GradeScaleSpec['quotas'][number], scale: GradeScaleSpec, manifest: Manifest): string {
  const amounts = quota.amounts.map(({ option, amount }) => `${option === null ? '' : `${option} `}${amount}`);
  const sizes = quota.sizes.map(({ from, to, kind, amount }) => `${from}..${to ?? ''} ${kind} ${amount}`);
  const by = quota.by === null ? '' : ` by ${manifest.inputs[quota.by]?.key ?? '?'}`;
  const ties = quota.ties.map(({ name }) => name).join(', ');
  return [
    `quota ${scale.grades[quota.grade] ?? '?'}${quota.from === 'worst' ? ' last' : ''} ${quota.kind} ${[...amounts, ...sizes].join(', ')}${by} of ${quota.base}`,
    ...(quota.sort === null || quota.sort === quota.by ? [] : [`by sort ${manifest.inputs[quota.sort]?.key ?? '?'}`]),
    ...(quota.joint ? ['with those above'] : []),
    `rounded ${quota.rounding} minimum ${quota.minimum} ties by [${ties}] still tied ${quota.stillTied}`,
    quota.moveUp ? 'move up' : 'do not move up',
  ].join(', ');
}

function printStage({ name, within, evidence, inputs, owner }: StageSpec, manifest: Manifest): string {
  const keyOf = (input: number): string => manifest.inputs[input]?.key ?? '?';
  const parts = [
    within === null ? '' : `within ${within.text}`,
    evidence.length === 0 ? '' : `leaves ${evidence.map(({ input }) => keyOf(input)).join(', ')}`,
    inputs.length === 0 ? '' : `collects ${inputs.map(keyOf).join(', ')}`,
    owner === null ? '' : `owner ${owner}`,
  ];
  return [`stage ${name}`, ...parts.filter((part) => part !== '')].join(' ');
}

function printConsequence(consequence: Manifest['consequences'][number], manifest: Manifest): string {
  const { scale, grades, outcomes, noGrade, condition, action, about, whom, within, lasting, amount, factor } =
    consequence;
  const name = (step: StepIndex | null): string => (step === null ? '' : stepName(step, manifest));
  const leads = [
    scale ?? '',
    `[${grades.join(', ')}]`,
    outcomes.length === 0 ? '' : `outcomes [${outcomes.join(', ')}]`,
    noGrade ? 'no grade' : '',
    condition === null ? '' : `if ${name(condition)}`,
  ];
  const parts = [
    `for ${whom.join(', ')}`,
    about ?? '',
    `within ${within?.text ?? ''}`,
    `lasting ${lasting?.text ?? ''}`,
    `amount ${name(amount)}`,
    `factor ${name(factor)}`,
  ];
  const of = leads.filter((part) => part !== '').join(' ');
  return [`consequence of ${of}: ${action}`, ...parts.filter((part) => !/^$| $/.test(part))].join(' ');
}

function stepName(step: StepIndex, manifest: Manifest): string {
  return manifest.steps[step]?.name ?? `#${step}`;
}
