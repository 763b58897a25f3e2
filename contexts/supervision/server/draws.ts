import { createHash, randomUUIDv7 } from 'node:crypto'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { publicHolidays } from '../../../kernel/holidays.ts'
import { inScope } from '../../../kernel/actor.ts'
import { limitOf } from '../../../kernel/law.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { deadline } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { drawRoutes as routes } from '../contract/drawRoutes.ts'
import {
  allocation,
  commitmentText,
  draw,
  frameOf,
  frameText,
  sizeOf,
  stratumSizes,
  type DrawOrder,
  type FrameLine,
  type Strata,
} from '../rules/draw/draw.ts'
import { limits } from '../rules/limits.ts'
import { assign, mayJudge, tierOfScope, type Supervisor } from '../rules/recheck.ts'
import {
  auditHeadFor,
  cancelDrawRow,
  closedFor,
  closedHazards,
  drawById,
  earlierDraws,
  frameFor,
  frozenFrame,
  headStands,
  insertDraw,
  lockDraw,
  pageOfDraws,
  type DrawLine,
  type DrawRow,
} from './drawStore.ts'
import type { InspectionNeeds } from './needs.ts'
import { insertRecheck, recheckOfDraw, setAssignee, type RecheckRow } from './recheckStore.ts'
import { recheckLines } from './recheckView.ts'

type WholeDraw = RouteOutput<typeof routes.draw>

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

/** Beyond it a draw would take longer than a request may; a city's year is about a tenth of it. */
const mostInFrame = 200_000

const rechecking = ['leader', 'officer', 'inspector'] as const

/** The region of the scope in which somebody acts: what belongs to a draw, and to nobody below, is on the record there. */
export const scopeRegion = ({ scope: { lo } }: PersonActor): string => (lo === '' ? '000000' : lo.padEnd(6, '0'))

export const supervisorOf = ({ personId, scope }: PersonActor): Supervisor => ({ personId, tier: tierOfScope(scope.lo) })

/** Until when a recheck is owed that begins now. */
export const recheckDue = async (tx: Tx, { tightenedFor }: InspectionNeeds, organisationId: string): Promise<string> => {
  const days = limitOf<number>(limits.recheckDays, await tightenedFor(tx, organisationId))
  return deadline(tx.now, { days }, publicHolidays).endsAt.toString({ smallestUnit: 'millisecond' })
}

const linesOf = async (tx: Tx, needs: InspectionNeeds, rows: readonly DrawRow[]): Promise<DrawLine[]> => {
  const regions = await needs.regionNames(tx, [...new Set(rows.map(({ regionCode }) => regionCode))])
  const people = await needs.peopleNames(tx, [...new Set(rows.map(({ madeBy }) => madeBy))])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    regionCode: row.regionCode,
    regionName: regions.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode },
    from: row.from,
    to: row.to,
    frameSize: row.frameSize,
    drawn: row.drawn,
    settled: row.settled,
    falseClosures: row.falseClosures,
    madeBy: row.madeBy,
    madeByName: people.get(row.madeBy) ?? '',
    madeAt: row.madeAt,
    cancelledAt: row.cancelledAt,
    doneAt: row.doneAt,
  }))
}

const levelNames: Readonly<Record<string, Sentence>> = {
  general: { zh: '一般隐患', en: 'general' },
  major: { zh: '重大隐患', en: 'major' },
}

/** How strata are called: counties by name, people by name, levels by word. */
const stratumNames = async (
  tx: Tx,
  needs: InspectionNeeds,
  by: Strata,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Sentence>> => {
  if (by === 'county') return needs.regionNames(tx, keys)
  if (by === 'level') return new Map(keys.flatMap((key) => (levelNames[key] ? [[key, levelNames[key]] as const] : [])))
  if (by !== 'closer') return new Map()
  return new Map([...(await needs.peopleNames(tx, keys))].map(([id, name]) => [id, { zh: name, en: name }]))
}

const strataOf = async (
  tx: Tx,
  needs: InspectionNeeds,
  by: Strata,
  sizes: ReadonlyMap<string, number>,
  drawn: ReadonlyMap<string, number>,
): Promise<WholeDraw['strataDrawn']> => {
  const names = await stratumNames(tx, needs, by, [...sizes.keys()])
  return [...sizes]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([stratum, inFrame]) => ({ stratum, name: names.get(stratum) ?? null, inFrame, drawn: drawn.get(stratum) ?? 0 }))
}

const wholeDraw = async (tx: Tx, needs: InspectionNeeds, row: DrawRow): Promise<WholeDraw> => {
  const [line] = await linesOf(tx, needs, [row])
  if (!line) throw new Error('a draw has a line')
  const sizes = stratumSizes(frameOf(await frozenFrame(tx, row.id)))
  const by = row.cancelledBy === null ? null : ((await needs.peopleNames(tx, [row.cancelledBy])).get(row.cancelledBy) ?? '')
  return {
    ...line,
    level: row.level,
    industry: row.industry,
    strata: row.strata,
    wanted: row.wanted,
    frameSm3: row.frameSm3,
    head: row.head,
    seed: row.seed,
    strataDrawn: await strataOf(tx, needs, row.strata, sizes, allocation(sizes, row.drawn)),
    cancelReason: row.cancelReason,
    cancelledByName: by,
    rechecks: await recheckLines(tx, needs, await recheckOfDraw(tx, row.id)),
  }
}

const orderOf = ({ regionCode, from, to, level, industry, strata, wanted }: DrawOrder): DrawOrder => ({
  regionCode,
  from,
  to,
  level,
  industry,
  strata,
  wanted,
})

/** The frame of an order, frozen now. */
const frozen = async (tx: Tx, actor: PersonActor, order: DrawOrder): Promise<Result<readonly FrameLine[]>> => {
  const { regionCode, from, to } = order
  if (!inScope(actor.scope, { regionCode, organisationId: actor.scope.organisationId })) return refuse('OUT_OF_SCOPE', { regionCode })
  if (from > to) return refuse('DRAW_PERIOD_WRONG', { from, to })
  return ok(await frameFor(tx, order, supervisorOf(actor).tier))
}

const frameRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.drawFrame, async (tx, { actor, query: { count, percent, level = null, industry = null, ...asked } }) => {
    const wanted = count === undefined ? ({ kind: 'share', percent } as const) : ({ kind: 'count', count } as const)
    const order = orderOf({ ...asked, level, industry, wanted })
    const frame = await frozen(tx, actor, order)
    if (!frame.ok) return frame
    const sizes = stratumSizes(frame.value)
    const size = frame.value.length === 0 ? 0 : sizeOf(order.wanted, frame.value.length)
    return ok({
      size: frame.value.length,
      drawn: size,
      strata: await strataOf(tx, needs, order.strata, sizes, size === 0 ? new Map() : allocation(sizes, size)),
      closedByOthers: (await closedFor(tx, order)) - frame.value.length,
      earlier: await linesOf(tx, needs, await earlierDraws(tx, order)),
    })
  })

/** Draws: the frame is frozen, the seed comes of it and of the audit record, and both are kept with what was drawn. */
const makeRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.makeDraw, async (tx, { actor, body: { name, ...asked } }) => {
    const order = orderOf(asked)
    const frame = await frozen(tx, actor, order)
    if (!frame.ok) return frame
    if (frame.value.length === 0) return refuse('DRAW_FRAME_EMPTY', { from: order.from, to: order.to })
    if (frame.value.length > mostInFrame) return refuse('DRAW_FRAME_TOO_LARGE', { size: frame.value.length, most: mostInFrame })
    const text = frameText(frame.value)
    const head = await auditHeadFor(tx)
    const frameSm3 = sm3(text)
    const seed = sm3(commitmentText(order, frameSm3, head))
    const drawn = draw(frame.value, order.wanted, seed)
    const id = randomUUIDv7()
    const row: DrawRow = {
      ...order,
      id,
      name,
      tierDigits: actor.scope.lo.length,
      organisationId: actor.organisationId,
      frameSize: frame.value.length,
      frameSm3,
      head,
      seed,
      drawn: drawn.length,
      settled: 0,
      falseClosures: 0,
      madeBy: actor.personId,
      madeAt: tx.at,
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: null,
      doneAt: null,
    }
    await insertDraw(tx, { ...row, postId: actor.postId }, order, text)
    const hazards = new Map((await closedHazards(tx, drawn)).map((hazard) => [hazard.hazardId, hazard]))
    const dueAt = await recheckDue(tx, needs, actor.organisationId)
    for (const { hazardId, stratum } of drawn) {
      const hazard = hazards.get(hazardId)
      if (!hazard) throw new Error(`the drawn hazard ${hazardId} is gone from its own frame`)
      const made = {
        id: randomUUIDv7(),
        drawId: id,
        doubtId: null,
        tierDigits: row.tierDigits,
        madeRegion: scopeRegion(actor),
        stratum,
        dueAt,
      }
      await insertRecheck(tx, hazard, { ...made, assigneeId: null })
    }
    tx.audit({
      action: 'draw.make',
      record: { kind: 'draw', id },
      regionCode: scopeRegion(actor),
      after: { order: { ...order, wanted: { ...order.wanted } }, frameSize: row.frameSize, frameSm3, seed, drawn: drawn.length },
    })
    return ok(await wholeDraw(tx, needs, row))
  })

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'draw', id })

const verifyRoute: RouteHandler = handle(routes.verifyDraw, async (tx, { params }) => {
  const row = await drawById(tx, params.drawId)
  if (!row) return notFound(params.drawId)
  const frame = await frozenFrame(tx, row.id)
  const commitment = commitmentText(orderOf(row), row.frameSm3, row.head)
  const again = new Set(draw(frameOf(frame), row.wanted, row.seed).map(({ hazardId }) => hazardId))
  const held = await recheckOfDraw(tx, row.id)
  return ok({
    frameSame: sm3(frame) === row.frameSm3,
    seedSame: sm3(commitment) === row.seed,
    head: await headStands(tx, row.head),
    drawnSame: again.size === row.drawn && held.every(({ hazardId }) => again.has(hazardId)),
    drawn: again.size,
    commitment,
    frame,
  })
})

const cancelRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.cancelDraw, async (tx, { actor, params, body: { reason } }) => {
    const row = await lockDraw(tx, params.drawId)
    if (!row) return notFound(params.drawId)
    if (row.cancelledAt !== null) return refuse('DRAW_CANCELLED', { at: row.cancelledAt })
    const found = (await recheckOfDraw(tx, row.id)).filter(({ state }) => state === 'settled' || state === 'unconfirmed').length
    if (found > 0) return refuse('DRAW_DONE', { settled: found })
    await cancelDrawRow(tx, row.id, actor.personId, reason)
    tx.audit({ action: 'draw.cancel', record: { kind: 'draw', id: row.id }, regionCode: scopeRegion(actor), after: { reason } })
    const after = await drawById(tx, row.id)
    return after ? ok(await wholeDraw(tx, needs, after)) : notFound(row.id)
  })

type Post = Awaited<ReturnType<InspectionNeeds['supervisorsFor']>>[number]

/** The post decides the tier: a code of a scope has as many digits as its range. */
const tierOfPost = ({ scopeRegion: code }: Post): Supervisor['tier'] =>
  tierOfScope(code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') && code.length === 6 ? code.slice(0, 4) : code)

const candidates = async (tx: Tx, needs: InspectionNeeds, row: DrawRow): Promise<readonly (Post & Supervisor)[]> => {
  const posts = await needs.supervisorsFor(tx, row.regionCode, rechecking)
  const highest = new Map<string, Post & Supervisor>()
  for (const post of posts) {
    const tier = tierOfPost(post)
    const held = highest.get(post.personId)
    if (held === undefined || post.scopeRegion < held.scopeRegion) highest.set(post.personId, { ...post, tier })
  }
  // Whoever sees less than the draw's own tier sees nothing of it.
  return [...highest.values()].filter(({ tier }) => tierOfScope(''.padEnd(row.tierDigits, '3')) === tier || tier === 'province')
}

const recheckersRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.recheckers, async (tx, { params }) => {
    const row = await drawById(tx, params.drawId)
    if (!row) return notFound(params.drawId)
    const open = (await recheckOfDraw(tx, row.id)).filter(({ state }) => state === 'drawn' || state === 'assigned')
    const people = await candidates(tx, needs, row)
    const organisations = await needs.organisationNames(tx, [...new Set(people.map(({ organisationId }) => organisationId))])
    return ok({
      rows: people.map(({ personId, name, title, organisationId, tier }) => ({
        personId,
        name,
        title,
        organisationName: organisations.get(organisationId) ?? null,
        tier,
        barred: open.filter(({ closure }) => !mayJudge(closure, { personId, tier }).ok).length,
      })),
    })
  })

const stateOf = ({ state, closure, assigneeId, foundBy }: RecheckRow) => ({ state, closure, assigneeId, foundBy })

const assignRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.assignRechecks, async (tx, { actor, params, body: { personId, recheckIds } }) => {
    const row = await lockDraw(tx, params.drawId)
    if (!row) return notFound(params.drawId)
    const to = (await candidates(tx, needs, row)).find((each) => each.personId === personId)
    if (!to) return refuse('RECHECK_PERSON_UNSUITED', { personId })
    const held = new Map((await recheckOfDraw(tx, row.id)).map((recheck) => [recheck.recheckId, recheck]))
    for (const recheckId of recheckIds) {
      const recheck = held.get(recheckId)
      if (!recheck) return refuse('RECORD_NOT_FOUND', { kind: 'recheck', id: recheckId })
      const may = assign(stateOf(recheck), to)
      if (!may.ok) return may
      await setAssignee(tx, recheck.unitId, recheckId, personId)
    }
    tx.audit({
      action: 'draw.assign',
      record: { kind: 'draw', id: row.id },
      regionCode: scopeRegion(actor),
      after: { personId, recheckIds: [...recheckIds] },
    })
    return ok(await wholeDraw(tx, needs, row))
  })

/** A page of draws, the cancelled ones too. */
export const drawsPage = async (tx: Tx, needs: InspectionNeeds, query: RouteInput<typeof routes.draws>['query']) => {
  const { rows, total, next } = await pageOfDraws(tx, query)
  return { rows: await linesOf(tx, needs, rows), total, next }
}

/** Draws of closed hazards. */
export const openDrawRoutes = (needs: InspectionNeeds): readonly RouteHandler[] => [
  handle(routes.draws, async (tx, { query }) => ok(await drawsPage(tx, needs, query))),
  frameRoute(needs),
  makeRoute(needs),
  handle(routes.draw, async (tx, { params }) => {
    const row = await drawById(tx, params.drawId)
    return row ? ok(await wholeDraw(tx, needs, row)) : notFound(params.drawId)
  }),
  verifyRoute,
  cancelRoute(needs),
  recheckersRoute(needs),
  assignRoute(needs),
]
