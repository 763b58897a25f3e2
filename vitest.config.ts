import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const postgres = fileURLToPath(new URL('platform/testing/postgres.ts', import.meta.url))

/** A real PostgreSQL for the tests that want one: started once, and cloned from a template for each file. */
const withPostgres = existsSync(postgres) ? { globalSetup: [postgres] } : {}

export default defineConfig({
  test: {
    // A check that passes must mean something: no test found is a failure, and so is an assertion that never ran.
    passWithNoTests: false,
    allowOnly: false,
    environment: 'node',
    restoreMocks: true,
    // A slow machine is no fault: these end what hangs, they do not judge.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['kernel/**/*.test.ts', 'contexts/*/rules/**/*.test.ts', 'contexts/*/contract/**/*.test.ts', 'tests/house/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [],
        test: {
          name: 'ui',
          include: ['ui/**/*.test.{ts,tsx}', 'contexts/*/web/**/*.test.{ts,tsx}', 'main/web/**/*.test.{ts,tsx}'],
          pool: 'threads',
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['platform/**/*.test.ts', 'contexts/*/server/**/*.test.ts', 'main/**/*.test.ts'],
          exclude: ['main/web/**', 'node_modules/**'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...withPostgres,
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ['tests/commands/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...withPostgres,
        },
      },
    ],
  },
})
