/** From an analysis to a program: manifest and steps. */
import type { ItemSpec, Manifest } from '@assess/runtime';
import type { ChapterNode, GradesNode, SubjectsNode } from '../../ast/nodes.ts';
import type { Analysis } from '../../check/analysis.ts';
import { mainScale } from '../../symbols/main-scale.ts';
import { assessedYear } from '../../check/assessed-year.ts';
import type { Program } from '../ir.ts';
import { verify } from '../verify.ts';
import { documentsOf, lowerOccurrence } from './adjustments.ts';
import { CohortList } from './cohort-list.ts';
import { lowerConsequences } from './consequences.ts';
import type { Adjustment, Condition, Context, Figure, Occurrence, ScoredNode } from './context.ts';
import { lowerCondition, lowerEntryCondition, lowerEntryFigure, lowerFigure } from './definitions.ts';
import { Frames, type Frame } from './frames.ts';
import { lowerGrades, type LoweredScale } from './grades.ts';
import { declareHistories } from './histories.ts';
import { Identifiers } from './identifiers.ts';
import { InputList } from './input-list.ts';
import { declareInputs } from './inputs.ts';
import { specOf } from './item-spec.ts';
import { lowerItem, type LoweredItem } from './items.ts';
import { lowerList } from './lists.ts';
import { lowerGuarantee } from './guarantees.ts';
import { lowerProcedure } from './procedure.ts';
import { Memo } from './memo.ts';
import { always, unit } from './operations.ts';
import { Origins } from './origins.ts';
import { lowerResults } from './results.ts';
import { showCohortFigures } from './shown-cohort.ts';
import { lowerRequirement } from './requirements.ts';
import { topScene } from './scenes.ts';
import { StepList } from './step-list.ts';
import { checked } from './tree.ts';

/**
 * The program of an analysis without errors; throws an Error for one that has any. Percentages, 万元 and the like are explicit
 * factors, every construct is made of the operations of the kernel, and every step knows the clause that it computes.
 */
export function lower(analysis: Analysis): Program {
  return lowerWith(analysis, () => null).program;
}

/**
 * The program of an analysis, and what `more` makes in the same context before it is closed: further steps, such as the
 * conditions that a test expects.
 */
export function lowerWith<More>(
  analysis: Analysis,
  more: (context: Context) => More,
): { readonly program: Program; readonly more: More } {
  const error = analysis.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`a policy with errors has no program: ${error.code}`);
  const total = checked(chapterOf(analysis, 'total'), 'a policy without a total');
  const main = mainScale(analysis.names)?.node ?? null;
  const scales = new Memo<LoweredScale>();
  const scaleOf = (node: GradesNode): LoweredScale =>
    scales.get(node, context.frames.root, () => lowerGrades(node, node === main, total, context));
  const { context, itemOf } = contextOf(analysis, (node) => scaleOf(checked(node, 'a grade of no scale')).steps);
  declareInputs(context);
  declareHistories(context);
  const item = itemOf(total, context.frames.root);
  for (const chapter of analysis.tree.chapters) {
    if (chapter.kind !== 'require') continue;
    const id = context.ids.ofLine(chapter, null, context.frames.root);
    lowerRequirement(chapter, id, topScene(context), context);
  }
  const all = analysis.tree.chapters.filter((chapter) => chapter.kind === 'grades');
  const lowered = all.map((node) => ({ isMain: node === main, ...scaleOf(node) }));
  const made = more(context);
  const manifest = manifestOf(specOf(item, unit, null, always, context), lowered, context);
  return { program: verify({ manifest, steps: context.steps.steps }), more: made };
}

/** A context in which each thing is lowered where it is first asked for. */
function contextOf(analysis: Analysis, grade: Context['lookup']['grade']) {
  const origins = new Origins(analysis);
  const items = new Memo<LoweredItem>();
  const occurrences = new Memo<Occurrence>();
  const lists = new Memo<Adjustment>();
  const figures = new Memo<Figure>();
  const conditions = new Memo<Condition>();
  const steps = new StepList();
  const itemOf = (node: ScoredNode, frame: Frame): LoweredItem =>
    items.get(node, frame, () => lowerItem(node, frame, context, itemOf));
  const context: Context = {
    analysis,
    frames: new Frames(analysis.names),
    origins,
    ids: new Identifiers(analysis.names, origins),
    inputs: new InputList(),
    steps,
    cohort: new CohortList(steps),
    effects: [],
    requirements: [],
    probes: [],
    year: assessedYear(analysis.tree),
    lookup: {
      item: itemOf,
      occurrence: (node, frame) => occurrences.get(node, frame, () => lowerOccurrence(node, frame, context)),
      list: (node, frame) => lists.get(node, frame, () => lowerList(node, frame, context)),
      figure: (symbol, frame) => figures.get(symbol, frame, () => lowerFigure(symbol, frame, context)),
      condition: (symbol, frame) => conditions.get(symbol, frame, () => lowerCondition(symbol, frame, context)),
      entryFigure: (node, scene) => lowerEntryFigure(node, scene, context),
      entryCondition: (node, scene) => lowerEntryCondition(node, scene, context),
      grade,
    },
  };
  return { context, itemOf };
}

/** A scale, and whether it is the one that `等次` means. */
interface PlacedScale extends LoweredScale {
  readonly isMain: boolean;
}

function manifestOf(total: ItemSpec, scales: readonly PlacedScale[], context: Context): Manifest {
  const { analysis, inputs, requirements, steps } = context;
  const policy = chapterOf(analysis, 'policy');
  const consequences = chapterOf(analysis, 'consequences');
  const procedure = chapterOf(analysis, 'procedure');
  return {
    schema: 'assess/manifest/1',
    policy: {
      title: policy?.title.kind === 'text' ? policy.title.text : '',
      version: policy?.version?.digits ?? null,
      basis: documentsOf(analysis.tree.chapters),
    },
    subject: subjectOf(chapterOf(analysis, 'subjects'), analysis),
    inputs: inputs.specs,
    steps: steps.specs,
    requirements,
    cohort: context.cohort.specs,
    results: lowerResults(context),
    total: showCohortFigures(total, steps.steps, context.cohort.specs),
    scale: scales.find(({ isMain }) => isMain)?.spec ?? null,
    scales: scales.flatMap(({ isMain, spec }) => (isMain ? [] : [spec])),
    guarantees: analysis.tree.chapters.flatMap((chapter) =>
      chapter.kind === 'guarantee' ? [lowerGuarantee(chapter, context)] : [],
    ),
    procedure: procedure === null ? [] : lowerProcedure(procedure, context),
    consequences: consequences === null ? [] : lowerConsequences(consequences, scales, context),
  };
}

/** The key of the subject's name; a policy that does not say what it assesses uses a word of its own language. */
function subjectOf(subjects: SubjectsNode | null, { source }: Analysis): string {
  if (subjects?.name.kind === 'name') return subjects.name.text;
  return /\p{Script=Han}/u.test(source.text) ? '考核对象' : 'subject';
}

function chapterOf<Kind extends ChapterNode['kind']>(
  { tree }: Analysis,
  kind: Kind,
): Extract<ChapterNode, { readonly kind: Kind }> | null {
  const found = tree.chapters.find((each): each is Extract<ChapterNode, { readonly kind: Kind }> => each.kind === kind);
  return found ?? null;
}
