import { describe, expect, test } from 'vitest';
import { assessCohort, assessInStages, assessOne, fromNumber, rational, recordedValue } from '../src/index.ts';
import type { GradeScaleSpec, SubjectRecord } from '../src/index.ts';
import { consequence, PolicyBuilder, effect, origin, quota } from './policy-builder.ts';

/** 优秀 from 90, 良好 from 80, else 合格; what is recorded is the score; a veto is at most 合格; quota 优秀 1 per class. */
function sample(scale: Partial<GradeScaleSpec> | null = {}) {
  const builder = new PolicyBuilder();
  builder.input('类别', { kind: 'choice', options: ['甲', '乙'] }, { role: 'attribute' });
  builder.input('得分', { kind: 'number', unit: 'point', decimals: 2, low: '0', high: '100' });
  for (const key of ['否决', '取消评优', '不定'])
    builder.input(key, { kind: 'yes-no' }, { role: 'case', absent: 'none' });
  const score = builder.number('得分', (record) => fromNumber(Number(recordedValue(record, '得分'))) ?? rational(0n));
  const thirds = builder.number('thirds', rational(-2n, 6n));
  const veto = builder.truth('否决', (record) => recordedValue(record, '否决') === true);
  const barred = builder.truth('取消评优', (record) => recordedValue(record, '取消评优') === true);
  const ungraded = builder.truth('不定', (record) => recordedValue(record, '不定') === true);
  const reached = builder.number('reached', (record) => {
    const points = Number(recordedValue(record, '得分'));
    return rational(points >= 90 ? 0n : points >= 80 ? 1n : 2n);
  });
  const graded = builder.number('graded', (record, values) => {
    const index = values[reached];
    return recordedValue(record, '否决') === true || typeof index !== 'object' ? rational(2n) : index;
  });
  const even = builder.truth('even', (record) => recordedValue(record, '得分') !== 13);
  const item = builder.item('总分', '100', '0', { level: 'total', score, exact: score, base: score, worth: thirds });
  return builder.build(item, {
    requirements: [{ holds: even, message: { zh: '13 不行', en: 'not 13' }, origin: origin('要求') }],
    consequences: [
      consequence('表彰', { grades: [0, 1], about: '先进', whom: ['书记'] }),
      consequence('整改', { grades: [2], within: { kind: 'span', amount: '60', unit: 'day', text: '60天' } }),
    ],
    scale: scale && {
      name: null,
      grades: ['优秀', '良好', '合格'],
      origin: origin('等次'),
      basis: score,
      outcomes: [],
      outcome: null,
      reached,
      effects: [
        effect('否决', veto, { effect: 'ceiling', grade: 2, veto: true, title: '一票否决的事' }),
        effect('取消评优', barred, { effect: 'out-of-awards' }),
        effect('不定', ungraded, { effect: 'no-grade' }),
      ],
      graded,
      ungraded,
      barred,
      lines: [origin('优秀 90分以上', 41), origin('良好 80分以上', 42), origin('合格 其余', 43)],
      quotas: [quota({ kind: 'number', amounts: [{ option: null, amount: '1' }], by: 0 })],
      ...scale,
    },
  });
}

const record = (党组织: string, 得分: number | string, rest: SubjectRecord = {}): SubjectRecord => ({
  党组织,
  类别: '甲',
  得分,
  ...rest,
});
const cohort = [
  record('丙', 91),
  record('甲', 95),
  record('乙', 91, { 类别: '乙', 取消评优: true }),
  record('丁', 85, { 否决: true }),
  record('戊', 99, { 不定: true }),
  record('己', 101),
  record('庚', 13),
];

describe('assessCohort', () => {
  const result = assessCohort(sample(), cohort);

  test('returns every record, best first, equals by name', () => {
    expect(result.subjects.map((each) => each.subject)).toEqual(['甲', '丙', '乙', '丁', '戊']);
    expect(result.subjects.map((each) => each.rank)).toEqual([
      { place: 1, of: 4 },
      { place: 2, of: 4 },
      { place: 2, of: 4 },
      { place: 4, of: 4 },
      null,
    ]);
    expect(
      result.refused.map(({ record: index, subject, issues }) => [index, subject, issues.map(({ kind }) => kind)]),
    ).toEqual([
      [5, '己', ['record/out-of-range']],
      [6, '庚', ['record/requirement']],
    ]);
    expect(result.refused[1]?.issues[0]?.message).toEqual({ zh: '13 不行', en: 'not 13' });
  });

  test('ranks within the classes', () => {
    expect(result.subjects.map(({ classRanks }) => classRanks)).toEqual([
      [{ by: '类别', class: '甲', place: 1, of: 3 }],
      [{ by: '类别', class: '甲', place: 2, of: 3 }],
      [{ by: '类别', class: '乙', place: 1, of: 1 }],
      [{ by: '类别', class: '甲', place: 3, of: 3 }],
      [],
    ]);
  });

  test('grades by thresholds, effects and quotas', () => {
    const rows = result.subjects.map(({ grade }) => [
      grade?.reached,
      grade?.graded,
      grade?.final,
      grade?.barred,
      grade?.ungraded,
    ]);
    expect(rows).toEqual([
      ['优秀', '优秀', '优秀', false, false],
      ['优秀', '优秀', '良好', false, false],
      ['优秀', '优秀', '优秀', true, false],
      ['良好', '合格', '合格', false, false],
      ['优秀', null, null, false, true],
    ]);
    expect(result.subjects[3]?.grade?.effects).toEqual([
      {
        effect: 'ceiling',
        grade: '合格',
        levels: 0,
        veto: true,
        cause: '否决',
        title: '一票否决的事',
        origin: origin('情形 否决', 30),
        figures: [],
      },
    ]);
    expect(result.subjects[1]?.grade?.quotas).toEqual([
      {
        quota: 0,
        grade: 0,
        gradeName: '优秀',
        class: '甲',
        base: 4,
        places: 1,
        held: 0,
        place: 2,
        inPlace: false,
        lostBecause: 'places',
        from: 'best',
        open: null,
        between: [],
        free: 0,
      },
    ]);
    expect(result.quotas).toEqual([
      {
        scale: null,
        quota: 0,
        grade: '优秀',
        class: '乙',
        base: 1,
        places: 1,
        candidates: 1,
        taken: 1,
        held: 0,
        open: 0,
        from: 'best',
      },
      {
        scale: null,
        quota: 0,
        grade: '优秀',
        class: '甲',
        base: 4,
        places: 1,
        candidates: 2,
        taken: 1,
        held: 0,
        open: 0,
        from: 'best',
      },
    ]);
  });

  test('reports what the final grade leads to', () => {
    expect(result.subjects.map(({ consequences }) => consequences.map(({ action }) => action))).toEqual([
      ['表彰'],
      ['表彰'],
      ['表彰'],
      ['整改'],
      [],
    ]);
  });

  test('is plain JSON with exact numbers', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(result.subjects[0]?.total).toMatchObject({ score: '95', worth: '-1/3', children: [] });
    expect(result.subjects[0]?.inputs).toEqual(['甲', '95', null, null, null]);
    expect(result.schema).toBe('assess/result/1');
  });

  test('does not depend on the order of the records', () => {
    const reversed = assessCohort(sample(), cohort.toReversed());
    expect(reversed.subjects.map((each) => ({ ...each, record: 0 }))).toEqual(
      result.subjects.map((each) => ({ ...each, record: 0 })),
    );
    expect(reversed.quotas).toEqual(result.quotas);
  });

  test('refuses all that share a name, beside what else is wrong with them', () => {
    const { subjects, refused } = assessCohort(sample(), [record('甲', 95), record(' 甲 ', 950), record('乙', 80)]);
    expect(subjects.map(({ subject }) => subject)).toEqual(['乙']);
    expect(refused.map(({ issues }) => issues.map(({ kind }) => kind))).toEqual([
      ['record/subject-duplicate'],
      ['record/subject-duplicate', 'record/out-of-range'],
    ]);
    expect(refused[0]?.issues[0]?.message.zh).toBe(
      '考核对象 `甲` 出现了 2 次（第 1、2 条）；请只保留一条，或改用不同的名称。',
    );
  });

  test('takes no records, and things that are none', () => {
    expect(assessCohort(sample(), [])).toMatchObject({ subjects: [], refused: [], quotas: [] });
    expect(assessCohort(sample(), [null, 'x']).refused).toHaveLength(2);
  });

  test('ranks by the total where there are no grades', () => {
    const { subjects } = assessCohort(sample(null), [record('甲', 80), record('乙', 90)]);
    expect(subjects.map(({ subject, grade, rank }) => [subject, grade, rank?.place])).toEqual([
      ['乙', null, 1],
      ['甲', null, 2],
    ]);
  });
});

describe('assessOne', () => {
  test('leaves a grade open that a quota limits', () => {
    expect(assessOne(sample(), record('甲', 95))).toMatchObject({
      grade: { graded: '优秀', final: null, open: true },
      rank: null,
      consequences: [],
    });
    expect(assessOne(sample(), record('甲', 85))).toMatchObject({
      grade: { graded: '良好', final: '良好', open: false },
    });
    expect(assessOne(sample({ quotas: [] }), record('甲', 95))).toMatchObject({
      grade: { final: '优秀', open: false },
    });
  });

  test('refuses with every reason', () => {
    expect(assessOne(sample(), { 党组织: '甲' })).toMatchObject({
      outcome: 'refused',
      subject: '甲',
      issues: [{}, {}],
    });
  });

  test('takes an evaluator that does not reduce its numbers, and no trace of another policy', () => {
    const evaluator = sample();
    const trace = (each: SubjectRecord) =>
      evaluator
        .trace(each)
        .map((value) =>
          typeof value === 'boolean' ? value : { numerator: value.numerator * 6n, denominator: value.denominator * 6n },
        );
    expect(assessOne({ ...evaluator, trace }, record('甲', 95))).toEqual(assessOne(evaluator, record('甲', 95)));
    expect(() => assessOne({ ...evaluator, trace: () => [] }, record('甲', 95))).toThrow(RangeError);
  });
});

describe('assessInStages', () => {
  test('gives what assessCohort gives', () => {
    const records = [...cohort, null, record('甲', 1)];
    const { subjects, ...rest } = assessCohort(sample(), records);
    const { ordered, resultAt, ...staged } = assessInStages(sample(), records.length, (index) => records[index]);
    expect(staged).toEqual(rest);
    expect(ordered.map(({ subject, index }) => ({ subject, index }))).toEqual(
      subjects.map(({ subject, record: index }) => ({ subject, index })),
    );
    expect(ordered.map((_, place) => resultAt(place))).toEqual(subjects);
    expect(() => resultAt(ordered.length)).toThrow(RangeError);
  });
});
