import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'

/** What the view `tips.owed` may hold. */
export const owedKinds = ['accept', 'check', 'answer', 'reply', 'proposeReward', 'decideReward', 'payReward'] as const

export type OwedKind = (typeof owedKinds)[number]

/** How the desk speaks of tips. */
export const words = {
  room: { zh: '举报', en: 'Tips' },
  deeds: {
    'tip.read': { zh: '查看举报', en: 'Look at tips' },
    'tip.act': { zh: '办理举报', en: 'Act on tips' },
    'tip.reveal': { zh: '查看举报人', en: 'Look at an informant' },
    'tip.receive': { zh: '收到举报', en: 'Receive a tip' },
    'tip.accept': { zh: '受理举报', en: 'Accept a tip' },
    'tip.decline': { zh: '不予受理', en: 'Decline a tip' },
    'tip.refer': { zh: '转办举报', en: 'Refer a tip' },
    'tip.join': { zh: '并案', en: 'Join a tip' },
    'tip.extend': { zh: '批准延期', en: 'Put off the answer' },
    'tip.check': { zh: '核查举报', en: 'Check a tip' },
    'tip.sendBack': { zh: '退回重查', en: 'Send a tip back' },
    'tip.answer': { zh: '答复举报人', en: 'Answer an informant' },
    'tip.write': { zh: '给举报人留言', en: 'Write to an informant' },
    'tip.informantWrites': { zh: '举报人留言', en: 'A word from an informant' },
    'tip.proposeReward': { zh: '提出奖励', en: 'Propose a reward' },
    'tip.decideReward': { zh: '审批奖励', en: 'Decide a reward' },
    'tip.payReward': { zh: '发放奖励', en: 'Pay a reward' },
    'tip.followHazard': { zh: '随隐患更新', en: 'Follow the hazard' },
    'tip.destroyIdentity': { zh: '销毁举报人身份', en: 'Destroy an informant’s name' },
    'poster.read': { zh: '查看举报码', en: 'Look at posters' },
    'poster.add': { zh: '新建举报码', en: 'Make a poster' },
    'poster.end': { zh: '停用举报码', en: 'End a poster' },
  },
  owed: {
    accept: { title: { zh: '决定是否受理举报', en: 'Decide whether to accept a tip' }, deed: { zh: '去受理', en: 'Decide' } },
    check: { title: { zh: '核查举报', en: 'Check a tip' }, deed: { zh: '去核查', en: 'Check' } },
    answer: { title: { zh: '答复举报人', en: 'Answer an informant' }, deed: { zh: '去答复', en: 'Answer' } },
    reply: { title: { zh: '回复举报人留言', en: 'Reply to an informant' }, deed: { zh: '去回复', en: 'Reply' } },
    proposeReward: { title: { zh: '提出举报奖励', en: 'Propose a reward' }, deed: { zh: '去提出', en: 'Propose' } },
    decideReward: { title: { zh: '审批举报奖励', en: 'Decide a reward' }, deed: { zh: '去审批', en: 'Decide' } },
    payReward: { title: { zh: '发放举报奖励', en: 'Pay a reward' }, deed: { zh: '去发放', en: 'Pay' } },
  },
  figures: {},
  alarms: {},
  rules: { 'tips.forgetIdentity': { zh: '到期销毁举报人身份', en: 'Destroying informants’ names in time' } },
  pages: { tip: (id) => `/tips/${id}`, poster: (id) => `/tips/posters/${id}` },
} satisfies RoomWords<typeof actions, OwedKind, never>
