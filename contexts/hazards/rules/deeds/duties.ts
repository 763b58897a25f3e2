import { foundByAuthority, openStates, type Base, type Hazard, type HazardIn } from '../hazard.ts'
import { no, type HazardRefusal } from '../refusalFacts.ts'
import { deed, happened, inState, incomplete, isAuthority, isManager, managerOrAuthority, unless, yours } from './deed.ts'

const levelled = ['classified', 'ordered', 'rectifying', 'selfChecked', 'evaluated', 'applied', 'reviewed'] as const

type Open = HazardIn<(typeof openStates)[number]>

/** States what protects people till the hazard is gone: fence, warn, evacuate, stop (16号令 art. 16). */
export const control = deed<'control', Open>(
  (hazard, { person }) => {
    const open = inState(hazard, 'control', openStates)
    return open.ok ? unless(open.value, yours(person.side === 'unit' || isAuthority(person), 'control', 'unitOrAuthority')) : open
  },
  (hazard, { controls }, facts, now) => {
    const refusal = incomplete('control', { controls })
    return refusal === null ? happened('controlled', hazard, facts, now, { controls }) : { ok: false, refusal }
  },
)

/**
 * The reports of a major hazard that are still owed (安全生产法 art. 41): to the staff always; to the authority unless an
 * authority found it and so knows.
 */
export const reportsOwed = (hazard: Hazard): readonly ('authority' | 'staff')[] => {
  if (hazard.level !== 'major' || hazard.state === 'closed') return []
  const authority = hazard.reports.authority === null && !foundByAuthority(hazard)
  return [...(authority ? (['authority'] as const) : []), ...(hazard.reports.staff === null ? (['staff'] as const) : [])]
}

const reportable = (hazard: Base & { readonly level: 'general' | 'major' }): HazardRefusal | null =>
  hazard.level === 'major' ? null : no('LEVEL_UNSUITED', { action: 'report', level: hazard.level, expected: 'major' }).refusal

/** Reports a major hazard to the authority, or to the staff by their congress or the notice board (安全生产法 art. 41). */
export const report = deed<'report', HazardIn<(typeof levelled)[number]>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'report', levelled)
    return open.ok ? unless(open.value, reportable(open.value), yours(isManager(person), 'report', 'manager')) : open
  },
  (hazard, action, facts, now) => {
    if (action.to === 'authority' && foundByAuthority(hazard)) return no('REPORT_NOT_NEEDED', { to: action.to, how: hazard.found.how })
    const earlier = hazard.reports[action.to]
    if (earlier !== null) return no('REPORTED_ALREADY', { to: action.to, at: earlier.receivedAt })
    const refusal = incomplete('report', { evidence: action.evidence })
    if (refusal !== null) return { ok: false, refusal }
    return action.to === 'authority'
      ? happened('reported', hazard, facts, now, { to: 'authority', evidence: action.evidence })
      : happened('reported', hazard, facts, now, { to: 'staff', means: action.means, evidence: action.evidence })
  },
)

/** Gives the work to another; out of the organisation that has it only an authority may. No clock is set back. */
export const transfer = deed<'transfer', HazardIn<'ordered' | 'rectifying'>>(
  (hazard, { person }) => {
    const open = inState(hazard, 'transfer', ['ordered', 'rectifying'])
    return open.ok ? unless(open.value, yours(managerOrAuthority(person), 'transfer', 'managerOrAuthority')) : open
  },
  (hazard, { to, reason }, facts, now) => {
    const { assignee } = hazard
    const leaves = to.organisationId !== (assignee ?? hazard).organisationId
    const refusal =
      incomplete('transfer', { reason }) ??
      (leaves ? yours(isAuthority(facts.person), 'transfer', 'authority', 'otherOrganisation') : null) ??
      (!leaves && to.personId === assignee?.personId ? no('TRANSFER_TO_SAME', to).refusal : null)
    return refusal === null ? happened('transferred', hazard, facts, now, { to, reason }) : { ok: false, refusal }
  },
)

/** Gives the charge of the hazard to the authority that is competent. */
export const handOver = deed<'handOver', Open>(
  (hazard, { person }) => {
    const open = inState(hazard, 'handOver', openStates)
    return open.ok ? unless(open.value, yours(isAuthority(person), 'handOver', 'authority')) : open
  },
  (hazard, { to, reason }, facts, now) => {
    const refusal = incomplete('handOver', { reason })
    if (refusal !== null) return { ok: false, refusal }
    return hazard.supervisor?.organisationId === to.organisationId
      ? no('TRANSFER_TO_SAME', { organisationId: to.organisationId, personId: null })
      : happened('handedOver', hazard, facts, now, { to, reason })
  },
)

/** Joins the hazard to the earlier one that came back, so that its cause is looked for. */
export const linkRecurrence = deed<'linkRecurrence', Open>(
  (hazard, { person }) => {
    const open = inState(hazard, 'linkRecurrence', openStates)
    return open.ok ? unless(open.value, yours(managerOrAuthority(person), 'linkRecurrence', 'managerOrAuthority')) : open
  },
  (hazard, { earlier, reason }, facts, now) => {
    const refusal = incomplete('linkRecurrence', { reason }) ?? recurrenceProblem(hazard, earlier)
    return refusal === null ? happened('recurrenceLinked', hazard, facts, now, { earlier, reason }) : { ok: false, refusal }
  },
)

const recurrenceProblem = (hazard: Base, earlier: { hazardId: string; unitId: string; foundAt: string }): HazardRefusal | null => {
  const unsuited = (problem: 'itself' | 'otherUnit' | 'notEarlier' | 'linkedAlready'): HazardRefusal =>
    no('RECURRENCE_UNSUITED', { problem, earlierId: earlier.hazardId }).refusal
  if (earlier.hazardId === hazard.id) return unsuited('itself')
  if (earlier.hazardId === hazard.recurrenceOf) return unsuited('linkedAlready')
  if (earlier.unitId !== hazard.unitId) return unsuited('otherUnit')
  const foundAt = Temporal.Instant.from(hazard.found.step.claimedAt)
  return Temporal.Instant.compare(Temporal.Instant.from(earlier.foundAt), foundAt) < 0 ? null : unsuited('notEarlier')
}
