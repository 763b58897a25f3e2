import { writeFileSync } from 'node:fs'
import type { SerializedError } from 'vitest'
import type { Reporter, TestModule, TestRunEndReason, Vitest } from 'vitest/node'
import type { RunSeen } from './tally.ts'
import { stopWord } from './tools.ts'

/** The environment variable that names the file which receives the run's end. */
export const seenFileVariable = 'ANLAN_TESTS_SEEN'

/** Tells how a run of vitest ended, beside the reporter that tells it to people. */
export default class TallyReporter implements Reporter {
  onInit(vitest: Vitest): void {
    const stop = async (): Promise<void> => {
      await vitest.cancelCurrentRun('keyboard-input')
      // Closes what the tests have open, servers of the set-up included, and ends the process.
      await vitest.exit()
    }
    process.on('message', (word) => {
      if (word === stopWord) void stop()
    })
    // Who started us is gone.
    process.on('disconnect', () => void stop())
    process.channel?.unref()
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    const file = process.env[seenFileVariable]
    if (file === undefined) throw new Error(`${seenFileVariable} does not name a file`)
    writeFileSync(file, JSON.stringify(seenIn(modules, unhandled.length, reason)))
  }
}

function seenIn(modules: readonly TestModule[], unhandled: number, reason: TestRunEndReason): RunSeen {
  let [passed, failed, skipped, brokenOutside] = [0, 0, 0, 0]
  for (const module of modules) {
    const before = failed + brokenOutside
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed++
      else if (state === 'skipped') skipped++
      else failed++
    }
    if (module.errors().length > 0) brokenOutside++
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) brokenOutside++
    if (module.state() === 'failed' && failed + brokenOutside === before) brokenOutside++
  }
  return { passed, failed, skipped, brokenOutside, unhandled, interrupted: reason === 'interrupted' }
}
