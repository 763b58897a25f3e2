import type { Sentence } from '../../../kernel/refusals.ts'
import type { ActionKind } from '../rules/actions.ts'
import type { EventKind } from '../rules/events.ts'
import type { PublicState } from '../rules/follow.ts'
import type { AccidentGrade, Outcome, RewardKind, State, Topic } from '../rules/tip.ts'
import type { RewardState } from './shapes.ts'

export const topicNames: { readonly [Name in Topic]: Sentence } = {
  exitBlocked: { zh: '出口、通道堵塞', en: 'Exit or passage blocked' },
  fireEquipment: { zh: '消防设施损坏', en: 'Fire equipment broken' },
  electricity: { zh: '乱接电线、飞线充电', en: 'Unsafe wiring or charging' },
  gas: { zh: '燃气泄漏、违规用气', en: 'Gas leak or misuse' },
  chemicals: { zh: '危险化学品', en: 'Dangerous chemicals' },
  height: { zh: '高处、脚手架、吊装', en: 'Work at height, scaffold, lifting' },
  machine: { zh: '机器缺少防护', en: 'Machine without guard' },
  building: { zh: '房屋、基坑、围挡', en: 'Building, pit or fence' },
  flood: { zh: '积水、山洪、滑坡', en: 'Flood, torrent, landslide' },
  unlicensed: { zh: '无证生产、停产后偷开', en: 'Production without licence' },
  concealedAccident: { zh: '瞒报事故', en: 'A hidden accident' },
  other: { zh: '其他', en: 'Something else' },
}

export const stateNames: { readonly [Name in State]: Sentence } = {
  received: { zh: '待受理', en: 'to be accepted' },
  accepted: { zh: '核查中', en: 'being checked' },
  checked: { zh: '待答复', en: 'to be answered' },
  answered: { zh: '已答复', en: 'answered' },
  declined: { zh: '不予受理', en: 'declined' },
  referred: { zh: '已转办', en: 'referred' },
  joined: { zh: '已并案', en: 'joined' },
}

export const outcomeNames: { readonly [Name in Outcome]: Sentence } = {
  true: { zh: '属实，立为隐患', en: 'true, and a hazard now' },
  known: { zh: '属实，已在册', en: 'true, and on record already' },
  notFound: { zh: '核查未发现', en: 'not found' },
  outside: { zh: '不属安全生产', en: 'no matter of work safety' },
}

export const actionNames: { readonly [Name in ActionKind]: Sentence } = {
  accept: { zh: '受理', en: 'accept it' },
  decline: { zh: '不予受理', en: 'decline it' },
  refer: { zh: '转办', en: 'refer it' },
  join: { zh: '并案', en: 'join it to another' },
  extend: { zh: '批准延期', en: 'put off the answer' },
  check: { zh: '登记核查结果', en: 'record the check' },
  sendBack: { zh: '退回重查', en: 'send it back' },
  answer: { zh: '答复举报人', en: 'answer the informant' },
  write: { zh: '给举报人留言', en: 'write to the informant' },
  proposeReward: { zh: '提出奖励', en: 'propose a reward' },
  decideReward: { zh: '审批奖励', en: 'decide the reward' },
  payReward: { zh: '登记发放', en: 'record the payment' },
  reveal: { zh: '查看举报人', en: 'look at the informant' },
}

/** Completes “somebody …”. */
export const eventNames: { readonly [Name in EventKind]: Sentence } = {
  received: { zh: '收到举报', en: 'received' },
  accepted: { zh: '受理', en: 'accepted' },
  extended: { zh: '批准延期', en: 'put off' },
  declined: { zh: '不予受理', en: 'declined' },
  referred: { zh: '转办', en: 'referred' },
  joined: { zh: '并案', en: 'joined' },
  checked: { zh: '核查', en: 'checked' },
  sentBack: { zh: '退回重查', en: 'sent back' },
  answered: { zh: '答复举报人', en: 'answered' },
  hazardClosed: { zh: '隐患销号', en: 'the hazard was closed' },
  hazardReopened: { zh: '隐患重新开启', en: 'the hazard was opened again' },
  rewardProposed: { zh: '提出奖励', en: 'reward proposed' },
  rewardDecided: { zh: '审批奖励', en: 'reward decided' },
  rewardPaid: { zh: '发放奖励', en: 'reward paid' },
  written: { zh: '给举报人留言', en: 'wrote to the informant' },
  informantWrote: { zh: '举报人留言', en: 'the informant wrote' },
  revealed: { zh: '查看举报人身份', en: 'looked at the informant’s name' },
  identityDestroyed: { zh: '销毁举报人身份', en: 'the informant’s name was destroyed' },
}

/** What an informant reads: no words of the office. */
export const publicStateNames: { readonly [Name in PublicState]: Sentence } = {
  received: { zh: '已收到', en: 'Received' },
  checking: { zh: '正在核查', en: 'Being checked' },
  rectifying: { zh: '属实，正在整改', en: 'Found true, being put right' },
  rectified: { zh: '属实，已整改', en: 'Found true, and put right' },
  notFound: { zh: '核查未发现', en: 'Not found' },
  outside: { zh: '不属于安全生产', en: 'No matter of work safety' },
  declined: { zh: '不予受理', en: 'Not accepted' },
  referred: { zh: '已转有关部门', en: 'Passed on to the authority in charge' },
}

export const rewardStateNames: { readonly [Name in RewardState]: Sentence } = {
  none: { zh: '无', en: 'none' },
  proposed: { zh: '待审批', en: 'to be decided' },
  agreed: { zh: '待发放', en: 'to be paid' },
  refused: { zh: '未批准', en: 'not agreed' },
  paid: { zh: '已发放', en: 'paid' },
}

export const rewardKindNames: { readonly [Name in RewardKind]: Sentence } = {
  major: { zh: '重大隐患、违法生产', en: 'major hazard or illegal production' },
  concealed: { zh: '瞒报、谎报事故', en: 'concealed accident' },
  general: { zh: '一般隐患', en: 'general hazard' },
  none: { zh: '不予奖励', en: 'no reward' },
}

export const gradeNames: { readonly [Name in AccidentGrade]: Sentence } = {
  general: { zh: '一般事故', en: 'ordinary accident' },
  larger: { zh: '较大事故', en: 'larger accident' },
  major: { zh: '重大事故', en: 'major accident' },
  gravest: { zh: '特别重大事故', en: 'gravest accident' },
}

export const posterKindNames = {
  gate: { zh: '单位门口', en: 'at a gate' },
  street: { zh: '街道、路口', en: 'in a street' },
  village: { zh: '村社', en: 'in a village' },
  region: { zh: '全区域', en: 'for a whole region' },
} as const
