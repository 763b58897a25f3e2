import type { Sentence } from '../../../kernel/refusals.ts'
import type { ActionKind } from '../rules/actions.ts'
import type { DiscretionKind, Outcome, Remedy, Result, ServedPaper, ServiceWay, State } from '../rules/case.ts'
import type { Cause } from '../rules/causes.ts'
import type { EventKind } from '../rules/events.ts'
import type { PaperKind } from '../rules/paper.ts'
import type { Branch, OtherPenalty, PartyKind } from '../rules/penalties.ts'
import type { Doing, MissingPart, Needed } from '../rules/refusalFacts.ts'

type Names<Key extends string> = { readonly [Name in Key]: Sentence }

export const stateNames: Names<State> = {
  proposed: { zh: '提请立案', en: 'proposed' },
  investigating: { zh: '调查中', en: 'being looked into' },
  noticed: { zh: '已告知', en: 'notice given' },
  hearingAsked: { zh: '要求听证', en: 'hearing asked for' },
  hearingCalled: { zh: '已通知听证', en: 'hearing called' },
  weighing: { zh: '审理中', en: 'being weighed' },
  decided: { zh: '已决定', en: 'decided' },
  served: { zh: '履行中', en: 'being performed' },
  closed: { zh: '已结案', en: 'closed' },
}

export const causeNames: Names<Cause> = {
  hazardMajor: { zh: '重大隐患', en: 'major hazard' },
  hazardLate: { zh: '隐患逾期未改', en: 'hazard not put right in time' },
  hazardConcealed: { zh: '隐瞒或者未如实记录隐患', en: 'hazard concealed or not recorded truthfully' },
  falseClosure: { zh: '虚假销号', en: 'false closure' },
  dutyFailed: { zh: '第一责任人未履职', en: 'first responsible person failed in duty' },
  other: { zh: '其他违法行为', en: 'another breach' },
}

export const outcomeNames: Names<Outcome> = {
  performed: { zh: '处罚执行完毕', en: 'penalty performed' },
  noPenalty: { zh: '不予处罚', en: 'no penalty' },
  notFounded: { zh: '违法事实不成立', en: 'not founded' },
  handedOver: { zh: '移送司法机关', en: 'handed to justice' },
  withdrawn: { zh: '撤销立案', en: 'withdrawn' },
  notOpened: { zh: '不予立案', en: 'not opened' },
  revoked: { zh: '处罚决定被撤销', en: 'decision revoked' },
}

export const resultNames: Names<Result> = {
  penalty: { zh: '给予行政处罚', en: 'a penalty' },
  noPenalty: { zh: '不予行政处罚', en: 'no penalty' },
  notFounded: { zh: '违法事实不成立，不予行政处罚', en: 'not founded' },
  handOver: { zh: '涉嫌犯罪，移送司法机关', en: 'handed to justice' },
}

export const partyNames: Names<PartyKind> = { unit: { zh: '单位', en: 'unit' }, person: { zh: '个人', en: 'person' } }

export const branchNames: Names<Branch> = {
  first: { zh: '首次查处', en: 'first finding' },
  notMended: { zh: '逾期未改正、拒不执行', en: 'not mended in time' },
  accident: { zh: '发生事故', en: 'with an accident' },
}

export const otherPenaltyNames: Names<OtherPenalty> = {
  warning: { zh: '警告', en: 'warning' },
  confiscate: { zh: '没收违法所得', en: 'confiscation of the gains' },
  suspend: { zh: '责令停产停业整顿', en: 'stop of production for rectification' },
  revoke: { zh: '吊销资格或者许可', en: 'revocation of the licence' },
  close: { zh: '提请关闭', en: 'closure' },
}

export const discretionNames: Names<DiscretionKind> = {
  usual: { zh: '一般', en: 'usual' },
  lighter: { zh: '从轻', en: 'lighter' },
  mitigated: { zh: '减轻', en: 'mitigated' },
  heavier: { zh: '从重', en: 'heavier' },
}

export const wayNames: Names<ServiceWay> = {
  direct: { zh: '直接送达', en: 'handed over' },
  left: { zh: '留置送达', en: 'left before a witness' },
  post: { zh: '邮寄送达', en: 'posted' },
  entrusted: { zh: '委托送达', en: 'entrusted' },
  electronic: { zh: '电子送达', en: 'electronic, by consent' },
  publication: { zh: '公告送达', en: 'published' },
}

export const servedNames: Names<ServedPaper> = {
  notice: { zh: '行政处罚告知书', en: 'the notice' },
  hearingNotice: { zh: '听证通知书', en: 'the call to the hearing' },
  decision: { zh: '行政处罚决定书', en: 'the decision' },
}

export const paperNames: Names<PaperKind> = {
  opening: { zh: '立案审批表', en: 'Approval of the opening' },
  notice: { zh: '行政处罚告知书', en: 'Notice of the intended penalty' },
  hearingNotice: { zh: '听证通知书', en: 'Call to the hearing' },
  decision: { zh: '行政处罚决定书', en: 'Decision' },
  receipt: { zh: '送达回证', en: 'Acknowledgement of service' },
  closing: { zh: '结案审批表', en: 'Approval of the closing' },
}

export const remedyNames: Names<Remedy['kind']> = {
  reconsideration: { zh: '行政复议', en: 'reconsideration' },
  lawsuit: { zh: '行政诉讼', en: 'lawsuit' },
}

export const actionNames: Names<ActionKind> = {
  approveOpening: { zh: '批准立案', en: 'open the case' },
  refuseOpening: { zh: '不予立案', en: 'refuse the opening' },
  replaceOfficers: { zh: '更换办案人员', en: 'replace the officers' },
  askRecusal: { zh: '申请回避', en: 'ask that an officer stand back' },
  decideRecusal: { zh: '决定回避', en: 'decide whether an officer stands back' },
  addFact: { zh: '登记违法事实', en: 'add a fact' },
  strikeFact: { zh: '删除不成立的事实', en: 'strike a fact' },
  proposePenalty: { zh: '提出处罚建议', en: 'propose the penalty' },
  notify: { zh: '作出处罚告知', en: 'give notice' },
  serve: { zh: '登记送达', en: 'record the service' },
  confirmReceipt: { zh: '确认收到', en: 'confirm the receipt' },
  state: { zh: '陈述申辩', en: 'state a defence' },
  answerStatement: { zh: '复核陈述申辩', en: 'answer the defence' },
  askHearing: { zh: '要求听证', en: 'ask for a hearing' },
  waive: { zh: '放弃陈述申辩和听证', en: 'waive defence and hearing' },
  closeRights: { zh: '期满转审理', en: 'go on after the party’s days' },
  callHearing: { zh: '通知听证', en: 'call the hearing' },
  holdHearing: { zh: '登记听证', en: 'record the hearing' },
  dropHearing: { zh: '终止听证', en: 'drop the hearing' },
  reviewLegally: { zh: '法制审核', en: 'review the case by law' },
  discuss: { zh: '集体讨论', en: 'discuss the case together' },
  extend: { zh: '延长办案期限', en: 'extend the term' },
  decide: { zh: '作出决定', en: 'decide' },
  recordPayment: { zh: '登记缴款', en: 'record a payment' },
  askInstalments: { zh: '申请延期或者分期缴纳', en: 'ask for more time to pay' },
  decideInstalments: { zh: '答复延期或者分期缴纳', en: 'answer the request for more time to pay' },
  recordRectified: { zh: '登记整改完成', en: 'record that it was put right' },
  noteRemedy: { zh: '登记复议或者诉讼', en: 'note a remedy' },
  endRemedy: { zh: '登记复议或者诉讼结果', en: 'note how the remedy ended' },
  urge: { zh: '催告', en: 'call upon the party to perform' },
  askCourt: { zh: '申请法院强制执行', en: 'ask the court to enforce it' },
  withdraw: { zh: '撤销立案', en: 'withdraw the case' },
  close: { zh: '结案', en: 'close the case' },
}

export const doingNames: Names<Doing> = {
  ...actionNames,
  propose: { zh: '提请立案', en: 'propose a case' },
  decideOnSpot: { zh: '当场处罚', en: 'decide on the spot' },
}

export const eventNames: Names<EventKind> = {
  proposed: { zh: '提请立案', en: 'proposed the case' },
  decidedOnSpot: { zh: '当场作出处罚决定并交付', en: 'decided on the spot and handed it over' },
  opened: { zh: '批准立案', en: 'opened the case' },
  openingRefused: { zh: '不予立案', en: 'refused the opening' },
  officersReplaced: { zh: '更换办案人员', en: 'replaced the officers' },
  recusalAsked: { zh: '申请回避', en: 'asked that an officer stand back' },
  recusalDecided: { zh: '决定回避申请', en: 'decided on the standing back' },
  factAdded: { zh: '登记违法事实', en: 'added a fact' },
  factStruck: { zh: '删除不成立的事实', en: 'struck a fact' },
  penaltyProposed: { zh: '提出处罚建议', en: 'proposed the penalty' },
  notified: { zh: '作出处罚告知', en: 'gave notice' },
  served: { zh: '送达', en: 'served it' },
  stated: { zh: '陈述申辩', en: 'stated a defence' },
  statementAnswered: { zh: '复核陈述申辩', en: 'answered the defence' },
  hearingAsked: { zh: '要求听证', en: 'asked for a hearing' },
  waived: { zh: '放弃陈述申辩和听证', en: 'waived defence and hearing' },
  rightsLapsed: { zh: '期满未提出，转审理', en: 'went on after the party’s days' },
  hearingCalled: { zh: '通知听证', en: 'called the hearing' },
  hearingHeld: { zh: '举行听证', en: 'held the hearing' },
  hearingDropped: { zh: '终止听证', en: 'dropped the hearing' },
  reviewed: { zh: '法制审核通过', en: 'passed it in the legal review' },
  returned: { zh: '法制审核退回', en: 'sent it back in the legal review' },
  discussed: { zh: '集体讨论', en: 'discussed it together' },
  extended: { zh: '延长办案期限', en: 'extended the term' },
  decided: { zh: '作出决定', en: 'decided' },
  paid: { zh: '登记缴款', en: 'recorded a payment' },
  instalmentsAsked: { zh: '申请延期或者分期缴纳', en: 'asked for more time to pay' },
  instalmentsDecided: { zh: '答复延期或者分期缴纳', en: 'answered the request for more time' },
  rectified: { zh: '登记整改完成', en: 'recorded that it was put right' },
  remedyNoted: { zh: '登记复议或者诉讼', en: 'noted a remedy' },
  remedyEnded: { zh: '登记复议或者诉讼结果', en: 'noted how the remedy ended' },
  urged: { zh: '催告', en: 'called upon the party' },
  courtAsked: { zh: '申请法院强制执行', en: 'asked the court' },
  withdrawn: { zh: '撤销立案', en: 'withdrew the case' },
  closed: { zh: '结案', en: 'closed it' },
}

export const missingNames: Names<MissingPart> = {
  matter: { zh: '案由', en: 'what the case is about' },
  party: { zh: '当事人', en: 'the party' },
  title: { zh: '当事人职务', en: 'the person’s post' },
  text: { zh: '内容', en: 'what it says' },
  reason: { zh: '理由', en: 'a reason' },
  reasons: { zh: '裁量或者决定理由', en: 'the reasons' },
  evidence: { zh: '证据', en: 'evidence' },
  receiver: { zh: '签收人', en: 'who received it' },
  witness: { zh: '见证人或者影像', en: 'a witness or pictures' },
  opinion: { zh: '意见', en: 'an opinion' },
  record: { zh: '经签名的听证笔录', en: 'the signed record' },
  attendees: { zh: '参加讨论的负责人（至少两人）', en: 'who discussed it, two at least' },
  place: { zh: '地点', en: 'the place' },
  income: { zh: '上一年年收入', en: 'the income of the year before' },
  receiptNo: { zh: '缴款票据号', en: 'the number of the receipt' },
  penalty: { zh: '处罚', en: 'the penalty' },
  replacement: { zh: '接替人员', en: 'who takes over' },
  dueOn: { zh: '日期', en: 'the day' },
}

export const neededNames: Names<Needed> = {
  enforcer: { zh: '办案机关的执法人员', en: 'who enforces for the authority of the case' },
  leader: { zh: '办案机关负责人', en: 'the person responsible of the authority' },
  investigator: { zh: '本案办案人员', en: 'the officers of this case' },
  otherEnforcer: { zh: '未参与调查的执法人员', en: 'somebody who did not investigate' },
  presider: { zh: '听证主持人', en: 'who presides over the hearing' },
  party: { zh: '当事人（单位主要负责人）', en: 'the party (the head of the unit)' },
  partyOrInvestigator: { zh: '当事人或者本案办案人员', en: 'the party or the officers of this case' },
}
