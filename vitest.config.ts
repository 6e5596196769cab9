import { defineConfig } from 'vitest/config';

// Days and weeks must not depend on where the tests run.
process.env['TZ'] = 'UTC';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Browser tests wait more than they work.
    maxWorkers: 2,
  },
});
