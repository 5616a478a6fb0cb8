import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'training/**/*.test.ts', 'web/**/*.test.ts'],
    globalSetup: ['test/postgres-server.ts'],
    testTimeout: 60_000,
    // A second is too short for a page on a machine that has other things to do.
    expect: { poll: { timeout: 5_000 } },
    hookTimeout: 120_000,
    // Two workers: the tests share a laptop's two cores, and each loads the models once.
    maxWorkers: 2,
  },
});
