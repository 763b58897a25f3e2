import type { RouteOutput } from '../../../../kernel/contract.ts'
import { dayMinuteText } from '../../../../ui/instant.ts'
import type { routes } from '../../contract/index.ts'

/** A hazard with everything that happened and everything that may happen, as the server tells it. */
export type HazardRecord = RouteOutput<typeof routes.hazard>

/** An old browser has no legal calendar: what the rules would reckon there the server tells alone. */
export const reckons = typeof Temporal !== 'undefined'

/** The instant at which a day in Beijing has ended, in milliseconds. */
export const endOfDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) + 86_400_000

/** A deadline as people read it: a whole day ends at 24:00 and not at 00:00 of the next. */
export const dueText = ({ endsAt, lastDay }: { readonly endsAt: string; readonly lastDay: string | null }): string =>
  lastDay === null ? dayMinuteText(endsAt) : `${lastDay.slice(5)} 24:00`
