import type { Position } from '../../../../ui/pocket/position.ts'
import type { VisitContent } from './visitContent.ts'

/** What every screen of a visit works with. */
export type VisitScreen = {
  readonly draftId: string
  readonly visit: VisitContent
  readonly change: (work: (visit: VisitContent) => VisitContent) => void
  readonly savedAt: string | null
  readonly position: Position
}
