import type { Context } from '../context.ts';
import type { CheckFlags } from '../commands/check.ts';
import { Failure } from '../failure.ts';
export async function check(_context: Context, _flags: CheckFlags): Promise<void> {
  throw new Failure({ zh: '还没有', en: 'not yet' });
}
