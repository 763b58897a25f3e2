import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { systemActor, type Actor, type PersonActor, type Role } from '../../../../kernel/actor.ts'
import { lawTimeZone } from '../../../../kernel/time.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { transactHistory, type Services, type Tx } from '../../../../platform/database/transaction.ts'
import type { EvidenceStock, LaidFile } from '../../../../platform/evidence/room.ts'
import type { SentAction } from '../../contract/tipRoutes.ts'
import { actOnTip } from '../actOnTip.ts'
import { keepEvent } from '../keepEvent.ts'
import type { KnownUnit, Needs } from '../needs.ts'
import { addPoster } from '../posters.ts'
import { receiveTip } from '../sendTip.ts'
import { lookAt } from '../tips.ts'
import { lockTip, settingsFor, tables } from '../tipStore.ts'
import { samplePicture } from './picture.ts'
import { stories, type Player, type Story, type Turn } from './stories.ts'

/** Somebody of the house's sample in one post. */
type SamplePost = { readonly login: string | null; readonly actor: PersonActor }

/** What the sample of this room asks of the rest of the product; wired in main. */
export type TipSampleNeeds = {
  /** The people of the house's sample, as long as nobody has signed in; null in any other house. */
  readonly sampleCast: (services: Services) => Promise<{ readonly posts: readonly SamplePost[] } | null>
  readonly someUnits: (tx: Tx, most: number) => Promise<readonly KnownUnit[]>
  readonly someClosedHazards: (tx: Tx, most: number) => Promise<readonly { readonly unitId: string; readonly hazardId: string }[]>
  readonly stock: EvidenceStock
}

type Deed = { readonly at: Temporal.Instant; readonly by: Actor; readonly work: (tx: Tx) => Promise<Result<unknown>> }

const county = '330114'
const street = systemActor('tips.public')

const castOf = (posts: readonly SamplePost[]): { readonly [Name in Player]: PersonActor } => {
  const by = (login: string, role: Role): PersonActor => {
    const post = posts.find((each) => each.login === login && each.actor.roles.includes(role))
    if (!post) throw new Error(`nobody in the sample is ${login}`)
    return post.actor
  }
  return {
    officer: by('county.officer', 'officer'),
    inspector: by('county.inspector', 'inspector'),
    leader: by('county.leader', 'leader'),
    keeper: by('county.keeper', 'tipKeeper'),
  }
}

/** So many days before the start: whole days in office hours, parts of a day by the clock. Never ahead. */
const openTimes = (now: Temporal.Instant) => {
  let turn = 0
  return (daysAgo: number): Temporal.Instant => {
    turn += 1
    if (daysAgo < 1) return now.subtract({ minutes: Math.round(daysAgo * 24 * 60) })
    return now
      .toZonedDateTimeISO(lawTimeZone)
      .subtract({ days: daysAgo })
      .withPlainTime({ hour: 9 + (turn % 8), minute: (turn * 17) % 60 })
      .toInstant()
  }
}

const begun = async ({ database }: Services): Promise<boolean> =>
  (await database.pool.query('select from tips.poster limit 1')).rows.length > 0

type Posters = { readonly [Kind in NonNullable<Story['poster']>]: { readonly id: string; readonly regionCode: string } }

type Stage = {
  readonly needs: Needs
  readonly sample: TipSampleNeeds
  readonly cast: { readonly [Name in Player]: PersonActor }
  readonly pictures: readonly LaidFile[]
  /** The photos of the street, kept beforehand as they are in life, by the story they belong to. */
  readonly photos: Map<string, readonly string[]>
  readonly ids: Map<string, string>
  readonly posters: Map<NonNullable<Story['poster']>, Posters['gate']>
  unit: KnownUnit | null
}

const idOf = ({ ids }: Stage, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the sample's tip ${key} has not come yet`)
  return id
}

const versionOf = async (tx: Tx, tipId: string): Promise<number> => (await lockTip(tx, tipId))?.tip.version ?? 0

const act = async (tx: Tx, { needs }: Stage, by: PersonActor, tipId: string, action: SentAction): Promise<Result<unknown>> => {
  const whole = { known: null, found: null, ...action } as Parameters<typeof actOnTip>[4]['action']
  return actOnTip(tx, needs, by, tipId, { action: whole, version: await versionOf(tx, tipId) })
}

const checkTrue = async (tx: Tx, stage: Stage, story: Story): Promise<SentAction> => {
  const [picture] = stage.pictures
  if (!picture || !stage.unit) throw new Error('the sample has no unit to check')
  const photo = await stage.sample.stock.take(tx, picture, { name: '核查照片.jpg', takenAt: tx.at })
  return {
    kind: 'check',
    outcome: 'true',
    opinion: '现场核查属实，已当场要求整改并登记隐患。',
    found: { unitId: stage.unit.unitId, description: story.words, proposedLevel: 'general', evidence: [photo] },
  }
}

const checkKnown = async (tx: Tx, { sample }: Stage): Promise<SentAction> => {
  const [known] = await sample.someClosedHazards(tx, 1)
  if (!known) throw new Error('the sample has no hazard that was put right')
  return { kind: 'check', outcome: 'known', opinion: '该问题前期已检查发现，并已整改销号。', known }
}

const comes = async (tx: Tx, stage: Stage, story: Story): Promise<Result<unknown>> => {
  const poster = story.poster === null ? null : stage.posters.get(story.poster)
  const sitting = randomUUID()
  const photos = stage.photos.get(story.key) ?? []
  for (const evidence_id of photos) await tables(tx).insertInto('tips.sitting_photo').values({ evidence_id, sitting, at: tx.at }).execute()
  const told = await receiveTip(tx, stage.needs, {
    sitting,
    topics: [...story.topics],
    words: story.words,
    place: story.place,
    position: null,
    photos: [...photos],
    insider: story.insider ?? false,
    regionCode: poster?.regionCode ?? county,
    posterId: poster?.id ?? null,
    informant: story.named === null ? null : { name: story.named, phone: `1990000${String(8000 + stage.ids.size)}` },
  })
  if (told.ok) stage.ids.set(story.key, told.value.tipId)
  return told
}

const turned = async (tx: Tx, stage: Stage, story: Story, turn: Turn): Promise<Result<unknown>> => {
  const tipId = idOf(stage, story.key)
  if ('writes' in turn) {
    const held = await lockTip(tx, tipId)
    if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'tip', id: tipId })
    const settings = await settingsFor(tx, stage.needs)
    return ok(
      await keepEvent(tx, held, { kind: 'informantWrote', at: tx.at, text: turn.writes }, { action: 'tip.informantWrites', settings }),
    )
  }
  if ('joins' in turn) return act(tx, stage, stage.cast.officer, tipId, { kind: 'join', intoId: idOf(stage, turn.joins) })
  const by = stage.cast[turn.by]
  if (turn.does === 'reveal') return lookAt(tx, stage.needs, by, tipId, '联系领取奖金')
  if (turn.does === 'checkTrue') return act(tx, stage, by, tipId, await checkTrue(tx, stage, story))
  if (turn.does === 'checkKnown') return act(tx, stage, by, tipId, await checkKnown(tx, stage))
  return act(tx, stage, by, tipId, turn.does)
}

const hangs = async (tx: Tx, stage: Stage): Promise<Result<null>> => {
  const [unit] = await stage.sample.someUnits(tx, 1)
  if (!unit) throw new Error('the sample has no unit to hang a poster at')
  stage.unit = unit
  const words = { zh: '看见隐患，扫码告诉我们', en: 'See a danger? Scan and tell us' }
  for (const [kind, title, unitId] of [
    ['gate', `${unit.name}大门`, unit.unitId],
    ['street', '金沙大道与学林街口公告栏', null],
    ['region', '钱塘区公众号与公交站牌', null],
  ] as const) {
    const made = await addPoster(tx, stage.needs, stage.cast.officer, { kind, title, words, regionCode: county, unitId })
    if (!made.ok) return made
    stage.posters.set(kind, { id: made.value.id, regionCode: made.value.regionCode })
  }
  return ok(null)
}

/** Photos of the street are kept before the history is written, as in life they are before the tip is sent; at their own time. */
const keepPhotos = async (
  services: Services,
  { keepEvidence }: Needs,
  at: Temporal.Instant,
  numbers: readonly number[],
): Promise<string[]> => {
  const then: Services = { ...services, clock: () => at.subtract({ minutes: 2 }) }
  const photos: string[] = []
  for (const number of numbers) {
    const bytes = Readable.from([await samplePicture(number)])
    const kept = await keepEvidence(then, { actor: street }, { name: '举报照片.jpg', bytes, regionCode: '', organisationId: null })
    if (!kept.ok) throw new Error(`a picture of the sample is no evidence: ${kept.refusal.code}`)
    photos.push(kept.value.id)
  }
  return photos
}

/**
 * Furnishes a house of the sample with posters and tips in every state, by the room's own use cases, in one transaction. That a
 * poster hangs tells that it was done; where somebody has signed in nothing is written.
 * @returns whether it was written now
 */
export const furnishTips = async (services: Services, needs: Needs, sample: TipSampleNeeds): Promise<boolean> => {
  if (await begun(services)) return false
  const cast = await sample.sampleCast(services)
  if (cast === null) return false
  const pictures = [await sample.stock.lay(await samplePicture(0))]
  const stage: Stage = {
    needs,
    sample,
    cast: castOf(cast.posts),
    pictures,
    photos: new Map(),
    ids: new Map(),
    posters: new Map(),
    unit: null,
  }
  const at = openTimes(services.clock())
  const came = new Map(stories.map((story) => [story.key, at(story.daysAgo)]))
  let drawn = 0
  for (const { key, photos } of stories) {
    const numbers = Array.from({ length: photos }, (_each, place) => drawn + place + 1)
    drawn += photos
    stage.photos.set(key, await keepPhotos(services, needs, came.get(key) ?? services.clock(), numbers))
  }
  const deeds: readonly Deed[] = [
    { at: at(60), by: stage.cast.officer, work: (tx) => hangs(tx, stage) },
    ...stories.flatMap((story): readonly Deed[] => [
      { at: came.get(story.key) ?? at(story.daysAgo), by: street, work: (tx) => comes(tx, stage, story) },
      ...story.turns.map((turn) => ({
        at: at(turn.daysAgo),
        by: 'writes' in turn ? street : 'joins' in turn ? stage.cast.officer : stage.cast[turn.by],
        work: (tx: Tx) => turned(tx, stage, story, turn),
      })),
    ]),
  ]
  await transactHistory(services, ['tips.tip'], async (tell) => {
    for (const deed of deeds.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at)))
      await tell({ actor: deed.by, at: deed.at }, deed.work)
  })
  return true
}
