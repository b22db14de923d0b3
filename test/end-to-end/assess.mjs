// What bin/assess.mjs is, on the sources: no build stands between an edit and its test.

import { main } from '@assess/cli';

process.exitCode = await main(process.argv.slice(2));
