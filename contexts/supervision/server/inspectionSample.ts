import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import { chanceOf } from '../../../kernel/chance.ts'
import type { Route, RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { transact, transactHistory, type Services, type Tell, type Tx } from '../../../platform/database/transaction.ts'
import { attachEvidence, photosOf, type EvidenceStock, type LaidFile } from '../../../platform/evidence/room.ts'
import type { RouteHandler } from '../../../platform/http/handler.ts'
import { doubtRoutes } from '../contract/doubtRoutes.ts'
import { drawRoutes } from '../contract/drawRoutes.ts'
import { recheckRoutes } from '../contract/recheckRoutes.ts'
import { searchThesePhotos, searchVisits, setProgress } from './doubtSearch.ts'
import { drawnPhoto, usedAgain } from './drawnPhotos.ts'
import { openInspectionRoutes } from './inspection.ts'
import type { InspectionNeeds } from './needs.ts'
import type { VisitRow } from './visitStore.ts'
import { visitsReceived } from './visitStore.ts'

/** What the sample of draws, rechecks and doubts asks of the rest of the product; wired in main. */
export type InspectionSampleNeeds = {
  /** The people of the house's sample, as long as nobody has signed in; null in any other house. */
  readonly sampleCast: (
    services: Services,
  ) => Promise<{ readonly posts: readonly { readonly login: string | null; readonly actor: PersonActor }[] } | null>
  readonly stock: EvidenceStock
}

const product = systemActor('supervision.furnish')

/** Asks a use case as the doorway would: parsed by its contract. */
const openAsk =
  (services: Services, handlers: readonly RouteHandler[]) =>
  async <R extends Route>(tell: Tell, actor: PersonActor, at: Temporal.Instant, route: R, input: (tx: Tx) => Promise<unknown>) => {
    const handler = handlers.find((each) => each.route === route)
    if (!handler?.inTransaction) throw new Error(`no use case answers ${route.path}`)
    const work = handler.inTransaction
    const answer = await tell({ actor, at }, async (tx) => {
      const { params, body } = (await input(tx)) as { readonly params?: unknown; readonly body?: unknown }
      const parsed = { params: route.params?.parse(params), body: route.body?.parse(body), query: {} } as RouteInput<Route>
      const nothing = { bytes: Readable.from([]), headers: {}, visitor: 'sample', setCookie: () => undefined }
      return work(tx, { ...parsed, ...nothing, actor, request: { requestId: null, address: null, device: null }, services })
    })
    return answer as RouteOutput<R>
  }

const isThere = async ({ database }: Services, table: 'draw' | 'doubt'): Promise<boolean> => {
  const { rows } = await sql`select from supervision.${sql.ref(table)} limit 1`.execute(database.kysely)
  return rows.length > 0
}

type Cast = { readonly officer: PersonActor; readonly leader: PersonActor; readonly county: PersonActor; readonly inspector: PersonActor }

const castOf = async (services: Services, { sampleCast }: InspectionSampleNeeds): Promise<Cast | null> => {
  const cast = await sampleCast(services)
  if (cast === null) return null
  const by = (login: string): PersonActor => {
    const post = cast.posts.find((each) => each.login === login)
    if (!post) throw new Error(`nobody in the sample can play ${login}`)
    return post.actor
  }
  return { officer: by('city.officer'), leader: by('city.leader'), county: by('county.officer'), inspector: by('county.inspector') }
}

const photoName = (what: string, at: Temporal.Instant): { readonly name: string; readonly takenAt: string } => {
  const takenAt = at.subtract({ minutes: 5 }).toString({ smallestUnit: 'millisecond' })
  return { name: `${what}-${takenAt.slice(5, 10)}.jpg`, takenAt }
}

/** What the rechecker of the sample finds, one after the other; what is left is still to be done. */
const findings = [
  { finding: 'true', note: '整改到位，与复查照片一致' },
  { finding: 'false', note: '报修单上写已更换，现场仍是旧件，隐患未消除' },
  { finding: 'cameBack', note: '当时已整改，本月设备移位后又出现' },
  { finding: 'false', note: '销号照片拍的是隔壁一台，本台未整改' },
] as const

/** A draw of ten days ago, rechecks in each state, and one false closure that a second person confirmed. */
const tellDraw = async (
  services: Services,
  needs: InspectionNeeds,
  { officer, leader }: Cast,
  photos: readonly LaidFile[],
  stock: EvidenceStock,
) => {
  const now = services.clock()
  const ago = (days: number, hours = 0): Temporal.Instant => now.subtract({ hours: days * 24 + hours })
  const day = (days: number): string => dateInBeijing(ago(days)).toString()
  const ask = openAsk(services, openInspectionRoutes(needs))
  await transactHistory(services, ['supervision.recheck'], async (tell) => {
    const draw = await ask(tell, officer, ago(10), drawRoutes.makeDraw, async () => ({
      body: {
        name: '钱塘区销号抽查',
        regionCode: '330114',
        from: day(200),
        to: day(11),
        level: 'general',
        strata: 'none',
        wanted: { kind: 'count', count: 7 },
      },
    }))
    const assign = (at: Temporal.Instant, to: PersonActor, rechecks: typeof draw.rechecks) =>
      ask(tell, leader, at, drawRoutes.assignRechecks, async () => ({
        params: { drawId: draw.id },
        body: { personId: to.personId, recheckIds: rechecks.map(({ recheckId }) => recheckId) },
      }))
    await assign(ago(9, 20), officer, draw.rechecks.slice(0, 5))
    await assign(ago(9, 19), leader, draw.rechecks.slice(5, 6))
    for (const [turn, { finding, note }] of findings.entries()) {
      const recheck = draw.rechecks[turn]
      const photo = photos[turn]
      if (!recheck || !photo) throw new Error('the sample drew too few hazards')
      const at = ago(7 - turn * 1.5)
      const params = { unitId: recheck.unitId, recheckId: recheck.recheckId }
      await ask(tell, officer, at, recheckRoutes.recordFinding, async (tx) => ({
        params,
        body: {
          finding,
          note,
          evidenceIds: [await stock.take(tx, photo, photoName('复核照片', at))],
          position: await placeOf(tx, params),
          noPositionReason: '地下设备房无信号',
          claimedAt: at.subtract({ seconds: 40 }).toString(),
        },
      }))
      if (turn === 1)
        await ask(tell, leader, at.add({ hours: 5 }), recheckRoutes.confirmRecheck, async () => ({
          params,
          body: { agree: true, note: '照片与报修单对过，属实' },
        }))
    }
  })
}

/** Where the rechecker stood: where the hazard is. */
const placeOf = async (tx: Tx, { unitId, recheckId }: { readonly unitId: string; readonly recheckId: string }) => {
  const { rows } = await sql<{ lng: number | null; lat: number | null }>`
    select lng, lat from supervision.recheck where unit_id = ${unitId}::uuid and id = ${recheckId}::uuid`.execute(tx.tables())
  const [place] = rows
  return place?.lng == null || place.lat === null ? null : { lng: place.lng, lat: place.lat, accuracyMetres: 9 }
}

/** Photos that are used again behind visits of the last days: the very file, and one cut and compressed anew. */
const attachPhotos = async (
  services: Services,
  { inspector }: Cast,
  visits: readonly VisitRow[],
  stock: EvidenceStock,
  [same, first, again]: readonly LaidFile[],
): Promise<readonly string[]> => {
  if (!same || !first || !again) throw new Error('the sample drew too few photos')
  const pairs = [
    [visits[0], same],
    [visits[1], same],
    [visits[2], first],
    [visits[3], again],
  ] as const
  await transactHistory(services, ['supervision.doubt'], async (tell) => {
    for (const [visit, file] of pairs) {
      if (!visit) throw new Error('the sample told too few visits')
      const at = Temporal.Instant.from(visit.claimedAt)
      await tell({ actor: inspector, at }, async (tx) =>
        attachEvidence(tx, {
          evidenceIds: [await stock.take(tx, file, photoName('现场照片', at))],
          record: { kind: 'visit', id: `${visit.unitId}.${visit.visitId}` },
          regionCode: visit.regionCode,
          organisationId: visit.organisationId,
          retention: 'forever',
        }),
      )
    }
  })
  return [same.hash, first.hash, again.hash]
}

/** Doubts of every kind over the visits of the last days, found by the search itself; one of them looked at. */
const tellDoubts = async (services: Services, needs: InspectionNeeds, cast: Cast, stock: EvidenceStock, files: readonly LaidFile[]) => {
  const now = services.clock()
  const from = now.subtract({ hours: 66 }).toString({ smallestUnit: 'millisecond' })
  const read = await transact(services, { actor: product, readOnly: true }, async (tx) =>
    ok(await visitsReceived(tx, { from, after: null, most: 200 })),
  )
  if (!read.ok) return
  const hashes = await attachPhotos(
    services,
    cast,
    read.value.filter(({ regionCode }) => regionCode.startsWith('330114')),
    stock,
    files,
  )
  const set = (at: Temporal.Instant) =>
    transact(services, { actor: product }, async (tx) => {
      await setProgress(tx, at.toString({ smallestUnit: 'millisecond' }))
      return ok(null)
    })
  await set(now.subtract({ hours: 65 }))
  await searchVisits(services)
  const photos = await transact(services, { actor: product, readOnly: true }, async (tx) => ok(await photosOf(tx, hashes)))
  if (photos.ok) await searchThesePhotos(services, needs, photos.value)
  // What the year before holds was made up, and its pictures come again: the search goes on from here.
  await set(now.add({ minutes: 10 }))
  const looked = await transact(services, { actor: product, readOnly: true }, async (tx) => {
    const { rows } = await sql<{ unitId: string; doubtId: string }>`
      select unit_id as "unitId", id as "doubtId" from supervision.doubt where kind = 'far' order by id limit 1`.execute(tx.tables())
    return ok(rows[0])
  })
  const params = looked.ok ? looked.value : undefined
  if (params === undefined) return
  await transactHistory(services, ['supervision.doubt'], async (tell) => {
    const body = { state: 'explained', note: '登记的是注册地址，检查的是江东新厂区，已请企业更新位置' }
    await openAsk(services, openInspectionRoutes(needs))(tell, cast.county, now, doubtRoutes.lookAtDoubt, async () => ({ params, body }))
  })
}

/**
 * Furnishes a house of the sample with a draw, its rechecks, a false closure, and doubts of every kind, after hazards told
 * their year. Each part is written once: what is there already is left as it is.
 */
export const furnishInspection = async (services: Services, needs: InspectionNeeds, sample: InspectionSampleNeeds): Promise<void> => {
  const [drawn, doubted] = [await isThere(services, 'draw'), await isThere(services, 'doubt')]
  if (drawn && doubted) return
  const cast = await castOf(services, sample)
  if (cast === null) return
  const lay = async (bytes: Buffer): Promise<LaidFile> => sample.stock.lay(bytes)
  const seed = 'anlan/supervision'
  if (!drawn) {
    const photos = await Promise.all(findings.map(async (_finding, turn) => lay(await drawnPhoto(`${seed}/${turn}`, 'workshop'))))
    await tellDraw(services, needs, cast, photos, sample.stock)
  }
  if (!doubted) {
    const [same, first] = await Promise.all([drawnPhoto(`${seed}/same`, 'extinguisher'), drawnPhoto(`${seed}/near`, 'workshop')])
    const again = await usedAgain(first, chanceOf(`${seed}/again`))
    await tellDoubts(services, needs, cast, sample.stock, [await lay(same), await lay(first), await lay(again)])
  }
}
