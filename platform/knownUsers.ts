import { readFile } from 'node:fs/promises'

/** A user of this machine, as /etc/passwd has it. */
export type KnownUser = { readonly name: string; readonly uid: number; readonly gid: number }

/** The users in /etc/passwd; none where there is no such file. */
export async function knownUsers(): Promise<KnownUser[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    // macOS writes nobody's number as -2; setuid() wants it unsigned.
    return name === undefined || uid === undefined || gid === undefined ? [] : [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]
  })
}

/** The name of a user, or its number where it has none. */
export async function userNameOf(uid: number): Promise<string> {
  return (await knownUsers()).find((user) => user.uid === uid)?.name ?? String(uid)
}
