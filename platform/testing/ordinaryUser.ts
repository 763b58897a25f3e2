import { spawnSync } from 'node:child_process'

/** The numbers that `spawn` takes to run a process as somebody else. */
export type Account = { readonly uid: number; readonly gid: number }

/** Every Unix has this user, with an entry in passwd and with no rights of its own. */
const nobody = (): Account | undefined => {
  const read = (flag: '-u' | '-g'): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  const account = { uid: read('-u'), gid: read('-g') }
  return account.uid > 0 && account.gid > 0 ? account : undefined
}

/**
 * An ordinary user for a test to run a process as. Only root may do so, and only where that user can read
 * this project; elsewhere the tests run as an ordinary user anyway, or the project lies in a closed folder.
 *
 * @param file a file of the project that the user must be able to read
 */
export function ordinaryUser(file: string): Account | undefined {
  const account = process.geteuid?.() === 0 ? nobody() : undefined
  if (account === undefined) return undefined
  const read = `require('node:fs').readFileSync(${JSON.stringify(file)})`
  return spawnSync(process.execPath, ['-e', read], { ...account, cwd: '/' }).status === 0 ? account : undefined
}
