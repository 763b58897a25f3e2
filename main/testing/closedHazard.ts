import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { publicHolidays } from '../../kernel/holidays.ts'
import { asWritten } from '../../kernel/law.ts'
import type { HazardEvent } from '../../contexts/hazards/rules/events.ts'
import type { Hazard } from '../../contexts/hazards/rules/hazard.ts'
import { acts, after, ownOrdered, people, selfChecked, type Story } from '../../contexts/hazards/rules/testing/story.ts'
import { insertEvent, insertHazard, numberHazards } from '../../contexts/hazards/server/hazardStore.ts'
import type { UnitFacts } from '../../contexts/hazards/server/unitStore.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Found, put right, reviewed and closed by the unit's own people, in November. */
const story = (): Story => after(selfChecked(ownOrdered()), [acts.review, people.deputy], [acts.close, people.deputy])

/** The story with ids that a database takes; each person of it is somebody new. */
const withIds = (unit: UnitFacts): { readonly hazard: Hazard; readonly events: readonly HazardEvent[] } => {
  const { hazard, events } = story()
  const fresh = new Map<string, string>([
    ['hazard-1', randomUUIDv7()],
    ['unit-1', unit.unitId],
    ['plant', unit.organisationId ?? randomUUID()],
  ])
  for (const who of [...Object.keys(people), 'mate']) fresh.set(who, randomUUID())
  return JSON.parse(JSON.stringify({ hazard, events }), (_key, value: unknown) =>
    typeof value === 'string' ? (fresh.get(value) ?? value) : value,
  ) as ReturnType<typeof withIds>
}

/** A hazard that the unit's own people closed, put there without its use cases; nobody of the house had a part in it. */
export const closedHazardAt = async (tx: Tx, unit: UnitFacts): Promise<Hazard> => {
  const { hazard, events } = withIds(unit)
  const settings = { tightened: asWritten, calendar: publicHolidays }
  const place = { unitName: unit.name, regionCode: unit.regionCode, organisationId: unit.organisationId }
  const standing = { regionCode: unit.regionCode, industryCode: unit.industryCode, campaignId: null, registered: false }
  await insertHazard(tx, hazard, standing, place, settings)
  for (const [at, event] of events.entries()) await insertEvent(tx, { ...hazard, version: at + 1 }, event)
  await numberHazards(tx, [hazard], unit.regionCode)
  return hazard
}
