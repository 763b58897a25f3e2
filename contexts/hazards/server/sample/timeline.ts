import { systemActor, type PersonActor } from '../../../../kernel/actor.ts'
import { asWritten } from '../../../../kernel/law.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import { transactHistory, type Services, type Tell, type Tx } from '../../../../platform/database/transaction.ts'
import { nextEscalationAt } from '../../rules/escalation.ts'
import type { Hazard } from '../../rules/hazard.ts'
import { escalateHazard } from '../escalate.ts'
import { hazardInScope } from '../hazardStore.ts'
import type { Needs } from '../needs.ts'

/** One deed of the history; what it answers is nobody's. */
export type Deed = { readonly at: Temporal.Instant; readonly by: PersonActor; readonly work: (tx: Tx) => Promise<Result<unknown>> }

/** The hazards as the history has made them so far, and when somebody is next told that a step is late. */
export type Board = {
  readonly hazard: (id: string) => Hazard
  /** Keeps it as it is at an instant. */
  readonly keep: (hazard: Hazard, at: Temporal.Instant) => void
  readonly firstLate: () => { readonly hazard: Hazard; readonly at: Temporal.Instant } | null
}

/** As `settingsFor` reads them: no organisation of the sample has tightened a limit. */
const settings = { tightened: asWritten, calendar: publicHolidays }

/** The job that tells runs every five minutes. */
const nextRun = (at: Temporal.Instant): Temporal.Instant => at.round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'ceil' })

export const openBoard = (): Board => {
  const held = new Map<string, { readonly hazard: Hazard; readonly at: Temporal.Instant | null }>()
  return {
    hazard: (id) => {
      const found = held.get(id)
      if (!found) throw new Error(`the sample's hazard ${id} has not been found yet`)
      return found.hazard
    },
    keep: (hazard, at) => {
      const late = nextEscalationAt(hazard, settings)
      // What is late as soon as it is owed is told at the next run, not before the deed.
      const due = late !== null && Temporal.Instant.compare(late, at) < 0 ? at : late
      held.set(hazard.id, { hazard, at: due && nextRun(due) })
    },
    firstLate: () => {
      let first: { hazard: Hazard; at: Temporal.Instant } | null = null
      for (const { hazard, at } of held.values())
        if (at !== null && (first === null || Temporal.Instant.compare(at, first.at) < 0)) first = { hazard, at }
      return first
    },
  }
}

const teller = systemActor('hazards.escalate')

/** Tells what was late before an instant, each at the run of the job that would have told it. */
const escalateUntil = async (tell: Tell, needs: Needs, board: Board, until: Temporal.Instant): Promise<void> => {
  for (;;) {
    const late = board.firstLate()
    if (late === null || Temporal.Instant.compare(late.at, until) > 0) return
    const { id, unitId } = late.hazard
    const after = await tell({ actor: teller, at: late.at }, async (tx) => {
      // By other clocks than the room's this would go on for ever.
      if ((await escalateHazard(tx, needs, { unitId, id })) === 0) throw new Error(`nobody is to be told of the sample's hazard ${id}`)
      return ok(await hazardInScope(tx, unitId, id))
    })
    if (!after) throw new Error(`the sample's hazard ${id} is gone`)
    board.keep(after.hazard, late.at)
  }
}

const growing = [
  'hazards.unit',
  'hazards.campaign_target',
  'hazards.unit_checked',
  'hazards.visit',
  'hazards.hazard',
  'hazards.hazard_event',
  'hazards.owing',
  'hazards.figure_delta',
  'evidence.item',
]

/**
 * Writes a history strictly in the order of its time, between its deeds the late steps that the job would have told, in one
 * transaction: the audit chains, the events and the figures come about as they would have, and a crash leaves none of it.
 */
export const writeHistory = (
  services: Services,
  needs: Needs,
  { deeds, board, now }: { readonly deeds: readonly Deed[]; readonly board: Board; readonly now: Temporal.Instant },
): Promise<void> =>
  transactHistory(services, growing, async (tell) => {
    for (const { at, by, work } of deeds.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
      if (Temporal.Instant.compare(at, now) > 0) throw new RangeError(`the sample tells of ${at.toString()}, which lies ahead`)
      await escalateUntil(tell, needs, board, at)
      await tell({ actor: by, at }, work)
    }
    await escalateUntil(tell, needs, board, now)
  })
