// `npm run fleet-test`: the large fleet, which takes a quarter of an hour on a laptop and is no part of `npm test`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/fleet/large.ts', 'test/load.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
});
