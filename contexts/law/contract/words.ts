import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'

/** How the desk speaks of limits. */
export const words = {
  room: { zh: '限值', en: 'Limits' },
  deeds: {
    'limit.read': { zh: '查看限值', en: 'Looked at limits' },
    'limit.tighten': { zh: '本单位加严限值', en: 'Tightened a limit' },
    'limit.release': { zh: '撤回加严', en: 'Took a tightening back' },
    'limit.vouch': { zh: '核对限值原文', en: 'Vouched for a limit' },
    'limit.revise': { zh: '限值随程序更新', en: 'Limits revised with the program' },
  },
  owed: {},
  figures: {},
  alarms: {},
  pages: { limit: (key) => `/law/${encodeURIComponent(key)}` },
} satisfies RoomWords<typeof actions, never, never>
