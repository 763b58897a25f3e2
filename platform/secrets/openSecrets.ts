import pg from 'pg'
import { migrate } from '../database/migrate.ts'
import type { MigrationSet } from '../room.ts'
import { startRefusal } from '../startRefusal.ts'
import { derivedKey, derivedSealingKey, makeMasterKey, masterKeyFile, readMasterKey, type MasterKey } from './masterKey.ts'
import { personSecrets } from './personKeys.ts'
import { openUnder, sealUnder } from './sealing.ts'
import type { Secrets } from './secrets.ts'
import { hmacSm3Hex } from './sm.ts'

/** The tables of the keys. */
export const secretsMigrations: MigrationSet = { schema: 'secrets', folder: new URL('./migrations/', import.meta.url) }

/**
 * Opens the secrets of a data folder. The master key is made at the first start and proven at every later one against
 * the check value in the database: a database whose key is lost must not be written under a new one.
 * Brings the tables of the keys up to date first, so it can be the first thing a start does with the database.
 * @param keyFolder absolute path; made with mode 0700 where it is not there.
 * @param databaseUrl the owner's address.
 * @throws StartRefusal KEY_MISSING | KEY_DIFFERENT | KEY_DAMAGED | KEY_EXPOSED | KEY_UNREADABLE | DATA_NOT_WRITABLE
 */
export const openSecrets = async (keyFolder: string, databaseUrl: string): Promise<Secrets> => {
  await migrate(databaseUrl, [secretsMigrations])
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'anlan secrets' })
  await client.connect()
  try {
    return secretsUnder(await provenMasterKey(masterKeyFile(keyFolder), client))
  } finally {
    await client.end()
  }
}

const provenMasterKey = async (file: string, client: pg.Client): Promise<MasterKey> => {
  const known = await checkValueIn(client)
  const found = await readMasterKey(file)
  if (found === null && known !== null) throw startRefusal('KEY_MISSING', { file })
  const master = found ?? (await makeMasterKey(file))
  const check = derivedKey(master, 'check').toString('hex')
  if ((known ?? (await firstCheckValue(client, check))) !== check) throw startRefusal('KEY_DIFFERENT', { file })
  return master
}

/** The secrets under a master key that somebody holds already. */
export const secretsUnder = (master: MasterKey): Secrets => {
  const sealing = derivedSealingKey(master, 'seal')
  const indexKeys = new Map<string, Buffer>()
  const indexKey = (purpose: string): Buffer => {
    const key = indexKeys.get(purpose) ?? derivedKey(master, `blind-index:${purpose}`)
    indexKeys.set(purpose, key)
    return key
  }
  return {
    seal: (plain) => sealUnder(sealing, 'seal', plain),
    open: (sealed) => openUnder(sealing, 'seal', sealed).toString(),
    blindIndex: (purpose, value) => hmacSm3Hex(indexKey(purpose), value),
    ...personSecrets(master),
  }
}

const checkValueIn = async (client: pg.Client): Promise<string | null> => {
  const { rows } = await client.query<{ check_value: string }>('select check_value from secrets.master_key')
  return rows[0]?.check_value ?? null
}

/** Of two servers that start at once with keys of their own, the later is told the key of the first. */
const firstCheckValue = async (client: pg.Client, check: string): Promise<string | null> => {
  await client.query('insert into secrets.master_key (check_value) values ($1) on conflict do nothing', [check])
  return checkValueIn(client)
}
