import type { Role } from '../../../kernel/actor.ts'

/**
 * Who may do what with draws, rechecks and doubts. Whether somebody stands high enough for a hazard, and had no part in it,
 * the rules say; an inspector of a higher tier goes there, and draws and confirms nothing.
 */
export const inspectionActions = {
  'draw.read': ['leader', 'officer'],
  'draw.make': ['leader', 'officer'],
  'recheck.read': ['leader', 'officer', 'inspector'],
  'recheck.find': ['leader', 'officer', 'inspector'],
  'recheck.confirm': ['leader', 'officer'],
  'doubt.read': ['leader', 'officer'],
  'doubt.look': ['leader', 'officer'],
} as const satisfies Record<string, readonly Role[]>
