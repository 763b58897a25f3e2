import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { ownMark, stillRuns, type ProcessMark } from './processes.ts'

export type Lock = { release(): Promise<void> }

/**
 * Takes a lock that a live process holds by a file. A lock whose holder has died, by whatever
 * death, is free. Node has no flock; a process number together with the moment the process
 * began is as good on one machine.
 *
 * @returns the lock, or the process that holds it
 * @throws the file system's error when the file cannot be written
 */
export async function takeLock(path: string): Promise<{ lock: Lock } | { heldBy: ProcessMark }> {
  const own = { ...ownMark(), token: randomUUID() }
  const ownText = JSON.stringify(own)
  const draft = `${path}.${own.token}`
  await writeFile(draft, ownText, { mode: 0o600 })
  try {
    for (;;) {
      if (await linkUnlessPresent(draft, path)) return { lock: { release: () => releaseLock(path, ownText) } }
      const text = await readFile(path, 'utf8').catch(absentAsUndefined)
      if (text === undefined) continue
      const holder = parseMark(text)
      if (holder !== undefined && stillRuns(holder)) return { heldBy: holder }
      await bury(path, text)
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** Who holds the lock now, if anybody alive does. */
export async function lockHolder(path: string): Promise<ProcessMark | undefined> {
  const text = await readFile(path, 'utf8').catch(absentAsUndefined)
  const holder = text === undefined ? undefined : parseMark(text)
  return holder !== undefined && stillRuns(holder) ? holder : undefined
}

/** A hard link appears whole or not at all, so nobody ever reads half a lock. */
async function linkUnlessPresent(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw error
  }
  // The file system knows no hard links (exFAT and some shared folders).
  try {
    await writeFile(path, await readFile(draft, 'utf8'), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes a dead lock, but never one that somebody took between our look and our hand: whoever
 * buries the dead holds a lock for that too, so the file stays as seen until it is removed.
 */
async function bury(path: string, text: string): Promise<void> {
  const taken = await takeLock(`${path}.burial`)
  if ('heldBy' in taken) {
    await pause(5)
    return
  }
  try {
    if ((await readFile(path, 'utf8').catch(absentAsUndefined)) === text) await rm(path)
  } finally {
    await taken.lock.release()
  }
}

async function releaseLock(path: string, ownText: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(absentAsUndefined)
  if (text === ownText) await rm(path, { force: true })
}

function parseMark(text: string): ProcessMark | undefined {
  try {
    const value = JSON.parse(text) as Partial<ProcessMark>
    return typeof value.pid === 'number' ? (value as ProcessMark) : undefined
  } catch {
    return undefined
  }
}

function absentAsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
