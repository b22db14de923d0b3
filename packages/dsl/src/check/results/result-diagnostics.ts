/** What can be wrong with the results of another policy. Defined here because finding them finds it. */
import { defineDiagnostic } from '../../diagnostics/define.ts';
import type { Message } from '../../source/locale.ts';

/** A file that is no policy, or a policy with errors. */
export const unsoundPolicy = defineDiagnostic<{
  file: string;
  reason: 'parts' | 'errors';
  first: Message;
  line: number;
}>({
  code: 'import/unsound-policy',
  severity: 'error',
  message: {
    zh: ({ file, reason, first, line }) =>
      reason === 'parts'
        ? `\`${file}\` 里没有办法，只有供引入的章；写 \`引入 章名 来自 …\``
        : `引入的办法 \`${file}\` 有错误，先改正它：第 ${line} 行，${first.zh}`,
    en: ({ file, reason, first, line }) =>
      reason === 'parts'
        ? `There is no policy in \`${file}\`, only chapters to import; write \`import name from …\``
        : `The imported policy \`${file}\` has errors; mend it first: line ${line}, ${first.en}`,
  },
});

/** A result that the other policy does not have, or that cannot be a figure of a record. */
export const unusableResult = defineDiagnostic<{
  name: string;
  policy: string;
  problem: 'attribute' | 'bare' | 'unknown' | 'several' | 'by-class' | 'unbounded' | 'unrounded' | 'no-grades';
  suggestion: string | null;
}>({
  code: 'import/unusable-result',
  severity: 'error',
  message: {
    zh: ({ name, policy, problem, suggestion }) => {
      switch (problem) {
        case 'attribute':
          return `办法 \`${policy}\` 的考核对象没有叫 \`${name}\` 的基本数据${suggestion === null ? '，无从知道属于谁' : `，是否应为 \`${suggestion}\`？`}`;
        case 'bare':
          return `\`${policy}\` 是另一份办法，写明用它的哪个结果：\`${policy}·总分\`、\`${policy}·等次\` 或其中的项目`;
        case 'unknown':
          return `办法 \`${policy}\` 没有叫 \`${name}\` 的结果${suggestion === null ? '；可用的是 `总分`、`等次` 和各项目' : `，是否应为 \`${suggestion}\`？`}`;
        case 'several':
          return `办法 \`${policy}\` 里叫 \`${name}\` 的项目不止一个，前面写明它在哪个方式或维度里`;
        case 'by-class':
          return `\`${policy}·${name}\` 的满分随类别不同，不能作为一个数据；用 \`${policy}·总分\` 或满分一样的项目`;
        case 'unbounded':
          return `\`${policy}·${name}\` 没有上限或下限，不能作为数据；在那份办法里写 \`可超满分 至 n分\`、\`可为负分 至 -n分\``;
        case 'unrounded':
          return `\`${policy}·${name}\` 没有舍入，位数不定，不能作为数据；在那份办法里写 \`保留 2位小数\``;
        case 'no-grades':
          return `办法 \`${policy}\` 没有等次`;
      }
    },
    en: ({ name, policy, problem, suggestion }) => {
      switch (problem) {
        case 'attribute':
          return `The subjects of the policy \`${policy}\` have no attribute \`${name}\`${suggestion === null ? ' that says to whom they belong' : `; did you mean \`${suggestion}\`?`}`;
        case 'bare':
          return `\`${policy}\` is another policy; say which of its results is meant: \`${policy}.total\`, \`${policy}.grade\` or one of its items`;
        case 'unknown':
          return `The policy \`${policy}\` has no result \`${name}\`${suggestion === null ? '; there are `total`, `grade` and its items' : `; did you mean \`${suggestion}\`?`}`;
        case 'several':
          return `The policy \`${policy}\` has several items \`${name}\`; name the method or dimension before it`;
        case 'by-class':
          return `The full marks of \`${policy}.${name}\` differ by class, so it is not one figure; use \`${policy}.total\` or an item with the same marks for all`;
        case 'unbounded':
          return `\`${policy}.${name}\` has no limit at one of its ends and cannot be a figure; write \`may exceed full marks to n points\` or \`may be negative to -n points\` in that policy`;
        case 'unrounded':
          return `\`${policy}.${name}\` is not rounded and cannot be a figure of a record; write \`round to 2 decimals\` in that policy`;
        case 'no-grades':
          return `The policy \`${policy}\` has no grades`;
      }
    },
  },
});
