import type { Message } from '@assess/dsl';
import { type PolicyResultsSpec, type ResultFigureSpec, type ScalarValue, shown } from '@assess/runtime';
import { Failure } from '../failure.ts';
import { utf8Text } from '../io/read-text.ts';
import { visible } from '../io/visible.ts';

/** The results of another policy, as `assess run --format json` wrote them. */
export interface ResultsFile {
  readonly path: string;
  readonly spec: PolicyResultsSpec;
  readonly subjects: readonly OtherSubject[];
  /** Names of those whose records were refused there. */
  readonly refused: ReadonlySet<string>;
}

/** What the file says of one subject. */
export interface OtherSubject {
  readonly name: string;
  /** The values that the policy uses, by key or field; null where there is no such result. */
  readonly values: ReadonlyMap<string, ScalarValue>;
  /** The attribute that says to whom it belongs, of the level below; null where it has none. */
  readonly holder: string | null;
}

/**
 * The results that a file holds, for a policy that uses them.
 *
 * @throws Failure if it holds no results, or those of another policy or year.
 */
export function readResultsFile(bytes: Buffer, path: string, spec: PolicyResultsSpec): ResultsFile {
  const document = fieldsOf(parsed(utf8Text(bytes, path)));
  const policy = fieldsOf(document?.['policy']);
  const subjects = document?.['subjects'];
  if (document?.['schema'] !== 'assess/result/1' || policy === null || !Array.isArray(subjects)) throw noResults(path);
  refuseOthers(policy, path, spec);
  const refused = Array.isArray(document['refused']) ? document['refused'] : [];
  return {
    path,
    spec,
    subjects: subjects.map((subject: unknown) => subjectOf(fieldsOf(subject), path, spec)),
    refused: new Set(refused.map((record: unknown) => textOf(fieldsOf(record)?.['subject']) ?? '')),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noResults(path: string): Failure {
  return new Failure(
    { zh: `${visible(path)} 不是评定结果。`, en: `${visible(path)} holds no results.` },
    {
      zh: '先评定那份办法：assess run 办法 记录 --output 结果.json。',
      en: 'Assess that policy first: assess run POLICY RECORDS --output results.json.',
    },
  );
}

function named(which: string | null, year: string | null): Message {
  return {
    zh: `“${shown(which ?? '')}”${year !== null ? ` 版本 ${shown(year)}` : ''}`,
    en: `"${shown(which ?? '')}"${year !== null ? ` version ${shown(year)}` : ''}`,
  };
}

/** Results of another policy, or of another year of it, would be taken for those that are meant. */
function refuseOthers(policy: Fields, path: string, { name, policy: wanted }: PolicyResultsSpec): void {
  const [title, version] = [textOf(policy['title']), textOf(policy['version'])];
  if (title === wanted.title && version === wanted.version) return;
  const [found, meant] = [named(title ?? null, version ?? null), named(wanted.title, wanted.version)];
  throw new Failure(
    {
      zh: `${visible(path)} 是${found.zh}的结果，引入的 \`${shown(name)}\` 是${meant.zh}。`,
      en: `${visible(path)} has the results of ${found.en}; the imported \`${shown(name)}\` is ${meant.en}.`,
    },
    { zh: '请给出那份办法的结果。', en: 'Give the results of that policy.' },
  );
}

function subjectOf(subject: Fields | null, path: string, { figures, below }: PolicyResultsSpec): OtherSubject {
  const name = subject?.['subject'];
  if (subject === null || typeof name !== 'string') throw noResults(path);
  const holder = below === null ? null : fieldsOf(subject['attributes'])?.[below.by];
  return {
    name,
    values: new Map(figures.map((figure) => [figure.key, valueOf(figure, subject)])),
    holder: typeof holder === 'string' ? holder : null,
  };
}

function valueOf({ of, path, ungraded }: ResultFigureSpec, subject: Fields): ScalarValue {
  if (of === 'grade') {
    const grade = fieldsOf(subject['grade']);
    const outcome = grade?.['outcome'];
    if (typeof outcome === 'string') return outcome;
    if (grade?.['ungraded'] === true) return ungraded;
    const final = grade?.['final'];
    return typeof final === 'string' ? final : null;
  }
  let items: readonly Fields[] = [fieldsOf(subject['total']) ?? {}];
  for (const name of path) items = items.flatMap((item) => nearest(item, name));
  const score = items[0]?.['score'];
  return typeof score === 'string' ? score : null;
}

/** The items of a name in another, not those inside of one of them. */
function nearest(item: Fields, name: string): readonly Fields[] {
  const children: unknown = item['children'];
  if (!Array.isArray(children)) return [];
  return children.flatMap((child: unknown) => {
    const fields = fieldsOf(child);
    if (fields === null) return [];
    return fields['name'] === name ? [fields] : nearest(fields, name);
  });
}

type Fields = Readonly<Record<string, unknown>>;

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function fieldsOf(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
