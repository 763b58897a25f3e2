import type { Role } from '../../../kernel/actor.ts'

const everyAdmin: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
const leaders: readonly Role[] = ['leader', 'officer', 'dispatcher', 'inspector', 'principal', 'safetyOfficer', 'venueManager']

/**
 * Who may do what here. The three administrators split the work (GB/T 22239-2019 level 3): the system administrator
 * keeps organisations and people, the security administrator grants roles and unlocks, the audit administrator reads
 * the record; none can do another's part.
 */
export const actions = {
  'organisation.read': [...everyAdmin, ...leaders],
  'organisation.add': ['systemAdmin'],
  'organisation.change': ['systemAdmin'],
  'organisation.close': ['systemAdmin'],
  'person.read': [...everyAdmin, ...leaders],
  'person.add': ['systemAdmin'],
  'person.change': ['systemAdmin'],
  'person.leave': ['systemAdmin'],
  'person.reveal': ['systemAdmin', 'leader', 'principal'],
  'password.reset': ['systemAdmin'],
  'account.unlock': ['securityAdmin'],
  'post.add': ['systemAdmin'],
  'post.end': ['systemAdmin'],
  'post.grant': ['securityAdmin'],
  'audit.read': ['auditAdmin'],
  'audit.reveal': ['auditAdmin'],
  'audit.verify': ['auditAdmin'],
} as const satisfies Record<string, readonly Role[]>
