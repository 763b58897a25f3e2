import type { Sentence } from '../../../kernel/refusals.ts'
import type { OwedWords, RoomWords } from '../../../kernel/words.ts'
import type { Doing } from '../rules/refusalFacts.ts'
import { owedKinds, type OwedKind } from '../rules/owed.ts'
import type { actions } from './actions.ts'
import { doingNames } from './names.ts'

export const deskKinds = owedKinds

/** The figures of a region, as the view `enforcement.region_figure` names them. */
export const regionFigures = ['openCases', 'closedCases'] as const

const owed: { readonly [Kind in OwedKind]: OwedWords } = {
  approveOpening: { title: { zh: '审批立案', en: 'Answer the proposal to open a case' }, deed: { zh: '去审批', en: 'Answer' } },
  investigate: { title: { zh: '调查取证并告知', en: 'Look into the case and give notice' }, deed: { zh: '去办理', en: 'Go on' } },
  decideRecusal: { title: { zh: '决定回避申请', en: 'Decide whether an officer stands back' }, deed: { zh: '去决定', en: 'Decide' } },
  serveNotice: { title: { zh: '送达处罚告知书', en: 'Serve the notice' }, deed: { zh: '去送达', en: 'Serve' } },
  serveHearingNotice: { title: { zh: '送达听证通知书', en: 'Serve the call to the hearing' }, deed: { zh: '去送达', en: 'Serve' } },
  serveDecision: { title: { zh: '送达处罚决定书', en: 'Serve the decision' }, deed: { zh: '去送达', en: 'Serve' } },
  confirmReceipt: { title: { zh: '签收执法文书', en: 'Confirm the receipt of a paper' }, deed: { zh: '去签收', en: 'Confirm' } },
  answerNotice: { title: { zh: '陈述申辩或者要求听证', en: 'State a defence or ask for a hearing' }, deed: { zh: '去办理', en: 'Answer' } },
  closeRights: { title: { zh: '当事人期满，转入审理', en: 'Go on: the party’s days are over' }, deed: { zh: '去办理', en: 'Go on' } },
  answerStatement: { title: { zh: '复核陈述申辩', en: 'Answer the defence' }, deed: { zh: '去复核', en: 'Answer' } },
  callHearing: { title: { zh: '通知听证', en: 'Call the hearing' }, deed: { zh: '去通知', en: 'Call' } },
  holdHearing: { title: { zh: '主持听证', en: 'Preside over the hearing' }, deed: { zh: '去登记', en: 'Record' } },
  reviewLegally: { title: { zh: '法制审核', en: 'Review the case by law' }, deed: { zh: '去审核', en: 'Review' } },
  discuss: { title: { zh: '集体讨论', en: 'Discuss the case together' }, deed: { zh: '去登记', en: 'Discuss' } },
  decide: { title: { zh: '作出处罚决定', en: 'Decide the case' }, deed: { zh: '去决定', en: 'Decide' } },
  pay: { title: { zh: '缴纳罚款', en: 'Pay the fine' }, deed: { zh: '去查看', en: 'Look' } },
  decideInstalments: {
    title: { zh: '答复延期缴纳申请', en: 'Answer the request for more time to pay' },
    deed: { zh: '去答复', en: 'Answer' },
  },
  recordRectified: { title: { zh: '核查整改完成情况', en: 'See that it was put right' }, deed: { zh: '去核查', en: 'Look' } },
  urge: { title: { zh: '逾期未缴，催告', en: 'Call upon the party to pay' }, deed: { zh: '去催告', en: 'Call' } },
  close: { title: { zh: '结案', en: 'Close the case' }, deed: { zh: '去结案', en: 'Close' } },
}

/** `case.decide` and the like: each deed as it stands on the record. */
const caseDeeds = Object.fromEntries(
  Object.entries(doingNames).map(([kind, { zh, en }]) => [`case.${kind}`, { zh, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` }]),
) as { readonly [Kind in Doing as `case.${Kind}`]: Sentence }

/** How the desk speaks of cases. */
export const words = {
  room: { zh: '执法', en: 'Enforcement' },
  deeds: {
    ...caseDeeds,
    'case.read': { zh: '查看案件', en: 'Look at cases' },
    'case.act': { zh: '办理案件', en: 'Act on cases' },
    'case.readOwn': { zh: '查看本单位案件', en: 'Look at one’s own cases' },
    'case.answer': { zh: '答复案件', en: 'Answer a case' },
    'case.turn': { zh: '期限届满', en: 'A term runs out' },
  },
  owed,
  figures: {
    openCases: {
      title: { zh: '在办案件', en: 'Open cases' },
      unit: { zh: '件', en: '' },
      action: 'case.read',
      records: '/cases?open=true',
    },
    closedCases: {
      title: { zh: '已结案件', en: 'Closed cases' },
      unit: { zh: '件', en: '' },
      action: 'case.read',
      records: '/cases?open=false',
    },
  },
  alarms: {},
  pages: {
    // Unit and case, as the record is named. Whoever opens it sees the side of it that is his.
    case: (id) => `/cases/${id.replace('.', '/')}`,
  },
} satisfies RoomWords<typeof actions, OwedKind, (typeof regionFigures)[number]>
