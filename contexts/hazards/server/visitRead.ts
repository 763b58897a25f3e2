import type { RouteOutput } from '../../../kernel/contract.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { visitRoutes } from '../contract/visitRoutes.ts'
import { listVisits, reinspectionsOf, visitInScope, type ShownVisit } from './visitStore.ts'

type VisitView = RouteOutput<typeof visitRoutes.visits>['rows'][number]

const visitView = (row: ShownVisit): VisitView => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unitName,
  regionCode: row.region_code,
  recordedRegion: row.recorded_region,
  campaignId: row.campaign_id,
  how: row.how,
  announced: row.announced,
  result: row.result,
  on: row.on_day,
  note: row.note,
  position:
    row.lng === null || row.lat === null || row.accuracy_metres === null
      ? null
      : { lng: row.lng, lat: row.lat, accuracyMetres: row.accuracy_metres },
  noPositionReason: row.no_position_reason,
  claimedAt: row.claimed_at,
  receivedAt: row.received_at,
  personId: row.person_id,
  organisationId: row.visitor_organisation_id,
  answered: row.answers.length,
  notInOrder: row.answers.filter(({ answer }) => answer === 'no').length,
})

/** One visit with everything that was asked, looked at again and found. */
export const wholeVisit = async (tx: Tx, unitId: string, visitId: string): Promise<RouteOutput<typeof visitRoutes.visit> | undefined> => {
  const row = await visitInScope(tx, unitId, visitId)
  if (!row) return undefined
  return { ...visitView(row), answers: row.answers, reinspections: await reinspectionsOf(tx, unitId, visitId), hazardIds: row.hazard_ids }
}

/** Visits as they are read. */
export const readVisits: readonly RouteHandler[] = [
  handle(visitRoutes.visits, async (tx, { query }) => {
    const { rows, total, next } = await listVisits(tx, query)
    return ok({ rows: rows.map(visitView), total, next })
  }),

  handle(visitRoutes.visit, async (tx, { params }) => {
    const visit = await wholeVisit(tx, params.unitId, params.visitId)
    return visit ? ok(visit) : refuse('RECORD_NOT_FOUND', { kind: 'visit', id: params.visitId })
  }),
]
