import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'

const text = (fact: unknown): string => (typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '?')

/** How the desk speaks of itself, and of the parts of the product that have no room of their own. */
export const words = {
  room: { zh: '系统', en: 'System' },
  deeds: {
    'desk.read': { zh: '查看工作台', en: 'Look at the desk' },
    'alarm.acknowledge': { zh: '确认系统报警', en: 'Acknowledge an alarm of the system' },
    'job.retry': { zh: '重试后台任务', en: 'Try background work again' },
    'job.drop': { zh: '放弃后台任务', en: 'Drop background work' },
    signedIn: { zh: '操作本人账号', en: 'Own account' },
  },
  owed: {},
  figures: {},
  alarms: {
    jobFailing: ({ failures, facts }) => ({
      zh: `后台任务 ${text(facts.task)} 已失败 ${failures} 次，系统仍在重试（${text(facts.faultName)}）`,
      en: `Background work ${text(facts.task)} has failed ${failures} times and is tried again (${text(facts.faultName)})`,
    }),
    auditBroken: ({ facts }) => ({
      zh: `审计链 ${text(facts.chain)} 从第 ${text(facts.seq)} 条起核验不符`,
      en: `The audit chain ${text(facts.chain)} does not hold from entry ${text(facts.seq)} on`,
    }),
  },
  pages: {},
} satisfies RoomWords<typeof actions, never, never>
