import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { maskIdentityNumber, maskPhone } from '../../../kernel/mask.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/index.ts'
import { nameOnPaper } from '../rules/regions.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'
import { postsOfPeople } from './postStore.ts'
import type { IdentityTables } from './tables.ts'

export type Person = RouteOutput<typeof routes.person>
export type PersonRow = IdentityTables['identity.person']

const tables = (tx: Tx) => tx.tables<IdentityTables>()

/**
 * The scope stands in the query too. Row-level security lets everybody see his or her own row wherever it lies;
 * a list keeps to the scope.
 */
const inScopeQuery = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx)
    .selectFrom('identity.person as person')
    .where('person.region_code', '>=', lo)
    .where('person.region_code', '<', hi)
  return organisationId === null ? query : query.where('person.organisation_id', '=', organisationId)
}

type InScope = ReturnType<typeof inScopeQuery>

const shown = (from: InScope) =>
  from
    .leftJoin('identity.organisation as organisation', 'organisation.id', 'person.organisation_id')
    .leftJoin('identity.account as account', 'account.person_id', 'person.id')
    .select([
      'person.id',
      'person.name',
      'person.organisation_id as organisationId',
      'organisation.name as organisationName',
      'person.region_code as regionCode',
      'person.recorded_region as recordedRegion',
      'person.identity_number_sealed as identityNumberSealed',
      'person.phone_sealed as phoneSealed',
      'account.login',
      'account.locked_until as lockedUntil',
      'person.joined_on as joinedOn',
      'person.left_on as leftOn',
      'person.version',
    ])

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['executeTakeFirstOrThrow']>>

/** The people as the screens show them: masked values are made from the whole ones, which never leave this function. */
const views = async (tx: Tx, rows: readonly Shown[]): Promise<Person[]> => {
  const posts = await postsOfPeople(
    tx,
    rows.map(({ id }) => id),
  )
  const sealed = rows.flatMap(({ id, identityNumberSealed, phoneSealed }) =>
    [identityNumberSealed, phoneSealed].filter((text) => text !== null).map((text) => ({ personId: id, sealed: text })),
  )
  const opened = await tx.secrets.openAllFor(tx.tables<unknown>(), sealed)
  const plain = new Map(sealed.map((text, index) => [text.sealed, opened[index] ?? null]))
  return rows.map(({ identityNumberSealed, phoneSealed, recordedRegion, organisationName, lockedUntil, ...row }) => {
    const identityNumber = identityNumberSealed === null ? null : (plain.get(identityNumberSealed) ?? null)
    const phone = phoneSealed === null ? null : (plain.get(phoneSealed) ?? null)
    return {
      ...row,
      organisationName: organisationName ?? '',
      regionOnPaper: nameOnPaper(regionCode(recordedRegion), row.joinedOn) ?? recordedRegion,
      identityNumber: identityNumber && maskIdentityNumber(identityNumber),
      phone: phone && maskPhone(phone),
      lockedUntil: lockedUntil !== null && Temporal.Instant.compare(lockedUntil, tx.now) > 0 ? lockedUntil : null,
      posts: posts.filter(({ personId }) => personId === row.id),
    }
  })
}

type SealedNumbers = { identityNumberSealed: string | null; phoneSealed: string | null }

/** The whole numbers of a person; null where none is held or the key was destroyed. */
export const openNumbers = async (tx: Tx, personId: string, sealed: SealedNumbers) => {
  const open = (text: string | null): Promise<string | null> =>
    text === null ? Promise.resolve(null) : tx.secrets.openFor(tx.tables<unknown>(), personId, text)
  return { identityNumber: await open(sealed.identityNumberSealed), phone: await open(sealed.phoneSealed) }
}

/** A person in scope as the screens show it, numbers masked. */
export const shownPerson = async (tx: Tx, id: string): Promise<Person | undefined> => {
  const row = await shown(inScopeQuery(tx)).where('person.id', '=', id).executeTakeFirst()
  return row && (await views(tx, [row]))[0]
}

type Query = RouteInput<typeof routes.people>['query']

/** A page of people by name, with the exact total; a whole phone or identity number finds its person by the blind index. */
export const listPeople = async (tx: Tx, query: Query) => {
  let matching: InScope = inScopeQuery(tx).where('person.left_on', query.left ? 'is not' : 'is', null)
  if (query.organisationId) matching = matching.where('person.organisation_id', '=', query.organisationId)
  if (query.region) {
    const { lo, hi } = regionRange(regionCode(query.region))
    matching = matching.where('person.region_code', '>=', lo).where('person.region_code', '<', hi)
  }
  const { find, role } = query
  if (role)
    matching = matching.where((row) =>
      row.exists(
        row
          .selectFrom('identity.post as post')
          .select('post.id')
          .whereRef('post.person_id', '=', 'person.id')
          .where('post.ends_on', 'is', null)
          .where(sql<boolean>`post.roles @> array[${role}]::text[]`),
      ),
    )
  if (find)
    matching = matching.where((row) =>
      row.or([
        row('person.name', 'ilike', containing(find)),
        row('person.phone_index', '=', tx.secrets.blindIndex('phone', find)),
        row('person.identity_number_index', '=', tx.secrets.blindIndex('identityNumber', find.toUpperCase())),
      ]),
    )
  const { total } = await matching.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = shown(matching)
  const after = readCursor(query.after, 2)
  if (after) page = page.where(sql<boolean>`(person.name, person.id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await page
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(query.limit + 1)
    .execute()
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { rows: await views(tx, rows.slice(0, query.limit)), total: Number(total), next: last ? cursorOf([last.name, last.id]) : null }
}

/** The row itself, locked for a change; undefined outside the scope. */
export const lockPerson = async (tx: Tx, id: string): Promise<PersonRow | undefined> =>
  inScopeQuery(tx).selectAll('person').where('person.id', '=', id).forUpdate('person').executeTakeFirst()

export type Numbers = { readonly identityNumber: string | null; readonly phone: string | null }

/** The columns of the numbers that are given, by person: sealed under the person's key, with their blind indexes. */
export const sealNumbers = async (
  tx: Tx,
  people: readonly ({ readonly id: string } & Partial<Numbers>)[],
): Promise<ReadonlyMap<string, Partial<PersonRow>>> => {
  const plain = people.flatMap(({ id, identityNumber, phone }) =>
    [identityNumber, phone].filter((number) => typeof number === 'string').map((number) => ({ personId: id, plain: number })),
  )
  const sealed = await tx.secrets.sealAllFor(tx.tables<unknown>(), plain)
  let next = 0
  return new Map(
    people.map(({ id, identityNumber, phone }) => {
      const columns: Partial<PersonRow> = {}
      if (identityNumber !== undefined) {
        columns.identity_number_sealed = identityNumber === null ? null : sealed[next++]!
        columns.identity_number_index = identityNumber && tx.secrets.blindIndex('identityNumber', identityNumber)
      }
      if (phone !== undefined) {
        columns.phone_sealed = phone === null ? null : sealed[next++]!
        columns.phone_index = phone && tx.secrets.blindIndex('phone', phone)
      }
      return [id, columns]
    }),
  )
}

/** The same for one person. */
export const sealedColumns = async (tx: Tx, personId: string, numbers: Partial<Numbers>): Promise<Partial<PersonRow>> =>
  (await sealNumbers(tx, [{ id: personId, ...numbers }])).get(personId) ?? {}

export type NewPerson = {
  readonly name: string
  readonly organisationId: string
  readonly regionCode: string
  readonly joinedOn: string
  readonly numbers: Numbers
}

export const insertPerson = async (tx: Tx, person: NewPerson): Promise<string> => {
  const id = randomUUIDv7()
  const sealed = await sealedColumns(tx, id, person.numbers)
  await tables(tx)
    .insertInto('identity.person')
    .values({
      id,
      name: person.name,
      organisation_id: person.organisationId,
      recorded_region: person.regionCode,
      region_code: person.regionCode,
      identity_number_sealed: sealed.identity_number_sealed ?? null,
      identity_number_index: sealed.identity_number_index ?? null,
      phone_sealed: sealed.phone_sealed ?? null,
      phone_index: sealed.phone_index ?? null,
      joined_on: person.joinedOn,
      left_on: null,
      version: 1,
      made_at: tx.at,
    })
    .execute()
  return id
}

export const updatePerson = async (tx: Tx, id: string, values: Partial<PersonRow>): Promise<void> => {
  await tables(tx)
    .updateTable('identity.person')
    .set({ ...values, version: sql`version + 1` as never })
    .where('id', '=', id)
    .execute()
}

/** Whether anybody in office, in or out of scope, has this identity number. */
export const identityNumberTaken = async (tx: Tx, number: string, except: string | null): Promise<boolean> => {
  const index = tx.secrets.blindIndex('identityNumber', number)
  const { rows } = await sql<{ taken: boolean }>`select identity.identity_number_taken(${index}, ${except}::uuid) as taken`.execute(
    tx.tables(),
  )
  return rows[0]?.taken ?? false
}

export const loginTaken = async (tx: Tx, login: string): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select identity.login_taken(${login}) as taken`.execute(tx.tables())
  return rows[0]?.taken ?? false
}

export const insertAccount = async (tx: Tx, personId: string, login: string, passwordHash: string): Promise<void> => {
  await tables(tx)
    .insertInto('identity.account')
    .values({
      person_id: personId,
      login,
      password_hash: passwordHash,
      password_changed_at: tx.at,
      must_change_password: true,
      failures: 0,
      last_failure_at: null,
      locked_until: null,
      closed_at: null,
    })
    .execute()
}

/** Answers false where the person has no account. */
export const updateAccount = async (tx: Tx, personId: string, values: Partial<IdentityTables['identity.account']>): Promise<boolean> => {
  const updated = await tables(tx).updateTable('identity.account').set(values).where('person_id', '=', personId).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
