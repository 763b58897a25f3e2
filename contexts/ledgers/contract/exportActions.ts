import { roles, type Role } from '../../../kernel/actor.ts'

/**
 * Who may export: everybody, what he may read. Which list is decided by the action of the list itself, which is that of its
 * page.
 */
export const exportActions = { 'export.make': roles } as const satisfies Record<string, readonly Role[]>
