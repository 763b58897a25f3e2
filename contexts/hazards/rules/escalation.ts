import type { Role } from '../../../kernel/actor.ts'
import type { Deadline } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import type { EscalatedEvent, Escalation } from './events.ts'
import type { Hazard } from './hazard.ts'
import { escalationLimits, numberOf } from './limits.ts'
import { owedBy, type Owed } from './owed.ts'
import type { Tier } from './people.ts'

/** The tiers that are told; a town's office is told as the owner of a step alone. */
const ladder: readonly Tier[] = ['unit', 'county', 'city', 'province']

/** A late step to be told to a tier, and to whom there. */
export type LateStep = Escalation & {
  readonly hazardId: string
  readonly whom: { readonly tier: Tier; readonly role: Role; readonly organisationId: string | null; readonly personId: string | null }
}

const rungsAbove = (owner: Tier): readonly Tier[] =>
  owner === 'town' ? ['town', 'county', 'city', 'province'] : ladder.slice(ladder.indexOf(owner))

/** Days late after which each rung is told. */
const waits = (level: Hazard['level'], { tightened }: Settings): readonly number[] => {
  const { generalSecond, generalThird, generalFourth, majorSecond, majorThird, majorFourth } = escalationLimits
  const rows = level === 'major' ? [majorSecond, majorThird, majorFourth] : [generalSecond, generalThird, generalFourth]
  return [0, ...rows.map((row) => numberOf(row, tightened))]
}

/**
 * When a hazard was taken over from a ledger, where it was late then already; else null. Its owner finds it on his desk at
 * once and is not told of it apart, and the further tiers are told as long after the taking over as they are elsewhere after
 * the deadline: a ledger of years is not a thousand alarms on one evening.
 */
const lateWhenTakenOver = ({ ledger }: Hazard, due: Deadline): Temporal.Instant | null => {
  if (ledger === undefined) return null
  const takenAt = Temporal.Instant.from(ledger.takenAt)
  return Temporal.Instant.compare(due.endsAt, takenAt) <= 0 ? takenAt : null
}

/** The earlier of both clocks; late by either is late. */
const firstOf = ({ step, law }: Owed): Deadline | null => {
  if (step === null || law === null) return step ?? law
  return Temporal.Instant.compare(step.endsAt, law.endsAt) <= 0 ? step : law
}

const turnOf = (hazard: Hazard): string => ('round' in hazard ? `${hazard.round}.${hazard.extensions.length}` : '0')

const telling = (tier: Tier, { owner }: Owed, level: Hazard['level']): LateStep['whom'] => {
  if (tier === owner.tier) return { tier, role: owner.role, organisationId: owner.organisationId, personId: owner.personId }
  return { tier, role: level === 'major' ? 'leader' : 'officer', organisationId: null, personId: null }
}

/**
 * The late steps that are to be told now and were not told before: first who owes the step, then county, city and province
 * as it stays late. The same hazard at the same moment gives the same list; what was told is in the hazard, so each
 * (hazard, step, round, request, tier) is told once, however often and wherever this is asked.
 */
export const escalations = (hazard: Hazard, now: Temporal.Instant, settings: Settings): readonly LateStep[] =>
  owedBy(hazard, settings).flatMap((owed) => {
    const due = firstOf(owed)
    if (due === null) return []
    const days = waits(hazard.level, settings)
    const takenOver = lateWhenTakenOver(hazard, due)
    return rungsAbove(owed.owner.tier).flatMap((tier, rung) => {
      if (takenOver !== null && rung === 0) return []
      const since = (takenOver ?? due.endsAt).add({ hours: 24 * (days[rung] ?? 0) })
      const key = [hazard.id, owed.kind, turnOf(hazard), tier].join('/')
      if (Temporal.Instant.compare(now, since) < 0 || hazard.told.includes(key)) return []
      return [
        {
          hazardId: hazard.id,
          key,
          owed: owed.kind,
          tier,
          since: since.toString(),
          dueAt: due.endsAt.toString(),
          whom: telling(tier, owed, hazard.level),
        },
      ]
    })
  })

/** The event that a late step was told; after it the same is not told again. */
export const escalated = ({ hazardId, whom: _, ...escalation }: LateStep, now: Temporal.Instant): EscalatedEvent => ({
  kind: 'escalated',
  hazardId,
  at: now.toString({ smallestUnit: 'millisecond' }),
  escalation,
})

/** When the next escalation falls due, so that a job can be set for it; null where nothing is owed or all was told. */
export const nextEscalationAt = (hazard: Hazard, settings: Settings): Temporal.Instant | null => {
  const far = Temporal.Instant.from('9999-12-31T00:00:00Z')
  const instants = escalations(hazard, far, settings).map(({ since }) => Temporal.Instant.from(since))
  return instants.toSorted(Temporal.Instant.compare)[0] ?? null
}
