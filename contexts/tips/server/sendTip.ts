import { randomInt, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { parsePhone } from '../../../kernel/identifiers.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode as codeOf, regionLevel } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { publicRoutes as routes } from '../contract/publicRoutes.ts'
import { dueAt } from '../rules/clocks.ts'
import { begin, type TipEvent } from '../rules/events.ts'
import { mayCome, type Counted } from '../rules/flood.ts'
import { receiptDigits, receiptOf, secretDigits } from '../rules/receipt.ts'
import type { Counter } from './counter.ts'
import { keepInformant, type Informant } from './informantStore.ts'
import { tellOfTip, recorded } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { attachPhotos } from './photos.ts'
import { insertEvent, insertTip, settingsFor, tables } from './tipStore.ts'

type Sent = RouteInput<typeof routes.sendTip>['body']

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('')

/** How a receipt and its word stand in the table: under keys that the database does not hold. */
export const receiptHashes = (tx: Tx, number: string, secret: string): { readonly receiptHash: string; readonly secretHash: string } => ({
  receiptHash: tx.secrets.blindIndex('tips.receipt', number),
  secretHash: tx.secrets.blindIndex('tips.secret', `${number}/${secret}`),
})

type Place = { readonly regionCode: string; readonly posterId: string | null }

/** Where it is: as the poster says, or as the informant chose, a county or something below. */
const placeOf = async (tx: Tx, { regionInForce }: Pick<Needs, 'regionInForce'>, sent: Sent): Promise<Result<Place>> => {
  if (sent.posterCode !== null) {
    const poster = await tables(tx)
      .selectFrom('tips.poster')
      .select(['id', 'region_code as regionCode'])
      .where('code', '=', sent.posterCode)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!poster) return refuse('POSTER_UNKNOWN', {})
    // The poster of a whole city or province: the informant says which county.
    if (isCountyOrBelow(poster.regionCode)) return ok({ regionCode: poster.regionCode, posterId: poster.id })
    const chosen = chosenRegion(tx, regionInForce, sent)
    return chosen.ok ? ok({ regionCode: chosen.value, posterId: poster.id }) : chosen
  }
  const chosen = chosenRegion(tx, regionInForce, sent)
  return chosen.ok ? ok({ regionCode: chosen.value, posterId: null }) : chosen
}

const isCountyOrBelow = (code: string): boolean => ['county', 'town', 'village'].includes(regionLevel(codeOf(code)))

const chosenRegion = (tx: Tx, regionInForce: Needs['regionInForce'], { regionCode, place }: Sent): Result<string> => {
  if (regionCode === null || place === '' || !isCountyOrBelow(regionCode)) return refuse('PLACE_MISSING', {})
  return regionInForce(codeOf(regionCode), dateInBeijing(tx.now).toString()).ok ? ok(regionCode) : refuse('PLACE_MISSING', {})
}

/** Tips of the last hour and day, of one poster or of everybody. */
const countedTips = async (tx: Tx, posterId: string | null): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    select count(*) filter (where received_at > ${tx.now.subtract({ hours: 1 }).toString()}::timestamptz) as hour, count(*) as day
    from tips.tip where received_at > ${tx.now.subtract({ hours: 24 }).toString()}::timestamptz
      ${posterId === null ? sql`` : sql`and poster_id = ${posterId}::uuid`}`.execute(tx.tables())
  return rows[0] ?? { hour: 0, day: 0 }
}

const mayComeNow = async (tx: Tx, counter: Counter, visitor: string, posterId: string | null): Promise<Result<null>> => {
  const ofVisitor = mayCome('visitor', counter.of(visitor, tx.now))
  if (!ofVisitor.ok) return ofVisitor
  if (posterId !== null) {
    const ofPoster = mayCome('poster', await countedTips(tx, posterId))
    if (!ofPoster.ok) return ofPoster
  }
  return mayCome('everybody', await countedTips(tx, null))
}

const informantIn = ({ identity }: Sent): Result<Informant | null> => {
  if (identity === null) return ok(null)
  const phone = parsePhone(identity.phone.replaceAll(/[\s-]/g, ''))
  return phone.ok ? ok({ name: identity.name, phone: phone.value }) : refuse('PHONE_WRONG', {})
}

/** What came, with everything that was judged of it. */
export type Told = Omit<Sent, 'identity' | 'posterCode' | 'regionCode'> & Place & { readonly informant: Informant | null }

/**
 * Puts a tip on the record. The receipt and its word are made here and told once; only keyed hashes of them stay. The name is
 * sealed under a key of its own before anything else could see it.
 */
export const receiveTip = async (
  tx: Tx,
  needs: Pick<Needs, 'tightenedFor'>,
  { regionCode, posterId, informant, sitting, photos, topics, words, place, position, insider }: Told,
): Promise<
  Result<{
    readonly tipId: string
    readonly number: string
    readonly secret: string
    readonly receivedAt: string
    readonly acceptBy: string
  }>
> => {
  const id = randomUUIDv7()
  const received = { at: tx.at, topics: [...new Set(topics)], words, place, posterId, position, photos: [...new Set(photos)], insider }
  const event: TipEvent = { kind: 'received', id, named: informant !== null, received }
  const tip = begin(event)
  const attached = await attachPhotos(tx, { sitting, photos, tipId: id, regionCode })
  if (!attached.ok) return attached
  const number = receiptOf(digits(receiptDigits))
  const secret = digits(secretDigits)
  const settings = await settingsFor(tx, needs)
  await insertTip(tx, tip, { regionCode, ...receiptHashes(tx, number, secret) }, settings)
  await insertEvent(tx, tip, event)
  if (informant !== null) await keepInformant(tx, id, regionCode, informant)
  tx.audit({ action: 'tip.receive', record: { kind: 'tip', id }, regionCode, after: { ...recorded(tip), photos: photos.length } })
  tellOfTip(tx, 'tips.tipReceived', tip, 'received', regionCode)
  return ok({ tipId: id, number, secret, receivedAt: tx.at, acceptBy: dueAt(tip, settings) ?? tx.at })
}

/** Somebody who stays unnamed tells of something. */
export const openSendTip = (needs: Needs, counter: Counter): RouteHandler =>
  handle(routes.sendTip, async (tx, { body, visitor }) => {
    if (body.topics.length === 0 && body.words === '') return refuse('WHAT_MISSING', {})
    const informant = informantIn(body)
    if (!informant.ok) return informant
    const place = await placeOf(tx, needs, body)
    if (!place.ok) return place
    const coming = await mayComeNow(tx, counter, visitor, place.value.posterId)
    if (!coming.ok) return coming
    const told = await receiveTip(tx, needs, { ...body, ...place.value, informant: informant.value })
    if (told.ok) counter.add(visitor, tx.now)
    return told
  })
