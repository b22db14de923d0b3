/** `contribute`: the stages by which the figures of a cohort are found. */
import { stepsOfStage } from '@assess/runtime';
import type { Program } from '../../ir/ir.ts';
import { functionText, passageOf } from './function-text.ts';
import { namesIn, type StepCode, stepsBehind } from './step-code.ts';
import { ratioCode } from './trace-code.ts';

/** `contribute` and the functions it is made of; none for a policy that compares nobody. */
export function contributeTexts(program: Program, steps: readonly StepCode[]): readonly string[] {
  const { manifest } = program;
  const stages = [...new Set(manifest.cohort.map(({ stage }) => stage))].toSorted((left, right) => left - right);
  if (stages.length === 0) return [];
  const texts = stages.map((stage) => {
    const values = stepsOfStage(manifest, stage).map((index) => {
      const step = steps[index];
      return step?.number ? ratioCode(step.number) : (step?.truth?.text ?? 'false');
    });
    const ending = `return [${values.join(', ')}];`;
    return functionText(
      {
        name: `contributeToStage${stage}`,
        source: 'figures',
        parameters: ['cohort'],
        opening: [],
        passages: stepsBehind(namesIn(ending), steps).map(passageOf),
        ending: [ending],
      },
      program,
    );
  });
  const cases = stages.map((stage) => `    case ${stage}:\n      return contributeToStage${stage}(figures, cohort);\n`);
  const contribute = `/** What the figures of the cohort of one stage are made of. */
function contribute(record, stage, cohort) {
  const figures = read(record);
  admit(figures);
  switch (stage) {
${cases.join('')}  }
  throw new RangeError('there is no such stage');
}
`;
  const check = `function demandCohort(cohort) {
  if (!Array.isArray(cohort) || cohort.length !== ${manifest.cohort.length}) throw new TypeError('the figures of the cohort are missing');
}
`;
  return [contribute, ...texts, check];
}
