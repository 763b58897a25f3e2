import type { RouteOutput } from '../../../kernel/contract.ts'
import type { registerRoutes } from '../contract/registerRoutes.ts'
import type { UnitRow } from './unitStore.ts'

/** A unit as the screens show it. */
export const unitView = (row: UnitRow): RouteOutput<typeof registerRoutes.addUnit> => ({
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
