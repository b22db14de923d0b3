import type { InputSpec, InputType, Manifest } from '@assess/runtime';

const origin = { file: null, line: 1, column: 1, text: '' };

function input(
  key: string,
  type: InputType,
  absent: InputSpec['absent'],
  role: InputSpec['role'] = 'figure',
): InputSpec {
  return { key, title: null, role, type, absent, only: [], notApplicable: false, together: null, source: [], origin };
}

/** A manifest with inputs of every type, for tests that read records. Nothing is computed by it. */
export const manifest: Manifest = {
  schema: 'assess/manifest/1',
  policy: { title: '试验办法', version: '2023', basis: [] },
  subject: '支部',
  inputs: [
    input('类别', { kind: 'choice', options: ['机关', '企业'] }, 'refuse', 'attribute'),
    input('日常.学习次数', { kind: 'number', unit: 'time', decimals: 0, low: '0', high: '60' }, 'refuse'),
    input('完成率', { kind: 'number', unit: 'percent', decimals: 3, low: '0', high: '150' }, 'refuse'),
    input('报送日期', { kind: 'date', low: null, high: null }, 'not-reported'),
    input('F01', { kind: 'yes-no' }, 'none', 'case'),
    input(
      '日常.表彰',
      {
        kind: 'list',
        most: 3,
        least: 0,
        fields: [
          { name: '日期', type: { kind: 'date', low: null, high: null }, absent: 'refuse' },
          { name: '事项', type: { kind: 'text' }, absent: 'refuse' },
        ],
      },
      'none',
      'case',
    ),
  ],
  steps: [],
  requirements: [],
  cohort: [],
  results: [],
  total: {
    id: '总分',
    level: 'total',
    name: '总分',
    title: null,
    basis: [],
    origin,
    full: 0,
    open: 0,
    isThere: null,
    weight: null,
    base: 0,
    rule: { kind: 'full', origin, inputs: [], chosen: null, rows: [], figures: [] },
    children: [],
    adjustments: [],
    zeroed: null,
    noResult: null,
    notApplicable: null,
    answers: [],
    exact: 0,
    score: 0,
    rounding: null,
    worth: 0,
  },
  scale: null,
  scales: [],
  consequences: [],
  procedure: [],
  guarantees: [],
};
