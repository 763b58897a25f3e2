import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { visitRoutes } from '../contract/visitRoutes.ts'
import { itemOf } from '../rules/criteria.ts'
import { libraryOf } from './criteriaStore.ts'
import { recordIdOf } from './hazardRow.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { industriesWithin } from './unitIndustry.ts'
import { foundOn, listVisits, looksOf, visitInScope, type ShownVisit, type VisitQuery } from './visitStore.ts'

type WholeVisit = RouteOutput<typeof visitRoutes.visit>
export type VisitView = RouteOutput<typeof visitRoutes.visits>['rows'][number]

const visitPaper = (row: ShownVisit) => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unitName,
  regionCode: row.region_code,
  recordedRegion: row.recorded_region,
  campaignId: row.campaign_id,
  campaignName: row.campaignName,
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
  hazards: row.ledger?.found ?? row.hazard_ids.length,
  ledger: row.ledger && {
    number: row.ledger.number,
    by: row.ledger.by,
    department: row.ledger.department,
    row: row.ledger.row,
  },
})

/** Visits as the screens show them. */
export const visitViews = async (tx: Tx, needs: NameNeeds, rows: readonly ShownVisit[]): Promise<VisitView[]> => {
  const names = await namesFor(tx, needs, {
    regions: rows.map(({ region_code }) => region_code),
    organisations: rows.map(({ visitor_organisation_id }) => visitor_organisation_id),
    people: rows.map(({ person_id }) => person_id),
  })
  return rows.map((row) => ({
    ...visitPaper(row),
    regionName: names.region(row.region_code),
    personName: names.person(row.person_id),
    organisationName: names.organisation(row.visitor_organisation_id),
  }))
}

/** What was answered, each with what the item asked on the day; the key where the library knows it no more. */
const answersOf = async (tx: Tx, { answers, on_day }: ShownVisit): Promise<WholeVisit['answers']> => {
  if (answers.length === 0) return []
  const library = await libraryOf(tx)
  return answers.map((answer) => {
    const item = itemOf(library, answer.itemKey, on_day)?.item
    return { ...answer, asks: { zh: item?.zh ?? answer.itemKey, en: item?.en ?? answer.itemKey }, clause: item?.clause ?? '' }
  })
}

/** One visit with everything that was asked, looked at again and found. */
export const wholeVisit = async (tx: Tx, needs: NameNeeds, unitId: string, visitId: string): Promise<WholeVisit | undefined> => {
  const row = await visitInScope(tx, unitId, visitId)
  if (!row) return undefined
  const [view] = await visitViews(tx, needs, [row])
  if (!view) throw new Error('a row has a view')
  return {
    ...view,
    recordId: recordIdOf({ unitId: row.unit_id, id: row.id }),
    answers: await answersOf(tx, row),
    reinspections: await looksOf(tx, unitId, visitId),
    found: await foundOn(tx, unitId, row.hazard_ids),
  }
}

/** The filters of the list as the register keeps industries; refuses what GB/T 4754 does not know. */
export const visitFilterOf = ({
  industry,
  industryAlone,
  ...query
}: RouteInput<typeof visitRoutes.visits>['query']): Result<VisitQuery> => {
  const industries = industry === undefined ? ok(undefined) : industriesWithin(industry, industryAlone)
  return industries.ok ? ok({ ...query, industries: industries.value }) : industries
}

/** Visits as they are read. */
export const openReadVisits = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(visitRoutes.visits, async (tx, { query }) => {
    const filter = visitFilterOf(query)
    if (!filter.ok) return filter
    const { rows, total, next } = await listVisits(tx, filter.value)
    return ok({ rows: await visitViews(tx, needs, rows), total, next })
  }),

  handle(visitRoutes.visit, async (tx, { params }) => {
    const visit = await wholeVisit(tx, needs, params.unitId, params.visitId)
    return visit ? ok(visit) : refuse('RECORD_NOT_FOUND', { kind: 'visit', id: params.visitId })
  }),
]
