import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import { looksLike, photosAttached, photosOf, type AttachedPhoto } from '../../../platform/evidence/room.ts'
import type { Job } from '../../../platform/work/work.ts'
import type { Doubt, PhotoRef, RecordRef } from '../rules/doubts/doubt.ts'
import { photoDoubt } from '../rules/doubts/photo.ts'
import { bandsOfText, ownWords, sentencesOf, textDoubt, type Written } from '../rules/doubts/text.ts'
import { travelDoubts } from '../rules/doubts/travel.ts'
import { farDoubt, secondsDoubt } from '../rules/doubts/visit.ts'
import { limits, type DoubtLimits } from '../rules/limits.ts'
import { insertDoubt, type DoubtPlace } from './doubtStore.ts'
import type { InspectionNeeds } from './needs.ts'
import { keepWritten, peopleBySentence, writtenAlike } from './writtenStore.ts'
import { madeVisit, outingsOf, placesOf, spotsAround, visitsReceived, writtenOn, type VisitRow } from './visitStore.ts'

const searcher = systemActor('supervision.raiseDoubts')

const values = Object.fromEntries(Object.entries(limits).map(([name, row]) => [name, row.value])) as DoubtLimits

const atOnce = 200

/** What was written while the last search read may stand a little before its end; it is read again, and raises nothing twice. */
const overlapMinutes = 10

const within = async <Value>(services: Services, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done = await transact(services, { actor: searcher }, async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error('a search refuses nothing')
  return done.value
}

/** From where a search goes on. The first begins with what comes from now on: what is older was made before anybody looked. */
const progressOf = async (tx: Tx, name: string): Promise<string> => {
  const { rows } = await sql<{ at: string }>`
    insert into supervision.progress (name, at) values (${name}, ${tx.at}) on conflict (name) do update set name = excluded.name
    returning at`.execute(tx.tables())
  return Temporal.Instant.from(rows[0]?.at ?? tx.at)
    .subtract({ minutes: overlapMinutes })
    .toString({ smallestUnit: 'millisecond' })
}

/** Says how far a search has come, or from where the next is to look. */
export const setProgress = async (tx: Tx, at: string): Promise<void> => {
  for (const name of ['visits', 'photos'])
    await sql`insert into supervision.progress (name, at) values (${name}, ${at}) on conflict (name) do update set at = excluded.at`.execute(
      tx.tables(),
    )
}

const moveOn = async (tx: Tx, name: string, at: string): Promise<void> => {
  await sql`update supervision.progress set at = greatest(at, ${at}::timestamptz) where name = ${name}`.execute(tx.tables())
}

/** Puts a doubt on record, once. */
export const raise = async (tx: Tx, doubt: Doubt, place: DoubtPlace): Promise<void> => {
  const id = randomUUIDv7()
  if (!(await insertDoubt(tx, id, doubt, place))) return
  tx.audit({
    action: 'doubt.raise',
    record: { kind: 'doubt', id: `${doubt.record.unitId}.${id}` },
    regionCode: place.regionCode,
    after: { kind: doubt.kind, record: doubt.record.id },
  })
}

/** The text once that stands nearest to this one; what many people write is no copy. */
const copied = async (tx: Tx, text: Written): Promise<Doubt | null> => {
  const sentences = sentencesOf(text.text)
  if (sentences.length === 0) return null
  const known = await peopleBySentence(tx, sentences)
  const isPhrase = (sentence: string): boolean => (known.get(sentence) ?? 0) >= values.phrasePeople
  const bands = bandsOfText(ownWords(text.text, isPhrase))
  const alike = await writtenAlike(tx, text, bands)
  const others = await peopleBySentence(tx, [...new Set(alike.flatMap((each) => sentencesOf(each.text)))])
  const isKnown = (sentence: string): boolean => isPhrase(sentence) || (others.get(sentence) ?? 0) >= values.phrasePeople
  await keepWritten(tx, text, sentences, bands)
  const doubts = alike.map((earlier) => textDoubt(text, earlier, isKnown, values)).filter((doubt) => doubt !== null)
  return doubts.toSorted((one, other) => other.evidence.similarityPercent - one.evidence.similarityPercent)[0] ?? null
}

const doubtsOf = async (tx: Tx, row: VisitRow): Promise<readonly Doubt[]> => {
  const visit = madeVisit(row)
  const spots = visit.spot === null ? [] : await spotsAround(tx, row.personId, row.claimedAt)
  const travel = travelDoubts(row.personId, spots, values).filter(({ evidence: { from, to } }) =>
    [from.record.id, to.record.id].includes(visit.record.id),
  )
  const single = [secondsDoubt(visit, values), farDoubt(visit, values), await copied(tx, writtenOn(row))]
  return [...travel, ...single.filter((doubt) => doubt !== null)]
}

/** Looks at the visits that came since the last search. */
export const searchVisits = async (services: Services): Promise<void> => {
  const from = await within(services, (tx) => progressOf(tx, 'visits'))
  for (let after: { at: string; id: string } | null = null; ;) {
    const page: readonly VisitRow[] = await within(services, async (tx) => {
      const rows = await visitsReceived(tx, { from, after, most: atOnce })
      for (const row of rows) {
        const doubts = await doubtsOf(tx, row)
        const places = await placesOf(tx, [...new Set(doubts.map(({ record }) => record.unitId))])
        for (const doubt of doubts) await raise(tx, doubt, places.get(doubt.record.unitId) ?? row)
      }
      const last = rows.at(-1)
      if (last) await moveOn(tx, 'visits', last.receivedAt)
      return rows
    })
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce) return
    after = { at: last.receivedAt, id: last.visitId }
  }
}

const isLooked = (kind: string): kind is RecordRef['kind'] => kind === 'visit' || kind === 'hazard'

const photoRef = (photo: AttachedPhoto): PhotoRef | null => {
  const { evidenceId, recordKind, recordId, attachedAt, takenAt, uploadedBy } = photo
  if (!isLooked(recordKind)) return null
  const unitId = recordId.split('.')[0] ?? ''
  return { evidenceId, record: { kind: recordKind, id: recordId, unitId }, at: takenAt ?? attachedAt, personId: uploadedBy }
}

const isEarlier = (one: AttachedPhoto, other: AttachedPhoto): boolean =>
  one.attachedAt < other.attachedAt || (one.attachedAt === other.attachedAt && one.evidenceId < other.evidenceId)

/** The doubt about one photo: the very file before the same picture, and of several the oldest. */
const photoDoubtOf = async (tx: Tx, photo: AttachedPhoto): Promise<Doubt | null> => {
  const mine = photoRef(photo)
  if (!mine) return null
  const limitPercent = values.photoAgreement
  const like = new Map((await looksLike(tx, photo.contentHash, limitPercent / 100)).map(({ hash, agreement }) => [hash, agreement]))
  const others = (await photosOf(tx, [photo.contentHash, ...like.keys()])).filter((other) => isEarlier(other, photo))
  const outings = await outingsOf(
    tx,
    [mine, ...others.map(photoRef)].flatMap((ref) => (ref?.record.kind === 'hazard' ? [ref.record.id] : [])),
  )
  const outing = (recordId: string): string => outings.get(recordId) ?? recordId
  const doubts = others.flatMap((other) => {
    const theirs = photoRef(other)
    if (!theirs) return []
    const exact = other.contentHash === photo.contentHash
    const agreementPercent = exact ? 100 : Math.floor((like.get(other.contentHash) ?? 0) * 100)
    return photoDoubt(mine, theirs, outing, { exact, agreementPercent, limitPercent }) ?? []
  })
  return doubts.find(({ kind }) => kind === 'photoExact') ?? doubts[0] ?? null
}

/** Looks at some photos, in their order. */
export const searchThesePhotos = async (
  services: Services,
  { readLikeness }: Pick<InspectionNeeds, 'readLikeness'>,
  photos: readonly AttachedPhoto[],
): Promise<void> => {
  // All are drawn first, so that each finds those before it.
  for (const { contentHash } of photos) await readLikeness(services, contentHash)
  for (const photo of photos)
    await within(services, async (tx) => {
      const doubt = await photoDoubtOf(tx, photo)
      const place = doubt && (await placesOf(tx, [doubt.record.unitId])).get(doubt.record.unitId)
      if (doubt && place) await raise(tx, doubt, place)
      await moveOn(tx, 'photos', photo.attachedAt)
    })
}

/** Looks at the photos that became evidence since the last search. */
export const searchPhotos = async (services: Services, needs: Pick<InspectionNeeds, 'readLikeness'>): Promise<void> => {
  const from = await within(services, (tx) => progressOf(tx, 'photos'))
  for (let after: { at: string; id: string } | null = null; ;) {
    const page: readonly AttachedPhoto[] = await within(services, (tx) => photosAttached(tx, { from, after, most: atOnce }))
    await searchThesePhotos(services, needs, page)
    const last = page.at(-1)
    if (last === undefined || page.length < atOnce) return
    after = { at: last.attachedAt, id: last.evidenceId }
  }
}

/** Looks for doubts in what came since the last time. */
export const raiseDoubtsJob = (needs: Pick<InspectionNeeds, 'readLikeness'>): Job => ({
  name: 'supervision.raiseDoubts',
  timetable: '*/5 * * * *',
  run: async (services) => {
    await searchVisits(services)
    await searchPhotos(services, needs)
  },
})
