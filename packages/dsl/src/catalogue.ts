/**
 * All diagnostics of the language, for the documentation, `explain` and the tests that hold code, page and fixture together.
 * At the top on purpose: a registry below its users would be imported by them and import them.
 */
import * as imports from './compose/import-diagnostics.ts';
import * as results from './check/results/result-diagnostics.ts';
import { rules } from './check/rules.ts';
import * as suppressions from './check/suppress.ts';
import * as types from './check/type-diagnostics.ts';
import type { Severity } from './diagnostics/diagnostic.ts';
import * as names from './symbols/name-diagnostics.ts';
import * as lexical from './syntax/lexical-mistakes.ts';
import * as syntax from './syntax/parse-mistakes.ts';
import * as reporter from './syntax/reporter.ts';

/** One kind of diagnostic without its message. The code is also the path of its page under docs/diagnostics. */
export interface CatalogueEntry {
  readonly code: string;
  readonly severity: Severity;
  /** Whether a suppression comment can silence it. */
  readonly suppressible: boolean;
}

/** Every kind of diagnostic that `analyze` can report, by code. */
export const catalogue: readonly CatalogueEntry[] = collect();

function collect(): readonly CatalogueEntry[] {
  const kinds = [
    ...[lexical, syntax, reporter, imports, names, types, results, suppressions].flatMap((module) =>
      Object.values(module).filter(isKind),
    ),
    ...rules.flatMap((rule) => rule.kinds),
  ];
  return kinds
    .map(({ code, severity, suppressible }) => ({
      code,
      severity,
      suppressible: severity !== 'error' || suppressible === true,
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

interface Kind {
  readonly code: string;
  readonly severity: Severity;
  readonly suppressible?: boolean;
}

/** These modules define kinds of diagnostics beside functions that make fixes. */
function isKind(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'code' in value && 'severity' in value;
}
