import { sql } from 'kysely'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RecordNames } from '../../../platform/room.ts'
import type { OrganisationKind } from '../rules/organisations.ts'
import type { IdentityTables } from './tables.ts'

/** Names of people by id, whatever the scope: for deeds of office that everybody may know. */
export const peopleNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from identity.people_names(${ids}::uuid[])`.execute(tx.tables())
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** An organisation as a paper names it: in full, and in short for the number of a document. */
export type OrganisationTitle = { readonly name: string; readonly shortName: string }

/** Organisations by id as papers name them, whatever the scope: who issued a paper stands on it for all its readers. */
export const organisationTitles = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationTitle>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<OrganisationTitle & { id: string }>`
    select id, name, short_name as "shortName" from identity.organisation_titles(${ids}::uuid[])`.execute(tx.tables())
  return new Map(rows.map(({ id, name, shortName }) => [id, { name, shortName }]))
}

/** Short names of organisations by id, within the scope. */
export const organisationNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.organisation')
    .select(['id', 'short_name as name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Open organisations within the scope by their credit code. */
export const organisationsByUscc = async (tx: Tx, usccs: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (usccs.length === 0) return new Map()
  const { rows } = await sql<{ uscc: string; id: string }>`
    select uscc, id from identity.organisation where uscc = any(${[...usccs]}::text[]) and closed_on is null`.execute(tx.tables())
  return new Map(rows.map(({ uscc, id }) => [uscc, id]))
}

/** Names of regions by code in both languages, ended ones too: reference data, open to everybody. */
export const regionNames = async (tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, Sentence>> => {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.region')
    .select(['code', 'name', 'name_en'])
    .where(sql<boolean>`code = any(${[...codes]}::text[])`)
    .execute()
  return new Map(rows.map(({ code, name, name_en: en }) => [code, { zh: name, en }]))
}

/** The regions right below one that are in force and are administered, in the order of their codes: reference data. */
export const regionsBelow = async (tx: Tx, parent: string): Promise<readonly { readonly code: string; readonly name: Sentence }[]> => {
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.region')
    .select(['code', 'name', 'name_en'])
    .where('parent_code', '=', parent)
    .where('valid_to', 'is', null)
    .where('statistical_only', '=', false)
    .orderBy('code')
    .execute()
  return rows.map(({ code, name, name_en: en }) => ({ code, name: { zh: name, en } }))
}

/** The widest region that a government of this house answers for; the country where none does. */
export const homeRegion = async (tx: Tx): Promise<string> => {
  const row = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.organisation')
    .select('region_code as regionCode')
    .where('kind', 'in', ['government', 'department'])
    .where('closed_on', 'is', null)
    .orderBy('region_code')
    .limit(1)
    .executeTakeFirst()
  return row?.regionCode ?? '000000'
}

/** What an open organisation is and where it sits, whatever the scope; undefined for none. */
export const seatOf = async (
  tx: Tx,
  organisationId: string,
): Promise<{ readonly kind: OrganisationKind; readonly regionCode: string } | undefined> => {
  const { rows } = await sql<{ kind: OrganisationKind; regionCode: string }>`
    select kind, region_code as "regionCode" from identity.seat_of(${organisationId}::uuid)`.execute(tx.tables())
  return rows[0]
}

/** The record may name what was never an id: the login of an account that nobody has. */
const ids = (texts: readonly string[]): string[] => texts.filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))

const told = (names: ReadonlyMap<string, string>) => new Map([...names].map(([id, name]) => [id, { zh: name, en: name }]))

const people: RecordNames = async (tx, texts) => told(await peopleNames(tx, ids(texts)))

const posts: RecordNames = async (tx, texts) => {
  const asked = ids(texts)
  if (asked.length === 0) return new Map()
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.post as post')
    .innerJoin('identity.person as person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.title', 'person.name'])
    .where('post.id', 'in', asked)
    .execute()
  return told(new Map(rows.map(({ id, title, name }) => [id, `${name} · ${title}`])))
}

/** How the records of this room are called elsewhere. */
export const recordNames: Readonly<Record<string, RecordNames>> = {
  person: people,
  account: people,
  post: posts,
  organisation: async (tx, texts) => told(await organisationNames(tx, ids(texts))),
}
