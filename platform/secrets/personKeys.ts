import { randomBytes } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { derivedSealingKey, type MasterKey } from './masterKey.ts'
import { openUnder, sealingKeyBytes, sealUnder } from './sealing.ts'
import type { Secrets } from './secrets.ts'

type PersonSecrets = Pick<Secrets, 'sealFor' | 'openFor' | 'sealAllFor' | 'openAllFor' | 'destroyKeyOf'>

/** A person's key, or null once it was destroyed. Who has no entry has no key yet. */
type Keys = ReadonlyMap<string, Buffer | null>

type PersonKeyTable = {
  'secrets.person_key': { person_id: string; wrapped: string | null }
}

/**
 * Sealing under keys of persons, which lie wrapped in the database.
 *
 * No key is kept between two calls: each reads the key in the transaction it works in, one look-up by primary key
 * (a list reads all of its keys at once). So from the moment in which a destruction is committed no process can open
 * anything of that person, and none has to be told.
 */
export const personSecrets = (master: MasterKey): PersonSecrets => {
  const wrapping = derivedSealingKey(master, 'person-keys')

  const keysOf = async (trx: Kysely<unknown>, personIds: readonly string[]): Promise<Map<string, Buffer | null>> => {
    const keys = new Map<string, Buffer | null>()
    if (personIds.length === 0) return keys
    const rows = await (trx as unknown as Kysely<PersonKeyTable>)
      .selectFrom('secrets.person_key')
      .select(['person_id', 'wrapped'])
      .where('person_id', '=', sql<string>`any(${personIds}::text[])`)
      .execute()
    for (const { person_id: id, wrapped } of rows) keys.set(id, wrapped === null ? null : openUnder(wrapping, `person-key:${id}`, wrapped))
    return keys
  }

  /** Makes keys for those who have none; who is first of two transactions decides for both. */
  const madeKeys = async (trx: Kysely<unknown>, personIds: readonly string[]): Promise<Keys> => {
    // In one order everywhere, so that two transactions that make keys for the same people can't block each other.
    const ids = personIds.toSorted()
    const wrapped = ids.map((id) => sealUnder(wrapping, `person-key:${id}`, randomBytes(sealingKeyBytes)))
    await sql`
      insert into secrets.person_key (person_id, wrapped)
      select * from unnest(${ids}::text[], ${wrapped}::text[])
      on conflict do nothing`.execute(trx)
    return keysOf(trx, ids)
  }

  const secrets: PersonSecrets = {
    sealAllFor: async (trx, texts) => {
      const ids = [...new Set(texts.map(({ personId }) => personId))]
      const keys = await keysOf(trx, ids)
      const without = ids.filter((id) => !keys.has(id))
      if (without.length > 0) for (const [id, key] of await madeKeys(trx, without)) keys.set(id, key)
      return texts.map(({ personId, plain }) => {
        const key = keys.get(personId)
        if (key === undefined) throw new Error('the key of a person was made but is not there')
        return sealUnder(key ?? randomBytes(sealingKeyBytes), `person:${personId}`, plain)
      })
    },
    openAllFor: async (trx, texts) => {
      const keys = await keysOf(trx, [...new Set(texts.map(({ personId }) => personId))])
      return texts.map(({ personId, sealed }) => {
        const key = keys.get(personId)
        if (key === undefined) throw new Error('a text is sealed for a person who never had a key')
        return key && openUnder(key, `person:${personId}`, sealed).toString()
      })
    },
    sealFor: async (trx, personId, plain) => {
      const [sealed] = await secrets.sealAllFor(trx, [{ personId, plain }])
      return sealed!
    },
    openFor: async (trx, personId, sealed) => {
      const [plain] = await secrets.openAllFor(trx, [{ personId, sealed }])
      return plain ?? null
    },
    destroyKeyOf: async (trx, personId) => {
      await sql`select secrets.destroy_person_key(${personId})`.execute(trx)
    },
  }
  return secrets
}
