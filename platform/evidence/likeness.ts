import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import { agreement } from './agreement.ts'
import { bandsAround, bandsOf, type Fingerprint } from './fingerprint.ts'
import type { ContentHash } from './store.ts'

/** How a photo looks: whole as 32 by 32 grey pixels, and by the fingerprints of its parts; none where it shows too little. */
export type Likeness = { readonly look: Uint8Array; readonly fingerprints: readonly Fingerprint[] }

const bits = (value: bigint): string => BigInt.asUintN(64, value).toString(2).padStart(64, '0')

const keysOf = (bands: readonly number[]): readonly number[] => bands.map((band, place) => place * 65_536 + band)

/** A picture cut by who knows whom has none of these bits apart by chance: beyond, it is not even compared. */
const coarseBits = 14
const fineBits = 18
/** The nearest by their bits; each comparison takes 6 ms. */
const mostCompared = 60

/** Keeps how a photo looks; the same again changes nothing. */
export const keepLikeness = async (tx: Tx, hash: ContentHash, { look, fingerprints }: Likeness): Promise<void> => {
  if (fingerprints.length === 0) return
  await sql`insert into evidence.likeness (content_hash, look, made_at) values (${hash}, ${Buffer.from(look)}, ${tx.at})
    on conflict do nothing`.execute(tx.tables())
  await sql`insert into evidence.fingerprint (content_hash, part, coarse, fine, bands)
    select ${hash}, part, coarse::bit(64), fine::bit(64), string_to_array(bands, ',')::integer[]
    from unnest(${fingerprints.map(({ part }) => part)}::smallint[], ${fingerprints.map(({ coarse }) => bits(coarse))}::text[],
      ${fingerprints.map(({ fine }) => bits(fine))}::text[],
      ${fingerprints.map(({ coarse }) => keysOf(bandsOf(coarse)).join(','))}::text[]) as given (part, coarse, fine, bands)
    on conflict do nothing`.execute(tx.tables())
}

type PartRow = { readonly part: number; readonly coarse: string }

/** Photos that have a band in common with this one, the nearest first. */
const candidates = async (tx: Tx, hash: ContentHash): Promise<readonly { readonly hash: ContentHash; readonly look: Buffer }[]> => {
  const { rows: parts } =
    await sql<PartRow>`select part, coarse::text as coarse from evidence.fingerprint where content_hash = ${hash}`.execute(tx.tables())
  const probes = (row: PartRow): readonly number[] =>
    bandsOf(BigInt(`0b${row.coarse}`)).flatMap((band, place) => bandsAround(band).map((near) => place * 65_536 + near))
  const whole = parts.filter(({ part }) => part === 0).flatMap(probes)
  const cutOut = parts.filter(({ part }) => part !== 0).flatMap(probes)
  // Either the other is the whole of what was cut from it, or this is.
  const { rows } = await sql<{ hash: ContentHash; look: Buffer }>`
    with near as (
      select other.content_hash, min(bit_count(mine.coarse # other.coarse) + bit_count(mine.fine # other.fine)) as apart
      from (
        select content_hash, part, coarse, fine from evidence.fingerprint where bands && ${whole}::integer[]
        union
        select content_hash, part, coarse, fine from evidence.fingerprint where part = 0 and bands && ${cutOut}::integer[]
      ) as other
      join evidence.fingerprint as mine on mine.content_hash = ${hash} and (mine.part = 0 or other.part = 0)
      where other.content_hash <> ${hash}
        and bit_count(mine.coarse # other.coarse) <= ${coarseBits} and bit_count(mine.fine # other.fine) <= ${fineBits}
      group by other.content_hash order by apart limit ${mostCompared}
    )
    select near.content_hash as hash, likeness.look from near join evidence.likeness using (content_hash) order by near.apart`.execute(
    tx.tables(),
  )
  return rows
}

/**
 * Other contents that look like a photo, and how far they agree (1: the same picture), from `least` on. A photo whose
 * likeness is not kept has none.
 */
export const looksLike = async (
  tx: Tx,
  hash: ContentHash,
  least: number,
): Promise<readonly { readonly hash: ContentHash; readonly agreement: number }[]> => {
  const { rows } = await sql<{ look: Buffer }>`select look from evidence.likeness where content_hash = ${hash}`.execute(tx.tables())
  const [mine] = rows
  if (!mine) return []
  return (await candidates(tx, hash))
    .map((other) => ({ hash: other.hash, agreement: agreement(mine.look, other.look) }))
    .filter((other) => other.agreement >= least)
    .toSorted((one, other) => other.agreement - one.agreement)
}

/** A photo of a record. */
export type AttachedPhoto = {
  readonly evidenceId: string
  readonly contentHash: ContentHash
  readonly recordKind: string
  readonly recordId: string
  readonly regionCode: string
  readonly organisationId: string | null
  readonly uploadedBy: string | null
  readonly takenAt: string | null
  readonly attachedAt: string
}

const columns = sql`id as "evidenceId", content_hash as "contentHash", record_kind as "recordKind", record_id as "recordId",
  region_code as "regionCode", organisation_id as "organisationId", uploaded_by as "uploadedBy", taken_at as "takenAt", attached_at as "attachedAt"`

/** Photos in the order in which they became evidence, from a moment on and after one of them. */
export const photosAttached = async (
  tx: Tx,
  {
    from,
    after,
    most,
  }: { readonly from: string; readonly after: { readonly at: string; readonly id: string } | null; readonly most: number },
): Promise<readonly AttachedPhoto[]> => {
  const { rows } = await sql<AttachedPhoto>`
    select ${columns} from evidence.item
    where kind = 'photo' and deleted_at is null and attached_at >= ${from}::timestamptz
      and ${after === null ? sql`true` : sql`(attached_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by attached_at, id limit ${most}`.execute(tx.tables())
  return rows
}

/** The photos of records that have one of these contents, the oldest first. */
export const photosOf = async (tx: Tx, hashes: readonly ContentHash[]): Promise<readonly AttachedPhoto[]> => {
  const { rows } = await sql<AttachedPhoto>`
    select ${columns} from evidence.item
    where content_hash = any(${[...hashes]}::text[]) and kind = 'photo' and deleted_at is null and record_id is not null
    order by attached_at, id limit 200`.execute(tx.tables())
  return rows
}
