import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
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
      await removeExactly(path, text, draft)
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
 * Removes a dead lock, but never one that somebody took between our look and our hand:
 * it is moved aside first, and moved back when it turns out to be another.
 */
async function removeExactly(path: string, text: string, draft: string): Promise<void> {
  const aside = `${draft}.aside`
  try {
    await rename(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readFile(aside, 'utf8')) === text) await rm(aside)
  else await rename(aside, path)
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
