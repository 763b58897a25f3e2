import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'
import { exportDeedWords, exportRules } from './exportWords.ts'
import { importDeedWords, importRules } from './importWords.ts'

/** How the desk speaks of the room. */
export const words: RoomWords<typeof actions> = {
  room: { zh: '台账', en: 'Ledgers' },
  deeds: { ...importDeedWords, ...exportDeedWords },
  owed: {},
  figures: {},
  alarms: {},
  rules: { ...importRules, ...exportRules },
  pages: { import: (id) => `/imports/${id}` },
}
