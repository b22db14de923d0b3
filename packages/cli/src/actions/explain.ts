import type { Context } from '../context.ts';
import type { ExplainFlags } from '../commands/explain.ts';
import { Failure } from '../failure.ts';
export async function explain(_context: Context, _flags: ExplainFlags): Promise<void> {
  throw new Failure({ zh: '还没有', en: 'not yet' });
}
