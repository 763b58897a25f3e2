import type { RoomWords } from '../../kernel/words.ts'

/** How the desk and the law table speak of evidence. */
export const evidenceWords = {
  room: { zh: '证据', en: 'Evidence' },
  deeds: {
    'evidence.add': { zh: '上传证据', en: 'Upload evidence' },
    'evidence.read': { zh: '查看证据', en: 'Look at evidence' },
    'evidence.readOriginal': { zh: '查看证据原件', en: 'Look at the original of evidence' },
    'evidence.attach': { zh: '证据归入记录', en: 'Attach evidence to a record' },
    'evidence.extend': { zh: '延长证据保存', en: 'Keep evidence for longer' },
    'evidence.share': { zh: '向外单位整改责任人开放证据', en: 'Show evidence to who puts it right from another organisation' },
    'evidence.move': { zh: '证据随单位变更区划', en: 'Evidence follows its unit to another region' },
    'evidence.purge': { zh: '到期清理证据', en: 'Delete evidence at the end of its time' },
  },
  owed: {},
  figures: {},
  alarms: {},
  pages: {},
} satisfies RoomWords
