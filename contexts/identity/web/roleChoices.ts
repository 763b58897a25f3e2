import { roles, type Role } from '../../../kernel/actor.ts'
import { rolesOfOnePerson } from '../rules/adminRoles.ts'

/** As many as the contract takes. */
export const mostRoles = 6

/** One role as the form of a post offers it: free, chosen, or ruled out by what the person holds elsewhere or was chosen already. */
export type RoleChoice = {
  readonly role: Role
  readonly chosen: boolean
  /** The administrator that excludes this one; null where nothing does. */
  readonly excludedBy: Role | null
  /** By which refusal it is ruled out. */
  readonly because: 'ADMIN_ROLES_EXCLUDE' | 'KEEPER_ROLE_EXCLUDES' | null
}

/**
 * Every role of the product, judged by the rule that the server runs too.
 * @param chosen the roles of this post as they would be
 * @param elsewhere the roles of the person's other posts in force
 */
export const roleChoices = (chosen: readonly Role[], elsewhere: readonly Role[]): readonly RoleChoice[] =>
  roles.map((role) => {
    const isChosen = chosen.includes(role)
    const verdict = rolesOfOnePerson([...chosen, ...elsewhere, role])
    const excludedBy = isChosen || verdict.ok ? null : (verdict.refusal.facts.roles.find((held) => held !== role) ?? null)
    return { role, chosen: isChosen, excludedBy, because: excludedBy === null || verdict.ok ? null : verdict.refusal.code }
  })
