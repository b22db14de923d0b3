import type { Evaluator, SubjectRecord } from '@assess/runtime';

/** What a generated module exports. */
export interface GeneratedModule extends Evaluator {
  evaluate(record: SubjectRecord): Outcome;
  evaluateTrusted(record: SubjectRecord): Outcome;
}

export interface Outcome {
  readonly total: number | string;
  readonly grade: string | null;
  readonly barred: boolean;
}

/** The module as an engine would have it, by way of the module loader. */
export async function loadModule(text: string): Promise<GeneratedModule> {
  return (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  )) as GeneratedModule;
}
