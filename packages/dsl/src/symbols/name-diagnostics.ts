/** What can be wrong with a name. Defined here because resolving finds it. */
import { defineDiagnostic } from '../diagnostics/define.ts';
import type { Message } from '../source/locale.ts';

/** What a name was expected to be, for the message. */
export type Sought =
  | 'figure'
  | 'chapter'
  | 'choice'
  | 'case'
  | 'scorecard'
  | 'grade'
  | 'option'
  | 'sample'
  | 'entry-field'
  | 'section'
  | 'member'
  | 'function';

const sought: Readonly<Record<Sought, Message>> = {
  figure: { zh: '数据、定义、项目或情形', en: 'input, definition, item or case' },
  chapter: { zh: '章', en: 'chapter' },
  choice: { zh: '分类数据', en: 'input with named options' },
  case: { zh: '情形', en: 'case' },
  scorecard: { zh: '评分表', en: 'scorecard' },
  grade: { zh: '等次', en: 'grade' },
  option: { zh: '选项', en: 'option' },
  sample: { zh: '样本', en: 'sample' },
  'entry-field': { zh: '登记项', en: 'field' },
  section: { zh: '项目', en: 'item of that level' },
  member: { zh: '内容', en: 'part' },
  function: { zh: '函数', en: 'function' },
};

/** A name that nothing declares. `within` is what it was looked for in (a field, an item), `suggestion` the nearest name there. */
export const unknownName = defineDiagnostic<{
  name: string;
  sought: Sought;
  within: string | null;
  suggestion: string | null;
}>({
  code: 'name/unknown',
  severity: 'error',
  message: {
    zh: ({ name, sought: kind, within, suggestion }) =>
      `${within === null ? '' : `\`${within}\` 中`}没有叫 \`${name}\` 的${sought[kind].zh}${
        suggestion === null ? '' : `，是否应为 \`${suggestion}\`？`
      }`,
    en: ({ name, sought: kind, within, suggestion }) =>
      `There is no ${sought[kind].en} \`${name}\`${within === null ? '' : ` in \`${within}\``}${
        suggestion === null ? '' : `; did you mean \`${suggestion}\`?`
      }`,
  },
});

/** A grade named by an effect, a consequence or a test that the scale does not have. */
export const unknownGrade = defineDiagnostic<{ name: string; grades: readonly string[]; suggestion: string | null }>({
  code: 'grades/unknown',
  severity: 'error',
  message: {
    zh: ({ name, grades, suggestion }) =>
      grades.length === 0
        ? `等次 \`${name}\` 无从谈起：本办法没有“等次”一章`
        : `没有等次 \`${name}\`，现有 ${grades.map((each) => `\`${each}\``).join('、')}${
            suggestion === null ? '' : `；是否应为 \`${suggestion}\`？`
          }`,
    en: ({ name, grades, suggestion }) =>
      grades.length === 0
        ? `There can be no grade \`${name}\`: the policy has no chapter "grades"`
        : `There is no grade \`${name}\`, only ${grades.map((each) => `\`${each}\``).join(', ')}${
            suggestion === null ? '' : `; did you mean \`${suggestion}\`?`
          }`,
  },
});

/** Two things of one name where only one can be meant. `key` tells the record's key when that is what collides. */
export const duplicateName = defineDiagnostic<{ name: string; key: string | null; line: number }>({
  code: 'name/duplicate',
  severity: 'error',
  message: {
    zh: ({ name, key, line }) =>
      key === null
        ? `\`${name}\` 已在第 ${line} 行用过，同一处不能有两个同名的`
        : `\`${name}\` 与第 ${line} 行的同名：两者在填报记录里的键都是 \`${key}\`，请改名`,
    en: ({ name, key, line }) =>
      key === null
        ? `\`${name}\` is already used on line ${line}; one place cannot hold two of one name`
        : `\`${name}\` collides with line ${line}: both have the key \`${key}\` in a record; rename one`,
  },
});

/** A name that several things bear, none nearer than the others, or that two methods have each for themselves. */
export const ambiguousName = defineDiagnostic<{ name: string; paths: readonly string[]; shared: boolean }>({
  code: 'name/ambiguous',
  severity: 'error',
  message: {
    zh: ({ name, paths, shared }) =>
      `${shared ? `\`${name}\` 所在的评分表被几个方式采用，各有一份` : `叫 \`${name}\` 的不止一个`}，请写明是 ${paths
        .map((path) => `\`${path}\``)
        .join('、')} 中的哪一个`,
    en: ({ name, paths, shared }) =>
      `${shared ? `\`${name}\` exists once for each method that uses its scorecard` : `Several things are called \`${name}\``}; say which one: ${paths
        .map((path) => `\`${path}\``)
        .join(', ')}`,
  },
});
