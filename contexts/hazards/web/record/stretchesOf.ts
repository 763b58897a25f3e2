import { asWritten } from '../../../../kernel/law.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import { apply, begin } from '../../rules/apply.ts'
import { isBeginning } from '../../rules/begin.ts'
import { stepDeadline, stepOf, type StepKind } from '../../rules/clocks.ts'
import type { HazardEvent } from '../../rules/events.ts'
import type { Hazard } from '../../rules/hazard.ts'

/** One step's own clock: from its beginning to its end, against the limit that ran. */
export type Stretch = {
  readonly step: StepKind
  readonly round: number
  readonly startedAt: string
  readonly dueAt: string
  readonly endedAt: string | null
}

const settings = { tightened: asWritten, calendar: publicHolidays }

const stretchOf = (hazard: Hazard): Stretch | null => {
  const step = stepOf(hazard)
  const due = stepDeadline(hazard, settings)
  return step === null || due === null
    ? null
    : { step, round: 'round' in hazard ? hazard.round : 0, startedAt: hazard.since, dueAt: due.endsAt.toString(), endedAt: null }
}

/**
 * The step clocks of a hazard, oldest first; the last, without an end, is the present one. A limit of a past step that an
 * organisation had tightened is told as the text has it; the present one comes from the server.
 */
export const stretchesOf = (history: readonly HazardEvent[], presentDueAt: string | null): readonly Stretch[] => {
  const [first, ...rest] = history
  if (!isBeginning(first)) return []
  const stretches: Stretch[] = []
  let hazard: Hazard = begin(first)
  let running = stretchOf(hazard)
  for (const event of rest) {
    hazard = apply(hazard, event)
    const next = stretchOf(hazard)
    if (next !== null && running !== null && next.startedAt === running.startedAt && next.step === running.step) running = next
    else {
      if (running !== null) stretches.push({ ...running, endedAt: hazard.since })
      running = next
    }
  }
  return running === null ? stretches : [...stretches, { ...running, dueAt: presentDueAt ?? running.dueAt }]
}
