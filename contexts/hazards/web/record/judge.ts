import { asWritten } from '../../../../kernel/law.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import type { SentAction } from '../../contract/hazardActions.ts'
import { actionOfSent } from '../../contract/hazardActions.ts'
import type { Action, DeedFacts } from '../../rules/actions.ts'
import { apply } from '../../rules/apply.ts'
import { decide } from '../../rules/decide.ts'
import type { Fix, Hazard } from '../../rules/hazard.ts'
import { owedBy, type Owed } from '../../rules/owed.ts'
import type { Person } from '../../rules/people.ts'
import type { HazardRefusal } from '../../rules/refusalFacts.ts'

/** What would become of an action: refused, or done, with what is owed then that is not owed now. */
export type Judgement =
  | { readonly refusal: HazardRefusal }
  | { readonly refusal: null; readonly after: Hazard; readonly owed: readonly Owed[] }

export type Around = {
  readonly person: Person
  /** ISO instant of the server's clock. */
  readonly at: string
  readonly position: Fix | null
  /** When the earlier hazard was found, for a link to it. */
  readonly earlierFoundAt: string | null
}

const actionFrom = (hazard: Hazard, sent: SentAction, earlierFoundAt: string | null): Action =>
  sent.kind === 'linkRecurrence'
    ? {
        kind: 'linkRecurrence',
        earlier: { hazardId: sent.earlierHazardId, unitId: hazard.unitId, foundAt: earlierFoundAt ?? hazard.found.step.claimedAt },
        reason: sent.reason,
      }
    : actionOfSent(sent)

/**
 * Runs the room's own rule before anything is sent. Limits are those of the text: what an organisation tightened, and the
 * year's holidays, the server knows and says.
 */
export const judge = (hazard: Hazard, sent: SentAction, { person, at, position, earlierFoundAt }: Around): Judgement => {
  const facts: DeedFacts = { person, claimedAt: at, position, tightened: asWritten, calendar: publicHolidays }
  const verdict = decide(hazard, actionFrom(hazard, sent, earlierFoundAt), facts, Temporal.Instant.from(at))
  if (!verdict.ok) return { refusal: verdict.refusal }
  const after = apply(hazard, verdict.value)
  const before = owedBy(hazard, facts)
  const isNew = (owed: Owed): boolean => !before.some(({ kind, since }) => kind === owed.kind && since === owed.since)
  return { refusal: null, after, owed: owedBy(after, facts).filter(isNew) }
}
