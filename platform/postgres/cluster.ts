import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, lchown, lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startRefusal } from '../startRefusal.ts'
import type { ServerAccount } from './account.ts'
import type { PostgresBinaries } from './binaries.ts'

/**
 * A cluster on disk:
 *
 *     <folder>/data/       PostgreSQL's own data folder, with its log in data/log
 *     <folder>/password    the superuser's password, for this process only
 *     <folder>/startup.log what the server said before its own log was open
 */
export type ClusterFolder = { readonly folder: string; readonly data: string; readonly password: string; readonly startupLog: string }

/** The superuser that owns everything in an embedded cluster. */
export const superuser = 'anlan'

/** Where the parts of the cluster in `folder` lie. */
export function clusterIn(folder: string): ClusterFolder {
  return {
    folder,
    data: join(folder, 'data'),
    password: join(folder, 'password'),
    startupLog: join(folder, 'startup.log'),
  }
}

/**
 * How a server process names its data folder. On Linux it is started inside the folder and told
 * to use its working folder: that needs no permission on the folders above, so a cluster under
 * /root can be served by a user who may not look into /root.
 */
export function dataArgument(data: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : data
}

/** The environment of every server process: nothing of ours, and no language but English, so that its messages can be read. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/**
 * Whether there is a cluster in `folder` that this PostgreSQL may open.
 *
 * @throws StartRefusal DATA_DAMAGED | DATA_OTHER_VERSION; a folder that holds anything is never begun anew
 */
export async function clusterState(folder: string, programMajor: number): Promise<'absent' | 'present'> {
  const content = await readdir(folder).catch(absentAs<string[]>([]))
  if (content.length === 0) return 'absent'
  const cluster = clusterIn(folder)
  const damaged = (cause: string) => startRefusal('DATA_DAMAGED', { folder, cause })
  const dataMajor = await readFile(join(cluster.data, 'PG_VERSION'), 'utf8').catch(absentAs(undefined))
  if (dataMajor === undefined) throw damaged('data/PG_VERSION: missing')
  if (!/^\d+\s*$/.test(dataMajor)) throw damaged('data/PG_VERSION: unreadable')
  if (Number(dataMajor) !== programMajor) throw startRefusal('DATA_OTHER_VERSION', { folder, dataMajor: dataMajor.trim(), programMajor })
  const control = await stat(join(cluster.data, 'global', 'pg_control')).catch(absentAs(undefined))
  // PG_CONTROL_FILE_SIZE in PostgreSQL's source: the file is always padded to this.
  if (control === undefined || control.size !== 8192) {
    throw damaged(`data/global/pg_control: ${control === undefined ? 'missing' : `${control.size} bytes`}`)
  }
  const password = await readFile(cluster.password, 'utf8').catch(absentAs(''))
  if (password.trim() === '') throw damaged('password: missing')
  return 'present'
}

/**
 * Makes a new cluster in `folder`. It is built beside its place and moved there whole, so a
 * start that is killed half-way leaves no half cluster; what it leaves is cleared by the next.
 * The caller holds the lock of the folder above.
 *
 * @param durable false leaves out the flush to disk, for a cluster that need not outlive the machine
 * @throws StartRefusal DATA_NOT_WRITABLE | DISK_TOO_SMALL | ACCOUNT_MISSING | POSTGRES_FAILED
 */
export async function createCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
  { durable }: { durable: boolean },
): Promise<void> {
  await clearDrafts(folder)
  const draft = clusterIn(`${folder}${draftMark}${randomUUID()}`)
  await mkdir(draft.data, { recursive: true, mode: 0o700 })
  await writeFile(draft.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  await giveTo(account, [draft.folder, draft.data, draft.password])
  await runInitdb(draft, binaries, account, durable)
  await rmdir(folder).catch(absentAs(undefined))
  await rename(draft.folder, folder)
}

/**
 * Mends what restoring from a backup does to a cluster: files that belong to root because root
 * restored them, and a folder open to others. PostgreSQL opens only its user's own, closed folder.
 */
export async function closeToOthers(cluster: ClusterFolder, account: ServerAccount): Promise<void> {
  const found = await lstat(cluster.data)
  if (account.switchTo !== undefined && found.uid === 0) {
    const inside = await readdir(cluster.folder, { recursive: true })
    await giveTo(account, [cluster.folder, ...inside.map((name) => join(cluster.folder, name))])
  }
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) await chmod(cluster.data, 0o700)
}

const draftMark = '.draft-'

async function clearDrafts(folder: string): Promise<void> {
  const above = dirname(folder)
  const mark = `${folder.slice(above.length + 1)}${draftMark}`
  for (const name of await readdir(above)) {
    // Its initdb may have outlived its Anlan and still be writing.
    if (name.startsWith(mark)) await rm(join(above, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

async function giveTo(account: ServerAccount, paths: string[]): Promise<void> {
  if (account.switchTo === undefined) return
  for (const path of paths) {
    await lchown(path, account.switchTo.uid, account.switchTo.gid).catch((error: NodeJS.ErrnoException) => {
      // Root within a container that was stripped of its powers.
      throw startRefusal('ACCOUNT_MISSING', { cause: `chown ${account.name}: ${error.code ?? error.message}` })
    })
  }
}

function runInitdb(draft: ClusterFolder, binaries: PostgresBinaries, account: ServerAccount, durable: boolean): Promise<void> {
  const args = [
    `--pgdata=${dataArgument(draft.data)}`,
    // Seen from the data folder; a full path might lead through folders closed to the account.
    '--pwfile=../password',
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own Unicode rules: the same on every machine, whatever locales it has installed.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  return new Promise((resolve, reject) => {
    execFile(
      binaries.initdb,
      args,
      { ...account.switchTo, cwd: draft.data, env: serverEnvironment(), windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) resolve()
        else reject(initdbRefusal(draft, `${stdout}\n${stderr}`, error))
      },
    )
  })
}

function initdbRefusal(draft: ClusterFolder, output: string, error: Error): Error {
  const folder = dirname(draft.folder)
  const lines = output.split('\n').filter((line) => /error:|FATAL:|PANIC:/.test(line))
  const cause = lines.at(-1)?.replace(/^.*?(error|FATAL|PANIC):\s*/, '') ?? error.message
  if (/No space left/.test(output)) return startRefusal('DISK_TOO_SMALL', { folder, freeBytes: 0, neededBytes: 1_073_741_824 })
  if (/Permission denied|Operation not permitted|Read-only file system/.test(output)) {
    return startRefusal('DATA_NOT_WRITABLE', { folder, cause })
  }
  return startRefusal('POSTGRES_FAILED', { folder, cause, logFile: folder })
}

function absentAs<Value>(value: Value): (error: NodeJS.ErrnoException) => Value {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return value
    throw error
  }
}
