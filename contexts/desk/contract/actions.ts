import { roles, type Role } from '../../../kernel/actor.ts'

/** Everybody has a desk. Alarms of the product itself go to who keeps it running and who guards its record. */
export const actions = {
  'desk.read': roles,
  'alarm.acknowledge': ['systemAdmin', 'auditAdmin'],
} as const satisfies Record<string, readonly Role[]>
