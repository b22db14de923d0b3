import type { Message } from '@assess/dsl';
import { type ListEntry, type Manifest, type PolicyResultsSpec, type ScalarValue, shown } from '@assess/runtime';
import { Failure } from '../failure.ts';
import type { InputFiles } from '../io/read-bytes.ts';
import type { FoundRecord } from './found-record.ts';
import { didYouMean } from './near-names.ts';
import type { RecordProblem } from './record-problem.ts';
import { type OtherSubject, type ResultsFile, readResultsFile } from './results-file.ts';

/** `党建考核=结果.json`: which of the policies that are used, and the file of its results. */
export interface ResultsOption {
  readonly name: string;
  readonly path: string;
}

/**
 * Reads what stands behind `--results`.
 *
 * @throws Failure if it has no `=`.
 */
export function readResultsOption(written: string): ResultsOption {
  const equals = written.search(/[=＝]/u);
  if (equals <= 0 || equals === written.length - 1) {
    throw new Failure({
      zh: '写成 `办法的名称=结果文件`，如 `党建考核=党建结果.json`。',
      en: 'Write `name=FILE`, as `party=results.json`.',
    });
  }
  return { name: written.slice(0, equals).normalize('NFC').trim(), path: written.slice(equals + 1) };
}

/** The results of other policies that are given, ready to be put into records. */
export class OtherResults {
  static readonly none = new OtherResults([]);

  /** Keys that the records need not have: they come from the results. */
  readonly keys: ReadonlySet<string>;
  readonly #files: readonly JoinedFile[];

  private constructor(files: readonly ResultsFile[]) {
    this.#files = files.map((file) => ({
      file,
      byName: new Map(file.subjects.map((each) => [each.name, each])),
      byHolder: Map.groupBy(file.subjects, ({ holder }) => holder ?? ''),
    }));
    this.keys = new Set(
      files.flatMap(({ spec }) => (spec.below === null ? spec.figures.map(({ key }) => key) : [spec.below.list])),
    );
  }

  /**
   * Reads the files.
   *
   * @throws Failure if one cannot be read, is not what the policy uses, or a policy is given twice.
   */
  static async read(manifest: Manifest, input: InputFiles, options: readonly ResultsOption[]): Promise<OtherResults> {
    const files: ResultsFile[] = [];
    for (const { name, path } of options) {
      const spec = specOf(manifest, name);
      if (files.some((file) => file.spec === spec)) throw givenTwice(name);
      files.push(readResultsFile(await input.read(path), path, spec));
    }
    return new OtherResults(files);
  }

  /** Results that were read. */
  static of(files: readonly ResultsFile[]): OtherResults {
    return new OtherResults(files);
  }

  /**
   * What the policy uses of another one.
   *
   * @throws Failure if it imports none of this name.
   */
  static specOf(manifest: Manifest, name: string): PolicyResultsSpec {
    return specOf(manifest, name);
  }

  /** Puts the results of its subject into a record, or reports that there are none. */
  join(found: FoundRecord, subject: string, manifest: Manifest, report: (problem: RecordProblem) => void): void {
    const { record, place } = found;
    if (record === null) return;
    for (const { file, byName, byHolder } of this.#files) {
      const problem = (kind: RecordProblem['kind'], key: string, message: Message): void =>
        report({ ...place, column: null, kind, key, message });
      const { below, figures } = file.spec;
      if (below !== null) {
        if ((record[below.list] ?? null) !== null)
          problem('results/also-in-records', below.list, alsoInRecords(subject, below.list, file.path));
        else record[below.list] = (byHolder.get(subject) ?? []).map((each) => entryOf(each, below.subject));
        continue;
      }
      const other = byName.get(subject);
      for (const { key } of figures) {
        if ((record[key] ?? null) !== null) {
          problem('results/also-in-records', key, alsoInRecords(subject, key, file.path));
          continue;
        }
        const value = other?.values.get(key) ?? null;
        if (value !== null) record[key] = value;
        else if (manifest.inputs.find((input) => input.key === key)?.absent === 'refuse') {
          problem('results/missing', key, missing(subject, file, other, byName));
          break;
        }
      }
    }
  }

  /** Reports those of the level below that belong to none of the subjects: their results would be lost. */
  findStrangers(subjects: ReadonlyMap<string, unknown>, report: (problem: RecordProblem) => void): void {
    for (const { file } of this.#files) {
      if (file.spec.below === null) continue;
      for (const { name, holder } of file.subjects) {
        if (holder !== null && subjects.has(holder)) continue;
        const message = strange(name, holder, file.spec.below.by, [...subjects.keys()]);
        report({
          file: file.path,
          unit: 'record',
          number: null,
          column: null,
          kind: 'results/stranger',
          key: null,
          message,
        });
      }
    }
  }
}

/** What a list of the record holds of one subject of the level below. */
function entryOf({ name, values }: OtherSubject, field: string): ListEntry {
  const held = [...values].filter(([, value]) => value !== null);
  return Object.fromEntries<ScalarValue>([[field, name], ...held]);
}

function strange(name: string, holder: string | null, by: string, subjects: readonly string[]): Message {
  if (holder === null) {
    return {
      zh: `下级 \`${shown(name)}\` 没有 \`${shown(by)}\`，不知道属于谁。`,
      en: `\`${shown(name)}\` of the level below has no \`${shown(by)}\` that says to whom it belongs.`,
    };
  }
  const meant = didYouMean(holder, subjects);
  return {
    zh: `下级 \`${shown(name)}\` 的 \`${shown(by)}\` 是 \`${shown(holder)}\`，记录中没有这个对象${meant.zh}`,
    en: `\`${shown(name)}\` of the level below has the \`${shown(by)}\` \`${shown(holder)}\`, of which there is no record${meant.en}`,
  };
}

interface JoinedFile {
  readonly file: ResultsFile;
  readonly byName: ReadonlyMap<string, OtherSubject>;
  /** Those of the level below by whom they belong to. */
  readonly byHolder: ReadonlyMap<string, readonly OtherSubject[]>;
}

function specOf({ results }: Manifest, name: string): PolicyResultsSpec {
  const spec = results.find((each) => each.name === name);
  if (spec !== undefined) return spec;
  const names = results.map((each) => each.name);
  if (names.length === 0) {
    throw new Failure({
      zh: '办法没有用到别的办法的结果，不必写 `--results`。',
      en: 'The policy uses no results of others; leave `--results` out.',
    });
  }
  const meant = didYouMean(name, names);
  throw new Failure(
    {
      zh: `办法没有引入叫 \`${shown(name)}\` 的办法${meant.zh}`,
      en: `The policy imports no policy \`${shown(name)}\`${meant.en}`,
    },
    {
      zh: `用到的有 ${names.map((each) => `\`${shown(each)}\``).join('、')}。`,
      en: `It uses ${names.map((each) => `\`${shown(each)}\``).join(', ')}.`,
    },
  );
}

function givenTwice(name: string): Failure {
  return new Failure({
    zh: `\`${shown(name)}\` 的结果写了两次。`,
    en: `The results of \`${shown(name)}\` are given twice.`,
  });
}

function alsoInRecords(subject: string, key: string, path: string): Message {
  return {
    zh: `\`${shown(subject)}\` 的 \`${shown(key)}\` 在记录和 ${shown(path)} 中都有；请只留一处。`,
    en: `\`${shown(key)}\` of \`${shown(subject)}\` is both in the record and in ${shown(path)}; keep one of them.`,
  };
}

function missing(
  subject: string,
  { path, refused }: ResultsFile,
  other: OtherSubject | undefined,
  byName: ReadonlyMap<string, unknown>,
): Message {
  if (other !== undefined) {
    return {
      zh: `${shown(path)} 中 \`${shown(subject)}\` 没有这项结果。`,
      en: `${shown(path)} has no such result for \`${shown(subject)}\`.`,
    };
  }
  if (refused.has(subject)) {
    return {
      zh: `\`${shown(subject)}\` 的记录在 ${shown(path)} 的评定中被退回，没有结果。`,
      en: `The record of \`${shown(subject)}\` was refused in ${shown(path)}; there is no result.`,
    };
  }
  const meant = didYouMean(subject, [...byName.keys()]);
  return {
    zh: `${shown(path)} 中没有 \`${shown(subject)}\`${meant.zh}`,
    en: `${shown(path)} has no \`${shown(subject)}\`${meant.en}`,
  };
}
