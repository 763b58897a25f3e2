import type { Role } from '../../../kernel/actor.ts'

/** Who may do what with bulletins and the board: figures of a region are for those who answer for one. */
export const bulletinActions = {
  'bulletin.read': ['leader', 'officer', 'inspector', 'dispatcher'],
  'bulletin.issue': ['leader', 'officer'],
  'fiveFull.read': ['leader', 'officer', 'inspector', 'dispatcher'],
} as const satisfies Record<string, readonly Role[]>
