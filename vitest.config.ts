import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    sequence: { shuffle: true },
    testTimeout: 60_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
  },
})
