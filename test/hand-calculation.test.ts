/**
 * One unit of the Hubei data, reckoned by hand: every standard, both methods, the ballot, bonuses, deductions, the negative list,
 * total and grade. The arithmetic stands here step by step, in fractions of a library that is not ours; interpreter and
 * compiled module must come to the same. The same steps are written out for readers in 手工验算.md, whose figures are read below.
 */
import { analyze, emitJavaScript, interpreter, lower, SourceFile } from '@assess/dsl';
import { assessCohort, type Evaluator, type ItemScore, loadEvaluator, type SubjectRecord } from '@assess/runtime';
import { Fraction } from 'fraction.js';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = new URL('../policies/hubei-trade-unions/', import.meta.url);
const unit = '法律工作部党支部';

const f = (value: string | number): Fraction => new Fraction(value);
const cents = (value: Fraction): Fraction => value.mul(100).add(f('1/2')).floor().div(100); // 四舍五入, for values that are not negative
const total = (values: readonly Fraction[]): Fraction => values.reduce((sum, value) => sum.add(value), f(0));
const scores = (table: Readonly<Record<string, Fraction>>): Map<string, Fraction> =>
  new Map(Object.entries(table).map(([name, value]) => [name, cents(value)]));

const daily = scores({
  ZR1: f(3).mul('4/4'),
  ZR2: f(2).sub(f(2).mul('0.5')), // 书记讲党课 2, 督办 2: the second line; 他人代为履责 twice
  ZR3: f(0), // no study of clean government
  ZR4: f('2.5'), // 95%
  ZR5: f(3).mul('12/12'),
  ZR6: f(1), // 2500元 / 25 = 100元
  ZZ1: f(4).mul('11/12').sub(f(3).mul('0.5')),
  ZZ2: f('2.5').mul('0.923').add(f('1.5').mul('3/3')),
  ZZ3: f(4).sub(f(4).mul('0.2')), // four days late
  ZZ4: f('2.4'),
  ZZ5: f(3).mul('6/12'),
  SX1: f(0), // 0 − 0.4, not below 0
  SX2: f(2).mul('0.917').add(0).sub('0.5'),
  SX3: f(3).sub('0.5'),
  SX4: f(3),
  SX5: f(1),
  ZJ1: f(3),
  ZJ2: f(1).mul('4/4').add(f(2).mul('10/12')).add(f(1).mul('4/4')),
  ZJ3: f(3).sub('1.5'),
  ZJ4: f(3).mul('6/6'),
  ZJ5: f(1),
  ZJ6: f(0), // not reported
  ZF1: f(3).sub(f(3).mul('0.5')),
  ZF2: f(4).mul(f('93.7').div(95)),
  ZF3: f(3), // 3 × (452/25)/20 + 0.5 = 3.212, not above full marks
  ZF4: f(2),
  JL1: f(3).mul('4/6'),
  JL2: f(3).mul('17/17'),
  JL3: f('1.5'),
  JL4: f(3),
  JS1: f('2.5'),
  JS2: f(0),
  JS3: f('1.5').sub('0.5'),
});

const yearEnd = scores({
  ZR1: f(3).mul('3/4'),
  ZR2: f(3),
  ZR3: f(3),
  ZR4: f(2),
  ZR5: f(3).mul('10/12'),
  ZR6: f(1), // 4500元 / 25 = 180元
  ZZ1: f(4).mul('10/12').sub('0.5'),
  ZZ2: f('2.5').mul(1).add(f('1.5').mul('2/3')),
  ZZ3: f(4),
  ZZ4: f(3),
  ZZ5: f(3).mul('12/12'),
  SX1: f(3).mul('12/12'),
  SX2: f(2).mul('0.917').add(1),
  SX3: f(3),
  SX4: f(3),
  SX5: f('1.5').add('0.5'),
  ZJ1: f(3),
  ZJ2: f(1).add(2).add(1),
  ZJ3: f(3).sub('0.5'),
  ZJ4: f(3).mul('4/4'),
  ZJ5: f('1.5'),
  ZJ6: f(3).sub(f(6).mul('0.1')).sub('0.5'), // six days late, and 评议结果未运用
  ZF1: f(3).sub('0.5'),
  ZF2: f(4).mul(f('93.7').div(95)),
  ZF3: f(3).mul(f('455').div(25).div(20)),
  ZF4: f(1),
  JL1: f(3).mul('4/6'),
  JL2: f(3).mul('20/24').sub('0.3'),
  JL3: f('2.4'),
  JL4: f(3),
  JS1: f(2),
  JS2: f(2), // 2 × 5/4, the rate not above 100%
  JS3: f(3),
});

const selfReview = f(100).mul('0.7');
const debriefing = cents(
  f(100)
    .add(f(3).mul(85))
    .add(70)
    .add(f(4).mul(40))
    .div(9)
    .mul('0.4') // 机关党委委员: 585/9 = 65
    .add(f(17).mul(85).add(f(9).mul(70)).add(f(11).mul(40)).div(37).mul('0.3')) // 党组织书记: 2515/37
    .add(f(300).add(f(7).mul(85)).add(70).add(40).div(12).mul('0.3')), // 党员群众代表: 1005/12 = 83.75
);
const weighted = selfReview
  .mul('0.1')
  .add(total([...daily.values()]).mul('0.2'))
  .add(total([...yearEnd.values()]).mul('0.2'))
  .add(debriefing.mul('0.5'));
const awards = f(1); // one of 厅局级
const methods = f('0.8'); // one promoted in the province
const criticism = f(4); // 资金使用问题: the higher of 4 and 3; 会风会纪问题: 3 once; 4 + 3 = 7, capped at 4
const negative = f(4).add(1).add(1).add('0.5'); // F09 three people, 6 capped at 4; F18; F34; F38
const exact = weighted.add(awards).add(methods).sub(criticism).sub(negative);

interface Branch {
  readonly name: string;
  readonly score: string;
  readonly exact: string;
  readonly children: readonly Branch[];
}

/** Throws an Error where a score is missing. */
function branchOf({ name, score, exact, children }: ItemScore): Branch {
  if (score === null || exact === null) throw new Error(`${name} has no result`);
  return { name, score, exact, children: children.map(branchOf) };
}

describe.each(['interpreter', 'compiled module'] as const)('the unit reckoned by hand, by the %s', (engine) => {
  let tree: Branch;
  let grade: { readonly reached: string | null; readonly final: string | null };

  beforeAll(async () => {
    const text = readFileSync(new URL('2023.assess', folder), 'utf8');
    const program = lower(analyze(new SourceFile('2023.assess', text)));
    const evaluator: Evaluator =
      engine === 'interpreter'
        ? interpreter(program)
        : loadEvaluator(
            await import(
              `data:text/javascript;base64,${Buffer.from(emitJavaScript(program).module).toString('base64')}`
            ),
          );
    const records = JSON.parse(readFileSync(new URL('2023-数据.json', folder), 'utf8')) as SubjectRecord[];
    const result = assessCohort(evaluator, records).subjects.find(({ subject }) => subject === unit);
    if (result?.outcome !== 'assessed' || result.grade === null) throw new Error(`${unit} was not assessed`);
    tree = branchOf(result.total);
    grade = result.grade;
  });

  const method = (name: string): Branch => {
    const found = tree.children.find((child) => child.name === name);
    if (found === undefined) throw new Error(`no method ${name}`);
    return found;
  };
  const standards = (name: string): Map<string, Fraction> =>
    new Map(method(name).children.flatMap(({ children }) => children.map((each) => [each.name, f(each.score)])));

  it('scores each of the 33 standards in daily and in year-end review', () => {
    expect(daily.size).toBe(33);
    expect(show(standards('日常考评'))).toEqual(show(daily));
    expect(show(standards('年终检查'))).toEqual(show(yearEnd));
  });

  it('scores the four methods', () => {
    expect(f(method('自查自评').score)).toEqual(selfReview);
    expect(f(method('日常考评').score)).toEqual(f('67.03'));
    expect(f(method('年终检查').score)).toEqual(f('86.59'));
    expect(f(method('述职评议').score)).toEqual(debriefing);
  });

  it('comes to the total and the grade', () => {
    expect(weighted).toEqual(f('73.484'));
    expect(f(tree.exact)).toEqual(exact);
    expect(f(tree.score)).toEqual(cents(exact));
    expect(tree.score).toBe('64.78');
    expect(grade).toMatchObject({ reached: '合格', final: '不合格' });
  });

  it('agrees with every figure of 手工验算.md', () => {
    const page = readFileSync(new URL('手工验算.md', folder), 'utf8');
    const [, first = '', second = ''] = page.split(/^## 二、.*$|^## 三、.*$/m);
    expect(figures(first)).toEqual(show(standards('日常考评')));
    expect(figures(second.split(/^## 四、/m)[0] ?? '')).toEqual(show(standards('年终检查')));
    expect(page).toContain(`**总分 ${tree.score} 分，等次 ${grade.final}**`);
  });
});

function show(values: ReadonlyMap<string, Fraction>): Record<string, string> {
  return Object.fromEntries([...values].map(([name, value]) => [name, value.toString()]));
}

/** The standards of one table of the page, with the figure in the last column. */
function figures(section: string): Record<string, string> {
  const rows = section.matchAll(/^\| ([A-Z]{2}\d) .*\| +([\d.]+) \|$/gm);
  return show(new Map([...rows].map(([, name = '', figure = '']) => [name, f(figure)])));
}
