import { spawn, type ChildProcess } from 'node:child_process'
import { dirname, delimiter, join } from 'node:path'
import { expect } from 'vitest'
import { processesWorkingIn } from '../../platform/processes.ts'
import type { Account } from '../../platform/testing/ordinaryUser.ts'

export type Start = {
  /** The installation. */
  readonly from: string
  readonly env?: Readonly<Record<string, string>>
  readonly account?: Account | undefined
  readonly args?: readonly string[]
  /** `npm start` instead of what it stands for. */
  readonly byNpm?: boolean
  /** A program that starts it, with its own arguments. */
  readonly under?: readonly string[]
}

/** A process of the product, with what it said so far. */
export type Anlan = {
  readonly child: ChildProcess
  said(): { stdout: string; stderr: string }
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const running = new Set<Anlan>()

/** Starts `serve` in an environment that holds nothing but what is given, on any free port. */
export function startAnlan({ from, env = {}, account, args = ['serve'], byNpm = false, under = [] }: Start): Anlan {
  const ownNode = dirname(process.execPath)
  const npm = process.env['npm_execpath']
  const npmStart = npm?.endsWith('.js') === true ? [process.execPath, npm, 'start'] : ['npm', 'start']
  const [program, ...words] = [...under, ...(byNpm ? npmStart : [process.execPath, join(from, 'main/start.mjs'), ...args])]
  const child = spawn(program as string, words, {
    cwd: from,
    // Nothing of the tests' own environment: above all no database and no data folder.
    env: { PATH: [ownNode, process.env['PATH']].join(delimiter), HOME: '/nonexistent', ANLAN_PORT: '0', ANLAN_SAMPLE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that npm, its shell and Node can be killed together.
    detached: true,
    ...account,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const anlan: Anlan = { child, said: () => ({ stdout, stderr }), ended }
  running.add(anlan)
  void ended.then(() => running.delete(anlan))
  return anlan
}

/** Waits for the one message of a start and answers the address in it. */
export async function addressOf(anlan: Anlan): Promise<string> {
  const found = new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const address = /安澜 Anlan\s+(http:\/\/\S+)/.exec(anlan.said().stdout)?.[1]
      if (address !== undefined) resolve(address)
    }
    anlan.child.stdout?.on('data', look)
    void anlan.ended.then((end) => reject(new Error(`it ended (${JSON.stringify(end)}) and said: ${JSON.stringify(anlan.said())}`)))
    look()
  })
  return found
}

/** Asks it to stop as an operator does, and waits until it has. */
export async function stopAnlan(anlan: Anlan): Promise<void> {
  anlan.child.kill('SIGTERM')
  expect({ ...(await anlan.ended), ...anlan.said() }).toMatchObject({ code: 0 })
}

/** Kills it and, if asked, every process of its database, as a power cut would. */
export async function killAnlan(anlan: Anlan, dataFolder?: string): Promise<void> {
  const server = dataFolder === undefined ? [] : (processesWorkingIn(join(dataFolder, 'postgres/data')) ?? [])
  if (anlan.child.pid !== undefined) process.kill(-anlan.child.pid, 'SIGKILL')
  for (const pid of server) process.kill(pid, 'SIGKILL')
  await anlan.ended
}

/** For `afterAll`: nothing that a failed test started stays. */
export async function killAllAnlan(): Promise<void> {
  for (const anlan of running) await killAnlan(anlan)
}

/**
 * The refusal it ended with. It is a fault when it said anything else: one sentence a language, and
 * never a stack trace, an address or a signal.
 */
export async function refusalOf(anlan: Anlan): Promise<{ code: string; exitCode: number | null; said: string }> {
  const end = await anlan.ended
  const { stdout, stderr } = anlan.said()
  expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+/m)
  expect(stdout).not.toContain('http://')
  const lines = stderr.trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^安澜无法启动：.*。$/)
  expect(lines[1]).toMatch(/^Anlan cannot start: .*\. \[[A-Z_]+\]$/)
  return { code: /\[([A-Z_]+)\]$/.exec(lines[1] ?? '')?.[1] ?? '', exitCode: end.code, said: stderr }
}
