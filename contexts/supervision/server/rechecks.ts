import type { RouteInput } from '../../../kernel/contract.ts'
import { publicHolidays } from '../../../kernel/holidays.ts'
import { limitOf } from '../../../kernel/law.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { deadline } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { attachEvidence, moveEvidence } from '../../../platform/evidence/room.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { recheckRoutes as routes } from '../contract/recheckRoutes.ts'
import { limits } from '../rules/limits.ts'
import { confirm, find, type Outcome } from '../rules/recheck.ts'
import { supervisorOf } from './draws.ts'
import { endDraw } from './drawStore.ts'
import type { InspectionNeeds } from './needs.ts'
import { closersIn, lockRecheck, pageOfRechecks, recheckByKey, setConfirmed, setFound, type RecheckRow } from './recheckStore.ts'
import { placeOf, recheckLines, recheckViewOf, recordIdOf } from './recheckView.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'recheck', id })

/** From here on everybody in scope may know: those of the unit's county, and whoever had a part. */
const settled = async (tx: Tx, row: RecheckRow, outcome: Outcome): Promise<void> => {
  if (row.drawId !== null) await endDraw(tx, row.drawId)
  await moveEvidence(tx, { record: { kind: 'recheck', id: recordIdOf(row) }, regionCode: row.regionCode, organisationId: null })
  tx.emit({
    type: 'supervision.recheckSettled',
    regionCode: row.regionCode,
    record: { kind: 'recheck', id: recordIdOf(row) },
    payload: { unitId: row.unitId, recheckId: row.recheckId, hazardId: row.hazardId, outcome },
  })
}

const findRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.recordFinding, async (tx, { actor, params, body }) => {
    const row = await lockRecheck(tx, params.unitId, params.recheckId)
    if (!row) return notFound(params.recheckId)
    const tightened = await needs.tightenedFor(tx, actor.organisationId)
    const { finding, note, evidenceIds, position, claimedAt } = body
    const noPositionReason = position === null ? body.noPositionReason : null
    const seen = { finding, note, photos: evidenceIds.length, position, noPositionReason }
    const found = find(row, supervisorOf(actor), seen, placeOf(row), {
      recheckMetres: limitOf<number>(limits.recheckMetres, tightened),
      recheckPhotos: limitOf<number>(limits.recheckPhotos, tightened),
    })
    if (!found.ok) return found
    const { state, outcome, distanceMetres } = found.value
    const confirmDays = limitOf<number>(limits.confirmDays, tightened)
    const confirmDueAt =
      state === 'unconfirmed'
        ? deadline(tx.now, { days: confirmDays }, publicHolidays).endsAt.toString({ smallestUnit: 'millisecond' })
        : null
    await setFound(tx, row.unitId, row.recheckId, {
      state,
      finding,
      outcome,
      note,
      foundBy: actor.personId,
      claimedAt,
      position,
      distanceMetres,
      noPositionReason,
      confirmDueAt,
    })
    const record = { kind: 'recheck', id: recordIdOf(row) }
    const attached = await attachEvidence(tx, {
      evidenceIds,
      record,
      // Until it is settled its photos lie where it was drawn: nobody below comes upon them.
      regionCode: row.madeRegion,
      organisationId: null,
      retention: 'forever',
      readableBy: ['leader', 'officer', 'inspector'],
    })
    if (!attached.ok) return attached
    tx.audit({
      action: 'recheck.find',
      record,
      regionCode: row.madeRegion,
      after: { hazardId: row.hazardId, finding, state, distanceMetres, photos: evidenceIds.length, claimedAt },
    })
    if (outcome !== null) await settled(tx, row, outcome)
    const after = await recheckByKey(tx, row.unitId, row.recheckId)
    return after ? ok(await recheckViewOf(tx, needs, actor, after)) : notFound(row.recheckId)
  })

/** The second person's answer; agreed, the hazard is open again in the same transaction. */
const confirmRoute = (needs: InspectionNeeds): RouteHandler =>
  handle(routes.confirmRecheck, async (tx, { actor, params, body }) => {
    const row = await lockRecheck(tx, params.unitId, params.recheckId)
    if (!row) return notFound(params.recheckId)
    const outcome = confirm(row, supervisorOf(actor), body)
    if (!outcome.ok) return outcome
    await setConfirmed(tx, row.unitId, row.recheckId, { outcome: outcome.value, by: actor.personId, note: body.note })
    if (outcome.value === 'false') {
      const { unitId, hazardId, recheckId, note } = row
      const reopened = await needs.reopenHazard(tx, actor, { unitId, hazardId, recheckId, reason: note ?? '' })
      if (!reopened.ok) return reopened
    }
    tx.audit({
      action: 'recheck.confirm',
      record: { kind: 'recheck', id: recordIdOf(row) },
      regionCode: row.madeRegion,
      after: { hazardId: row.hazardId, outcome: outcome.value, note: body.note },
    })
    await settled(tx, row, outcome.value)
    const after = await recheckByKey(tx, row.unitId, row.recheckId)
    return after ? ok(await recheckViewOf(tx, needs, actor, after)) : notFound(row.recheckId)
  })

/** A page of the rechecks that the reader may know of. */
export const rechecksPage = async (tx: Tx, needs: InspectionNeeds, query: RouteInput<typeof routes.rechecks>['query']) => {
  const { rows, total, next } = await pageOfRechecks(tx, query)
  return { rows: await recheckLines(tx, needs, rows), total, next }
}

/** Settled rechecks by who had closed. */
export const closerLines = async (tx: Tx, needs: InspectionNeeds, query: RouteInput<typeof routes.closers>['query']) => {
  const rows = await closersIn(tx, query)
  const people = await needs.peopleNames(
    tx,
    rows.map(({ personId }) => personId),
  )
  const organisations = await needs.organisationNames(tx, [...new Set(rows.map(({ organisationId }) => organisationId))])
  const regions = await needs.regionNames(tx, [...new Set(rows.map(({ regionCode }) => regionCode))])
  return rows.map((row) => ({
    ...row,
    name: people.get(row.personId) ?? '',
    organisationName: organisations.get(row.organisationId) ?? null,
    regionName: regions.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode },
  }))
}

/** Rechecks on the spot, and what they come to for who had closed. */
export const openRecheckRoutes = (needs: InspectionNeeds): readonly RouteHandler[] => [
  handle(routes.rechecks, async (tx, { query }) => ok(await rechecksPage(tx, needs, query))),
  handle(routes.recheck, async (tx, { actor, params }) => {
    const row = await recheckByKey(tx, params.unitId, params.recheckId)
    return row ? ok(await recheckViewOf(tx, needs, actor, row)) : notFound(params.recheckId)
  }),
  findRoute(needs),
  confirmRoute(needs),
  handle(routes.closers, async (tx, { query }) => ok({ rows: await closerLines(tx, needs, query) })),
]
