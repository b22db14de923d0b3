import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyQuotas, countPlaces } from '../src/cohort/quota.ts';
import type { Contestant } from '../src/cohort/quota.ts';
import { rank, rational } from '../src/index.ts';
import { quota } from './policy-builder.ts';

const contestant = (basis: number, rest: Partial<Contestant> = {}): Contestant => {
  const reached = rest.reached ?? 0;
  return { reached, graded: reached, basis: rational(BigInt(basis)), classes: [null, null], ties: [[], []], ...rest };
};
/** The final grade of each, in the order given. */
const grades = (quotas: Parameters<typeof applyQuotas>[0], subjects: Contestant[], lowest = 3) => {
  const decisions = applyQuotas(quotas, lowest, subjects);
  return subjects.map((subject) => decisions.get(subject)?.grade);
};
const two = quota({ kind: 'number', amounts: [{ option: null, amount: '2' }] });

test('equals share a place and the places behind are skipped', () => {
  const scores = [90, 85, 95, 90, 80];
  const places = rank([...scores.entries()], ([, left], [, right]) => right - left);
  expect([...places].toSorted(([[a]], [[b]]) => a - b).map(([, place]) => place)).toEqual([2, 4, 1, 2, 5]);
});

describe('places', () => {
  test.each([
    ['down', 7, 2],
    ['up', 7, 3],
    ['half-up', 7, 2],
    ['half-up', 5, 2],
    ['half-even', 5, 2],
    ['down', 0, 0],
  ] as const)('30%% %s of %i', (rounding, base, places) => {
    expect(countPlaces(quota({ rounding }), null, base)).toBe(places);
  });

  test('at least, by class, and no limit for a class without an entry', () => {
    expect(countPlaces(quota({ minimum: 1 }), null, 2)).toBe(1);
    const byClass = quota({
      kind: 'number',
      amounts: [
        { option: '甲', amount: '4' },
        { option: '乙', amount: '1' },
      ],
    });
    expect(countPlaces(byClass, '甲', 9)).toBe(4);
    expect(countPlaces(byClass, '丙', 9)).toBeNull();
    const withRest = quota({
      kind: 'number',
      amounts: [
        { option: null, amount: '2' },
        { option: '甲', amount: '4' },
      ],
    });
    expect(countPlaces(withRest, '甲', 9)).toBe(4);
    expect(countPlaces(withRest, '丙', 9)).toBe(2);
    expect(countPlaces(withRest, null, 9)).toBe(2);
  });

  test('one third of ten, exactly', () => {
    expect(countPlaces(quota({ amounts: [{ option: null, amount: '1/3' }], rounding: 'down' }), null, 9)).toBe(3);
  });
});

const by = (basis: number, ...keys: number[]) =>
  contestant(basis, { ties: [keys.map((key) => rational(BigInt(key)))] });
const inClass = (basis: number, option: string) => contestant(basis, { classes: [option] });

describe('who gets them', () => {
  test('the best, and the others the next grade', () => {
    expect(grades([two], [contestant(91), contestant(95), contestant(93), contestant(85, { reached: 1 })])).toEqual([
      1, 0, 0, 1,
    ]);
  });

  test('a tie across the line: none or all', () => {
    const tied = [contestant(95), contestant(93), contestant(93), contestant(92)];
    expect(grades([two], tied)).toEqual([0, 1, 1, 1]);
    expect(grades([{ ...two, stillTied: 'all-in' }], tied)).toEqual([0, 0, 0, 1]);
  });

  test('a tie that ends at the line is none', () => {
    expect(grades([two], [contestant(95), contestant(95), contestant(92)])).toEqual([0, 0, 1]);
  });

  test('further keys part equals in their order', () => {
    const ties = [
      { step: 0, name: 'a' },
      { step: 1, name: 'b' },
    ];
    expect(grades([{ ...two, ties }], [by(93, 5, 1), by(93, 5, 2), by(93, 6, 0), by(93, 4, 9)])).toEqual([1, 0, 0, 1]);
  });

  test('whoever falls out is a candidate for the next quota', () => {
    const second = quota({ grade: 1, kind: 'number', amounts: [{ option: null, amount: '1' }] });
    const subjects = [contestant(95), contestant(94), contestant(93), contestant(89, { reached: 1 })];
    expect(grades([second, two], subjects)).toEqual([0, 0, 1, 2]);
  });

  test('nobody falls below the lowest grade', () => {
    expect(
      grades(
        [quota({ grade: 3, kind: 'number', amounts: [{ option: null, amount: '0' }] })],
        [contestant(1, { reached: 3 })],
      ),
    ).toEqual([3]);
  });

  test('within each class', () => {
    const third = quota({ amounts: [{ option: null, amount: '0.5' }], by: 0 });
    expect(grades([third], [inClass(95, '甲'), inClass(94, '甲'), inClass(80, '乙'), inClass(79, '乙')])).toEqual([
      0, 1, 0, 1,
    ]);
  });

  test('base: all assessed, or those with a grade', () => {
    const subjects = [contestant(95), contestant(94), contestant(93), contestant(92), contestant(99, { graded: null })];
    const share = { amounts: [{ option: null, amount: '0.4' }] };
    expect(grades([quota(share)], subjects)).toEqual([0, 0, 1, 1, null]);
    expect(grades([quota({ ...share, base: 'graded' })], subjects)).toEqual([0, 1, 1, 1, null]);
  });

  test('a vetoed subject in the places uses one up unless the next moves up', () => {
    const subjects = [contestant(99, { graded: 2 }), contestant(95), contestant(94), contestant(93)];
    expect(grades([two], subjects)).toEqual([2, 0, 1, 1]);
    expect(grades([{ ...two, moveUp: true }], subjects)).toEqual([2, 0, 0, 1]);
    const behind = [contestant(90, { graded: 2 }), contestant(95), contestant(94)];
    expect(grades([two], behind)).toEqual([2, 0, 0]);
  });

  test('says how many places vetoed subjects keep', () => {
    const held = (line: typeof two) => {
      const subjects = [contestant(99, { graded: 2 }), contestant(95), contestant(94), contestant(93, { graded: 2 })];
      const decisions = [...applyQuotas([line], 3, subjects).values()];
      return decisions.map(({ outcomes: [outcome] }) => outcome && [outcome.inPlace, outcome.held]);
    };
    expect(held(two)).toEqual([undefined, [true, 1], [false, 1], undefined]);
    expect(held({ ...two, moveUp: true })).toEqual([undefined, [true, 0], [true, 0], undefined]);
  });

  test('a vetoed subject uses a place of one grade, not of every grade below', () => {
    const second = quota({ grade: 1, kind: 'number', amounts: [{ option: null, amount: '1' }] });
    const subjects = [contestant(99, { graded: 3 }), contestant(95), contestant(94)];
    expect(grades([two, second], subjects)).toEqual([3, 0, 1]);
    // Behind the places of the first grade it would have had the second, and takes that.
    expect(
      grades(
        [two, second],
        [contestant(90, { graded: 3 }), contestant(95), contestant(94), contestant(85, { reached: 1 })],
      ),
    ).toEqual([3, 0, 0, 2]);
  });

  test('says why', () => {
    const subjects = [contestant(95), contestant(93), contestant(93), contestant(92)];
    const outcomes = [...applyQuotas([two], 3, subjects).values()].map(({ outcomes: [outcome] }) => outcome);
    expect(outcomes.map((outcome) => [outcome?.place, outcome?.inPlace, outcome?.lostBecause])).toEqual([
      [1, true, null],
      [2, false, 'tie'],
      [2, false, 'tie'],
      [4, false, 'places'],
    ]);
    expect(outcomes[0]).toMatchObject({ quota: 0, grade: 0, class: null, base: 4, places: 2 });
  });
});

test('the order of the subjects decides nothing, and no quota is exceeded but by a tie that the policy lets in', () => {
  const subject = fc.record({
    basis: fc.integer({ min: 80, max: 86 }).map((value) => rational(BigInt(value))),
    reached: fc.integer({ min: 0, max: 2 }),
    down: fc.integer({ min: 0, max: 2 }),
    ungraded: fc.boolean(),
    class: fc.constantFrom('甲', '乙', null),
    tie: fc.integer({ min: 0, max: 1 }).map((value) => [rational(BigInt(value))]),
  });
  const quotas = fc.array(
    fc.record({
      grade: fc.integer({ min: 0, max: 1 }),
      amounts: fc.constantFrom('0', '0.3', '1/3', '0.5').map((amount) => [{ option: null, amount }]),
      rounding: fc.constantFrom('down', 'up', 'half-up', 'half-even'),
      minimum: fc.integer({ min: 0, max: 1 }),
      stillTied: fc.constantFrom('all-in', 'none-in'),
      moveUp: fc.boolean(),
      base: fc.constantFrom('assessed', 'graded'),
    }),
    { minLength: 1, maxLength: 2 },
  );
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 12 }), quotas, fc.infiniteStream(fc.nat()), (drafts, specs, keys) => {
      const subjects = drafts.map((draft): Contestant => ({
        reached: draft.reached,
        graded: draft.ungraded ? null : Math.min(3, draft.reached + draft.down),
        basis: draft.basis,
        classes: [draft.class, draft.class],
        ties: [draft.tie, draft.tie],
      }));
      const lines = specs.map((spec) => quota(spec));
      const shuffled = subjects
        .map((each) => [keys.next().value, each] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, each]) => each);
      const [first, second] = [applyQuotas(lines, 3, subjects), applyQuotas(lines, 3, shuffled)];
      for (const each of subjects) {
        expect(second.get(each)).toEqual(first.get(each));
        const decision = first.get(each);
        expect(decision?.grade === null).toBe(each.graded === null);
        expect(decision?.grade ?? 9).toBeGreaterThanOrEqual(each.graded ?? 0);
      }
      for (const [index, line] of lines.entries()) {
        const outcomes = [...first.values()]
          .flatMap((each) => each.outcomes)
          .filter((each) => each.quota === index && each.inPlace);
        for (const group of Map.groupBy(outcomes, (each) => each.class).values()) {
          const [sample] = group;
          if (line.stillTied === 'none-in') expect(group.length).toBeLessThanOrEqual(sample?.places ?? 0);
        }
      }
    }),
    { numRuns: 400 },
  );
});
