import { defineConfig } from 'vitest/config';

// The tests run on the sources: no build stands between an edit and its test.
const conditions = ['@assess/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    setupFiles: ['packages/dsl/test/fixed-seed.ts'],
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    coverage: { provider: 'v8', include: ['packages/*/src/**'] },
  },
});
