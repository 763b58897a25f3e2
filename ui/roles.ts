import type { Role } from '../kernel/actor.ts'
import { roleNames } from '../kernel/roleNames.ts'

export { roleNames }

/** Whether the kernel knows the role; a newer server may know more. */
export const isRole = (role: string): role is Role => role in roleNames
