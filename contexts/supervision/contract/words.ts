import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'
import { bulletinDeeds, bulletinPages } from './bulletinWords.ts'

/** How the desk speaks of draws, rechecks, doubts, bulletins and the five-full board. */
export const words = {
  room: { zh: '督查', en: 'Supervision' },
  deeds: { ...bulletinDeeds },
  owed: {},
  figures: {},
  alarms: {},
  pages: { ...bulletinPages },
} satisfies RoomWords<typeof actions>
