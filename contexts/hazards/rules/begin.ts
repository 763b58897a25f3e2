import type { EventOf } from './events.ts'
import type { Base, Five, Found, Hazard, HazardIn, LedgerRecord, Step, Supervisor, Underway } from './hazard.ts'
import type { Who } from './people.ts'

/** The authority that somebody acts for. */
export const supervisorOf = ({ side, tier, organisationId }: Who): Supervisor | null =>
  side === 'authority' && tier !== 'unit' ? { organisationId, tier } : null

type Beginning = Pick<Base, 'id' | 'unitId' | 'organisationId'> & { readonly found: Found }

const blank = ({ id, unitId, organisationId, found }: Beginning): Base => ({
  id,
  unitId,
  organisationId,
  version: 1,
  found,
  since: found.step.receivedAt,
  supervisor: supervisorOf(found.step.by),
  controls: null,
  reports: { authority: null, staff: null },
  listing: null,
  softening: null,
  withdrawal: null,
  recurrenceOf: null,
  falselyClosed: [],
  hands: [],
  told: [],
})

const foundNow = ({ hazardId, unitId, organisationId, found }: EventOf<'found'>): HazardIn<'found'> => ({
  ...blank({ id: hazardId, unitId, organisationId, found }),
  state: 'found',
  level: null,
})

/** A ledger tells days; what it tells of a day stands at the day's beginning in Beijing. */
const onDay = (step: Step, day: string): Step => ({ ...step, claimedAt: `${day}T00:00:00+08:00` })

/** The part of five that a ledger tells; what to do if it goes wrong meanwhile it never does. */
const fiveOf = ({ responsible, measures, fundsYuan, dueOn }: LedgerRecord): Five => ({
  responsibility: responsible,
  measures,
  fundsYuan,
  dueOn,
  contingency: null,
})

const underwayOf = (base: Base, level: Underway['level'], ordered: Step, dueOn: string, ledger: LedgerRecord): Base & Underway => ({
  ...base,
  level,
  classified: ordered,
  order: { step: ordered, requirement: ledger.measures ?? '', dueOn },
  // Whom a ledger names is a name on paper; the unit's managers do the work, or give it to somebody.
  assignee: null,
  deadlines: [{ dueOn, by: ordered.by, cause: 'order' }],
  extensions: [],
  plan: level === 'major' ? fiveOf(ledger) : null,
  round: 1,
})

/**
 * A hazard that an old ledger tells of, as far along as the ledger says. What is open goes on in the loop as any other: its
 * legal clock ends on the ledger's day, its step clock begins with the taking over. Work on a major one waits for five in
 * place, which no ledger shows; what was put right waits for its review on the spot.
 */
const entered = (event: EventOf<'entered'>): Hazard => {
  const { hazardId, unitId, organisationId, step, how, description, place, item, ledger } = event
  const { level, dueOn, stands, rectifiedOn, closedOn } = ledger
  const then = onDay(step, ledger.foundOn)
  const found: Found = {
    step: then,
    finder: ledger.foundBy,
    how,
    description,
    place,
    evidence: [],
    item,
    proposedLevel: level ?? 'general',
  }
  const base: Base = { ...blank({ id: hazardId, unitId, organisationId, found }), ledger }
  if (level === null) return { ...base, state: 'found', level }
  if (stands === 'closed') {
    const closing = onDay(step, closedOn ?? ledger.reviewedOn ?? ledger.foundOn)
    return { ...base, ledger, state: 'closed', outcome: 'closedInLedger', level, closing }
  }
  if (stands === 'rectified') {
    const rectified = onDay(step, rectifiedOn ?? ledger.foundOn)
    // Without a deadline in the ledger it was in time.
    const underway = underwayOf(base, level, then, dueOn ?? rectifiedOn ?? ledger.foundOn, ledger)
    const selfCheck = { step: rectified, rectifiedBy: [], description: ledger.rectification ?? '', evidence: [], costYuan: null }
    return { ...underway, state: 'selfChecked', selfCheck }
  }
  if (dueOn === null) return { ...base, state: 'classified', level, classified: then }
  const underway = underwayOf(base, level, then, dueOn, ledger)
  return stands === 'underway' && level === 'general'
    ? { ...underway, state: 'rectifying', redoOn: null }
    : { ...underway, state: 'ordered' }
}

/** The events with which a hazard begins. */
export type BeginningEvent = EventOf<'found'> | EventOf<'entered'>

export const isBeginning = (event: { readonly kind: string } | undefined): event is BeginningEvent =>
  event?.kind === 'found' || event?.kind === 'entered'

/** The hazard as it begins: found here, or taken over from a ledger. */
export const begin = (event: BeginningEvent): Hazard => (event.kind === 'found' ? foundNow(event) : entered(event))
