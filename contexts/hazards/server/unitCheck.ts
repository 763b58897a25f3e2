import { inScope } from '../../../kernel/actor.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import { parseUscc } from '../../../kernel/identifiers.ts'
import { parseRegionCode } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { registerRoutes } from '../contract/registerRoutes.ts'
import { duplicateKeys, judgeDuplicate, type UnitFeatures } from '../rules/duplicates.ts'
import { countsOfUnit, deltasBetween } from '../rules/figures.ts'
import { readIndustry } from '../rules/industries.ts'
import { majorHazardSource } from '../rules/majorHazardSource.ts'
import { writeDeltas } from './figureStore.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { idsInScope, lockKeys, unitRow, unitsWithKeys, type UnitRow } from './unitStore.ts'
import { unitPaper } from './unitView.ts'

type Body = RouteInput<typeof registerRoutes.addUnit>['body']

/** The code as the tree keeps it, of a region in force today. */
export const regionOf = (tx: Tx, needs: RegisterNeeds, code: string): Result<string> => {
  const region = parseRegionCode(code)
  return region.ok ? needs.regionInForce(region.value, dateInBeijing(tx.now).toString()) : refuse('REGION_UNKNOWN', { regionCode: code })
}

const organisationKnown = async (tx: Tx, needs: RegisterNeeds, id: string | null): Promise<Result<null>> =>
  id === null || (await needs.organisationNames(tx, [id])).has(id) ? ok(null) : refuse('RECORD_NOT_FOUND', { kind: 'organisation', id })

/** Units that are probably the same as this one, the likeliest first. Of one out of scope no id is told. */
export const doublesOf = async (tx: Tx, features: UnitFeatures, except: string | null) => {
  const found = await unitsWithKeys(tx, duplicateKeys(features), except)
  const seen = await idsInScope(
    tx,
    found.map(({ unitId }) => unitId),
  )
  return found
    .map((other) => ({ other, verdict: judgeDuplicate(features, other) }))
    .filter(({ verdict }) => verdict.probablyOne)
    .map(({ other, verdict: { score, reasons, distanceMetres } }) => ({
      unitId: seen.has(other.unitId) ? other.unitId : null,
      name: other.name,
      regionCode: other.regionCode,
      score,
      reasons: [...reasons],
      distanceMetres,
    }))
    .toSorted((one, other) => other.score - one.score)
}

/** What tells a unit of the register apart. */
export const featuresOf = (row: UnitRow): UnitFeatures => ({
  unitId: row.unit_id,
  name: row.name,
  uscc: row.uscc,
  regionCode: row.region_code,
  place: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
})

/**
 * What somebody entered of a unit, as it will be written. Region, industry, credit code and chemicals are validated, and
 * a probable double is refused unless the reason is stated why it is another unit.
 * @param held the row as it stands, where it is a change
 */
export const checkUnit = async (tx: Tx, needs: RegisterNeeds, body: Body, held: UnitRow | null) => {
  // What was right when it was written may stay.
  const region: Result<string> = held?.region_code === body.regionCode ? ok(body.regionCode) : regionOf(tx, needs, body.regionCode)
  if (!region.ok) return region
  const place = { regionCode: region.value, organisationId: body.organisationId }
  if (!inScope(tx.actor.scope, place)) return refuse('OUT_OF_SCOPE', { regionCode: region.value })
  const uscc = body.uscc === null ? null : parseUscc(body.uscc)
  if (uscc !== null && !uscc.ok) return uscc
  const industry = readIndustry(body.industryCode)
  if (!industry.ok) return industry
  const source = majorHazardSource(body.chemicals, body.exposedPeople)
  if (!source.ok) return source
  if (body.organisationId !== held?.organisation_id) {
    const known = await organisationKnown(tx, needs, body.organisationId)
    if (!known.ok) return known
  }
  const features = { unitId: held?.unit_id ?? '', name: body.name, uscc: body.uscc, regionCode: region.value, place: body.place }
  const keys = duplicateKeys(features)
  await lockKeys(tx, keys)
  const candidates = await doublesOf(tx, features, held?.unit_id ?? null)
  if (candidates.length > 0 && body.doubleReason === null && (held?.double_reason ?? null) === null)
    return refuse('UNIT_PROBABLY_REGISTERED', { candidates: candidates.map(({ distanceMetres: _distance, ...candidate }) => candidate) })
  return ok({
    keys,
    row: {
      kind: body.kind,
      name: body.name,
      uscc: body.uscc,
      region_code: region.value,
      organisation_id: body.organisationId,
      industry_code: industry.value.code,
      tags: [...new Set(body.tags)],
      risk_colour: body.riskColour,
      responsible_person_id: body.responsiblePersonId,
      address: body.address,
      lng: body.place?.lng ?? null,
      lat: body.place?.lat ?? null,
      chemicals: body.chemicals,
      exposed_people: body.exposedPeople,
      double_reason: candidates.length === 0 ? (held?.double_reason ?? null) : (body.doubleReason ?? held?.double_reason ?? null),
    },
  })
}

/** What the record keeps of a unit. */
export const unitFacts = (row: UnitRow) => ({
  ...unitPaper(row),
  chemicals: row.chemicals.map(({ substance, tonnes }) => ({ substance, tonnes })),
  exposedPeople: row.exposed_people,
})

/** A unit counts once: not when it is closed, and not when it was found to be another. */
const countsOf = (row: UnitRow | null) =>
  row === null
    ? []
    : countsOfUnit(
        { closedOn: row.alias_of === null ? row.closed_on : row.registered_on },
        { regionCode: row.region_code, industryCode: row.industry_code },
      )

/** Puts what was done to a unit on the record, counts it, tells the other rooms, and hands back its row as it now is. */
export const unitChanged = async (tx: Tx, action: string, before: UnitRow | null, unitId: string): Promise<UnitRow> => {
  const after = await unitRow(tx, unitId)
  if (!after) throw new Error(`the unit ${unitId} was written out of its writer's scope`)
  await writeDeltas(tx, deltasBetween(countsOf(before), countsOf(after)))
  const place = { regionCode: after.region_code, organisationId: after.organisation_id }
  const record = { kind: 'unit', id: unitId }
  tx.audit({ action, record, ...place, ...(before ? { before: unitFacts(before) } : {}), after: unitFacts(after) })
  tx.emit({ type: before === null ? 'hazards.unitAdded' : 'hazards.unitChanged', ...place, record, payload: { unitId } })
  return after
}

/** The row a change begins from: in scope, standing for itself, still open, and of the version the writer saw. */
export const openUnit = (row: UnitRow | undefined, unitId: string, version: number | null): Result<UnitRow> => {
  if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
  if (row.alias_of !== null) return refuse('UNIT_JOINED', { name: row.name, intoId: row.alias_of })
  if (row.closed_on !== null) return refuse('UNIT_CLOSED', { unitId, name: row.name, closedOn: row.closed_on })
  if (version !== null && row.version !== version)
    return refuse('VERSION_STALE', { kind: 'unit', id: unitId, expectedVersion: version, actualVersion: row.version })
  return ok(row)
}
