import { stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { knownUsers, userNameOf } from '../knownUsers.ts'
import { startRefusal } from '../startRefusal.ts'

/** The user the server runs as. `switchTo` is set only when that is not the user of this process. */
export type ServerAccount = {
  readonly name: string
  readonly switchTo?: { readonly uid: number; readonly gid: number }
}

/**
 * Who is asked to stand in for root, best first: a user made for Anlan, the user that a
 * distribution's PostgreSQL made, and at last the one that every Unix has.
 */
const standIns = ['anlan', 'postgres', '_postgres', 'nobody']

/**
 * Chooses the user that PostgreSQL runs as. PostgreSQL refuses to run as root, and `initdb`
 * wants a user with an entry in passwd.
 *
 * @param clusterFolder the folder of an existing cluster; its owner stays its owner
 * @throws StartRefusal ACCOUNT_UNKNOWN | ACCOUNT_MISSING | DATA_OWNED_BY_OTHER
 */
export async function serverAccount(clusterFolder: string): Promise<ServerAccount> {
  const ownUid = process.geteuid?.()
  if (ownUid === undefined) return { name: userInfo().username }
  const ownerUid = await ownerOf(clusterFolder)
  if (ownUid !== 0) {
    const name = ownName(ownUid)
    if (ownerUid !== undefined && ownerUid !== ownUid) {
      throw startRefusal('DATA_OWNED_BY_OTHER', { folder: clusterFolder, owner: await userNameOf(ownerUid), account: name })
    }
    return { name }
  }
  const entries = await knownUsers()
  const chosen =
    ownerUid === undefined || ownerUid === 0
      ? standIns.map((name) => entries.find((entry) => entry.name === name)).find((entry) => entry !== undefined && entry.uid !== 0)
      : entries.find((entry) => entry.uid === ownerUid)
  if (chosen !== undefined) return { name: chosen.name, switchTo: { uid: chosen.uid, gid: chosen.gid } }
  const wanted = ownerUid === undefined || ownerUid === 0 ? standIns.join(', ') : `uid ${ownerUid}`
  throw startRefusal('ACCOUNT_MISSING', { cause: `/etc/passwd: ${wanted}` })
}

function ownName(uid: number): string {
  try {
    return userInfo().username
  } catch (error) {
    throw Object.assign(startRefusal('ACCOUNT_UNKNOWN', { uid }), { cause: error })
  }
}

async function ownerOf(folder: string): Promise<number | undefined> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw startRefusal('DATA_NOT_WRITABLE', { folder, cause: error.code ?? error.message })
  })
  return found?.uid
}
