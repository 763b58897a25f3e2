import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { registerRoutes } from '../contract/registerRoutes.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { industryNameOf } from './unitIndustry.ts'
import { activityOf } from './unitListStore.ts'
import type { UnitRow } from './unitStore.ts'

export type UnitView = RouteOutput<typeof registerRoutes.addUnit>

/** What the register itself holds of a unit; no name of a person is in it. */
export const unitPaper = (row: UnitRow) => ({
  unitId: row.unit_id,
  kind: row.kind,
  name: row.name,
  uscc: row.uscc,
  regionCode: row.region_code,
  recordedRegion: row.recorded_region,
  organisationId: row.organisation_id,
  industryCode: row.industry_code,
  tags: row.tags,
  riskColour: row.risk_colour,
  responsiblePersonId: row.responsible_person_id,
  address: row.address,
  place: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
  registeredOn: row.registered_on,
  closedOn: row.closed_on,
  closeReason: row.close_reason,
  aliasOf: row.alias_of,
  doubleReason: row.double_reason,
  version: row.version,
})

/** Units as the screens show them, with the names and the counts of the whole page. */
export const unitViews = async (tx: Tx, needs: NameNeeds, rows: readonly UnitRow[]): Promise<UnitView[]> => {
  const names = await namesFor(tx, needs, {
    regions: rows.map(({ region_code }) => region_code),
    organisations: rows.map(({ organisation_id }) => organisation_id),
    people: rows.map(({ responsible_person_id }) => responsible_person_id),
  })
  const activity = await activityOf(
    tx,
    rows.map(({ unit_id }) => unit_id),
  )
  return rows.map((row) => ({
    ...unitPaper(row),
    regionName: names.region(row.region_code),
    organisationName: names.organisation(row.organisation_id),
    industryName: industryNameOf(row.industry_code),
    responsiblePersonName: names.personOrNull(row.responsible_person_id),
    openHazards: activity.get(row.unit_id)?.openHazards ?? 0,
    lastCheckedOn: activity.get(row.unit_id)?.lastCheckedOn ?? null,
  }))
}

/** One unit as the screens show it. */
export const unitView = async (tx: Tx, needs: NameNeeds, row: UnitRow): Promise<UnitView> => {
  const [view] = await unitViews(tx, needs, [row])
  if (!view) throw new Error('a row has a view')
  return view
}
