import { defineConfig } from 'vitest/config';

// Days and weeks must not depend on where the tests run.
process.env['TZ'] = 'UTC';

export default defineConfig({
  // As `paths` in tsconfig.json.
  resolve: {
    alias: [
      {
        find: /^chrono-node\/esm\//,
        replacement: `${import.meta.dirname}/node_modules/chrono-node/dist/esm/`,
      },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
