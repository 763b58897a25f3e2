import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { openHouse, type FirstAccounts, type House } from '../../../main/rooms.ts'
import { migrateHouse } from '../../../main/server.ts'
import { openDatabase } from '../../../platform/database/pool.ts'
import type { Services } from '../../../platform/database/transaction.ts'
import { diskStore } from '../../../platform/evidence/diskStore.ts'
import { silentLog } from '../../../platform/log/log.ts'
import { testSecrets } from '../../../platform/secrets/testSecrets.ts'
import { cloneDatabase, templateDatabase, type TestDatabase } from '../../../platform/testing/postgres.ts'
import { passwordFits } from './passwords.ts'

// Nothing is ever written there: these houses take no evidence.
const house: House = openHouse({
  evidence: { store: diskStore(tmpdir()) },
  ledgersFolder: tmpdir(),
  address: () => 'https://anlan.example.cn',
})
const opened: { services: Services; clone: TestDatabase }[] = []
const newHouse = async (): Promise<Services> => {
  const clone = await cloneDatabase(await templateDatabase('unfurnished', (url) => migrateHouse(url, house, silentLog())))
  const database = openDatabase(clone.url, { onError: () => undefined })
  const services = { database, secrets: testSecrets(), clock: () => Temporal.Instant.from('2026-11-24T02:00:00Z') }
  opened.push({ services, clone })
  return services
}
afterAll(async () => {
  for (const { services, clone } of opened) {
    await services.database.close()
    await clone.drop()
  }
})

type Account = { login: string; hash: string; must: boolean; roles: Role[] }
const accountsIn = async ({ database }: Services): Promise<Account[]> =>
  (
    await database.pool.query<Account>(
      'select login, password_hash as hash, must_change_password as must, roles from identity.account join identity.post using (person_id) order by account.person_id',
    )
  ).rows

describe('a new house without the sample', () => {
  it('has three administrators, each with a password of his own that must be changed, kept before they are written', async () => {
    const services = await newHouse()
    const kept: { first: FirstAccounts; written: number }[] = []
    const first = await house.furnish(services, {
      sample: false,
      keep: async (made) => void kept.push({ first: made, written: (await accountsIn(services)).length }),
    })
    expect(kept).toEqual([{ first, written: 0 }])
    const accounts = await accountsIn(services)
    expect(accounts.map(({ login, must, roles }) => ({ login, must, roles }))).toEqual([
      { login: 'system', must: true, roles: ['systemAdmin'] },
      { login: 'security', must: true, roles: ['securityAdmin'] },
      { login: 'audit', must: true, roles: ['auditAdmin'] },
    ])
    const passwords = first!.accounts.map(({ password }) => password!)
    expect(new Set(passwords).size).toBe(3)
    for (const [index, { hash }] of accounts.entries()) expect(await passwordFits(passwords[index]!, hash)).toBe(true)

    const again = await house.furnish(services, { sample: true, keep: () => expect.fail('a second start makes no accounts') })
    expect([again, (await accountsIn(services)).length]).toEqual([null, 3])
  })

  it('is furnished by one of three that start at once, whose passwords are the ones that were kept', async () => {
    const services = await newHouse()
    const kept: FirstAccounts[] = []
    const start = () => house.furnish(services, { sample: false, keep: async (made) => void kept.push(made) })
    const starts = await Promise.all([start(), start(), start()])
    expect([kept.length, starts.filter((made) => made !== null)]).toEqual([1, kept])
    const [{ hash } = expect.fail('nobody can sign in')] = await accountsIn(services)
    expect(await passwordFits(kept[0]!.accounts[0]!.password!, hash)).toBe(true)
  })

  it('has no accounts where their passwords could not be kept', async () => {
    const services = await newHouse()
    const furnish = house.furnish(services, { sample: false, keep: () => Promise.reject(new Error('the disk is full')) })
    await expect(furnish).rejects.toThrow('the disk is full')
    expect(await accountsIn(services)).toEqual([])
  })
})

describe('a new house with the sample', () => {
  let services: Services
  const first: FirstAccounts[] = []
  beforeAll(async () => {
    services = await newHouse()
    for (const goesOn of [false, false, true]) {
      const keep = async (made: FirstAccounts): Promise<void> => {
        first.push(made)
        if (!goesOn) throw new Error('kept, and no further')
      }
      await house.furnish(services, { sample: true, keep }).catch((stopped: Error) => {
        if (goesOn) throw stopped
      })
    }
  })

  it('has one password for all accounts, another at each first start', async () => {
    const password = first[2]!.password!
    expect(new Set(first.map((made) => made.password)).size).toBe(3)
    const hashes = [...new Set((await accountsIn(services)).map(({ hash }) => hash))]
    expect(hashes).toHaveLength(1)
    expect(await passwordFits(password, hashes[0]!)).toBe(true)
  })

  it('has the accounts that are told, with their numbers sealed and every row on the record', async () => {
    const logins = new Set((await accountsIn(services)).map(({ login }) => login))
    expect([...logins].toSorted()).toEqual(first[2]!.accounts.map(({ login }) => login).toSorted())
    const { rows } = await services.database.pool.query<Record<string, number>>(`
      select (select count(*) from identity.organisation)::int as organisations,
        (select count(*) from audit.entry where action = 'organisation.add')::int as recorded,
        (select count(*) from identity.person)::int as people,
        (select count(*) from audit.entry where action = 'person.add')::int as registered,
        (select count(*) from identity.person where phone_sealed is not null)::int as sealed,
        (select count(*) from identity.person where (phone_sealed is null) <> (phone_index is null))::int as odd`)
    const [counts] = rows
    expect(counts!['recorded']).toBe(counts!['organisations'])
    expect(counts!['registered']).toBe(counts!['people'])
    expect(counts!['sealed']).toBeGreaterThan(100)
    expect(counts!['odd']).toBe(0)
  })
})
