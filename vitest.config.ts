import { defineConfig } from 'vitest/config'

// MSAL keeps the managed identity that it found, and its tokens, for as long as its module lives.
const withModulesOfTheirOwn = [
  'test/adapters/azure/credentials.test.ts',
  'test/adapters/teams/authentication.test.ts',
  'test/e2e/with-tokens.test.ts',
]

const every = { sequence: { shuffle: true }, testTimeout: 60_000, hookTimeout: 90_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/harness/global-setup.ts'],
    sequence: { shuffle: true },
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...every,
          name: 'gatehouse',
          include: ['test/**/*.test.ts'],
          exclude: withModulesOfTheirOwn,
          // Modules of the product and of the tests keep no state, so files may share them; loading them anew for each
          // file takes as long as the tests.
          isolate: false,
        },
      },
      { test: { ...every, name: 'identity', include: withModulesOfTheirOwn } },
    ],
  },
})
