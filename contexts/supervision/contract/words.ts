import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'

/** How the desk speaks of draws, rechecks, doubts, bulletins and the five-full board. */
export const words = {
  room: { zh: '督查', en: 'Supervision' },
  deeds: {},
  owed: {},
  figures: {},
  alarms: {},
  pages: {},
} satisfies RoomWords<typeof actions>
