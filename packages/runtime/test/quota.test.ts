import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPlaces } from '../src/cohort/places.ts';
import { applyQuotas } from '../src/cohort/quota.ts';
import type { Contestant } from '../src/cohort/quota.ts';
import { rank, rational } from '../src/index.ts';
import { quota } from './policy-builder.ts';

const contestant = (basis: number, rest: Partial<Contestant> = {}): Contestant => {
  const reached = rest.reached ?? 0;
  const classes = rest.classes ?? [null, null];
  const parts = { classes, sorts: classes, ties: [[], []], decisions: [null, null] };
  return { reached, graded: reached, vetoed: false, basis: rational(BigInt(basis)), ...parts, ...rest };
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
    decision: fc.constantFrom(true, false, null),
    tie: fc.integer({ min: 0, max: 1 }).map((value) => [rational(BigInt(value))]),
  });
  const quotas = fc.array(
    fc.record({
      grade: fc.integer({ min: 0, max: 1 }),
      amounts: fc.constantFrom('0', '0.3', '1/3', '0.5').map((amount) => [{ option: null, amount }]),
      rounding: fc.constantFrom('down', 'up', 'half-up', 'half-even'),
      minimum: fc.integer({ min: 0, max: 1 }),
      stillTied: fc.constantFrom('all-in', 'none-in', 'meeting'),
      from: fc.constantFrom('best', 'best', 'worst'),
      joint: fc.boolean(),
      moveUp: fc.boolean(),
      base: fc.constantFrom('assessed', 'graded', 'unvetoed'),
    }),
    { minLength: 1, maxLength: 2 },
  );
  fc.assert(
    fc.property(fc.array(subject, { maxLength: 12 }), quotas, fc.infiniteStream(fc.nat()), (drafts, specs, keys) => {
      const subjects = drafts.map((draft): Contestant => ({
        reached: draft.reached,
        graded: draft.ungraded ? null : Math.min(3, draft.reached + draft.down),
        basis: draft.basis,
        vetoed: draft.down > 0,
        classes: [draft.class, draft.class],
        sorts: [draft.class, draft.class],
        decisions: [draft.decision, draft.decision],
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
        expect(decision?.grade === null).toBe(each.graded === null || decision?.open === true);
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

const decided = (basis: number, decision: boolean | null) => contestant(basis, { decisions: [decision] });
const member = (sort: string) => contestant(90, { classes: ['甲'], sorts: [sort] });

describe('what a meeting decides', () => {
  const line = quota({ kind: 'number', amounts: [{ option: null, amount: '2' }], stillTied: 'meeting' });
  const told = (subjects: Contestant[], quotas = [line]) => {
    const decisions = applyQuotas(quotas, 3, subjects, (subject) => String(subjects.indexOf(subject)));
    return subjects.map((subject) => decisions.get(subject));
  };

  test('is open between the equals, by name, until it has', () => {
    const open = told([contestant(95), contestant(93), contestant(93), contestant(91)]);
    expect(open.map((each) => each?.grade)).toEqual([0, null, null, 1]);
    expect(open[1]).toMatchObject({ open: true });
    expect(open[1]?.outcomes).toMatchObject([{ inPlace: null, open: 'meeting', between: ['1', '2'], free: 1 }]);
  });

  test('is settled by as many as there are places, or by a word on everybody', () => {
    const grade = (...decisions: (boolean | null)[]) =>
      told([contestant(95), ...decisions.map((each) => decided(93, each))]).map((each) => each?.grade);
    expect(grade(true, null)).toEqual([0, 0, 1]);
    expect(grade(null, false)).toEqual([0, null, null]);
    expect(grade(false, false)).toEqual([0, 1, 1]);
    expect(grade(true, true)).toEqual([0, null, null]);
    expect(told([contestant(95), decided(93, true), decided(93, true)])[1]?.outcomes).toMatchObject([
      { open: 'too-many' },
    ]);
  });

  test('keeps a quota below open that it can change, and no other', () => {
    const below = quota({ grade: 1, kind: 'number', amounts: [{ option: null, amount: '1' }] });
    const subjects = [contestant(95), contestant(93), contestant(93), contestant(88, { reached: 1 })];
    expect(told(subjects, [line, below]).map((each) => each?.grade)).toEqual([0, null, null, null]);
    const wide = quota({ grade: 1, kind: 'number', amounts: [{ option: null, amount: '3' }] });
    expect(told(subjects, [line, wide]).map((each) => each?.grade)).toEqual([0, null, null, 1]);
  });
});

test('the last in order, whatever their grade, and never raised', () => {
  const last = quota({ grade: 2, from: 'worst', kind: 'number', amounts: [{ option: null, amount: '2' }] });
  const subjects = [contestant(95), contestant(70, { reached: 3 }), contestant(80), contestant(85)];
  expect(grades([last], subjects)).toEqual([0, 3, 2, 0]);
  expect(
    grades([{ ...last, stillTied: 'none-in' }], [contestant(95), contestant(80), contestant(80), contestant(80)]),
  ).toEqual([0, 0, 0, 0]);
});

test('places for a grade and those above together', () => {
  const best = quota({ kind: 'number', amounts: [{ option: null, amount: '1' }] });
  const both = quota({ grade: 1, joint: true, kind: 'number', amounts: [{ option: null, amount: '3' }] });
  const subjects = [95, 94, 93, 92].map((basis) => contestant(basis));
  expect(grades([best, both], subjects)).toEqual([0, 1, 1, 2]);
});

test('a class whose records disagree on what its places are chosen by stays open', () => {
  const line = quota({
    by: 0,
    sort: 1,
    amounts: [
      { option: '先进', amount: '1/2' },
      { option: '一般', amount: '1/4' },
    ],
  });
  const subjects = [member('先进'), member('一般')];
  const decisions = applyQuotas([line], 3, subjects);
  expect(subjects.map((each) => decisions.get(each)?.outcomes[0]?.open)).toEqual(['mixed', 'mixed']);
});

test('places by how many subjects there are', () => {
  const sizes = [
    { from: 0, to: 5, kind: 'number', amount: '1' },
    { from: 6, to: 12, kind: 'number', amount: '2' },
    { from: 13, to: null, kind: 'share', amount: '0.2' },
  ] as const;
  const line = quota({ sizes, rounding: 'down' });
  expect([0, 5, 6, 12, 13, 20].map((base) => countPlaces(line, null, base))).toEqual([1, 1, 2, 2, 2, 4]);
});
