import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  assessCohort,
  assessOne,
  compare,
  divide,
  explain,
  formatExact,
  greatest,
  isZero,
  least,
  multiply,
  negate,
  rational,
  renderExplanation,
  round,
  sum,
  zero,
} from '../src/index.ts';
import type { AdjustmentSpec, Evaluator, Explanation, ItemExplanation, ItemSpec, Rational } from '../src/index.ts';
import { consequence, PolicyBuilder, effect, exact, origin, quota } from './policy-builder.ts';

function explained(evaluator: Evaluator, record: object = {}): Explanation {
  const result = assessOne(evaluator, { 党组织: '一支部', ...record });
  if (result.outcome === 'refused') throw new Error(JSON.stringify(result.issues));
  return explain(evaluator.manifest, result);
}

/** The law: nothing is lost on the way from full marks to the score, at any item and in the whole. */
function expectConservation(explanation: Explanation) {
  const walk = (item: ItemExplanation): Rational => {
    const own = sum(item.findings.filter(({ counts }) => counts).map(({ amount }) => exact(amount)));
    expect(formatExact(sum([exact(item.full), exact(item.fromChildren), own]))).toBe(item.score);
    return sum([...item.findings.map(({ inTotal }) => exact(inTotal)), ...item.children.map(walk)]);
  };
  const { total, losses, gains } = explanation;
  expect(formatExact(add(exact(total.full), walk(total)))).toBe(total.score);
  const changes = [...losses, ...gains].map(({ inTotal }) => exact(inTotal));
  expect(formatExact(add(exact(total.full), sum(changes)))).toBe(total.score);
}

const brief = (explanation: Explanation) =>
  [...explanation.losses, ...explanation.gains].map(({ path, inTotal, findings }) => [
    path.join('.') || '-',
    inTotal,
    findings.map(({ kind, amount }) => `${kind} ${amount}`).join(', '),
  ]);

describe('explain', () => {
  test('a rule, a capped case, a floor and rounding of one item', () => {
    const builder = new PolicyBuilder();
    const times = builder.input(
      '学习次数',
      { kind: 'number', unit: 'time', decimals: 0, low: '0', high: '60' },
      { source: ['会议记录'] },
    );
    const item = builder.item('ZZ1', '5', '0.67', {
      title: '第一议题',
      basis: ['第九条（一）'],
      base: builder.number('base', '13/6'),
      exact: builder.number('exact', '2/3'),
      rule: builder.rule('proportion', {
        inputs: [times],
        figures: [{ label: { zh: '完成率', en: 'rate' }, step: builder.number('rate', '13/30'), unit: 'percent' }],
      }),
      adjustments: [builder.case('走过场', '4', '-2', '-1.5', { everyTime: true })],
      worth: builder.number('worth', '0.2'),
    });
    const total = builder.item('总分', '1', '0.134', {
      level: 'total',
      children: [item],
      rule: builder.rule('weighted-sum'),
      base: builder.number('t', '0.134'),
    });
    const explanation = explained(builder.build(total), { 学习次数: 5 });
    expectConservation(explanation);
    expect(brief(explanation)).toEqual([['ZZ1', '-0.866', 'rule -17/6, case -2, case-cap 0.5, rounding 1/300']]);
    expect(explanation.losses[0]?.findings[0]).toMatchObject({
      origin: origin('规则 proportion', 11),
      basis: ['第九条（一）'],
      before: '5',
      after: '13/6',
      inputs: [{ key: '学习次数', value: '5', unit: 'time', source: ['会议记录'] }],
      figures: [{ value: '130/3' }],
    });
    expect(explanation.losses[0]?.findings[2]).toMatchObject({
      before: '-2',
      after: '-1.5',
      cap: '1.5',
      inTotal: '0.1',
    });
    expect(renderExplanation(explanation, 'zh')).toMatchInlineSnapshot(`
      "一支部：总分 0.134（满分 1）
      考核办法 2023
      满分 1，失分 0.866，加分和少扣 0，总分 0.134

      【失分（折合总分，由多到少）】
      1. −0.866  ZZ1 第一议题（满分 5，得 0.67）
           规则 proportion（第 11 行）：学习次数 5次，完成率 43.3333…%，得 2.1666… 分（满分 5），扣 2.8333… 分（依据 第九条（一））
           情形 走过场（第 20 行）：4次 × 每次 0.5 分，扣 2 分（依据 第九条（一））
           本条封顶：由 −2 变为 −1.5，少扣 0.5 分
           取舍：0.6666… 记为 0.67（+0.0033…）

      【各项得分】
      总分  0.134 / 1
        ZZ1 第一议题  0.67 / 5"
    `);
    expect(renderExplanation(explanation, 'en')).toMatchInlineSnapshot(`
      "一支部: total 0.134 of 1
      考核办法 2023
      full marks 1, lost 0.866, added or spared 0, total 0.134

      Lost (in points of the total, most first):
      1. −0.866  ZZ1 第一议题 (0.67 of 5)
           规则 proportion (line 11): 学习次数 5 times, rate 43.3333…%, earns 2.1666… of 5, 2.8333… lost (basis 第九条（一）)
           情形 走过场 (line 20): 4 times × 0.5 points each, 2 lost (basis 第九条（一）)
           capped: −2 becomes −1.5, 0.5 spared
           rounded: 0.6666… becomes 0.67 (+0.0033…)

      Scores:
      总分  0.134 / 1
        ZZ1 第一议题  0.67 / 5"
    `);
  });

  test('不得分 swallows what else happened, in the item and below', () => {
    const builder = new PolicyBuilder();
    const leaf = builder.item('B1', '4', '1');
    const item = builder.item('B', '4', '0', {
      children: [leaf],
      rule: builder.rule('sum'),
      base: builder.number('base', '1'),
      zeroed: builder.truth('zeroed', true),
      adjustments: [builder.case('迟到', '2', '-1', '-1'), builder.case('弄虚作假', '1', '0', '0')],
    });
    const total = builder.item('总分', '4', '0', { level: 'total', children: [item], rule: builder.rule('sum') });
    const explanation = explained(builder.build(total));
    expectConservation(explanation);
    expect(brief(explanation)).toEqual([['B', '-4', 'zeroed -4']]);
    expect(explanation.losses[0]?.findings[0]).toMatchObject({ name: '弄虚作假', origin: origin('情形 弄虚作假', 20) });
    expect(explanation.total.children[0]?.findings.map(({ kind, counts }) => [kind, counts])).toEqual([
      ['case', false],
      ['zeroed', true],
    ]);
    expect(explanation.total.children[0]?.children[0]?.findings).toMatchObject([{ amount: '-3', inTotal: '0' }]);
  });

  test('不得分 of a row of the rule is told once', () => {
    const builder = new PolicyBuilder();
    const date = builder.input('报送日期', { kind: 'date', low: null, high: null }, { absent: 'not-reported' });
    const item = builder.item('B', '3', '0', {
      rule: builder.rule('deadline', {
        inputs: [date],
        chosen: builder.number('row', '0'),
        rows: [origin('未报 不得分', 12)],
        figures: [{ label: { zh: '逾期天数', en: 'days late' }, step: builder.number('late', '0'), unit: 'day' }],
      }),
      zeroed: builder.truth('zeroed', true),
      adjustments: [builder.case('迟到', '2', '-1', '-1', { everyTime: true })],
    });
    const total = builder.item('总分', '3', '0', { level: 'total', children: [item], rule: builder.rule('sum') });
    const explanation = explained(builder.build(total));
    expectConservation(explanation);
    expect(brief(explanation)).toEqual([['B', '-3', 'case -1, zeroed -3']]);
    expect(renderExplanation(explanation, 'zh').split('\n').slice(4, 8)).toMatchInlineSnapshot(`
      [
        "【失分（折合总分，由多到少）】",
        "1. −3  B（满分 3，得 0）",
        "     情形 迟到（第 20 行）：2次 × 每次 0.5 分，扣 1 分，因不得分不再计算",
        "     规则 deadline（第 11 行）：报送日期 未填报，适用 未报 不得分（第 12 行），本项不得分，扣 3 分",
      ]
    `);
  });

  test('lists: only the highest counts, and the caps of list and section', () => {
    const builder = new PolicyBuilder();
    const awards = builder.list(
      '表彰',
      [builder.case('国家级', '1', '3', '3'), builder.case('省部级', '2', '4', '4')],
      '5',
      '4',
      {
        sort: 'bonuses',
        duplicates: builder.number('duplicates', '2'),
      },
    );
    const negative = builder.list(
      '负面清单',
      [
        builder.list(
          '政治建设',
          [builder.case('F01', '3', '-3', '-2'), builder.case('F02', '0', '0', '0')],
          '-2',
          '-2',
        ),
      ],
      '-2',
      '-1',
    );
    const total = builder.item('总分', '100', '103', {
      level: 'total',
      base: builder.number('base', '100'),
      rule: builder.rule('full'),
      adjustments: [awards, negative],
    });
    const explanation = explained(builder.build(total));
    expectConservation(explanation);
    expect(brief(explanation)).toEqual([
      ['-', '-2', 'duplicates -2'],
      ['-', '-2', 'case -3, case-cap 1'],
      ['-', '-1', 'list-cap -1'],
      ['-', '4', 'case 4'],
      ['-', '3', 'case 3'],
      ['-', '1', 'list-cap 1'],
    ]);
  });

  test('names the line that was reached, the one that was not, and every effect', () => {
    const builder = new PolicyBuilder();
    const total = builder.item('总分', '100', '86.35', { level: 'total', base: builder.number('base', '86.35') });
    const evaluator = builder.build(total, {
      scale: {
        name: null,
        grades: ['优秀', '良好', '合格'],
        origin: origin('等次'),
        basis: total.score,
        outcomes: [],
        outcome: null,
        reached: builder.number('reached', '1'),
        effects: [
          effect('F31', builder.truth('acts', true), { grade: 2, veto: true, title: '弄虚作假' }),
          effect('民主测评', builder.truth('acts', true), {
            effect: 'no-grade',
            origin: origin('参评率 按 应到人数 不低于80%，否则 不定等次', 31),
            figures: [
              {
                label: { zh: '参评率', en: 'turnout' },
                step: builder.number('turnout', '51/64'),
                unit: 'percent',
              },
            ],
          }),
        ],
        graded: builder.number('graded', '2'),
        ungraded: null,
        barred: null,
        lines: [origin('优秀 90分以上', 41), origin('良好 80分以上', 42), origin('合格 其余', 43)],
        quotas: [],
      },
      consequences: [
        consequence('约谈', {
          grades: [2],
          about: '问题',
          whom: ['书记'],
          within: { kind: 'span', amount: '60', unit: 'day', text: '60天' },
        }),
      ],
    });
    const explanation = explained(evaluator);
    expect(explanation.grade).toMatchObject({ line: { line: 42 }, missed: { line: 41 } });
    expect(renderExplanation(explanation, 'zh')).toMatchInlineSnapshot(`
      "一支部：总分 86.35（满分 100），等次 合格
      考核办法 2023
      满分 100，失分 13.65，加分和少扣 0，总分 86.35

      【等次】
      按 86.35 分，符合 良好 80分以上（第 42 行）；未达到 优秀 90分以上（第 41 行）
      因 F31 弄虚作假 一票否决，最高评为 合格：情形 F31（第 30 行）
      因 民主测评 不定等次：参评率 按 应到人数 不低于80%，否则 不定等次（第 31 行），参评率 79.6875%
      最终等次 合格

      【失分（折合总分，由多到少）】
      1. −13.65  总分
           规则 score（第 11 行）：得 86.35 分（满分 100），扣 13.65 分

      【各项得分】
      总分  86.35 / 100

      【结果运用】
      对 书记 约谈 “问题” 期限 60天"
    `);
    expect(renderExplanation(explanation, 'en')).toMatchInlineSnapshot(`
      "一支部: total 86.35 of 100, grade 合格
      考核办法 2023
      full marks 100, lost 13.65, added or spared 0, total 86.35

      Grade:
      86.35 points meet 良好 80分以上 (line 42); not reached: 优秀 90分以上 (line 41)
      because of F31 弄虚作假: veto, at most 合格: 情形 F31 (line 30)
      because of 民主测评: no grade: 参评率 按 应到人数 不低于80%，否则 不定等次 (line 31), turnout 79.6875%
      Final grade 合格

      Lost (in points of the total, most first):
      1. −13.65  total
           规则 score (line 11): earns 86.35 of 100, 13.65 lost

      Scores:
      总分  86.35 / 100

      Consequences:
      书记: 约谈 "问题" within 60天"
    `);
  });

  test('says who keeps the places that look unused', () => {
    const builder = new PolicyBuilder();
    builder.input('得分', { kind: 'number', unit: 'point', decimals: 0, low: '0', high: '100' });
    const score = builder.number('score', ({ 得分 }) => rational(BigInt(Number(得分))));
    const vetoed = builder.truth('vetoed', ({ 得分 }) => Number(得分) === 99);
    const best = builder.number('reached', '0');
    const graded = builder.number('graded', (_, values) => rational(values[vetoed] === true ? 1n : 0n));
    const total = builder.item('总分', '100', '0', { level: 'total', base: score, exact: score, score });
    const evaluator = builder.build(total, {
      scale: {
        name: null,
        grades: ['优秀', '合格'],
        origin: origin('等次'),
        basis: score,
        outcomes: [],
        outcome: null,
        reached: best,
        effects: [effect('F01', vetoed, { grade: 1 })],
        graded,
        ungraded: null,
        barred: null,
        lines: [origin('优秀 90分以上', 41), origin('合格 其余', 42)],
        quotas: [quota({ kind: 'number', amounts: [{ option: null, amount: '2' }] })],
      },
    });
    const records = [99, 95, 94].map((得分) => ({ 党组织: `支部${得分}`, 得分 }));
    const { subjects, quotas } = assessCohort(evaluator, records);
    expect(quotas).toMatchObject([{ places: 2, candidates: 2, taken: 1, held: 1 }]);
    const texts = subjects.map((subject) => {
      const explanation = explain(evaluator.manifest, subject);
      return [renderExplanation(explanation, 'zh'), renderExplanation(explanation, 'en')].flatMap((text) =>
        text.split('\n').filter((line) => /^(名额|Quota)/.test(line)),
      );
    });
    expect(texts).toMatchInlineSnapshot(`
      [
        [],
        [
          "名额：优秀 基数 3 个，名额 2 个，排第 2，入选：优秀 名额30%（第 40 行）",
          "Quota: 优秀 has 2 places of 3, this is number 2, in: 优秀 名额30% (line 40)",
        ],
        [
          "名额：优秀 基数 3 个，名额 2 个，排第 3，名额已满，未入选（其中 1 个名额由因一票否决等不得评此等次的对象占用，不递补）：优秀 名额30%（第 40 行）",
          "Quota: 优秀 has 2 places of 3, this is number 3, no place left (1 place stays with subjects that a veto or the like keeps out of this grade: nobody moves up): 优秀 名额30% (line 40)",
        ],
      ]
    `);
  });

  test('keeps to its manifest', () => {
    const builder = new PolicyBuilder();
    const evaluator = builder.build(builder.item('总分', '1', '1'));
    const result = assessOne(evaluator, { 党组织: '一支部' });
    if (result.outcome === 'refused') throw new Error('refused');
    expect(() => explain(evaluator.manifest, { ...result, trace: [] })).toThrow(RangeError);
  });
});

// ---------------------------------------------------------------- the law on policies made at random

interface Plan {
  readonly full: number;
  readonly weighted: boolean;
  readonly base: Rational;
  readonly factor: number;
  readonly lines: readonly { readonly gross: number; readonly cap: number; readonly inList: boolean }[];
  readonly listCap: number;
  readonly zeroed: boolean;
  readonly decimals: number | null;
  readonly children: readonly Plan[];
}

const plansOf = (depth: number): fc.Arbitrary<Plan> =>
  fc.record({
    full: fc.integer({ min: 1, max: 30 }),
    weighted: fc.boolean(),
    base: fc.tuple(fc.bigInt(0n, 40n), fc.bigInt(1n, 7n)).map(([n, d]) => rational(n, d)),
    factor: fc.constantFrom(10, 10, 10, 9),
    lines: fc.array(
      fc.record({ gross: fc.integer({ min: -9, max: 5 }), cap: fc.integer({ min: 1, max: 6 }), inList: fc.boolean() }),
      { maxLength: 3 },
    ),
    listCap: fc.integer({ min: 1, max: 8 }),
    zeroed: fc.constantFrom(false, false, false, true),
    decimals: fc.constantFrom(null, 0, 2),
    children: depth === 0 ? fc.constant([]) : fc.array(plansOf(depth - 1), { maxLength: 3 }),
  });

const capped = (value: number, cap: number) => Math.sign(value) * Math.min(Math.abs(value), cap);

/** Builds an item by the pipeline of the language: base, factor, adjustments, 不得分, bounds, rounding. */
function build(builder: PolicyBuilder, plan: Plan, id: string, worth: Rational): { item: ItemSpec; score: Rational } {
  const full = rational(BigInt(plan.full));
  const parts = plan.children.map((child) => rational(BigInt(child.full)));
  const whole = sum(parts);
  // Weighted: equal shares. In points: the sum of the parts, brought to the scale of the item.
  const rates = parts.map((part) =>
    plan.weighted ? divide(full, multiply(part, rational(BigInt(parts.length)))) : divide(full, whole),
  );
  const children = plan.children.map((child, index) =>
    build(builder, child, `${id}.${index}`, multiply(worth, rates[index] ?? zero)),
  );
  const sums = sum(children.map(({ score }, index) => multiply(score, rates[index] ?? zero)));
  const base = multiply(children.length > 0 ? sums : plan.base, rational(BigInt(plan.factor), 10n));
  const cases = plan.lines.map((line, index) => {
    const points = capped(line.gross, line.cap);
    const spec = builder.case(`${id}#${index}`, line.gross === 0 ? '0' : '1', String(line.gross), String(points));
    return { ...line, points, spec };
  });
  const listed = cases.filter(({ inList }) => inList);
  const net = listed.reduce((total, { points }) => total + points, 0);
  const list = capped(net, plan.listCap);
  const adjustments: AdjustmentSpec[] = cases.filter(({ inList }) => !inList).map(({ spec }) => spec);
  if (listed.length > 0)
    adjustments.push(
      builder.list(
        `${id}#list`,
        listed.map(({ spec }) => spec),
        String(net),
        String(list),
      ),
    );
  const loose = cases.filter(({ inList }) => !inList).reduce((total, { points }) => total + points, 0);
  const running = plan.zeroed ? zero : add(base, rational(BigInt(loose + list)));
  const bounded = least(greatest(running, zero), full);
  const score = plan.decimals === null ? bounded : round(bounded, plan.decimals, 'half-up');
  const step = (name: string, value: Rational) => builder.number(`${id} ${name}`, value);
  const item = builder.item(id, String(plan.full), '0', {
    level: id === '0' ? 'total' : 'standard',
    base: step('base', base),
    rule: builder.rule(children.length === 0 ? 'score' : plan.weighted ? 'weighted-sum' : 'sum'),
    children: children.map((child) => child.item),
    adjustments,
    zeroed: builder.truth(`${id} zeroed`, plan.zeroed),
    exact: step('exact', bounded),
    score: step('score', score),
    worth: step('worth', worth),
  });
  return { item, score };
}

test('nothing is lost between full marks and score, whatever the policy', () => {
  fc.assert(
    fc.property(plansOf(3), (plan) => {
      const builder = new PolicyBuilder();
      const { item, score } = build(builder, plan, '0', rational(1n));
      const explanation = explained(builder.build(item));
      expect(explanation.total.score).toBe(formatExact(score));
      expectConservation(explanation);
      const sizes = explanation.losses.map(({ inTotal }) => negate(exact(inTotal)));
      expect(sizes.every((size, index) => index === 0 || compare(sizes[index - 1] ?? zero, size) >= 0)).toBe(true);
      expect(sizes.some(isZero)).toBe(false);
      expect(renderExplanation(explanation, 'zh')).not.toBe('');
      expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    }),
    { numRuns: 300 },
  );
});
