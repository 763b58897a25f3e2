import type { Position } from '../../../../ui/position.ts'
import type { Sentence } from '../../../../kernel/refusals.ts'
import type { Item } from './packShape.ts'
import type { VisitContent } from './visitContent.ts'

/** An item with the list it stands in. */
export type AskedItem = Item & {
  readonly list: Sentence
  /** Criteria for major hazards name the fault itself: what is in order is that there is none. */
  readonly namesFault: boolean
}

/** What every screen of a visit works with. */
export type VisitScreen = {
  readonly draftId: string
  readonly visit: VisitContent
  readonly change: (work: (visit: VisitContent) => VisitContent) => void
  readonly savedAt: string | null
  readonly position: Position
}
