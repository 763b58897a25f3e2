import { publicHolidays } from '../../../../kernel/holidays.ts'
import { sentenceOf } from '../../../../kernel/refusals.ts'
import type { Fix } from '../../../../ui/outbox/records.ts'
import { actionOfSent, type SentAction } from '../../contract/hazardActions.ts'
import { refusals } from '../../contract/refusals.ts'
import { decide, possibleActions } from '../../rules/decide.ts'
import type { DeedFacts } from '../../rules/actions.ts'
import type { HazardRecord, KeptUnit } from './packShape.ts'
import type { Because, SpotDeed } from './spotDeed.ts'

/** An old browser has no legal clock: the pack's own verdict stands in, and the server decides. */
const hasClock = typeof Temporal !== 'undefined'

const factsFor = ({ person, tightened }: KeptUnit, claimedAt: string, position: Fix | null): DeedFacts => ({
  person,
  tightened: new Map(Object.entries(tightened)),
  // Only deadlines ask for days off, and none is reckoned here.
  calendar: publicHolidays,
  claimedAt,
  position,
})

/** Whether the person may do it at all, by the same rules as on the server; null where he may. */
export const mayOnSpot = (record: HazardRecord, kept: KeptUnit, deed: SpotDeed, claimedAt: string): Because | null => {
  if (!hasClock) return record.actions.find(({ action }) => action === deed)?.refusal ?? null
  const now = Temporal.Instant.from(claimedAt)
  const refusal = possibleActions(record.hazard, factsFor(kept, claimedAt, null), now).find(({ action }) => action === deed)?.refusal
  return refusal ? { code: refusal.code, sentence: sentenceOf(refusals, refusal) } : null
}

/** Whether it may be done as it was filled in: the distance, the photos, the opinion; null where it may. */
export const checkOnSpot = (
  record: HazardRecord,
  kept: KeptUnit,
  action: SentAction,
  claimedAt: string,
  position: Fix | null,
): Because | null => {
  if (!hasClock || action.kind === 'linkRecurrence') return null
  const verdict = decide(record.hazard, actionOfSent(action), factsFor(kept, claimedAt, position), Temporal.Instant.from(claimedAt))
  return verdict.ok ? null : { code: verdict.refusal.code, sentence: sentenceOf(refusals, verdict.refusal) }
}
