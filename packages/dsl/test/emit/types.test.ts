/** The declarations of a generated module, held by the compiler: `npm run verify` reads this file and the golden beside it. */
import type { Evaluator } from '@assess/runtime';
import { expect, test } from 'vitest';
import * as policy from './golden/graded.mjs';

const record: policy.PolicyRecord = {
  单位: '甲',
  学习次数: 12,
  完成率: '95.5',
  自评等次: '优秀',
  报送日期: '2023-11-30',
};

test('a module is an evaluator', () => {
  const evaluator: Evaluator = policy;
  expect(evaluator.trace(record)).toHaveLength(evaluator.manifest.steps.length);
});

test('an outcome has the grades of the policy', () => {
  const { total, grade }: { total: number; grade: '优秀' | '合格' | '不合格' | null } = policy.evaluate(record);
  expect([total, grade]).toEqual([100, '优秀']);
});

test('a record is typed by the inputs', () => {
  // @ts-expect-error an option that the policy does not have
  expect(() => policy.evaluate({ ...record, 自评等次: '一般' })).toThrow('应为优秀、良好之一');
  // @ts-expect-error a date in another form
  expect(() => policy.evaluate({ ...record, 报送日期: '11月30日' })).toThrow('a date like 2023-11-30');
  // @ts-expect-error a figure that is not there
  expect(() => policy.evaluate({ ...record, 学习次数: undefined })).toThrow('“学习次数”没有填报');
  // @ts-expect-error a key that the policy does not have
  expect(() => policy.evaluate({ ...record, 学习: 1 })).toThrow('The policy has no input “学习”');
  // @ts-expect-error no number
  expect(() => policy.evaluate({ ...record, 完成率: '高' })).toThrow(policy.InadmissibleRecordError);
});
