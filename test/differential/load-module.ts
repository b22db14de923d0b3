import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CohortFigures, Evaluator, SubjectRecord } from '@assess/runtime';

/** What a generated module exports. */
export interface GeneratedModule extends Evaluator {
  readonly evaluate: (record: SubjectRecord, cohort?: CohortFigures) => Outcome;
  readonly evaluateTrusted: (record: SubjectRecord, cohort?: CohortFigures) => Outcome;
}

export interface Outcome {
  readonly total: number | string | null;
  readonly grade: string | null;
  readonly barred: boolean;
}

/** The module as an engine would have it, by way of a file: a stack trace then names a place and not the whole text. */
export async function loadModule(text: string): Promise<GeneratedModule> {
  const folder = mkdtempSync(join(tmpdir(), 'assess-module-'));
  const file = join(folder, 'policy.mjs');
  try {
    writeFileSync(file, text);
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as GeneratedModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
