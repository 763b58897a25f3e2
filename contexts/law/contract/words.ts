import type { Sentence } from '../../../kernel/refusals.ts'
import type { RoomWords } from '../../../kernel/words.ts'
import { addressOfLimit } from '../rules/address.ts'
import type { actions } from './actions.ts'

/** How the desk speaks of limits. */
export const words = {
  room: { zh: '限值', en: 'Limits' },
  deeds: {
    'limit.read': { zh: '查看限值', en: 'Look at limits' },
    'limit.tighten': { zh: '本单位加严限值', en: 'Tighten a limit' },
    'limit.release': { zh: '撤回加严', en: 'Take a tightening back' },
    'limit.vouch': { zh: '核对限值原文', en: 'Vouch for a limit' },
    'limit.revise': { zh: '限值随程序更新', en: 'Limits revised with the program' },
  },
  owed: {},
  figures: {},
  alarms: {},
  pages: { limit: addressOfLimit },
} satisfies RoomWords<typeof actions, never, never>

/** The rules of the kernel, which belong to no room, by the name that limits say they are used in. */
export const kernelRules: Readonly<Record<string, Sentence>> = {
  'accident.class': { zh: '判定事故等级', en: 'Class of an accident' },
  'log.retention': { zh: '日志留存', en: 'Keeping of logs' },
  'wind.beaufort': { zh: '判定风力等级', en: 'Wind force' },
  'rain.class24h': { zh: '判定 24 小时降雨等级', en: 'Class of 24 h rain' },
  'rain.class12h': { zh: '判定 12 小时降雨等级', en: 'Class of 12 h rain' },
  'rain.signal': { zh: '暴雨预警信号', en: 'Rainstorm signal' },
  'typhoon.class': { zh: '判定热带气旋等级', en: 'Class of a tropical cyclone' },
  'typhoon.line24h': { zh: '台风 24 小时警戒线', en: 'Typhoon 24 h warning line' },
  'typhoon.line48h': { zh: '台风 48 小时警戒线', en: 'Typhoon 48 h warning line' },
  'typhoon.signal': { zh: '台风预警信号', en: 'Typhoon signal' },
  'typhoon.windCircle': { zh: '台风风圈', en: 'Wind circles of a typhoon' },
}
