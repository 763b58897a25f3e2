import type { Role } from '../../../kernel/actor.ts'

const units: readonly Role[] = ['principal', 'safetyOfficer', 'venueManager']

/** Who may import, and who sees what was imported; what a kind of ledger asks besides, its room says. */
export const importActions = {
  'ledger.import': ['officer', 'inspector', ...units],
  'ledger.read': ['leader', 'officer', 'inspector', ...units],
} as const satisfies Record<string, readonly Role[]>
