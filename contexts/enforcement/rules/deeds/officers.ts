import { pendingRecusal, undecided, type Base, type CaseIn, type Officer, type Party } from '../case.ts'
import type { DeedFacts } from '../actions.ts'
import { todayOf } from '../fine.ts'
import { limits, numberOf } from '../limits.ts'
import { no, type CaseRefusal } from '../refusalFacts.ts'
import { byLeader, deed, happened, incomplete, inState, investigates, unless, yours } from './deed.ts'
import { isParty } from '../people.ts'

type Interest = { readonly party: Pick<Party, 'personId'>; readonly recused: readonly string[] }

/** Whoever was asked to stand back and had to. */
export const recusedOf = ({ recusals }: Pick<Base, 'recusals'>): readonly string[] =>
  recusals.filter(({ answer }) => answer?.agree === true).map(({ personId }) => personId)

/** 行政处罚法 art. 42, 43: two at least, each with a certificate in force today, none with an interest. */
export const officersUnsuited = (
  officers: readonly Officer[],
  { party, recused }: Interest,
  { tightened }: Pick<DeedFacts, 'tightened'>,
  now: Temporal.Instant,
): CaseRefusal | null => {
  const least = numberOf(limits.officers, tightened)
  const today = todayOf(now)
  const twice = officers.find(({ personId }, at) => officers.findIndex((each) => each.personId === personId) !== at)
  if (twice) return no('OFFICER_TWICE', { personId: twice.personId }).refusal
  if (officers.length < least) return no('OFFICERS_TOO_FEW', { given: officers.length, least }).refusal
  for (const { personId, certificateNo, validTo } of officers) {
    if (certificateNo.trim() === '' || validTo < today)
      return no('CERTIFICATE_INVALID', { personId, certificateNo, validTo, today }).refusal
    if (personId === party.personId || recused.includes(personId)) return no('OFFICER_INTERESTED', { personId }).refusal
  }
  return null
}

/** Others go on with the investigation. */
export const replaceOfficers = deed<'replaceOfficers', CaseIn<'investigating'>>(
  (held, facts) => {
    const open = inState(held, 'replaceOfficers', ['investigating'])
    return open.ok ? unless(open.value, byLeader('replaceOfficers', facts)) : open
  },
  (open, { officers, reason }, facts, now) => {
    const refusal =
      incomplete('replaceOfficers', { reason }) ?? officersUnsuited(officers, { party: open.party, recused: recusedOf(open) }, facts, now)
    return refusal === null ? happened('officersReplaced', open, facts, now, { officers, reason }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 43: the party asks, or the officer himself; the investigation goes on meanwhile. */
export const askRecusal = deed<'askRecusal', CaseIn<(typeof undecided)[number]>>(
  (held, facts) => {
    const open = inState(held, 'askRecusal', undecided)
    if (!open.ok) return open
    const known = 'notice' in open.value && isParty(facts.person)
    return unless(
      open.value,
      yours(investigates(open.value, facts) || known, 'askRecusal', 'partyOrInvestigator'),
      pendingRecusal(open.value) === null ? null : no('REQUEST_WAITING', { action: 'askRecusal' }).refusal,
    )
  },
  (open, { personId, reason }, facts, now) => {
    if (!open.officers.some((each) => each.personId === personId)) return no('NO_SUCH_OFFICER', { personId })
    const refusal = incomplete('askRecusal', { reason })
    return refusal === null ? happened('recusalAsked', open, facts, now, { personId, reason }) : { ok: false, refusal }
  },
)

/** 行政处罚法 art. 43: the person responsible of the authority decides; whoever stands back is replaced where too few are left. */
export const decideRecusal = deed<'decideRecusal', CaseIn<(typeof undecided)[number]>>(
  (held, facts) => {
    const open = inState(held, 'decideRecusal', undecided)
    if (!open.ok) return open
    return unless(
      open.value,
      byLeader('decideRecusal', facts),
      pendingRecusal(open.value) === null ? no('NO_REQUEST_WAITING', { action: 'decideRecusal' }).refusal : null,
    )
  },
  (open, { agree, reason, replacement }, facts, now) => {
    const personId = pendingRecusal(open)?.personId ?? ''
    const refusal = incomplete('decideRecusal', { reason })
    if (refusal !== null) return { ok: false, refusal }
    if (agree) {
      const left = [...open.officers.filter((each) => each.personId !== personId), ...(replacement === null ? [] : [replacement])]
      const unsuited = officersUnsuited(left, { party: open.party, recused: [...recusedOf(open), personId] }, facts, now)
      if (unsuited !== null) return { ok: false, refusal: unsuited }
    }
    return happened('recusalDecided', open, facts, now, { agree, reason, replacement: agree ? replacement : null, personId })
  },
)
