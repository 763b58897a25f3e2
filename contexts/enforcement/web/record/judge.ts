import { publicHolidays } from '../../../../kernel/holidays.ts'
import { asWritten } from '../../../../kernel/law.ts'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { routes as identity } from '../../../identity/contract/index.ts'
import { actionOfSent, type SentAction, type SentPartyAction } from '../../contract/caseActions.ts'
import type { Action, DeedFacts } from '../../rules/actions.ts'
import { apply } from '../../rules/apply.ts'
import type { Case } from '../../rules/case.ts'
import { decide } from '../../rules/decide.ts'
import { owedBy, type Owed } from '../../rules/owed.ts'
import type { Person } from '../../rules/people.ts'
import type { CaseRefusal } from '../../rules/refusalFacts.ts'

/** An old browser has no legal calendar: what the rules would reckon there the server tells alone. */
export const reckons = typeof Temporal !== 'undefined'

type Me = RouteOutput<typeof identity.me>

/** Who the person of the present session is to a case; the server settles it for itself. */
export const personOf = ({ person, post }: Me, held: { readonly authorityId: string; readonly organisationId: string | null }): Person => {
  const who = { personId: person.id, organisationId: post.organisationId, roles: post.roles }
  if (!post.ownOrganisationOnly && post.organisationId === held.authorityId) return { ...who, side: 'authority' }
  return { ...who, side: post.organisationId === held.organisationId ? 'party' : 'other' }
}

/** What would become of an action: refused, or done, with what is owed then that is not owed now. */
export type Judgement = { readonly refusal: CaseRefusal } | { readonly refusal: null; readonly after: Case; readonly owed: readonly Owed[] }

const actionFrom = (sent: SentAction | SentPartyAction, numberOf: (hazardId: string) => string): Action => {
  if (sent.kind !== 'addFact') return actionOfSent(sent)
  const { hazardId, ...fact } = sent
  return { ...fact, hazard: hazardId === null ? null : { hazardId, number: numberOf(hazardId), version: 1 } }
}

/** Runs the room's own rule before anything is sent. What an authority tightened the server knows and says. */
export const judge = (
  held: Case,
  sent: SentAction | SentPartyAction,
  person: Person,
  now: Temporal.Instant,
  numberOf: (hazardId: string) => string,
): Judgement => {
  const facts: DeedFacts = { person, tightened: asWritten, calendar: publicHolidays }
  const verdict = decide(held, actionFrom(sent, numberOf), facts, now)
  if (!verdict.ok) return { refusal: verdict.refusal }
  const after = apply(held, verdict.value)
  const before = new Set(owedBy(held, now, facts).map(({ kind, owner }) => `${kind}/${owner.personId ?? ''}`))
  return {
    refusal: null,
    after,
    owed: owedBy(after, now, facts).filter(({ kind, owner }) => !before.has(`${kind}/${owner.personId ?? ''}`)),
  }
}
