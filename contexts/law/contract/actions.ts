import { roles, type Role } from '../../../kernel/actor.ts'

/** A limit is read by all; an enterprise's own people tighten it, and an officer who has the official text before him vouches for it. */
export const actions = {
  'limit.read': roles,
  'limit.tighten': ['principal', 'safetyOfficer'],
  'limit.vouch': ['officer'],
} as const satisfies Record<string, readonly Role[]>
