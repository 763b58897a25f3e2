import { distanceMetres } from '../../../../kernel/geometry.ts'
import type { HazardEvent } from '../../rules/events.ts'
import type { Fix } from '../../rules/hazard.ts'
import type { Who } from '../../rules/people.ts'

/** One thing that happened, ready to be told. */
export type Told = {
  /** From 1; the event's place in the history and the version it made. */
  readonly version: number
  readonly event: HazardEvent
  /** When it was done, by the device, but never later than the server had it. */
  readonly at: string
  /** When the server had it, where that was later by more than a minute: it was sent afterwards. */
  readonly receivedAt: string | null
  readonly by: Who | null
  readonly evidence: readonly string[]
  /** Turned down, turned back or taken away. */
  readonly hollow: boolean
  readonly place: { readonly fix: Fix; readonly fromFindingMetres: number | null } | null
}

const hollow: ReadonlySet<HazardEvent['kind']> = new Set([
  'softeningRefused',
  'extensionRefused',
  'evaluationFailed',
  'reviewRefused',
  'reopened',
  'withdrawn',
  'withdrawalRefused',
  'escalated',
])

const evidenceOf = (event: HazardEvent): readonly string[] => {
  if (event.kind === 'found') return event.found.evidence
  return 'evidence' in event ? event.evidence : []
}

const placeOf = (event: HazardEvent, found: Fix | null): Told['place'] => {
  if (event.kind === 'entered') return null
  if (event.kind === 'found') return event.found.place === null ? null : { fix: event.found.place, fromFindingMetres: null }
  if (!('presence' in event) || event.presence.kind !== 'position') return null
  const { position, distanceMetres: told } = event.presence
  return { fix: position, fromFindingMetres: told ?? (found === null ? null : Math.round(distanceMetres(found, position))) }
}

const minute = 60_000

/** Everything that happened to a hazard, the newest first. */
export const timelineOf = (history: readonly HazardEvent[]): readonly Told[] => {
  const [first] = history
  const foundAt = first?.kind === 'found' ? first.found.place : null
  return history
    .map((event, index): Told => {
      const told = {
        version: index + 1,
        event,
        evidence: evidenceOf(event),
        hollow: hollow.has(event.kind),
        place: placeOf(event, foundAt),
      }
      if (event.kind === 'escalated') return { ...told, at: event.at, receivedAt: null, by: null }
      const { claimedAt, receivedAt, by } = event.step
      const claimed = Math.min(Date.parse(claimedAt), Date.parse(receivedAt))
      return { ...told, at: new Date(claimed).toISOString(), receivedAt: Date.parse(receivedAt) - claimed > minute ? receivedAt : null, by }
    })
    .toReversed()
}

/** Photos of how it was found, and of how it was after the last work that was shown; for the eye to compare. */
export const beforeAndAfter = (
  history: readonly HazardEvent[],
): { readonly before: readonly string[]; readonly after: readonly string[] } => {
  const [first] = history
  const shown = history.findLast((event) => event.kind === 'selfChecked')
  return { before: first === undefined ? [] : evidenceOf(first), after: shown === undefined ? [] : evidenceOf(shown) }
}
