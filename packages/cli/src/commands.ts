import type { CommandDefinition } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { compileCommand } from './commands/compile.ts';
import { explainCommand } from './commands/explain.ts';
import { fmtCommand } from './commands/fmt.ts';
import { initCommand } from './commands/init.ts';
import { lspCommand } from './commands/lsp.ts';
import { runCommand } from './commands/run.ts';
import { statusCommand } from './commands/status.ts';
import { testCommand } from './commands/test.ts';

/** All commands by the word that calls them, in the order in which one comes to use them. */
export const commands: Readonly<Record<string, CommandDefinition>> = {
  init: initCommand,
  check: checkCommand,
  test: testCommand,
  run: runCommand,
  explain: explainCommand,
  status: statusCommand,
  fmt: fmtCommand,
  compile: compileCommand,
  lsp: lspCommand,
};
