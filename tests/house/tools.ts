import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's root, where every tool is run. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The compiler, the linter, the formatter and the test runner, by path: a name in `.bin` could be another version's. */
const tools = {
  tsc: fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url)),
  oxlint: fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url)),
  oxfmt: fileURLToPath(new URL('../../node_modules/oxfmt/bin/oxfmt', import.meta.url)),
  vitest: fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url)),
} as const

export type ToolSettings = {
  /** Where it runs; the root if not given. */
  readonly folder?: string
  /** Added to this process's environment. */
  readonly environment?: Readonly<Record<string, string>>
  /** Its words go straight to the terminal instead of into `output`. */
  readonly shown?: boolean
}

/** What a tool said and how it ended; `code` is null when a signal ended it. */
export type ToolEnd = { readonly code: number | null; readonly output: string }

const running = new Set<ChildProcess>()

/** Sent to a tool that listens, in place of a signal: vitest answers signals by dying on the spot, its servers left behind. */
export const stopWord = 'stop'

/** Runs a tool to its end with this Node, its two outputs taken together. A tool that cannot be started rejects. */
export function runTool(tool: keyof typeof tools, args: readonly string[], settings: ToolSettings = {}): Promise<ToolEnd> {
  const { folder = root, environment = {}, shown = false } = settings
  const isPlain = !shown || !process.stdout.isTTY
  return new Promise((resolve, reject) => {
    const said: Buffer[] = []
    const child = spawn(process.execPath, [tools[tool], ...args], {
      cwd: folder,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe', tool === 'vitest' ? 'ipc' : 'ignore'],
      env: { ...process.env, ...(isPlain ? { NO_COLOR: '1' } : {}), ...environment },
      // A group of its own, so that a Ctrl+C reaches it through us alone, and so that it can be ended whole.
      detached: process.platform !== 'win32',
    })
    const hear = (part: Buffer): void => void said.push(part)
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    running.add(child)
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code, output: Buffer.concat(said).toString('utf8') })
    })
  })
}

/** Asks every running tool to stop; those that have not after `graceSeconds` are ended, with all they started. */
export function stopTools(signal: NodeJS.Signals, graceSeconds = 20): void {
  for (const child of running) {
    // Only vitest has our reporter, and with it a channel, in it.
    if (child.connected) child.send(stopWord)
    else child.kill(signal)
  }
  setTimeout(() => {
    for (const child of running) endGroup(child)
  }, graceSeconds * 1000).unref()
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}
