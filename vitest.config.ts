import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    sequence: { shuffle: true },
    // Modules of the product and of the tests keep no state, so files may share them; loading them anew for each file takes
    // as long as the tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
  },
})
