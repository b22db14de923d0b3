import type { Context } from '../context.ts';
import type { RunFlags } from '../commands/run.ts';
import { Failure } from '../failure.ts';
export async function run(_context: Context, _flags: RunFlags): Promise<void> {
  throw new Failure({ zh: '还没有', en: 'not yet' });
}
