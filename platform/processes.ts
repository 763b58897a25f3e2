import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/**
 * A process, told apart from a later one that was given the same number.
 * `startMark` is absent where the system does not tell when a process began.
 */
export type ProcessMark = { readonly pid: number; readonly startMark?: string }

/** This process. */
export function ownMark(): ProcessMark {
  return markOf(process.pid) ?? { pid: process.pid }
}

/** The mark of a process that runs now, or undefined when none has this number. */
export function markOf(pid: number): ProcessMark | undefined {
  if (!runs(pid)) return undefined
  const startMark = startMarkOf(pid)
  return startMark === undefined ? { pid } : { pid, startMark }
}

/** Whether the process that once had this mark still runs. */
export function stillRuns(mark: ProcessMark): boolean {
  const now = markOf(mark.pid)
  if (now === undefined) return false
  return now.startMark === undefined || mark.startMark === undefined || now.startMark === mark.startMark
}

/** Whether a process has this number. One that we may not signal runs all the same. */
export function runs(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** The numbers of all processes whose working folder is `folder`; undefined where the system does not tell. */
export function processesWorkingIn(folder: string): number[] | undefined {
  if (process.platform !== 'linux') return undefined
  const found: number[] = []
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (Number.isSafeInteger(pid) && workingFolderOf(pid) === folder) found.push(pid)
  }
  return found
}

/** The command line of a process, or undefined when the system does not tell. */
export function commandLineOf(pid: number): string | undefined {
  const [program, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FO', 'CSV', '/NH', '/FI', `PID eq ${pid}`]]
      : ['ps', ['-ww', '-o', 'command=', '-p', String(pid)]]
  try {
    return execFileSync(program as string, args as string[], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

/** Linux only: the working folder of a process we may look into. */
export function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function startMarkOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const ticks = linuxStat(pid)?.[19]
    return ticks === undefined ? undefined : `${bootId()}:${ticks}`
  }
  if (process.platform === 'win32') return undefined
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** A zombie has ended; only its parent has not yet asked how. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && linuxStat(pid)?.[0] === 'Z'
}

/** The fields of /proc/PID/stat after the name, which may itself hold blanks and brackets. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}
