import { sql } from 'kysely'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { BulletinText } from '../rules/bulletin/document.ts'
import type { BulletinFacts } from '../rules/bulletin/facts.ts'
import type { Issued } from '../rules/bulletin/issue.ts'
import type { PeriodKind } from '../rules/bulletin/periods.ts'

export type Texts = { readonly zh: BulletinText; readonly en: BulletinText }

export type BulletinRow = {
  readonly id: string
  readonly regionCode: string
  readonly recordedRegion: string
  readonly year: number
  readonly ordinal: number
  readonly edition: number
  readonly corrects: string | null
  readonly reason: string | null
  readonly kind: PeriodKind
  readonly from: string
  readonly to: string
  readonly campaignId: string | null
  readonly asOf: string
  readonly facts: BulletinFacts
  readonly texts: Texts
  readonly sm3: string
  readonly personId: string
  readonly postId: string
  readonly organisationId: string
}

const columns = sql`bulletin.id, bulletin.region_code as "regionCode", bulletin.recorded_region as "recordedRegion", bulletin.year,
  bulletin.ordinal, bulletin.edition, bulletin.corrects, bulletin.reason, bulletin.kind, bulletin.from_on as "from", bulletin.to_on as "to",
  bulletin.campaign_id as "campaignId", bulletin.as_of as "asOf", bulletin.facts, bulletin.texts, bulletin.sm3, bulletin.person_id as "personId",
  bulletin.post_id as "postId", bulletin.organisation_id as "organisationId"`

/** The scope stands in the query as well as in row-level security, so that the range is searched by its index. */
const inScope = ({ actor }: Tx) =>
  sql`bulletin.region_code >= ${actor.scope.lo} and bulletin.region_code < ${actor.scope.hi} and ${actor.scope.organisationId === null}`

export const bulletinInScope = async (tx: Tx, id: string): Promise<BulletinRow | undefined> =>
  (await sql<BulletinRow>`select ${columns} from supervision.bulletin where ${inScope(tx)} and id = ${id}::uuid`.execute(tx.tables()))
    .rows[0]

/** How bulletins in scope are called; a text that is no id names none. */
export const bulletinsNamed = async (
  tx: Tx,
  texts: readonly string[],
): Promise<readonly (Issued & { readonly titleZh: string; readonly titleEn: string })[]> => {
  const ids = texts.filter((text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))
  if (ids.length === 0) return []
  const { rows } = await sql<Issued & { readonly titleZh: string; readonly titleEn: string }>`
    select id, year, ordinal, edition, texts -> 'zh' ->> 'title' as "titleZh", texts -> 'en' ->> 'title' as "titleEn"
    from supervision.bulletin where ${inScope(tx)} and id = any(${ids}::uuid[])`.execute(tx.tables())
  return rows
}

/** Every edition of one bulletin, the oldest first. */
export const editionsOf = async (
  tx: Tx,
  { recordedRegion, year, ordinal }: Pick<BulletinRow, 'recordedRegion' | 'year' | 'ordinal'>,
): Promise<readonly Pick<BulletinRow, 'id' | 'edition' | 'asOf' | 'reason'>[]> =>
  (
    await sql<Pick<BulletinRow, 'id' | 'edition' | 'asOf' | 'reason'>>`
      select id, edition, as_of as "asOf", reason from supervision.bulletin
      where ${inScope(tx)} and recorded_region = ${recordedRegion} and year = ${year} and ordinal = ${ordinal} order by edition`.execute(
      tx.tables(),
    )
  ).rows

/** What a bulletin is of, as a month or as days of one's own: issued once, and again only as an edition. */
export type Subject = {
  readonly regionCode: string
  readonly from: string
  readonly to: string
  readonly campaignId: string | null
}

/** The newest edition of a subject, and as which kind of period it was told; null where none was issued. */
export const newestOf = async (
  tx: Tx,
  { regionCode: region, from, to, campaignId }: Subject,
): Promise<(Issued & { readonly kind: PeriodKind }) | null> =>
  (
    await sql<Issued & { readonly kind: PeriodKind }>`
      select id, year, ordinal, edition, kind from supervision.bulletin
      where ${inScope(tx)} and region_code = ${region} and from_on = ${from}::date and to_on = ${to}::date
        and campaign_id is not distinct from ${campaignId}::uuid
      order by year desc, ordinal desc, edition desc limit 1`.execute(tx.tables())
  ).rows[0] ?? null

/** Two who issue one subject at once come one after the other; the lock ends with the transaction. */
export const lockSubject = async (tx: Tx, subject: Subject): Promise<void> => {
  const key = JSON.stringify([subject.regionCode, subject.from, subject.to, subject.campaignId])
  await sql`select pg_advisory_xact_lock(hashtextextended(${`supervision.bulletin/${key}`}, 0))`.execute(tx.tables())
}

/** The next place in the series of a region and year; its row is locked until the transaction ends. */
export const takeOrdinal = async (tx: Tx, region: string, year: number): Promise<number> => {
  const { rows } = await sql<{ given: number }>`
    insert into supervision.bulletin_series (region_code, year, given) values (${region}, ${year}, 1)
    on conflict (region_code, year) do update set given = bulletin_series.given + 1 returning given`.execute(tx.tables())
  const [row] = rows
  if (!row) throw new Error('the series gave no number')
  return row.given
}

export const insertBulletin = async (tx: Tx, row: BulletinRow): Promise<void> => {
  await sql`
    insert into supervision.bulletin (id, recorded_region, region_code, year, ordinal, edition, corrects, reason, kind, from_on, to_on,
      campaign_id, as_of, facts, texts, sm3, person_id, post_id, organisation_id)
    values (${row.id}, ${row.recordedRegion}, ${row.regionCode}, ${row.year}, ${row.ordinal}, ${row.edition}, ${row.corrects}, ${row.reason},
      ${row.kind}, ${row.from}, ${row.to}, ${row.campaignId}, ${row.asOf}, ${JSON.stringify(row.facts)}, ${JSON.stringify(row.texts)},
      ${row.sm3}, ${row.personId}, ${row.postId}, ${row.organisationId})`.execute(tx.tables())
}

export type BulletinFilter = {
  readonly region?: string | undefined
  readonly campaignId?: string | undefined
  readonly kind?: PeriodKind | undefined
  readonly newest?: boolean | undefined
}

export type LineRow = Omit<BulletinRow, 'facts' | 'texts' | 'sm3' | 'postId'> & {
  readonly titleZh: string
  readonly titleEn: string
  readonly campaignName: string | null
  readonly superseded: boolean
}

const later = sql`exists (select from supervision.bulletin as later where later.recorded_region = bulletin.recorded_region
  and later.year = bulletin.year and later.ordinal = bulletin.ordinal and later.edition > bulletin.edition)`

/** A page of bulletins, the latest first, with the exact total of the filter. */
export const listBulletins = async (
  tx: Tx,
  { region, campaignId, kind, newest }: BulletinFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly LineRow[]; readonly total: number; readonly next: string | null }> => {
  const range = region === undefined ? null : regionRange(regionCode(region))
  const where = sql.join(
    [
      inScope(tx),
      ...(range === null ? [] : [sql`bulletin.region_code >= ${range.lo} and bulletin.region_code < ${range.hi}`]),
      ...(campaignId === undefined ? [] : [sql`bulletin.campaign_id = ${campaignId}::uuid`]),
      ...(kind === undefined ? [] : [sql`bulletin.kind = ${kind}`]),
      ...(newest === undefined ? [] : [newest ? sql`not ${later}` : later]),
    ],
    sql` and `,
  )
  const counted = await sql<{ total: number }>`select count(*) as total from supervision.bulletin where ${where}`.execute(tx.tables())
  const begin = readCursor(after, 2)
  const from = begin ? sql`and (bulletin.as_of, bulletin.id) < (${begin[0]}::timestamptz, ${begin[1]}::uuid)` : sql``
  const { rows } = await sql<LineRow>`
    select bulletin.id, bulletin.region_code as "regionCode", bulletin.recorded_region as "recordedRegion", bulletin.year, bulletin.ordinal,
      bulletin.edition, bulletin.corrects, bulletin.reason, bulletin.kind, bulletin.from_on as "from", bulletin.to_on as "to",
      bulletin.campaign_id as "campaignId", bulletin.as_of as "asOf", bulletin.person_id as "personId", bulletin.organisation_id as "organisationId",
      bulletin.texts -> 'zh' ->> 'title' as "titleZh", bulletin.texts -> 'en' ->> 'title' as "titleEn",
      bulletin.facts -> 'campaign' ->> 'name' as "campaignName", ${later} as superseded
    from supervision.bulletin where ${where} ${from}
    order by bulletin.as_of desc, bulletin.id desc limit ${limit + 1}`.execute(tx.tables())
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total: counted.rows[0]?.total ?? 0, next: last ? cursorOf([last.asOf, last.id]) : null }
}
