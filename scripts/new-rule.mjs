// Writes the skeleton of a check rule: `npm run x -- node scripts/new-rule.mjs structure/some-name`. The code is the path of the
// rule's file, its page and its fixtures, so that nobody spells it by hand. The tests of packages/dsl/test/check then say what is
// still to be filled in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [code = ''] = process.argv.slice(2);
if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(code)) {
  console.error('usage: node scripts/new-rule.mjs <group>/<name-in-small-letters>');
  process.exit(2);
}
const name = code.slice(code.indexOf('/') + 1);
const camel = name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());

const policy = `办法 "示例" 版本 2024
考核对象 党支部
总分 { 方式 学习 100分 { 填报 学习次数: 整数 0至60次  按比例 学习次数 ÷ 12次 } }
`;

const files = {
  [`packages/dsl/src/check/rules/${code}.ts`]: `import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Rule } from '../../rule.ts';

/** TODO: what is wrong, in one sentence. */
export const ${camel} = defineDiagnostic<{ name: string }>({
  code: '${code}',
  severity: 'error',
  message: {
    zh: ({ name }) => \`\\\`\${name}\\\` TODO\`,
    en: ({ name }) => \`\\\`\${name}\\\` TODO\`,
  },
});

export const ${camel}Rule: Rule = {
  kinds: [${camel}],
  visit: {
    file: (node, context) => {
      context.report(${camel}.at(node.span, { name: 'TODO' }));
    },
  },
};
`,
  [`docs/diagnostics/${code}.md`]: `# ${code}

**TODO 一句话**（错误）

TODO 是什么、为什么。

错误的写法：

\`\`\`assess wrong
${policy}\`\`\`

正确的写法：

\`\`\`assess right
${policy}\`\`\`

**怎么改**：TODO

## English

**TODO in one line** (error)

TODO what and why.

The first example above is wrong, the second right.

**What to do**: TODO
`,
  [`packages/dsl/test/check/fixtures/${code}/bad.assess`]: policy,
  [`packages/dsl/test/check/fixtures/${code}/good.assess`]: policy,
};

const existing = Object.keys(files).filter((path) => existsSync(join(root, path)));
if (existing.length > 0) {
  console.error(`already there: ${existing.join(', ')}`);
  process.exit(1);
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const list = join(root, 'packages/dsl/src/check/rules.ts');
const text = readFileSync(list, 'utf8')
  .replace(/\n\nexport const rules/, `\nimport { ${camel}Rule } from './rules/${code}.ts';\n\nexport const rules`)
  .replace(/\n\];/, `\n  ${camel}Rule,\n];`);
writeFileSync(list, text);

console.log([...Object.keys(files), 'packages/dsl/src/check/rules.ts (two lines)'].join('\n'));
console.log('then: npm run x -- vitest run packages/dsl/test/check -u');
