import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/index.ts'
import { regionCandidates } from '../rules/regionOnRecord.ts'
import { nameOnPaper } from '../rules/regions.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { IdentityTables } from './tables.ts'

export type Organisation = RouteOutput<typeof routes.addOrganisation>
export type OrganisationRow = IdentityTables['identity.organisation']

const tables = (tx: Tx) => tx.tables<IdentityTables>()

/** The scope stands in the query as well as in row-level security, so that the range is searched by its index. */
const inScopeQuery = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx)
    .selectFrom('identity.organisation as organisation')
    .where('organisation.region_code', '>=', lo)
    .where('organisation.region_code', '<', hi)
  return organisationId === null ? query : query.where('organisation.id', '=', organisationId)
}

type InScope = ReturnType<typeof inScopeQuery>

const shown = (from: InScope) =>
  from
    .leftJoin('identity.region as region', 'region.code', 'organisation.region_code')
    .leftJoin('identity.organisation as parent', 'parent.id', 'organisation.parent_id')
    .leftJoin('identity.organisation as also', 'also.id', 'organisation.also_reports_to')
    .select([
      'organisation.id',
      'organisation.kind',
      'organisation.name',
      'organisation.short_name as shortName',
      'organisation.uscc',
      'organisation.line',
      'organisation.region_code as regionCode',
      'organisation.recorded_region as recordedRegion',
      'region.name as regionName',
      'region.name_en as regionNameEn',
      'parent.id as parentId',
      'parent.name as parentName',
      'also.id as alsoId',
      'also.name as alsoName',
      'organisation.opened_on as openedOn',
      'organisation.closed_on as closedOn',
      'organisation.region_to_decide as regionToDecide',
      'organisation.region_decided as regionDecided',
      'organisation.region_decided_on as regionDecidedOn',
      'organisation.version',
    ])
    .select((row) =>
      row
        .selectFrom('identity.person as person')
        .select(sql<number>`count(*)`.as('people'))
        .whereRef('person.organisation_id', '=', 'organisation.id')
        .where('person.left_on', 'is', null)
        .as('people'),
    )

type Shown = Awaited<ReturnType<ReturnType<typeof shown>['executeTakeFirstOrThrow']>>

const view = ({
  parentId,
  parentName,
  alsoId,
  alsoName,
  people,
  regionName,
  regionNameEn,
  regionDecided,
  regionDecidedOn,
  ...row
}: Shown): Organisation => ({
  ...row,
  regionName: regionName ?? row.regionCode,
  regionNameEn: regionNameEn ?? row.regionCode,
  regionCandidates: row.regionToDecide ? [...regionCandidates({ ...row, regionDecided, regionDecidedOn })] : [],
  regionOnPaper: nameOnPaper(regionCode(row.recordedRegion), row.openedOn) ?? row.recordedRegion,
  people: Number(people ?? 0),
  // A parent that lies outside the scope is not named.
  parent: parentId && parentName ? { id: parentId, name: parentName } : null,
  alsoReportsTo: alsoId && alsoName ? { id: alsoId, name: alsoName } : null,
})

/** An organisation in scope as the screens show it. */
export const shownOrganisation = async (tx: Tx, id: string): Promise<Organisation | undefined> => {
  const row = await shown(inScopeQuery(tx)).where('organisation.id', '=', id).executeTakeFirst()
  return row && view(row)
}

/** The open organisations directly below one. */
export const childrenOfOrganisation = async (tx: Tx, id: string): Promise<Organisation[]> => {
  const rows = await shown(inScopeQuery(tx))
    .where((row) => row.or([row('organisation.parent_id', '=', id), row('organisation.also_reports_to', '=', id)]))
    .where('organisation.closed_on', 'is', null)
    .orderBy('organisation.name')
    .limit(500)
    .execute()
  return rows.map(view)
}

type Query = RouteInput<typeof routes.organisations>['query']

/** A page of organisations by region and name, with the exact total of the filter. */
export const listOrganisations = async (tx: Tx, query: Query) => {
  let matching: InScope = inScopeQuery(tx).where('organisation.closed_on', query.closed ? 'is not' : 'is', null)
  if (query.kind) matching = matching.where('organisation.kind', '=', query.kind)
  if (query.line) matching = matching.where('organisation.line', '=', query.line)
  if (query.region) {
    const { lo, hi } = regionRange(regionCode(query.region))
    matching = matching.where('organisation.region_code', '>=', lo).where('organisation.region_code', '<', hi)
  }
  const { find } = query
  if (find)
    matching = matching.where((row) =>
      row.or([
        row('organisation.name', 'ilike', containing(find)),
        row('organisation.short_name', 'ilike', containing(find)),
        row('organisation.uscc', '=', find.toUpperCase()),
      ]),
    )
  const { total } = await matching.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = shown(matching)
  const after = readCursor(query.after, 2)
  if (after) page = page.where(sql<boolean>`(organisation.region_code, organisation.id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await page
    .orderBy('organisation.region_code')
    .orderBy('organisation.id')
    .limit(query.limit + 1)
    .execute()
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { rows: rows.slice(0, query.limit).map(view), total: Number(total), next: last ? cursorOf([last.regionCode, last.id]) : null }
}

/** The row itself, locked for a change; undefined outside the scope. */
export const lockOrganisation = async (tx: Tx, id: string): Promise<OrganisationRow | undefined> =>
  inScopeQuery(tx).selectAll('organisation').where('organisation.id', '=', id).forUpdate('organisation').executeTakeFirst()

/** An organisation in scope; it cannot be closed until the transaction ends, so what is put there finds it open. */
export const keepOrganisation = async (tx: Tx, id: string): Promise<OrganisationRow | undefined> =>
  inScopeQuery(tx).selectAll('organisation').where('organisation.id', '=', id).forKeyShare('organisation').executeTakeFirst()

export const organisationInScope = async (tx: Tx, id: string): Promise<OrganisationRow | undefined> =>
  inScopeQuery(tx).selectAll('organisation').where('organisation.id', '=', id).executeTakeFirst()

/** Who holds a credit code among the open organisations, in or out of scope; only its name is told. */
export const holderOfUscc = async (tx: Tx, uscc: string, except: string | null): Promise<string | null> => {
  const holder = await sql<{ name: string | null }>`select identity.holder_of_uscc(${uscc}, ${except}::uuid) as name`.execute(tx.tables())
  return holder.rows[0]?.name ?? null
}

export const insertOrganisation = async (
  tx: Tx,
  row: Omit<OrganisationRow, 'id' | 'version' | 'made_at' | 'closed_on' | 'region_to_decide' | 'region_decided' | 'region_decided_on'>,
): Promise<string> => {
  const id = randomUUIDv7()
  await tables(tx)
    .insertInto('identity.organisation')
    .values({
      ...row,
      id,
      version: 1,
      made_at: tx.at,
      closed_on: null,
      region_to_decide: false,
      region_decided: null,
      region_decided_on: null,
    })
    .execute()
  return id
}

export const updateOrganisation = async (tx: Tx, id: string, values: Partial<OrganisationRow>): Promise<void> => {
  await tables(tx)
    .updateTable('identity.organisation')
    .set({ ...values, version: sql`version + 1` as never })
    .where('id', '=', id)
    .execute()
}

/** Who works there and in which posts, for the page of the organisation. */
export const peopleOfOrganisation = async (tx: Tx, id: string) =>
  tables(tx)
    .selectFrom('identity.person as person')
    .leftJoin('identity.post as post', (join) => join.onRef('post.person_id', '=', 'person.id').on('post.ends_on', 'is', null))
    .select([
      'person.id',
      'person.name',
      sql<string[]>`coalesce(array_agg(post.title order by post.made_at) filter (where post.title is not null), '{}')`.as('titles'),
    ])
    .where('person.organisation_id', '=', id)
    .where('person.left_on', 'is', null)
    .groupBy(['person.id', 'person.name'])
    .orderBy('person.name')
    .limit(500)
    .execute()

/** What stands in the way of closing: people who are at home or have a post there, and open organisations below, in or out of scope. */
export const holdersOf = async (tx: Tx, id: string): Promise<{ people: number; children: number }> => {
  const { rows } = await sql<{ people: number; children: number }>`select people, children from identity.holders_of(${id}::uuid)`.execute(
    tx.tables(),
  )
  return rows[0]!
}

/** The people and posts of an organisation count where it counts. */
export const movePeople = async (tx: Tx, organisationId: string, regionCode: string): Promise<void> => {
  await tables(tx).updateTable('identity.person').set({ region_code: regionCode }).where('organisation_id', '=', organisationId).execute()
  await tables(tx).updateTable('identity.post').set({ region_code: regionCode }).where('organisation_id', '=', organisationId).execute()
}
