import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startRefusal } from '../startRefusal.ts'
import { sealingKeyBytes } from './sealing.ts'
import { sm3Hex } from './sm.ts'

/** The secret that every other is wrapped by or derived from: 256 random bits. */
export type MasterKey = Buffer

const keyBytes = 32

/** Where the master key of a key folder lies. */
export const masterKeyFile = (keyFolder: string): string => join(keyFolder, 'master.key')

/** A key of its own for each purpose: HMAC-SM3 of the purpose under the master key. */
export const derivedKey = (master: MasterKey, purpose: string): Buffer => createHmac('sm3', master).update(`anlan:${purpose}`).digest()

/** The same, as long as a key of SM4. */
export const derivedSealingKey = (master: MasterKey, purpose: string): Buffer => derivedKey(master, purpose).subarray(0, sealingKeyBytes)

/** Tells a file that was cut off or touched; says nothing about the key that the key does not say itself. */
const checksum = (hex: string): string => sm3Hex(hex).slice(0, 16)

/**
 * The master key in the file, or null where there is no file.
 * @throws StartRefusal KEY_EXPOSED | KEY_DAMAGED | KEY_UNREADABLE
 */
export const readMasterKey = async (file: string): Promise<MasterKey | null> => {
  try {
    // Windows keeps rights in lists that these bits don't show.
    const mode = (await stat(file)).mode & 0o777
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw startRefusal('KEY_EXPOSED', { file, mode: mode.toString(8).padStart(4, '0') })
    const [name, hex, sum, ...more] = (await readFile(file, 'utf8')).trimEnd().split(' ')
    const whole =
      name === 'anlan-master-key-1' && hex !== undefined && /^[0-9a-f]{64}$/.test(hex) && sum === checksum(hex) && more.length === 0
    if (!whole) throw startRefusal('KEY_DAMAGED', { file })
    return Buffer.from(hex, 'hex')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return null
    if (code.startsWith('E')) throw startRefusal('KEY_UNREADABLE', { file, cause: code })
    throw error
  }
}

/**
 * Makes the master key at the first start. The file comes into being whole and on the disk, or not at all;
 * of two servers that start at once, both get the key of the first.
 */
export const makeMasterKey = async (file: string): Promise<MasterKey> => {
  const folder = dirname(file)
  const draft = join(folder, `.master-key-${randomUUID()}`)
  const hex = randomBytes(keyBytes).toString('hex')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(draft, 'wx', 0o600)
    await handle.writeFile(`anlan-master-key-1 ${hex} ${checksum(hex)}\n`)
    await handle.sync()
    await handle.close()
    // Unlike a rename, a link never takes the place of a file that is there.
    await link(draft, file)
    await syncFolder(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code !== 'EEXIST') throw startRefusal('DATA_NOT_WRITABLE', { folder, cause: code || String(error) })
  } finally {
    await rm(draft, { force: true })
  }
  const key = await readMasterKey(file)
  if (key === null) throw startRefusal('KEY_DAMAGED', { file })
  return key
}

/** A name is on the disk only once its folder is; Windows has no such call and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
