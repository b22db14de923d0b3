import type { Message } from '@assess/dsl';
import { Failure } from '../failure.ts';
import { visible } from '../io/visible.ts';
import { plainObject } from '../plain-object.ts';
import { type JsonObject, JsonTextError, type JsonValue, NumberText, parseJson } from '../records/json-text.ts';
import type { CohortFigures } from './figures.ts';

const schema = 'assess/expected/1';

/** A file of expected results, schema `assess/expected/1`: for each subject its figures, items and adjustments by their names. */
export function* writeExpected(cohort: CohortFigures): Generator<string> {
  yield `{\n  "schema": ${JSON.stringify(schema)},\n  "subjects": {`;
  let separator = '\n';
  for (const [subject, figures] of cohort) {
    const nested = plainObject<string | Record<string, string>>();
    for (const [key, value] of figures) {
      const group = /^(?:items|adjustments|scales)(?=\.)/u.exec(key)?.[0];
      if (group === undefined) {
        nested[key] = value;
        continue;
      }
      const inside = nested[group] ?? plainObject<string>();
      if (typeof inside === 'string') continue;
      inside[key.slice(group.length + 1)] = value;
      nested[group] = inside;
    }
    const lines = Object.entries(nested).map(
      ([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    const text = `{\n${lines.join(',\n')}\n    }`;
    yield `${separator}    ${JSON.stringify(subject)}: ${text}`;
    separator = ',\n';
  }
  yield '\n  }\n}\n';
}

/**
 * The figures of a file of expected results.
 *
 * @throws Failure if it is none.
 */
export function readExpected(text: string, path: string): CohortFigures {
  const root = parse(text, path);
  const subjects = isObject(root) ? root['subjects'] : undefined;
  if (!isObject(root) || root['schema'] !== schema || !isObject(subjects))
    throw unreadable(path, {
      zh: `缺少 "schema": "${schema}" 或 "subjects"`,
      en: `"schema": "${schema}" or "subjects" is missing`,
    });
  return new Map(
    Object.entries(subjects).map(([subject, figures]) => {
      if (!isObject(figures))
        throw unreadable(path, { zh: `\`${visible(subject)}\` 不是对象`, en: `\`${visible(subject)}\` is no object` });
      return [subject, new Map(flatten(figures))];
    }),
  );
}

function* flatten(figures: JsonObject): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(figures)) {
    if (isObject(value)) for (const [name, figure] of Object.entries(value)) yield [`${key}.${name}`, show(figure)];
    else yield [key, show(value)];
  }
}

function show(value: JsonValue): string {
  return value instanceof NumberText ? value.text : typeof value === 'string' ? value : JSON.stringify(value);
}

function parse(text: string, path: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    throw unreadable(path, error.text);
  }
}

function unreadable(path: string, why: Message): Failure {
  return new Failure(
    {
      zh: `${visible(path)} 不是应得结果的文件：${why.zh}。`,
      en: `${visible(path)} is no file of expected results: ${why.en}.`,
    },
    { zh: '可用 --update 重新生成。', en: '--update writes it anew.' },
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
}
