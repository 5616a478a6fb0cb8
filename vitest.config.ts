import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of how soon something is there for a person; the clock means nothing beside other tests. */
const CLOCK = ['test/page/pace.test.ts'];

const PAGE = 'test/page/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // A second is too short for a page on a machine that has other things to do.
    expect: { poll: { timeout: 5_000 } },
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'training/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: [...configDefaults.exclude, PAGE],
          globalSetup: ['test/postgres-server.ts'],
          // Two workers: the tests share a laptop's two cores, and each loads the models once.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: [PAGE],
          exclude: [...configDefaults.exclude, ...CLOCK],
          maxWorkers: 2,
          // A browser on a busy machine may be late once.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'clock',
          include: CLOCK,
          // After all others, and once more where something else kept the machine busy just then.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          retry: 1,
        },
      },
    ],
  },
});
