import type { Context } from '../context.ts';
import type { CompileFlags } from '../commands/compile.ts';
import { Failure } from '../failure.ts';
export async function compile(_context: Context, _flags: CompileFlags): Promise<void> {
  throw new Failure({ zh: '还没有', en: 'not yet' });
}
