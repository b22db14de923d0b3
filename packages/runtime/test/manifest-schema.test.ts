import { describe, expect, test } from 'vitest';
import { ArtefactError, loadEvaluator, parseManifest } from '../src/index.ts';
import { consequence, PolicyBuilder, effect, origin, quota } from './policy-builder.ts';

function sample() {
  const builder = new PolicyBuilder();
  builder.input('类别', { kind: 'choice', options: ['__proto__', '乙'] }, { role: 'attribute' });
  builder.input('表彰', {
    kind: 'list',
    fields: [{ name: '日期', type: { kind: 'date', low: null, high: null }, absent: 'refuse' }],
    most: 200,
    least: 0,
  });
  const list = builder.list(
    '清单',
    [builder.list('节', [builder.case('F01', '1', '-2', '-1')], '-1', '-1')],
    '-1',
    '-1',
  );
  const when = { ...builder.case('当', '1', '-2', '-1'), kind: 'when' as const };
  const {
    inputs: _inputs,
    owner: _owner,
    count: _count,
    everyTime: _everyTime,
    veto: _veto,
    outside: _outside,
    ...condition
  } = when;
  const total = builder.item('总分', '100', '90', {
    level: 'total',
    children: [builder.item('甲', '5', '5')],
    adjustments: [list, condition],
  });
  return builder.build(total, {
    requirements: [
      { holds: builder.truth('holds', true), message: { zh: '要求', en: 'requirement' }, origin: origin('要求') },
    ],
    scale: {
      name: null,
      grades: ['优秀'],
      origin: origin('等次'),
      basis: total.score,
      outcomes: [],
      outcome: null,
      reached: 0,
      graded: 0,
      ungraded: null,
      barred: null,
      lines: [],
      effects: [effect('F01', 3, { effect: 'down', levels: 1 })],
      quotas: [quota({ ties: [{ step: 0, name: '甲' }] })],
    },
    consequences: [
      consequence('表彰', { grades: [0], lasting: { kind: 'span', amount: '1', unit: 'year', text: '1年' } }),
    ],
  });
}

describe('parseManifest', () => {
  test('keeps every manifest as it is', () => {
    const { manifest } = sample();
    expect(parseManifest(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
  });

  test.each([null, 3, {}, { schema: 'assess/manifest/2' }])('refuses %j', (value) => {
    expect(() => parseManifest(value)).toThrow(ArtefactError);
  });

  test('names the place', () => {
    const { manifest } = sample();
    expect(() => parseManifest({ ...manifest, total: { ...manifest.total, score: -1 } })).toThrow('`total.score`');
    expect(() => parseManifest({ ...manifest, inputs: [{ ...manifest.inputs[0], type: { kind: 'number' } }] })).toThrow(
      '`inputs.0.type',
    );
  });
});

describe('loadEvaluator', () => {
  test('takes the namespace of a compiled module', () => {
    const evaluator = sample();
    const module: unknown = { ...evaluator, default: 1 };
    const loaded = loadEvaluator(module);
    expect(loaded.manifest).toEqual(evaluator.manifest);
    expect(loaded.trace({})).toEqual(evaluator.trace({}));
  });

  test.each([null, 'x', {}, { manifest: {} }, { trace: 1, manifest: {} }])('refuses %j', (module) => {
    expect(() => loadEvaluator(module)).toThrow(ArtefactError);
  });
});
