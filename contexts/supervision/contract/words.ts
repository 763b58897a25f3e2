import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'
import { bulletinDeeds, bulletinPages } from './bulletinWords.ts'
import { doubtStateNames } from './inspectionNames.ts'

/** What the view `supervision.owed` may hold. */
export const deskKinds = ['recheck', 'confirmFalse', 'assign', 'look'] as const

/** How the desk speaks of draws, rechecks, doubts, bulletins and the five-full board. */
export const words = {
  room: { zh: '督查', en: 'Supervision' },
  deeds: {
    'draw.read': { zh: '查看抽取', en: 'Look at draws' },
    'draw.make': { zh: '抽取已销号隐患', en: 'Draw closed hazards' },
    'draw.cancel': { zh: '作废抽取', en: 'Cancel a draw' },
    'draw.assign': { zh: '派人复核', en: 'Give rechecks to somebody' },
    'recheck.read': { zh: '查看复核', en: 'Look at rechecks' },
    'recheck.find': { zh: '现场复核', en: 'Recheck on the spot' },
    'recheck.confirm': { zh: '确认虚假销号', en: 'Confirm a false closure' },
    'doubt.read': { zh: '查看疑点', en: 'Look at doubts' },
    'doubt.raise': { zh: '提出疑点', en: 'Raise a doubt' },
    'doubt.look': { zh: '核看疑点', en: 'Look into a doubt' },
    ...bulletinDeeds,
  },
  owed: {
    recheck: { title: { zh: '到现场复核销号', en: 'Recheck a closure on the spot' }, deed: { zh: '去复核', en: 'Recheck' } },
    confirmFalse: { title: { zh: '确认虚假销号', en: 'Confirm a false closure' }, deed: { zh: '去确认', en: 'Confirm' } },
    assign: {
      title: { zh: '派人复核', en: 'Give rechecks to somebody' },
      deed: { zh: '去派人', en: 'Assign' },
      detail: (count) => ({ zh: `还有 ${count} 条没有派人`, en: `${count} given to nobody yet` }),
    },
    look: {
      title: { zh: '查看疑点', en: 'Look at doubts' },
      deed: { zh: '去查看', en: 'Look' },
      detail: (count) => ({ zh: `${count} 个${doubtStateNames.raised.zh}`, en: `${count} ${doubtStateNames.raised.en}` }),
    },
  },
  figures: {},
  alarms: {},
  rules: {
    'supervision.doubts': { zh: '提请查看的疑点', en: 'Signs that somebody should look' },
  },
  pages: {
    ...bulletinPages,
    draw: (id) => `/draws/${id}`,
    recheck: (id) => `/rechecks/${id.replace('.', '/')}`,
    doubt: (id) => `/doubts/${id.replace('.', '/')}`,
    // A county, whose doubts wait.
    doubts: (county) => `/doubts?state=raised&region=${county}`,
  },
} satisfies RoomWords<typeof actions, (typeof deskKinds)[number]>
