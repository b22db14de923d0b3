import { analyze, lower, SourceFile, type Program } from '@assess/dsl';
import type { Random } from '../random.ts';
import { randomPolicy } from './random-policy.ts';

/** A random policy and its program. Throws with the text if the checker finds an error: this generator writes none. */
export function policyCase(random: Random): { readonly program: Program; readonly text: string } {
  const text = randomPolicy(random);
  const source = new SourceFile('random.assess', text);
  const analysis = analyze(source);
  const errors = analysis.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map(
      ({ code, message, span }) => `line ${source.lines.at(span.start).line}: ${code} ${message.en}`,
    );
    throw new Error(`a generated policy has errors\n${lines.join('\n')}\n${text}`);
  }
  return { program: lower(analysis), text };
}
