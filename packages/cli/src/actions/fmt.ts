import type { Context } from '../context.ts';
import type { FmtFlags } from '../commands/fmt.ts';
import { Failure } from '../failure.ts';
export async function fmt(_context: Context, _flags: FmtFlags): Promise<void> {
  throw new Failure({ zh: '还没有', en: 'not yet' });
}
