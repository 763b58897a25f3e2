import { randomUUID } from 'node:crypto'
import { access, constants, mkdir, readdir, realpath, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { userNameOf } from './knownUsers.ts'
import { takeLock } from './lockFile.ts'
import { startRefusal, StartRefusal } from './startRefusal.ts'

/** The folder that holds everything this Anlan keeps: database, evidence, secrets. It is ours until released. */
export type DataFolder = { readonly path: string; release(): Promise<void> }

/** Below this a day of photos can fill the disk, and a full disk stops the database. */
export const neededDiskBytes = 1_073_741_824

/** The name of the lock within a data folder. */
export const lockName = 'anlan.lock'

/**
 * Opens the data folder for this process alone, making it when it is not there.
 *
 * @param path absolute path, of any characters
 * @throws StartRefusal DATA_NOT_WRITABLE | DATA_OWNED_BY_OTHER | DISK_TOO_SMALL | DATA_IN_USE
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const folder = await madeWritable(path)
  const disk = await statfs(folder)
  // What an ordinary user may still fill; the file system keeps a share for root.
  const freeBytes = disk.bavail * disk.bsize
  if (freeBytes < neededDiskBytes) {
    throw startRefusal('DISK_TOO_SMALL', { folder: path, freeBytes, neededBytes: neededDiskBytes })
  }
  const lockFile = join(folder, lockName)
  const taken = await takeLock(lockFile)
  if ('heldBy' in taken) throw startRefusal('DATA_IN_USE', { folder: path, pid: taken.heldBy.pid, lockFile })
  return { path: folder, release: () => taken.lock.release() }
}

async function madeWritable(path: string): Promise<string> {
  try {
    // Personal data will lie here: nobody else on the machine needs to look.
    await mkdir(path, { recursive: true, mode: 0o700 })
    const folder = await realpath(path)
    const probe = join(folder, `.write-probe-${randomUUID()}`)
    await writeFile(probe, 'anlan')
    await rm(probe)
    await refuseForeign(folder)
    return folder
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    const cause = error as NodeJS.ErrnoException
    if (cause.code === 'ENOSPC') throw startRefusal('DISK_TOO_SMALL', { folder: path, freeBytes: 0, neededBytes: neededDiskBytes })
    throw startRefusal('DATA_NOT_WRITABLE', { folder: path, cause: cause.code ?? cause.message })
  }
}

/** What another user of this machine made in the folder (a start as root, say) is closed to this one. */
async function refuseForeign(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const open = await access(path, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    )
    if (open) continue
    const owner = await stat(path).catch((error: NodeJS.ErrnoException) => {
      // Gone meanwhile: the write probe of another start.
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (owner === undefined) continue
    throw startRefusal('DATA_OWNED_BY_OTHER', {
      folder: path,
      owner: await userNameOf(owner.uid),
      account: await userNameOf(process.geteuid?.() ?? 0),
    })
  }
}
