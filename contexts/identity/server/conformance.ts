import { z } from 'zod'
import type { Role } from '../../../kernel/actor.ts'
import { area, type AreaTable } from '../../../kernel/conformance.ts'
import { rolesOfOnePerson } from '../rules/adminRoles.ts'
import { regionVerdict } from '../rules/regions.ts'

/** The words of the case files. Other roles in a case exclude nothing. */
const adminRoleWords: ReadonlyMap<string, Role> = new Map([
  ['系统管理员', 'systemAdmin'],
  ['安全管理员', 'securityAdmin'],
  ['审计管理员', 'auditAdmin'],
])

/** What the identity room answers for among the acceptance cases. */
export const conformance: AreaTable = {
  region: area(z.string(), (code) => regionVerdict(code)),
  roles: area(z.object({ roles: z.array(z.string()) }), (person) => ({
    allowed: rolesOfOnePerson(person.roles.flatMap((word) => adminRoleWords.get(word) ?? [])).ok,
  })),
}
