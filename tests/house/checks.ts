import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitCodeOf, judgeRun, judgeStep, lastLine, sum, type Judged, type RunSeen, type Tally } from './tally.ts'
import { seenFileVariable } from './tallyReporter.ts'
import { runTool, stopTools } from './tools.ts'

/** Each is one check. */
const singles = {
  types: ['pure', 'server', 'web', 'browser-tests'].map((project) => ({
    name: `types of ${project}`,
    run: () => runTool('tsc', ['-p', `tsconfig.${project}.json`]),
  })),
  lint: [
    { name: 'lint', run: () => runTool('oxlint', ['--format=unix']) },
    { name: 'format', run: () => runTool('oxfmt', ['--check', '.']) },
  ],
} as const

/** The projects of vitest, in this order: quick and pure first, whole stories in a browser last. */
const projects = ['rules', 'ui', 'server', 'commands', 'journeys'] as const

const reporter = fileURLToPath(new URL('tallyReporter.ts', import.meta.url))

/** What is asked for: some steps by name, or the tests whose path holds one of some words; neither means everything. */
export type Asked = { readonly steps: ReadonlySet<string>; readonly paths: readonly string[] }

/** Reads the words after `npm test --`. An unknown option is answered with a sentence. */
export function readAsked(args: readonly string[]): Asked | { readonly refused: string } {
  const names: ReadonlySet<string> = new Set([...Object.keys(singles), ...projects])
  const option = args.find((arg) => arg.startsWith('-'))
  if (option !== undefined) {
    return {
      refused: `npm test knows no option ${option}. It takes steps (${[...names].join(', ')}) and parts of test paths, for example: npm test -- lint contexts/identity`,
    }
  }
  return { steps: new Set(args.filter((arg) => names.has(arg))), paths: args.filter((arg) => !names.has(arg)) }
}

/**
 * Runs the checks and says how each went; the last line is `N passed, N failed`.
 * @returns the exit code: 0 only if something ran and nothing failed.
 */
export async function runChecks(args: readonly string[]): Promise<number> {
  const asked = readAsked(args)
  if ('refused' in asked) {
    console.error(asked.refused)
    return 1
  }
  let stopped: NodeJS.Signals | null = null
  const stop = (signal: NodeJS.Signals): void => {
    // A Ctrl+C comes twice when an older Node stands between the terminal and us.
    if (stopped === null) stopTools(signal)
    stopped = signal
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const everything = asked.steps.size === 0 && asked.paths.length === 0
  const isAsked = (step: string): boolean => everything || asked.steps.has(step)
  const tallies: Tally[] = []
  const goesOn = (): boolean => stopped === null

  const waiting = [...(isAsked('types') ? singles.types : []), ...(isAsked('lint') ? singles.lint : [])]
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined && goesOn(); step = waiting.shift()) {
      const began = performance.now()
      const end = await step.run()
      tallies.push(told(step.name, judgeStep(end), began))
      if (end.code !== 0) console.log(end.output.trimEnd())
    }
  }
  // Two at a time: the compiler already uses every core, two hide each other's waiting.
  await Promise.all([work(), work()])

  for (const project of projects) {
    if (isAsked(project) && goesOn()) tallies.push(await runVitest(project, ['--project', project]))
  }
  if (asked.paths.length > 0 && goesOn()) tallies.push(await runVitest(asked.paths.join(' '), asked.paths))

  if (stopped !== null) {
    console.log(`Stopped by ${String(stopped)}.`)
    // Between two steps no step has failed, and yet not everything ran.
    if (sum(tallies).failed === 0) tallies.push({ passed: 0, failed: 1, skipped: 0 })
  }
  const all = sum(tallies)
  console.log(`\n${lastLine(all)}`)
  return exitCodeOf(all)
}

async function runVitest(name: string, args: readonly string[]): Promise<Tally> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'anlan-tests-'))
  try {
    const file = join(folder, 'seen.json')
    const end = await runTool('vitest', ['run', ...args, '--reporter=default', `--reporter=${reporter}`], {
      shown: true,
      environment: { [seenFileVariable]: file },
    })
    return told(name, judgeRun(readSeen(file), end), began)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSeen(file: string): RunSeen | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunSeen
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function told(name: string, { tally, reasons }: Judged, began: number): Tally {
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${tally.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${lastLine(tally)} (${seconds} s)`)
  for (const reason of reasons) console.log(`     ${reason}`)
  return tally
}
