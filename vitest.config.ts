import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** A real PostgreSQL for the tests that ask for one: one cluster a run, a database cloned from a template for each. */
const globalSetup = [fileURLToPath(new URL('platform/testing/postgres.ts', import.meta.url))]

export default defineConfig({
  test: {
    environment: 'node',
    passWithNoTests: false,
    allowOnly: false,
    restoreMocks: true,
    maxWorkers: 2,
    // A slow machine is no fault: these end what hangs, they do not judge.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['kernel/**/*.test.ts', 'contexts/*/rules/**/*.test.ts', 'contexts/*/contract/**/*.test.ts', 'tests/house/**/*.test.ts'],
          // Pure code has nothing to keep apart. Measured on 725 tests, 2 cores: threads that share their modules
          // 0.7 s, threads of their own 1.4 s, processes of their own 1.8 s.
          pool: 'threads',
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          include: ['ui/**/*.test.{ts,tsx}', 'contexts/*/web/**/*.test.{ts,tsx}', 'main/web/**/*.test.{ts,tsx}'],
          pool: 'threads',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['platform/**/*.test.ts', 'contexts/*/server/**/*.test.ts', 'main/**/*.test.ts'],
          exclude: ['main/web/**', 'node_modules/**'],
          // Native modules and working folders are a process's own.
          pool: 'forks',
          sequence: { groupOrder: 2 },
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ['tests/commands/**/*.test.ts'],
          // Each starts the whole product; two at a time would wait for each other's processor.
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 4 },
          globalSetup,
        },
      },
    ],
  },
})
