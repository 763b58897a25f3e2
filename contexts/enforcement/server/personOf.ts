import type { PersonActor } from '../../../kernel/actor.ts'
import type { Person } from '../rules/people.ts'

/**
 * Who somebody is to a case, in the post of the present session: of the authority that has it, of the party's organisation,
 * or of neither.
 */
export const personOf = (
  { personId, organisationId, roles, scope }: PersonActor,
  held: { readonly authorityId: string; readonly organisationId: string | null },
): Person => {
  const who = { personId, organisationId, roles }
  if (scope.organisationId === null && organisationId === held.authorityId) return { ...who, side: 'authority' }
  if (organisationId === held.organisationId) return { ...who, side: 'party' }
  return { ...who, side: 'other' }
}
