import { emitJavaScript, interpreter, type Program } from '@assess/dsl';
import { type Evaluator, loadEvaluator } from '@assess/runtime';

/** With more records than this, compiling the policy takes less time than it saves. */
const manyRecords = 300;

/** What runs a program for so many records. Which way is taken shows in the time alone: both give the same digits. */
export async function evaluatorFor(program: Program, records: number): Promise<Evaluator> {
  if (records <= manyRecords) return interpreter(program);
  const { module } = emitJavaScript(program);
  const compiled: unknown = await import(`data:text/javascript;base64,${Buffer.from(module).toString('base64')}`);
  return loadEvaluator(compiled);
}
