/** Writes the English-vocabulary twin of the Hubei policy: the same policy, rewritten by the formatter. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from '../packages/dsl/src/format/format.ts';
import { SourceFile } from '../packages/dsl/src/source/source-file.ts';

const folder = new URL('../policies/hubei-trade-unions/', import.meta.url);
const chinese = new SourceFile('2023.assess', readFileSync(new URL('2023.assess', folder), 'utf8'));
const { text, diagnostics } = await format(chinese, { vocabulary: 'en' });
if (text === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
writeFileSync(new URL('2023.en.assess', folder), text);
