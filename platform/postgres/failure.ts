import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { neededDiskBytes } from '../dataFolder.ts'
import { startRefusal, type StartRefusal } from '../startRefusal.ts'
import type { ClusterFolder } from './cluster.ts'

/** How a server process ended. */
export type ServerEnd = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** Why a server did not start: two kinds pass by trying again, the rest are told to the operator. */
export type StartFailure = { readonly kind: 'portTaken' | 'notYetReleased' | 'lasting'; readonly refusal: StartRefusal }

/** What PostgreSQL says when files of its own are missing, short or altered. */
const damage = new RegExp(
  [
    'control file|pg_control|checkpoint record|invalid (page|magic|checksum|primary|secondary|record)|checksum|corrupt',
    'not a valid data directory|No such file or directory|does not exist|is missing|incompatible with server',
    'could not (read|open|access|stat|find|load|locate)|cannot access the server configuration|configuration file',
    'unexpected (data|end)|invalid data in file|pg_filenode|PG_VERSION',
  ].join('|'),
)

/**
 * SQLSTATEs that a first connection gets when what it reads is damaged: corruption, missing file, I/O error,
 * internal error, and a catalogue or a database that every cluster has but this one.
 */
const damageStates: ReadonlySet<string> = new Set(['XX001', 'XX002', '58P01', '58030', 'XX000', '3D000', '42P01'])

/** A server that falls over while we speak to it: its log tells why, the connection does not. */
const fallenStates: ReadonlySet<string> = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])

/**
 * Reads the server's own words about its end.
 *
 * @param startedAt when it was started; the log of the day may tell of earlier failures too
 */
export async function failureOf(cluster: ClusterFolder, end: ServerEnd, startedAt: Date): Promise<StartFailure> {
  const logFile = await currentLog(cluster)
  // The log begins its lines so: 2026-11-24 06:07:16.568 UTC
  const since = startedAt.toISOString().replace('T', ' ').slice(0, 23)
  const logged = logFile === undefined ? [] : (await textOf(logFile)).split('\n').filter((line) => line.slice(0, 23) >= since)
  const said = `${await textOf(cluster.startupLog)}\n${logged.join('\n')}`
  return failureFrom(said, end, { folder: cluster.folder, logFile: logFile ?? cluster.startupLog })
}

/** The same over the words themselves. */
export function failureFrom(said: string, end: ServerEnd, place: { folder: string; logFile: string }): StartFailure {
  const { folder, logFile } = place
  // What it says before its log is open begins with its own name.
  const grave = said.split('\n').filter((line) => /\b(FATAL|PANIC|could not bind)\b|^postgres: /.test(line))
  const cause = grave[0]?.replace(/^.*?\b(FATAL|PANIC|LOG|postgres):\s*/, '') ?? endText(end)
  const lasting = (refusal: StartRefusal): StartFailure => ({ kind: 'lasting', refusal })
  const failed = startRefusal('POSTGRES_FAILED', { folder, cause, logFile })
  const all = grave.join('\n')
  if (/could not bind|could not create any TCP/.test(all)) return { kind: 'portTaken', refusal: failed }
  if (/pre-existing shared memory|lock file "postmaster.pid" (already exists|is empty)/.test(all))
    return { kind: 'notYetReleased', refusal: failed }
  if (/No space left/.test(all)) return lasting(startRefusal('DISK_TOO_SMALL', { folder, freeBytes: 0, neededBytes: neededDiskBytes }))
  if (/Permission denied|Read-only file system|wrong ownership|invalid permissions/.test(all)) {
    return lasting(startRefusal('DATA_NOT_WRITABLE', { folder, cause }))
  }
  if (damage.test(all)) return lasting(startRefusal('DATA_DAMAGED', { folder, cause }))
  return lasting(failed)
}

/** What an error of the first connection means: damaged data, a server that fell over, or neither. */
export function meaningOf(error: unknown): 'damaged' | 'fallen' | 'other' {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return (error as Error).message.includes('Connection terminated') ? 'fallen' : 'other'
  if (damageStates.has(code)) return 'damaged'
  return fallenStates.has(code) ? 'fallen' : 'other'
}

function endText(end: ServerEnd): string {
  return end.signal === null ? `exit ${end.code ?? '?'}` : end.signal
}

/** The log that the server's collector writes now, as it notes it itself: `stderr log/postgres-Mon.log`. */
async function currentLog(cluster: ClusterFolder): Promise<string | undefined> {
  const note = await textOf(join(cluster.data, 'current_logfiles'))
  const name = /^stderr (.+)$/m.exec(note)?.[1]
  return name === undefined ? undefined : join(cluster.data, name)
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}
