import type { Role } from '../../../kernel/actor.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'

/** The three administrators, each of whom watches over the others. */
export const adminRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]

const isAdmin = (role: Role): boolean => adminRoles.some((admin) => admin === role)

/**
 * Whether one person may hold all these roles: of system, security and audit administrator at most one
 * (GB/T 22239-2019, level 3, 8.1.5: the three are managed apart).
 * @param roles the roles of every post of the person together, not those of one post
 */
export const rolesOfOnePerson = (
  roles: readonly Role[],
): Result<readonly Role[], Refusal<'ADMIN_ROLES_EXCLUDE', { roles: readonly Role[] }>> => {
  const held = [...new Set(roles.filter(isAdmin))]
  return held.length > 1 ? refuse('ADMIN_ROLES_EXCLUDE', { roles: held }) : ok(roles)
}
