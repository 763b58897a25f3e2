import { dateInBeijing } from '../../../kernel/time.ts'
import { begin, apply } from './apply.ts'
import { isBeginning } from './begin.ts'
import { daysToClose, dueOnOf } from './clocks.ts'
import type { Visit } from './coverage.ts'
import type { HazardEvent } from './events.ts'
import { doneAt, type Hazard, type Level, type State } from './hazard.ts'

/** What is counted. */
export const figures = [
  /** Hazards by the month they were found, level and state; `withdrawn` are those found in error. */
  'hazards',
  /** Hazards not put right yet, by the last day of their legal clock; those of days gone by are overdue. */
  'due',
  /** Closed hazards by the month of closing, and the days they took. */
  'closed',
  'closedDays',
  /** 家次 by month, and the times nobody was let in. */
  'visits',
  'notAdmitted',
  /** Distinct units checked: one for each row of (unit, campaign or month) that came to be. */
  'unitsChecked',
  /** Units on the register. */
  'units',
  /** Hazards under 挂牌督办 now. */
  'listed',
  /** Hazards that repeat an earlier one. */
  'recurrent',
  /** Hazards that were closed while they were still there, by the month in which that was found; counted where they were closed. */
  'falselyClosed',
] as const

export type Figure = (typeof figures)[number]

/** Where a number stands. A dimension that a figure does not have is null. */
export type FigureKey = {
  readonly figure: Figure
  readonly regionCode: string
  readonly industryCode: string
  readonly campaignId: string | null
  /** `2026-11` for a month, `2026-11-24` for a day. */
  readonly period: string | null
  readonly level: Level | 'unclassified' | null
  readonly state: State | 'withdrawn' | null
  /** 在册 or 新发现, of hazards in a campaign. */
  readonly registered: boolean | null
}

export type Delta = FigureKey & { readonly change: number }

/** Where the record counts now: its current region, never the one on its paper. */
export type Standing = {
  readonly regionCode: string
  readonly industryCode: string
  readonly campaignId: string | null
  readonly registered: boolean
}

/** One text for one key, the same wherever it is made. */
export const figureKeyOf = ({ figure, regionCode, industryCode, campaignId, period, level, state, registered }: FigureKey): string =>
  JSON.stringify([figure, regionCode, industryCode, campaignId, period, level, state, registered])

/** Adds what stands under the same key and leaves out what comes to nothing: one row for each distinct key. */
export const summed = (deltas: readonly Delta[]): readonly Delta[] => {
  const byKey = new Map<string, Delta>()
  for (const delta of deltas) {
    const key = figureKeyOf(delta)
    const held = byKey.get(key)
    byKey.set(key, held === undefined ? delta : { ...held, change: held.change + delta.change })
  }
  return [...byKey.values()].filter(({ change }) => change !== 0)
}

const monthOf = (at: Temporal.Instant): string => dateInBeijing(at).toString().slice(0, 7)

const blank = { period: null, level: null, state: null, registered: null } as const

/** The months in which the hazard was found to have been closed falsely, each once. */
export const falselyClosedIn = ({ falselyClosed }: Hazard): readonly string[] => [
  ...new Set(falselyClosed.map(({ reopenedAt }) => monthOf(Temporal.Instant.from(reopenedAt)))),
]

/** The month of the finding. A ledger tells the day itself, and a hundred thousand of them need not be reckoned from instants. */
const monthFound = ({ found, ledger }: Hazard): string => ledger?.foundOn.slice(0, 7) ?? monthOf(doneAt(found.step))

/** Everything that one hazard counts for. */
export const countsOfHazard = (hazard: Hazard, standing: Standing): readonly Delta[] => {
  const { regionCode, industryCode, campaignId, registered } = standing
  const at = { ...blank, regionCode, industryCode, campaignId, registered, change: 1 }
  const level = hazard.level ?? 'unclassified'
  const withdrawn = hazard.state === 'closed' && hazard.outcome === 'foundInError'
  const counts: Delta[] = [{ ...at, figure: 'hazards', period: monthFound(hazard), level, state: withdrawn ? 'withdrawn' : hazard.state }]
  if (hazard.state === 'ordered' || hazard.state === 'rectifying') counts.push({ ...at, figure: 'due', period: dueOnOf(hazard), level })
  if (hazard.listing !== null) counts.push({ ...at, figure: 'listed', level })
  if (hazard.recurrenceOf !== null && !withdrawn) counts.push({ ...at, figure: 'recurrent', period: monthFound(hazard), level })
  for (const period of falselyClosedIn(hazard)) counts.push({ ...at, figure: 'falselyClosed', period, level })
  const days = daysToClose(hazard)
  if (days !== null && hazard.state === 'closed') {
    const period = monthOf(doneAt(hazard.closing))
    counts.push({ ...at, figure: 'closed', period, level }, { ...at, figure: 'closedDays', period, level, change: days })
  }
  return counts.filter(({ change }) => change !== 0)
}

/** What one visit counts for. */
export const countsOfVisit = (
  visit: Pick<Visit, 'on' | 'result'>,
  { regionCode, industryCode, campaignId }: Standing,
): readonly Delta[] => [
  {
    ...blank,
    figure: visit.result === 'checked' ? 'visits' : 'notAdmitted',
    regionCode,
    industryCode,
    campaignId,
    period: visit.on.slice(0, 7),
    change: 1,
  },
]

/** What one row of (unit checked, campaign or month) counts for; the row is made by the first visit of its kind alone. */
export const countsOfUnitChecked = (month: string | null, { regionCode, industryCode, campaignId }: Standing): readonly Delta[] => [
  { ...blank, figure: 'unitsChecked', regionCode, industryCode, campaignId, period: month, change: 1 },
]

/** What one unit of the register counts for; a closed one counts no more. */
export const countsOfUnit = (
  unit: { readonly closedOn: string | null },
  place: Pick<Standing, 'regionCode' | 'industryCode'>,
): readonly Delta[] => (unit.closedOn === null ? [{ ...blank, figure: 'units', ...pick(place), campaignId: null, change: 1 }] : [])

const pick = ({ regionCode, industryCode }: Pick<Standing, 'regionCode' | 'industryCode'>) => ({ regionCode, industryCode })

const taken = (counts: readonly Delta[]): readonly Delta[] => counts.map((count) => ({ ...count, change: -count.change }))

/**
 * What changes when a record counted `before` counts `after`: the rows that go into the same transaction. Because each
 * change is the difference of two counts, the sum over any history is what counting the records gives.
 */
export const deltasBetween = (before: readonly Delta[], after: readonly Delta[]): readonly Delta[] => summed([...taken(before), ...after])

/** What an event changes. `before` is null for the event that begins the hazard. */
export const deltasOfEvent = (before: Hazard | null, event: HazardEvent, standing: Standing): readonly Delta[] => {
  if (before !== null) return deltasBetween(countsOfHazard(before, standing), countsOfHazard(apply(before, event), standing))
  if (!isBeginning(event)) throw new RangeError(`a hazard does not begin with being ${event.kind}`)
  return summed(countsOfHazard(begin(event), standing))
}

/** What changes when a record moves to another region, industry or campaign while it stays as it is. */
export const deltasOfMove = (hazard: Hazard, from: Standing, to: Standing): readonly Delta[] =>
  deltasBetween(countsOfHazard(hazard, from), countsOfHazard(hazard, to))

/** How many of the deltas' hazards are overdue on a day: those whose legal clock ran out on an earlier day. */
export const overdueOn = (deltas: readonly Delta[], today: string): number =>
  deltas.reduce((sum, { figure, period, change }) => (figure === 'due' && period !== null && period < today ? sum + change : sum), 0)
