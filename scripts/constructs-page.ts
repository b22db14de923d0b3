/** The page `docs/language/constructs.md`: what rulebooks say, how a policy says it, and the cases that show it. */
import { format, resolveConfig } from 'prettier';
import { readCases } from '../test/conformance/case.ts';
import { type Construct, constructs } from './constructs.ts';

/** Where the page is, from the root of the repository. */
export const constructsPagePath = 'docs/language/constructs.md';

const head = `# 规章里的说法 · What rulebooks say

本页由 \`npm run generate\` 从 \`scripts/constructs.ts\` 和 \`conformance/v1\` 生成，不要手改。编号 1 至 7 是考核办法中常见的规定，编号 8 是办法常常没有说清、
而结果因此不同的问题：在 \`.assess\` 里每一个都要么写明，要么由检查提出。“用例”一栏是带有该编号的一致性用例，期望值由人手算。

Made from \`scripts/constructs.ts\` and \`conformance/v1\` by \`npm run generate\`; do not edit by hand. Numbers 1 to 7 are what rulebooks
say; number 8 are the questions that they often leave open and that change results: a policy answers each, or the checker asks. The last column names
the conformance cases that carry the number; their values were computed by people.
`;

/** The cases of every number, by their path below `conformance/v1`. */
export function casesByConstruct(): ReadonlyMap<string, readonly string[]> {
  const cases = new Map<string, string[]>();
  for (const [path, { constructs: numbers = [] }] of readCases()) {
    for (const number of numbers) cases.set(number, [...(cases.get(number) ?? []), path]);
  }
  return cases;
}

/** The text of the page. */
export async function constructsPage(): Promise<string> {
  const cases = casesByConstruct();
  const table = (title: string, rows: readonly Construct[]): string =>
    [
      `## ${title}`,
      '',
      '| | 规定 · construct | 写法 · how it is said | 用例 · cases |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => rowOf(row, cases.get(row.number) ?? [])),
    ].join('\n');
  const questions = constructs.filter(({ number }) => number.startsWith('8.'));
  const said = constructs.filter(({ number }) => !number.startsWith('8.'));
  const text = `${head}\n${table('规定 · Constructs', said)}\n\n${table('要写明的问题 · Open questions', questions)}\n`;
  const options = await resolveConfig(new URL(`../${constructsPagePath}`, import.meta.url));
  return format(text, { ...options, parser: 'markdown' });
}

function rowOf({ number, zh, en, syntax, page }: Construct, paths: readonly string[]): string {
  const code = `\`${syntax.replaceAll('|', '\\|')}\``;
  const shown = paths.map((path) => `[${path.replace(/\.json$/, '')}](../../conformance/v1/${path})`);
  return `| ${number} | ${zh} · [${en}](${page}.md) | ${code} | ${shown.join('、')} |`;
}
