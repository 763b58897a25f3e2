import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { inScope, type PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { regionCode as codeOf, regionRange } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { publicRoutes } from '../contract/publicRoutes.ts'
import { tipRoutes as routes } from '../contract/tipRoutes.ts'
import type { Needs } from './needs.ts'
import { tables } from './tipStore.ts'

export type PosterRow = RouteOutput<typeof routes.posterRecord>

const codeBytes = 16

const unnamed = (code: string) => ({ zh: code, en: code })

const postersInScope = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx)
    .selectFrom('tips.poster as poster')
    .selectAll('poster')
    .select(sql<number>`(select count(*) from tips.tip where tip.poster_id = poster.id)`.as('tips'))
    .where('poster.region_code', '>=', lo)
    .where('poster.region_code', '<', hi)
  return organisationId === null ? query : query.where(sql<boolean>`false`)
}

type Held = Awaited<ReturnType<ReturnType<typeof postersInScope>['execute']>>[number]

const rowsOf = async (
  tx: Tx,
  { regionNames, unitKnown }: Pick<Needs, 'regionNames' | 'unitKnown'>,
  held: readonly Held[],
): Promise<PosterRow[]> => {
  const names = await regionNames(tx, [...new Set(held.map(({ region_code: code }) => code))])
  const rows: PosterRow[] = []
  for (const poster of held) {
    const unit = poster.about_unit === null ? undefined : await unitKnown(tx, poster.about_unit)
    rows.push({
      id: poster.id,
      code: poster.code,
      kind: poster.kind,
      title: poster.title,
      words: { zh: poster.words_zh, en: poster.words_en },
      regionCode: poster.region_code,
      regionName: names.get(poster.region_code) ?? unnamed(poster.region_code),
      unit: unit ? { unitId: unit.unitId, name: unit.name } : null,
      madeAt: poster.made_at,
      endedAt: poster.ended_at,
      endReason: poster.end_reason,
      tips: poster.tips,
      version: poster.version,
    })
  }
  return rows
}

/** A poster in scope. */
export const posterOf = async (tx: Tx, needs: Needs, posterId: string): Promise<Result<PosterRow>> => {
  const held = await postersInScope(tx).where('poster.id', '=', posterId).executeTakeFirst()
  const [row] = held ? await rowsOf(tx, needs, [held]) : []
  return row ? ok(row) : refuse('RECORD_NOT_FOUND', { kind: 'poster', id: posterId })
}

const changed = (tx: Tx, poster: { readonly id: string; readonly regionCode: string }): void =>
  tx.emit({
    type: 'tips.posterChanged',
    regionCode: poster.regionCode,
    organisationId: null,
    record: { kind: 'poster', id: poster.id },
    payload: { posterId: poster.id },
  })

/** A new code, of chance alone. At a gate the unit says where it hangs. */
export const addPoster = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  { kind, title, words, regionCode, unitId }: RouteInput<typeof routes.addPoster>['body'],
): Promise<Result<PosterRow>> => {
  if (!inScope(actor.scope, { regionCode })) return refuse('OUT_OF_SCOPE', { regionCode })
  if (kind === 'gate' && unitId === null) return refuse('POSTER_UNIT_NEEDED', {})
  const unit = unitId === null ? undefined : await needs.unitKnown(tx, unitId)
  if (unitId !== null && !unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
  const id = randomUUIDv7()
  const region = unit?.regionCode ?? regionCode
  await tables(tx)
    .insertInto('tips.poster')
    .values({
      id,
      code: randomBytes(codeBytes).toString('hex'),
      kind,
      title,
      words_zh: words.zh,
      words_en: words.en,
      recorded_region: region,
      region_code: region,
      about_unit: unitId,
      made_by: actor.personId,
      made_at: tx.at,
      ended_at: null,
      end_reason: null,
      version: 1,
    })
    .execute()
  tx.audit({ action: 'poster.add', record: { kind: 'poster', id }, regionCode: region, after: { kind, title, words, unitId } })
  changed(tx, { id, regionCode: region })
  return posterOf(tx, needs, id)
}

type Query = RouteInput<typeof routes.posters>['query']
type Page = RouteOutput<typeof routes.posters>

const narrowed = (tx: Tx, { region, ended, find }: Pick<Query, 'region' | 'ended' | 'find'>) => {
  let query = postersInScope(tx)
  if (region !== undefined) {
    const { lo, hi } = regionRange(codeOf(region))
    query = query.where('poster.region_code', '>=', lo).where('poster.region_code', '<', hi)
  }
  if (ended !== undefined) query = query.where('poster.ended_at', ended ? 'is not' : 'is', null)
  return find === undefined || find === '' ? query : query.where('poster.title', 'ilike', containing(find))
}

/** How many posters a filter leaves in scope. */
export const countPosters = async (tx: Tx, query: Query): Promise<number> => {
  const { total } = await narrowed(tx, query)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** A page of posters, the newest first. */
export const pageOfPosters = async (
  tx: Tx,
  needs: Pick<Needs, 'regionNames' | 'unitKnown'>,
  { after, limit, ...filter }: Query,
): Promise<Omit<Page, 'total'>> => {
  let query = narrowed(tx, filter)
  const [key, id] = readCursor(after, 2) ?? []
  if (key !== undefined && id !== undefined && !Number.isNaN(Date.parse(key)))
    query = query.where(sql<boolean>`(poster.made_at, poster.id) < (${key}::timestamptz, ${id}::uuid)`)
  const held = await query
    .orderBy('poster.made_at', 'desc')
    .orderBy('poster.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = held.slice(0, limit)
  const last = page.at(-1)
  const next = held.length > limit && last ? cursorOf([last.made_at, last.id]) : null
  return { rows: await rowsOf(tx, needs, page), next }
}

/** Posters: listed, made, ended; and what a code tells the street. */
export const openPosters = (needs: Needs): readonly RouteHandler[] => [
  handle(routes.posters, async (tx, { query }) => ok({ ...(await pageOfPosters(tx, needs, query)), total: await countPosters(tx, query) })),

  handle(routes.posterRecord, (tx, { params }) => posterOf(tx, needs, params.posterId)),

  handle(routes.addPoster, (tx, { actor, body }) => addPoster(tx, needs, actor, body)),

  handle(routes.endPoster, async (tx, { params: { posterId }, body: { reason, version } }) => {
    const held = await postersInScope(tx).where('poster.id', '=', posterId).executeTakeFirst()
    if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'poster', id: posterId })
    if (held.ended_at !== null) return refuse('POSTER_ENDED', { endedOn: dateInBeijing(Temporal.Instant.from(held.ended_at)).toString() })
    const done = await tables(tx)
      .updateTable('tips.poster')
      .set({ ended_at: tx.at, end_reason: reason, version: version + 1 })
      .where('id', '=', posterId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n)
      return refuse('VERSION_STALE', { kind: 'poster', id: posterId, expectedVersion: version, actualVersion: held.version })
    tx.audit({
      action: 'poster.end',
      record: { kind: 'poster', id: posterId },
      regionCode: held.region_code,
      before: { endedAt: null },
      after: { reason },
    })
    changed(tx, { id: posterId, regionCode: held.region_code })
    return posterOf(tx, needs, posterId)
  }),

  // The poster's own words and its region, and nothing else: not its unit, not its title, not how often it was used.
  handle(publicRoutes.poster, async (tx, { params: { code } }) => {
    const poster = await tables(tx)
      .selectFrom('tips.poster')
      .selectAll()
      .where('code', '=', code)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!poster) return refuse('POSTER_UNKNOWN', {})
    const names = await needs.regionNames(tx, [poster.region_code])
    return ok({
      words: { zh: poster.words_zh, en: poster.words_en },
      regionName: names.get(poster.region_code) ?? unnamed(poster.region_code),
      kind: poster.kind,
    })
  }),

  handle(publicRoutes.tipRegions, async (tx, { query: { parent } }) => {
    const code = parent ?? (await needs.homeRegion(tx))
    const names = await needs.regionNames(tx, [code])
    return ok({ parent: { code, name: names.get(code) ?? unnamed(code) }, rows: [...(await needs.regionsBelow(tx, code))] })
  }),
]
