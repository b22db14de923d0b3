/**
 * The boundary: manifests that come from JSON, and compiled policies that come from a file. The only file of this package that
 * needs zod; the schema mirrors `manifest.ts`, and the compiler holds the two together.
 */
import { z } from 'zod';
import { shown } from './bilingual.ts';
import type { Bilingual } from './bilingual.ts';
import type { CohortSummary } from './cohort/stages.ts';
import { readSummary } from './cohort/written-summary.ts';
import type { WrittenSummary } from './cohort/written-summary.ts';
import type { Evaluator } from './evaluator.ts';
import type { AdjustmentSpec, ItemSpec, Manifest } from './manifest.ts';

/** What was given is no manifest, or no compiled policy. `text` says where and why, in both languages. */
export class ArtefactError extends Error {
  override readonly name = 'ArtefactError';
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}

const index = z.int().nonnegative();
const step = index;
const optionalStep = step.nullable();
const texts = z.array(z.string());
const bilingual = z.object({ zh: z.string(), en: z.string() });
const origin = z.object({
  file: z.string().nullable(),
  line: z.int().positive(),
  column: z.int().positive(),
  text: z.string(),
});
const rounding = z.enum(['half-up', 'half-even', 'down', 'up']);

const scalarTypes = [
  z.object({
    kind: z.literal('number'),
    unit: z.string().nullable(),
    decimals: index,
    low: z.string(),
    high: z.string(),
    step: z.string().optional(),
    values: texts.optional(),
  }),
  z.object({ kind: z.literal('date'), low: z.string().nullable(), high: z.string().nullable() }),
  z.object({ kind: z.literal('yes-no') }),
  z.object({ kind: z.literal('choice'), options: texts }),
  z.object({ kind: z.literal('text'), filled: z.literal(true).optional() }),
] as const;

const listField = z.object({
  name: z.string(),
  type: z.discriminatedUnion('kind', scalarTypes),
  absent: z.enum(['refuse', 'not-reported']),
});

const inputType = z.discriminatedUnion('kind', [
  ...scalarTypes,
  z.object({ kind: z.literal('list'), fields: z.array(listField), most: index, least: index }),
]);

const input = z.object({
  key: z.string(),
  title: z.string().nullable(),
  role: z.enum(['attribute', 'figure', 'case', 'ballot', 'decision', 'history', 'evidence']),
  type: inputType,
  absent: z.enum(['refuse', 'none', 'not-reported']),
  only: z.array(z.object({ by: z.string(), options: texts })),
  notApplicable: z.boolean(),
  together: index.nullable(),
  source: texts,
  origin,
});

const cohortFigure = {
  label: z.string(),
  origin,
  unit: z.string().nullable(),
  stage: index,
  of: step,
  where: optionalStep,
  by: z.array(z.object({ step, name: z.string(), options: texts })),
};

const cohort = z.array(
  z.discriminatedUnion('kind', [
    z.object({ ...cohortFigure, kind: z.enum(['greatest', 'least', 'sum', 'percentile']) }),
    z.object({
      ...cohortFigure,
      kind: z.literal('mean'),
      trims: z.array(z.object({ from: index, to: index.nullable(), highest: index, lowest: index })),
    }),
    z.object({
      ...cohortFigure,
      kind: z.literal('rank'),
      ties: z.array(step),
      sharing: z.enum(['skip', 'dense', 'mean']),
    }),
    z.object({ ...cohortFigure, kind: z.literal('standard-score'), decimals: index, rounding }),
  ]),
);

const figures = z.array(
  z.object({ label: bilingual, step, unit: z.string().nullable(), cohort: index.exactOptional() }),
);

const rule = z.object({
  kind: z.enum([
    'sum',
    'weighted-sum',
    'accumulated',
    'best-of-parts',
    'full',
    'score',
    'proportion',
    'tiers',
    'by',
    'against',
    'interpolation',
    'checklist',
    'discretion',
    'deadline',
    'ballot',
    'when',
  ]),
  origin,
  inputs: z.array(index),
  chosen: optionalStep,
  rows: z.array(origin),
  figures,
});

const named = { id: z.string(), name: z.string(), title: z.string().nullable(), basis: texts, origin };
const points = { gross: step, points: step, cap: optionalStep };

const adjustment: z.ZodType<AdjustmentSpec> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      ...named,
      ...points,
      kind: z.literal('case'),
      inputs: z.array(index),
      owner: z.string().nullable(),
      occurred: step,
      count: step,
      everyTime: z.boolean(),
      veto: z.boolean(),
      outside: optionalStep,
    }),
    z.object({
      ...named,
      ...points,
      kind: z.literal('list'),
      sort: z.enum(['bonuses', 'penalties', 'negative-list', 'section']),
      children: z.array(adjustment),
      applies: optionalStep,
      duplicates: optionalStep,
    }),
    z.object({ ...named, ...points, kind: z.literal('when'), occurred: step }),
  ]),
);

const causes = z.array(z.object({ acts: step, message: bilingual, origin }));
const missing = z.object({ acts: step, causes });

const item: z.ZodType<ItemSpec> = z.lazy(() =>
  z.object({
    ...named,
    level: z.enum(['total', 'scorecard', 'method', 'dimension', 'content', 'indicator', 'standard']),
    full: step,
    open: step,
    isThere: optionalStep,
    weight: optionalStep,
    base: step,
    rule,
    children: z.array(item),
    adjustments: z.array(adjustment),
    zeroed: optionalStep,
    noResult: missing.nullable(),
    notApplicable: missing.nullable(),
    answers: causes,
    exact: step,
    score: step,
    rounding: z.object({ decimals: index, mode: z.string() }).nullable(),
    worth: step,
  }),
);

const quota = z.object({
  grade: index,
  origin,
  kind: z.enum(['share', 'number']),
  amounts: z.array(z.object({ option: z.string().nullable(), amount: z.string() })),
  sizes: z.array(
    z.object({ from: index, to: index.nullable(), kind: z.enum(['share', 'number']), amount: z.string() }),
  ),
  sort: index.nullable(),
  by: index.nullable(),
  from: z.enum(['best', 'worst']),
  joint: z.boolean(),
  base: z.enum(['assessed', 'graded', 'unvetoed']),
  rounding,
  minimum: index,
  ties: z.array(z.object({ step, name: z.string() })),
  stillTied: z.enum(['all-in', 'none-in', 'meeting']),
  decision: index.nullable(),
  moveUp: z.boolean(),
});

const scale = z.object({
  name: z.string().nullable(),
  grades: texts,
  origin,
  basis: optionalStep,
  outcomes: texts,
  reached: step,
  effects: z.array(
    z.object({
      effect: z.enum(['fixed', 'ceiling', 'down', 'outcome', 'out-of-awards', 'no-grade']),
      grade: index.nullable(),
      levels: index,
      acts: step,
      veto: z.boolean(),
      cause: z.string(),
      title: z.string().nullable(),
      origin,
      figures,
    }),
  ),
  graded: step,
  ungraded: optionalStep,
  outcome: optionalStep,
  barred: optionalStep,
  lines: z.array(origin),
  quotas: z.array(quota),
});

const term = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: z.string(), text: z.string() }),
  z.object({ kind: z.literal('span'), amount: z.string(), unit: z.string(), text: z.string() }),
]);

const consequence = z.object({
  scale: z.string().nullable(),
  grades: z.array(index),
  outcomes: z.array(index),
  noGrade: z.boolean(),
  condition: optionalStep,
  action: z.string(),
  about: z.string().nullable(),
  whom: texts,
  within: term.nullable(),
  lasting: term.nullable(),
  amount: optionalStep,
  factor: optionalStep,
  origin,
});

const stage = z.object({
  name: z.string(),
  title: z.string().nullable(),
  within: term.nullable(),
  evidence: z.array(z.object({ text: z.string(), input: index })),
  inputs: z.array(index),
  owner: z.string().nullable(),
  origin,
});

const manifest: z.ZodType<Manifest> = z.object({
  schema: z.literal('assess/manifest/1'),
  policy: z.object({ title: z.string(), version: z.string().nullable(), basis: texts }),
  subject: z.string(),
  inputs: z.array(input),
  steps: z.array(z.object({ name: z.string(), type: z.enum(['number', 'truth']) })),
  requirements: z.array(z.object({ holds: step, message: bilingual, origin })),
  cohort,
  results: z.array(
    z.object({
      name: z.string(),
      policy: z.object({ title: z.string(), version: z.string().nullable() }),
      below: z.object({ by: z.string(), list: z.string(), subject: z.string() }).nullable(),
      figures: z.array(
        z.object({ key: z.string(), of: z.enum(['score', 'grade']), path: texts, ungraded: z.string().nullable() }),
      ),
    }),
  ),
  total: item,
  scale: scale.nullable(),
  scales: z.array(scale),
  consequences: z.array(consequence),
  procedure: z.array(stage),
  guarantees: z.array(z.object({ title: z.string().nullable(), holds: optionalStep, origin })),
});

/** The manifest that a JSON value is. Throws an `ArtefactError` that names the first place where it is not one. */
export function parseManifest(value: unknown): Manifest {
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = shown(issue === undefined || issue.path.length === 0 ? 'manifest' : issue.path.join('.'));
  const reason = issue?.message ?? '';
  throw new ArtefactError({
    zh: `这不是本版本能读的办法清单（assess/manifest/1）：\`${place}\` 处不合要求；请用同一版本重新编译。（${reason}）`,
    en: `This is not a manifest that this version reads (assess/manifest/1): \`${place}\` does not fit; compile the policy again with the same version. (${reason})`,
  });
}

const summary: z.ZodType<WrittenSummary> = z.object({
  schema: z.literal('assess/cohort/1'),
  policy: z.object({ title: z.string(), version: z.string().nullable() }),
  figures: z.array(
    z.object({
      label: z.string(),
      classes: z.array(
        z.object({
          options: texts,
          size: index,
          kind: z.enum(['value', 'order', 'spread']),
          values: z.array(texts),
        }),
      ),
    }),
  ),
});

/** The kept figures of a cohort under a policy. Throws an `ArtefactError` for a JSON value that is none under this one. */
export function parseSummary(policy: Manifest, value: unknown): CohortSummary {
  const parsed = summary.safeParse(value);
  const read = parsed.success ? readSummary(policy, parsed.data) : null;
  if (read !== null) return read;
  throw new ArtefactError({
    zh: '这不是按本办法留存的全体数据（assess/cohort/1）；请用同一办法重新计算。',
    en: 'These are not the figures of a cohort under this policy (assess/cohort/1); compute them again with the same policy.',
  });
}

/**
 * The evaluator that a compiled policy is: the namespace of a generated module, with `manifest` and `trace`. Throws an
 * `ArtefactError` for anything else.
 */
export function loadEvaluator(module: unknown): Evaluator {
  if (!hasTrace(module)) {
    throw new ArtefactError({
      zh: '这不是编译好的办法：应导出 manifest 和 trace；请用 assess 重新编译。',
      en: 'This is not a compiled policy: it should export manifest and trace; compile the policy again.',
    });
  }
  const { contribute } = module;
  const parsed = parseManifest(module.manifest);
  if (parsed.cohort.length > 0 && contribute === undefined) {
    throw new ArtefactError({
      zh: '编译好的办法缺少 contribute，无法计算与其他对象相比的数；请用同一版本重新编译。',
      en: 'The compiled policy lacks contribute, without which figures over all subjects cannot be computed; compile it again.',
    });
  }
  return {
    manifest: parsed,
    trace: (record, cohortFigures) => module.trace(record, cohortFigures),
    ...(contribute === undefined ? {} : { contribute }),
  };
}

/** A generated module; the manifest is not checked yet. */
interface Compiled extends Omit<Evaluator, 'manifest'> {
  readonly manifest: unknown;
}

function hasTrace(module: unknown): module is Compiled {
  if (typeof module !== 'object' || module === null) return false;
  return 'manifest' in module && 'trace' in module && typeof module.trace === 'function';
}
