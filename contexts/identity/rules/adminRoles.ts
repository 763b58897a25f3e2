import type { Role } from '../../../kernel/actor.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'

/** The three administrators, each of whom watches over the others. */
export const adminRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]

const isAdmin = (role: Role): boolean => adminRoles.some((admin) => admin === role)

/** With whom whoever keeps the identities of informants cannot be one person: who checks tips, and who runs the accounts. */
const beyondKeeper: readonly Role[] = ['inspector', ...adminRoles]

type RolesExclude = Refusal<'ADMIN_ROLES_EXCLUDE', { roles: readonly Role[] }> | Refusal<'KEEPER_ROLE_EXCLUDES', { roles: readonly Role[] }>

/**
 * Whether one person may hold all these roles: of system, security and audit administrator at most one
 * (GB/T 22239-2019, level 3, 8.1.5: the three are managed apart), and none of them, nor an inspector, keeps informants'
 * identities (安监总财〔2018〕19号: who handles a tip keeps them secret).
 * @param roles the roles of every post of the person together, not those of one post
 */
export const rolesOfOnePerson = (roles: readonly Role[]): Result<readonly Role[], RolesExclude> => {
  const held = [...new Set(roles.filter(isAdmin))]
  if (held.length > 1) return refuse('ADMIN_ROLES_EXCLUDE', { roles: held })
  const beside = [...new Set(roles.filter((role) => beyondKeeper.includes(role)))]
  return roles.includes('tipKeeper') && beside.length > 0 ? refuse('KEEPER_ROLE_EXCLUDES', { roles: ['tipKeeper', ...beside] }) : ok(roles)
}
