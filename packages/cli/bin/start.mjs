// Committed, unlike dist/, so that an install can link the command before anything is built.

import module from 'node:module';

const built = new URL('../dist/main.js', import.meta.url);

module.enableCompileCache?.();

try {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || error.url !== built.href) throw error;
  process.stderr.write('尚未构建，请先运行 npm run x -- tsc -b\nNot built yet, run npm run x -- tsc -b first\n');
  process.exitCode = 69;
}
