import type { Sentence } from '../../../kernel/refusals.ts'
import type { ActionKind } from '../rules/actions.ts'
import type { EventKind } from '../rules/events.ts'
import type { FiveItem, Finding, HandKind, Level, State } from '../rules/hazard.ts'
import type { Tier } from '../rules/people.ts'
import type { Because, MissingPart, Needed } from '../rules/refusalFacts.ts'

type Names<Key extends string> = { readonly [Name in Key]: Sentence }

export const levelNames: Names<Level> = {
  general: { zh: '一般隐患', en: 'general hazard' },
  major: { zh: '重大隐患', en: 'major hazard' },
}

export const stateNames: Names<State> = {
  found: { zh: '已发现', en: 'found' },
  classified: { zh: '已定级', en: 'classified' },
  ordered: { zh: '已下达整改', en: 'ordered' },
  rectifying: { zh: '整改中', en: 'being rectified' },
  selfChecked: { zh: '已自查', en: 'self-checked' },
  evaluated: { zh: '已评估', en: 'evaluated' },
  applied: { zh: '已报审', en: 'applied for review' },
  reviewed: { zh: '复查合格', en: 'reviewed' },
  closed: { zh: '已销号', en: 'closed' },
}

export const tierNames: Names<Tier> = {
  unit: { zh: '本单位', en: 'unit' },
  town: { zh: '乡镇（街道）', en: 'town' },
  county: { zh: '县级', en: 'county' },
  city: { zh: '市级', en: 'city' },
  province: { zh: '省级', en: 'province' },
}

export const findingNames: Names<Finding> = {
  selfCheck: { zh: '单位自查', en: 'self-check of the unit' },
  expertCheck: { zh: '专家检查', en: 'expert check' },
  peerCheck: { zh: '互查', en: 'peer check' },
  departmentCheck: { zh: '部门检查', en: 'department check' },
  publicReport: { zh: '群众举报', en: 'public report' },
}

export const actionNames: Names<ActionKind> = {
  classify: { zh: '定级', en: 'classify' },
  raise: { zh: '升级为重大', en: 'raise to major' },
  askSoftening: { zh: '申请降级', en: 'ask to soften the level' },
  decideSoftening: { zh: '答复降级申请', en: 'answer the request to soften the level' },
  order: { zh: '下达整改', en: 'order the rectification' },
  control: { zh: '登记临时管控措施', en: 'state interim controls' },
  report: { zh: '报告重大隐患', en: 'report the major hazard' },
  plan: { zh: '编制治理方案', en: 'write the plan' },
  start: { zh: '开始整改', en: 'start the work' },
  askExtension: { zh: '申请延期', en: 'ask for an extension' },
  decideExtension: { zh: '答复延期申请', en: 'answer the request for an extension' },
  transfer: { zh: '转交整改责任', en: 'transfer the work' },
  handOver: { zh: '移送监管', en: 'hand over the charge' },
  selfCheck: { zh: '整改自查', en: 'self-check' },
  evaluate: { zh: '治理评估', en: 'evaluate' },
  applyForReview: { zh: '申请审查', en: 'apply for review' },
  review: { zh: '复查', en: 'review' },
  close: { zh: '销号', en: 'close' },
  list: { zh: '挂牌督办', en: 'list for supervision' },
  lift: { zh: '解除挂牌', en: 'lift the listing' },
  linkRecurrence: { zh: '认定重复发生', en: 'link as recurrent' },
  askWithdrawal: { zh: '申请撤销', en: 'ask to withdraw' },
  decideWithdrawal: { zh: '答复撤销申请', en: 'answer the request to withdraw' },
}

/** Each event as done, for the timeline and for what somebody did meanwhile. */
export const eventNames: Names<EventKind> = {
  found: { zh: '发现隐患', en: 'found the hazard' },
  entered: { zh: '从台账录入', en: 'took it over from a ledger' },
  classified: { zh: '定了级', en: 'classified it' },
  levelRaised: { zh: '升级为重大', en: 'raised it to major' },
  softeningAsked: { zh: '申请降级', en: 'asked to soften it' },
  softened: { zh: '同意降级', en: 'softened it' },
  softeningRefused: { zh: '不同意降级', en: 'refused to soften it' },
  ordered: { zh: '下达了整改', en: 'ordered the rectification' },
  controlled: { zh: '登记了临时管控措施', en: 'stated interim controls' },
  reported: { zh: '作了报告', en: 'reported it' },
  planned: { zh: '编制了治理方案', en: 'wrote the plan' },
  started: { zh: '开始整改', en: 'started the work' },
  extensionAsked: { zh: '申请延期', en: 'asked for an extension' },
  extensionGranted: { zh: '同意延期', en: 'granted an extension' },
  extensionRefused: { zh: '不同意延期', en: 'refused an extension' },
  transferred: { zh: '转交了整改责任', en: 'transferred the work' },
  handedOver: { zh: '移送了监管', en: 'handed over the charge' },
  selfChecked: { zh: '完成整改自查', en: 'self-checked it' },
  evaluated: { zh: '评估合格', en: 'evaluated it' },
  evaluationFailed: { zh: '评估不合格', en: 'found it wanting in the evaluation' },
  reviewApplied: { zh: '申请审查', en: 'applied for review' },
  reviewed: { zh: '复查合格', en: 'passed the review' },
  reviewRefused: { zh: '复查不合格', en: 'refused it in the review' },
  closed: { zh: '销号', en: 'closed it' },
  reopened: { zh: '复核发现虚假销号，重新打开', en: 'reopened it: a recheck found the closure false' },
  listed: { zh: '挂牌督办', en: 'listed it' },
  listingLifted: { zh: '解除挂牌', en: 'lifted the listing' },
  recurrenceLinked: { zh: '认定重复发生', en: 'linked it as recurrent' },
  withdrawalAsked: { zh: '申请撤销', en: 'asked to withdraw it' },
  withdrawn: { zh: '确认误报并撤销', en: 'withdrew it as found in error' },
  withdrawalRefused: { zh: '不同意撤销', en: 'refused to withdraw it' },
  escalated: { zh: '逾期提醒', en: 'was told that it is late' },
}

export const fiveNames: Names<FiveItem> = {
  responsibility: { zh: '责任', en: 'responsibility' },
  measures: { zh: '措施', en: 'measures' },
  funds: { zh: '资金', en: 'funds' },
  timeLimit: { zh: '时限', en: 'time limit' },
  contingency: { zh: '预案', en: 'contingency plan' },
}

export const handNames: Names<HandKind> = {
  assignee: { zh: '整改责任人', en: 'was to put it right' },
  rectifier: { zh: '整改人', en: 'put it right' },
  selfChecker: { zh: '自查人', en: 'self-checked it' },
  evaluator: { zh: '评估人', en: 'evaluated it' },
  applicant: { zh: '审查申请人', en: 'applied for its review' },
  falseReviewer: { zh: '原复查人（虚假销号）', en: 'passed the review that proved false' },
  falseCloser: { zh: '原销号人（虚假销号）', en: 'closed it falsely' },
}

export const missingNames: Names<MissingPart> = {
  description: { zh: '情况描述', en: 'a description' },
  reason: { zh: '理由', en: 'a reason' },
  evidence: { zh: '证据', en: 'evidence' },
  requirement: { zh: '整改要求', en: 'what is required' },
  assignee: { zh: '整改责任人', en: 'who puts it right' },
  interimControls: { zh: '临时管控措施', en: 'interim controls' },
  controls: { zh: '管控措施', en: 'controls' },
  rectifiedBy: { zh: '整改人', en: 'who put it right' },
  body: { zh: '评估单位', en: 'who evaluated it' },
  opinion: { zh: '意见', en: 'an opinion' },
  documentNo: { zh: '文号', en: 'the document number' },
}

export const neededNames: Names<Needed> = {
  manager: { zh: '单位负责人或安全管理人员', en: 'the head or a safety officer of the unit' },
  managerOrAuthority: { zh: '单位负责人、安全管理人员或监管部门', en: 'the head or a safety officer of the unit, or an authority' },
  headOrAuthority: { zh: '主要负责人或监管部门', en: 'the head of the unit or an authority' },
  unitOrAuthority: { zh: '本单位人员或监管部门', en: 'people of the unit or an authority' },
  assigneeOrManager: { zh: '整改责任人或单位安全管理人员', en: 'who is to put it right, or who manages safety in the unit' },
  authority: { zh: '监管部门', en: 'an authority' },
  countyAuthority: { zh: '县级以上监管部门', en: 'an authority of the county or above' },
  reviewer: { zh: '本单位其他管理人员、发现的互查人或监管部门', en: 'another manager of the unit, the peer who found it, or an authority' },
}

export const becauseNames: Names<Because> = {
  major: { zh: '因为是重大隐患', en: 'because the hazard is major' },
  foundByAuthority: { zh: '因为是部门检查或举报发现的', en: 'because a department or the public found it' },
  orderedByAuthority: { zh: '因为是部门责令整改的', en: 'because an authority ordered the rectification' },
  otherOrganisation: { zh: '因为转到了另一单位', en: 'because it goes to another organisation' },
}
