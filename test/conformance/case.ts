/** Conformance cases as they stand in `conformance/v1`. */
import { readdirSync, readFileSync } from 'node:fs';
import { schemaErrors } from './json-schema.ts';

const folder = new URL('../../conformance/', import.meta.url);

/** A case that `conformance/schema.json` lets pass. */
export interface ConformanceCase {
  readonly semantics: readonly string[];
  /** Numbers of `docs/language/constructs.md` that the case shows. */
  readonly constructs?: readonly string[];
  readonly policy: readonly string[];
  /** The lines of the files that the policy imports, by name as seen from the policy. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** The codes of the errors for which the policy is refused; such a case has no records. */
  readonly diagnostics?: readonly string[];
  readonly records?: readonly { readonly record: unknown; readonly because: string; readonly expect: Expected }[];
  readonly cohort?: {
    readonly records: readonly unknown[];
    readonly because: string;
    readonly grades?: Readonly<Record<string, string | null>>;
    /** By name of the subject. */
    readonly subjects?: Readonly<Record<string, Expected>>;
    readonly open?: readonly string[];
    readonly scales?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
    readonly consequences?: Readonly<Record<string, readonly string[]>>;
  };
}

/** What a case expects of one record; what is not named is not looked at. */
export interface Expected {
  readonly refused?: readonly string[];
  /** The items whose clauses are why there is no result. */
  readonly noResult?: readonly string[];
  readonly items?: Values;
  readonly lines?: Values;
  readonly grade?: Readonly<Record<string, Value>>;
  readonly scales?: Values;
  readonly consequences?: readonly Readonly<Record<string, Value>>[];
  readonly broken?: readonly string[];
  readonly stages?: Readonly<Record<string, { readonly state: string; readonly missing: readonly string[] }>>;
}
export type Value = string | boolean | null;
/** By identity of the item or line, by name of the value. */
export type Values = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** All cases, by their path below `conformance/v1`. Throws an Error for one that is not as the schema says. */
export function readCases(): readonly (readonly [path: string, content: ConformanceCase])[] {
  const schema = read('schema.json');
  const paths = readdirSync(new URL('v1/', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.replaceAll('\\', '/'));
  return paths.toSorted().map((path) => {
    const content = read(`v1/${path}`);
    const errors = schemaErrors(content, schema, schema);
    if (errors.length > 0) throw new Error(`${path}: ${errors.join('; ')}`);
    return [path, content as ConformanceCase] as const;
  });
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
}
