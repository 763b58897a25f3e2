import { randomUUIDv7 } from 'node:crypto'
import { systemActor } from '../../../../kernel/actor.ts'
import { ok } from '../../../../kernel/result.ts'
import { dateInBeijing } from '../../../../kernel/time.ts'
import { transact, type Services, type Tx } from '../../../../platform/database/transaction.ts'
import { hashPassword } from '../passwords.ts'
import { sealNumbers } from '../personStore.ts'
import type { IdentityTables } from '../tables.ts'
import type { SampleOrganisation } from './generate.ts'

type Row<Table extends keyof IdentityTables> = IdentityTables[Table]

/** Who can sign in. */
export type SampleAccount = { readonly login: string; readonly words: { readonly zh: string; readonly en: string } }

const inBatches = async <Item>(items: readonly Item[], size: number, write: (batch: Item[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < items.length; start += size) await write(items.slice(start, start + size))
}

export const accountsOf = (sample: readonly SampleOrganisation[]): readonly SampleAccount[] =>
  sample.flatMap(({ people }) => people.flatMap(({ login, words }) => (login === null || words === null ? [] : [{ login, words }])))

/** Writes a sample in one transaction; every row is on the record like any other. */
export const furnishSample = async (services: Services, sample: readonly SampleOrganisation[], password: string): Promise<void> => {
  const hash = await hashPassword(password)
  await transact(services, { actor: systemActor('identity.furnishSample') }, async (tx) => {
    const ids = new Map(sample.map(({ mark }) => [mark, randomUUIDv7()]))
    await writeOrganisations(tx, sample, ids)
    await writePeople(tx, sample, ids, hash)
    return ok(null)
  })
}

const idOf = (ids: ReadonlyMap<string, string>, mark: string | null): string | null => {
  if (mark === null) return null
  const id = ids.get(mark)
  if (id === undefined) throw new Error(`the sample points to ${mark}, which it does not hold`)
  return id
}

const writeOrganisations = async (tx: Tx, sample: readonly SampleOrganisation[], ids: ReadonlyMap<string, string>): Promise<void> => {
  const rows = sample.map((organisation): Row<'identity.organisation'> => ({
    id: idOf(ids, organisation.mark)!,
    kind: organisation.kind,
    name: organisation.name,
    short_name: organisation.shortName,
    uscc: organisation.uscc,
    line: organisation.line,
    recorded_region: organisation.regionCode,
    region_code: organisation.regionCode,
    region_to_decide: false,
    region_decided: null,
    region_decided_on: null,
    parent_id: idOf(ids, organisation.parent),
    also_reports_to: idOf(ids, organisation.alsoReportsTo),
    opened_on: dateInBeijing(tx.now).subtract({ days: 2100 }).toString(),
    closed_on: null,
    version: 1,
    made_at: tx.at,
  }))
  await inBatches(rows, 500, (batch) => tx.tables<IdentityTables>().insertInto('identity.organisation').values(batch).execute())
  for (const row of rows)
    tx.audit({
      action: 'organisation.add',
      record: { kind: 'organisation', id: row.id },
      regionCode: row.region_code,
      organisationId: row.id,
      after: { kind: row.kind, name: row.name, regionCode: row.region_code },
    })
}

const writePeople = async (
  tx: Tx,
  sample: readonly SampleOrganisation[],
  ids: ReadonlyMap<string, string>,
  passwordHash: string,
): Promise<void> => {
  const people: Row<'identity.person'>[] = []
  const posts: Row<'identity.post'>[] = []
  const opened: Row<'identity.account'>[] = []
  const daysAgo = (days: number): string => dateInBeijing(tx.now).subtract({ days }).toString()
  const hoursAgo = (hours: number): string =>
    tx.now.subtract({ seconds: Math.round(hours * 3600) }).toString({ smallestUnit: 'millisecond' })
  const everybody = sample.flatMap((organisation) => organisation.people.map((person) => ({ organisation, person, id: randomUUIDv7() })))
  const sealedNumbers = await sealNumbers(
    tx,
    everybody.map(({ id, person }) => ({ id, identityNumber: person.identityNumber, phone: person.phone })),
  )
  for (const { organisation, person, id } of everybody) {
    const organisationId = idOf(ids, organisation.mark)!
    const sealed = sealedNumbers.get(id) ?? {}
    people.push({
      id,
      name: person.name,
      organisation_id: organisationId,
      recorded_region: organisation.regionCode,
      region_code: organisation.regionCode,
      identity_number_sealed: sealed.identity_number_sealed ?? null,
      identity_number_index: sealed.identity_number_index ?? null,
      phone_sealed: sealed.phone_sealed ?? null,
      phone_index: sealed.phone_index ?? null,
      joined_on: daysAgo(person.joinedDaysAgo),
      left_on: null,
      version: 1,
      made_at: tx.at,
    })
    for (const [place, post] of person.posts.entries())
      posts.push({
        id: randomUUIDv7(),
        person_id: id,
        organisation_id: organisationId,
        region_code: organisation.regionCode,
        title: post.title,
        roles: [...post.roles],
        scope_region: post.scopeRegion,
        own_organisation_only: post.ownOrganisationOnly,
        starts_on: daysAgo(person.joinedDaysAgo),
        ends_on: null,
        roles_granted_at: post.waitingHours === null ? hoursAgo(person.joinedDaysAgo * 24) : null,
        roles_granted_by: null,
        version: 1,
        // One after the other, so that the first of a person's posts is the same at every start.
        made_at: hoursAgo((post.waitingHours ?? person.joinedDaysAgo * 24) - place / 3600),
      })
    if (person.login !== null) {
      opened.push({
        person_id: id,
        login: person.login,
        password_hash: passwordHash,
        password_changed_at: tx.at,
        must_change_password: false,
        failures: 0,
        last_failure_at: null,
        locked_until: null,
        closed_at: null,
      })
    }
    tx.audit({
      action: 'person.add',
      record: { kind: 'person', id },
      regionCode: organisation.regionCode,
      organisationId,
      after: { organisationId, hasAccount: person.login !== null },
    })
  }
  const tables = tx.tables<IdentityTables>()
  await inBatches(people, 500, (batch) => tables.insertInto('identity.person').values(batch).execute())
  await inBatches(posts, 500, (batch) => tables.insertInto('identity.post').values(batch).execute())
  await tables.insertInto('identity.account').values(opened).execute()
}
