import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLineOf, processesWorkingIn, runs, workingFolderOf } from '../processes.ts'
import type { ServerAccount } from './account.ts'
import type { PostgresBinaries } from './binaries.ts'
import { dataArgument, serverEnvironment, superuser, type ClusterFolder } from './cluster.ts'
import { failureOf, type ServerEnd } from './failure.ts'
import type { ServerSettings } from './settings.ts'

/** A server that accepts connections. `ended` settles when its process ends, asked or unasked. */
export type RunningServer = {
  readonly process: ChildProcess
  readonly pid: number
  readonly port: number
  readonly startedAt: Date
  readonly ended: Promise<ServerEnd>
}

/** What postmaster.pid says, line by line (src/include/utils/pidfile.h). */
type PidFile = { readonly pid: number; readonly port: number; readonly ready: boolean }

const portAttempts = 5
const recoveryAttempts = 40

/**
 * Starts a server on a cluster and waits until it accepts connections, through crash recovery
 * if there is one to be done. It listens on a free port of 127.0.0.1.
 *
 * @param onWait told every 10 s that the server is still recovering
 * @throws StartRefusal DATA_DAMAGED | DISK_TOO_SMALL | DATA_NOT_WRITABLE | POSTGRES_FAILED
 */
export async function startServer(
  cluster: ClusterFolder,
  binaries: PostgresBinaries,
  account: ServerAccount,
  settings: ServerSettings,
  onWait: () => void = () => undefined,
): Promise<RunningServer> {
  let ports = 0
  let recoveries = 0
  for (;;) {
    const port = await freePort()
    const startedAt = new Date()
    const attempt = await attemptStart(cluster, binaries, account, { ...settings, port: String(port) }, onWait)
    if ('server' in attempt) return { ...attempt.server, port, startedAt }
    const failure = await failureOf(cluster, attempt.end, startedAt)
    // Somebody took the port between our asking for it and the server's.
    if (failure.kind === 'portTaken' && ++ports < portAttempts) continue
    // The last processes of a server that was killed let go of its memory within moments; one
    // that was just being started when its Anlan was killed has shown itself only now.
    if (failure.kind === 'notYetReleased' && ++recoveries < recoveryAttempts) {
      if (!(await stopLeftover(cluster, binaries))) await pause(250)
      continue
    }
    throw failure.refusal
  }
}

async function attemptStart(
  cluster: ClusterFolder,
  binaries: PostgresBinaries,
  account: ServerAccount,
  settings: ServerSettings,
  onWait: () => void,
): Promise<{ server: Omit<RunningServer, 'port' | 'startedAt'> } | { end: ServerEnd }> {
  const output = openSync(cluster.startupLog, 'w', 0o600)
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binaries.postgres, ['-D', dataArgument(cluster.data), ...args], {
    ...account.switchTo,
    cwd: cluster.data,
    env: serverEnvironment(),
    stdio: ['ignore', output, output],
    // A group of its own: Ctrl-C in the terminal is for us, and we stop the server after our last write.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  closeSync(output)
  const ended = new Promise<ServerEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })
  let end: ServerEnd | undefined
  void ended.then((value) => (end = value))
  let nextWait = Date.now() + 10_000
  for (;;) {
    await pause(15)
    const state = await readPidFile(cluster)
    const pid = child.pid
    if (end !== undefined || pid === undefined) return { end: end ?? (await ended) }
    if (state?.ready === true && (state.pid === pid || process.platform === 'win32')) {
      return { server: { process: child, pid: state.pid, ended } }
    }
    if (Date.now() > nextWait) {
      nextWait += 10_000
      onWait()
    }
  }
}

/**
 * The server that runs on this cluster now, whoever started it. A number in a pid file proves
 * nothing: the process may be long gone and its number another's, or the folder may be a copy of
 * one that is in use, so the process itself is asked which folder it works in.
 */
export async function serverOn(cluster: ClusterFolder): Promise<{ pid: number; port: number; ready: boolean } | undefined> {
  const state = await readPidFile(cluster)
  if (state === undefined || !runs(state.pid)) return undefined
  const ours =
    process.platform === 'linux'
      ? workingFolderOf(state.pid) === cluster.data
      : commandLineOf(state.pid)?.includes(process.platform === 'win32' ? 'postgres.exe' : cluster.data) === true
  return ours ? state : undefined
}

/**
 * Stops a server that an earlier process left running on this cluster, and removes a pid file
 * that names a process which is no server of ours. The caller holds the lock of the data folder.
 *
 * @returns whether there was one to stop
 */
export async function stopLeftover(cluster: ClusterFolder, binaries: PostgresBinaries): Promise<boolean> {
  const left = await serverOn(cluster)
  if (left !== undefined) {
    await stopProcess(left.pid, binaries, () => runs(left.pid), 'fast')
    return true
  }
  const state = await readPidFile(cluster)
  // PostgreSQL would take any living process of this number for a server and refuse for ever. It is
  // left to PostgreSQL while processes of the old server may still be at work in the folder.
  const foreign = state !== undefined && runs(state.pid) && (processesWorkingIn(cluster.data) ?? []).length === 0
  if (foreign) await rm(join(cluster.data, 'postmaster.pid'), { force: true })
  return false
}

/**
 * Stops a server. `fast` cancels running statements and leaves everything on disk; `immediate` leaves
 * recovery to the next start, for a server that is in trouble (one that keeps crashing never ends fast).
 */
export async function stopServer(server: RunningServer, binaries: PostgresBinaries, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  let alive = true
  void server.ended.then(() => (alive = false))
  await pause(0)
  if (alive) await stopProcess(server.pid, binaries, () => alive, mode)
}

/** The address of a database in the cluster, with the superuser's password. */
export async function clusterUrl(cluster: ClusterFolder, port: number, database: string): Promise<string> {
  const password = (await readFile(cluster.password, 'utf8')).trim()
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** The modes of shutdown in the order of growing haste, and how long each is given. */
const haste = [
  { signal: 'INT', milliseconds: 60_000 },
  // Ends at once; the next start recovers from the write-ahead log.
  { signal: 'QUIT', milliseconds: 10_000 },
  { signal: 'KILL', milliseconds: 10_000 },
] as const

async function stopProcess(pid: number, binaries: PostgresBinaries, alive: () => boolean, mode: 'fast' | 'immediate'): Promise<void> {
  for (const { signal, milliseconds } of mode === 'fast' ? haste : haste.slice(1)) {
    sendSignal(pid, signal, binaries)
    const end = Date.now() + milliseconds
    while (alive() && Date.now() < end) await pause(10)
    if (!alive()) return
  }
  throw new Error(`PostgreSQL process ${pid} does not end`)
}

function sendSignal(pid: number, signal: 'INT' | 'QUIT' | 'KILL', binaries: PostgresBinaries): void {
  try {
    // Windows knows no signals; pg_ctl speaks to the server through its pipe.
    if (process.platform === 'win32') execFileSync(binaries.pgCtl, ['kill', signal, String(pid)], { windowsHide: true })
    else process.kill(pid, `SIG${signal}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH' && runs(pid)) throw error
  }
}

async function readPidFile(cluster: ClusterFolder): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    // On Windows the server may hold the file closed to others for a moment.
    if (error.code === 'ENOENT' || error.code === 'EBUSY' || error.code === 'EPERM') return undefined
    throw error
  })
  const lines = text?.split('\n') ?? []
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** A port of 127.0.0.1 that is free at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
