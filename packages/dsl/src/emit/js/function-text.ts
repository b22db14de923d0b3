/** Puts statements together into functions: inputs are read beside their first use, and no function grows too long. */
import type { Program } from '../../ir/ir.ts';
import { placeOf, readingLines, type Source } from './input-code.ts';
import { namesIn, type StepCode } from './step-code.ts';

/** Statements that stay together. */
export interface Passage {
  readonly comment: string | null;
  readonly lines: readonly string[];
}

export interface FunctionPlan {
  readonly name: string;
  /** The first parameter. */
  readonly source: Source;
  /** The parameters behind it. */
  readonly parameters: readonly string[];
  /** Statements before everything else, never in a part of a long function. */
  readonly opening: readonly string[];
  readonly passages: readonly Passage[];
  /** The statements at the end, with the return if there is one. */
  readonly ending: readonly string[];
}

/**
 * Of one function, in characters without comments. V8 does not optimise a function of more than 60 KB of bytecode, of
 * which this kind of code has less than one byte per character.
 */
const longestBody = 20_000;

/** The passage of a step. */
export function passageOf(step: StepCode): Passage {
  return { comment: step.comment, lines: step.lines };
}

/** The text of the function, behind those of the parts into which a long one is cut. */
export function functionText(plan: FunctionPlan, { manifest }: Program): string {
  const parts = cut(plan.passages);
  const opening: Passage = { comment: null, lines: plan.opening };
  if (parts.length === 1) {
    return declaration({ ...plan, passages: [opening, ...plan.passages] }, manifest);
  }
  const names = [...parts, [{ comment: null, lines: plan.ending }]].map((part) => new Set(stepNames(part)));
  const lastUse = new Map(names.flatMap((own, index) => [...own].map((name): [string, number] => [name, index])));
  const texts: string[] = [];
  const calls: Passage[] = [];
  const before = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const own = [...(names[index] ?? [])];
    const taken = own.filter((name) => before.has(name));
    const given = own.filter((name) => !before.has(name) && (lastUse.get(name) ?? index) > index);
    for (const name of own) before.add(name);
    const name = `${plan.name}${index + 1}`;
    const parameters = [...plan.parameters, ...taken];
    const ending = given.length === 0 ? [] : [`return { ${given.join(', ')} };`];
    texts.push(declaration({ ...plan, name, parameters, passages: part, ending }, manifest));
    const call = `${name}(${[plan.source, ...parameters].join(', ')});`;
    calls.push({ comment: null, lines: [given.length === 0 ? call : `const { ${given.join(', ')} } = ${call}`] });
  }
  texts.push(declaration({ ...plan, passages: [opening, ...calls] }, manifest));
  return texts.join('\n');
}

function declaration(plan: FunctionPlan, manifest: Program['manifest']): string {
  const { name, source, parameters, passages, ending } = plan;
  const read = new Set<string>();
  const body: string[] = [];
  for (const { comment, lines } of [...passages, { comment: null, lines: ending }]) {
    for (const used of namesIn(lines.join('\n'))) {
      if (used.startsWith('s') || read.has(used)) continue;
      read.add(used);
      const index = Number(used.slice(1));
      const spec = manifest.inputs[index];
      if (spec !== undefined) body.push(...readingLines(used, spec, source, read));
      // The name of the subject stands behind the inputs.
      else body.push(`const ${used} = ${placeOf(manifest.subject, index, source)};`);
    }
    const [only, ...more] = lines;
    if (comment !== null && only !== undefined && more.length === 0) body.push(`${only} // ${comment}`);
    else {
      if (comment !== null && only !== undefined) body.push(`// ${comment}`);
      // One by one: a long table has more lines than a call may have arguments.
      for (const line of lines) body.push(line);
    }
  }
  return `function ${name}(${[source, ...parameters].join(', ')}) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
}

/** Into runs that stay below the longest body; at least one. */
function cut(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const parts: Passage[][] = [[]];
  let length = 0;
  for (const passage of passages) {
    const more = passage.lines.reduce((total, line) => total + line.length, 0);
    if (length > 0 && length + more > longestBody) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(passage);
    length += more;
  }
  return parts;
}

function stepNames(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap(({ lines }) => [...namesIn(lines.join('\n'))].filter((name) => name.startsWith('s')));
}
