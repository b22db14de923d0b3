// The main job on real input, as one would do it by hand with the command line: check, compile, assess, explain, and what the
// checker says about a policy with two mistakes. Leaves what it made in out/.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { main } from '../packages/cli/dist/main.js';
import { root } from './set-up.mjs';

const folder = join('policies', 'hubei-trade-unions');
const policy = join(folder, '2023.assess');
const records = [join(folder, '2023-数据.csv'), '--events', join(folder, '2023-事件.csv')];
const explained = process.argv[2] ?? '法律工作部党支部';
const broken = join('out', '2023-有错的副本.assess');

process.chdir(root);
mkdirSync('out', { recursive: true });

await step('一、检查办法', 'Check the policy', ['check', policy]);
await step('二、编译成模块', 'Compile it to a module', ['compile', policy, '--out', 'out']);
await step('三、评定全部单位', 'Assess all units', ['run', policy, ...records]);
await step('', '', ['run', policy, ...records, '--output', join('out', '2023-结果.csv')]);
await step('', '', ['run', policy, ...records, '--output', join('out', '2023-结果.json')]);
await step(`四、说明一个单位的结果：${explained}`, 'Explain the result of one unit', [
  'explain',
  policy,
  ...records,
  '--subject',
  explained,
]);

writeFileSync(broken, withTwoMistakes(readFileSync(policy, 'utf8')));
await step(
  '五、一份有两处错误的副本：权重合计 95%，一种情形没有封顶',
  'A copy with two mistakes',
  ['check', broken],
  1,
);

process.stdout.write('\nout/ 中：编译好的模块和类型（.mjs、.d.mts）、结果（.csv、.json）、有错的副本。\n');
process.stdout.write(
  'In out/: the compiled module and its types (.mjs, .d.mts), the results (.csv, .json), the broken copy.\n',
);

/** Runs the command line, and ends the demonstration when it does not come out as it should. */
async function step(zh, en, commandLine, expected = 0) {
  if (zh !== '') {
    process.stdout.write(`\n━━ ${zh} · ${en}\n   $ assess ${commandLine.join(' ')}\n\n`);
  }
  const code = await main(commandLine);
  if (code === expected) return;
  process.stderr.write(
    `\nassess ${commandLine[0]}：退出码 ${code}，应为 ${expected} · exit code ${code}, not ${expected}\n`,
  );
  process.exit(code === 0 ? 70 : code);
}

/** The policy with its weights summing to 95% and one case without a cap. */
function withTwoMistakes(text) {
  return replaceOnce(
    replaceOnce(text, '方式 述职评议 占50%', '方式 述职评议 占45%'),
    '不研讨、不落实" 每次扣0.5分 封顶1.5分',
    '不研讨、不落实" 每次扣0.5分',
  );
}

function replaceOnce(text, from, to) {
  if (!text.includes(from)) throw new Error(`demo: the policy no longer contains ${from}`);
  return text.replace(from, () => to);
}
