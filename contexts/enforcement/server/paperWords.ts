import type { Sentence } from '../../../kernel/refusals.ts'
import type { CasePaper } from '../rules/paper.ts'

export type Language = keyof Sentence

type Titled = Sentence & { readonly letters: string }

const decisions = {
  penalty: { zh: '行政处罚决定书', en: 'Decision on an administrative penalty', letters: '罚' },
  noPenalty: { zh: '不予行政处罚决定书', en: 'Decision not to punish', letters: '不罚' },
  notFounded: { zh: '不予行政处罚决定书', en: 'Decision not to punish', letters: '不罚' },
  handOver: { zh: '案件移送书', en: 'Handing over to justice', letters: '移' },
} as const satisfies Record<string, Titled>

/** The title of a paper, and the letters of its number (文号). */
export const titleOf = ({ kind, event }: CasePaper): Titled => {
  switch (kind) {
    case 'opening':
      return { zh: '立案审批表', en: 'Approval of the opening of a case', letters: '立' }
    case 'notice':
      return { zh: '行政处罚告知书', en: 'Notice of an intended administrative penalty', letters: '罚告' }
    case 'hearingNotice':
      return { zh: '行政处罚听证通知书', en: 'Call to the hearing', letters: '听通' }
    case 'decision':
      if (event.kind === 'decidedOnSpot') return { zh: '行政处罚决定书（当场处罚）', en: 'Decision on the spot', letters: '当罚' }
      return decisions[event.kind === 'decided' ? event.result : 'penalty']
    case 'receipt':
      return { zh: '送达回证', en: 'Acknowledgement of service', letters: '送回' }
    case 'closing':
      return { zh: '结案审批表', en: 'Approval of the closing of a case', letters: '结' }
  }
}

/** The fixed words of the papers. */
export const labels = {
  copy: {
    zh: '打印件（副本），内容以系统记录为准',
    en: 'Printed copy of the record. A translation for information: the Chinese paper counts.',
  },
  party: { zh: '当事人', en: 'Party' },
  title: { zh: '职务', en: 'Post' },
  unit: { zh: '单位名称', en: 'Unit' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  address: { zh: '地址', en: 'Address' },
  head: { zh: '负责人', en: 'Responsible person' },
  unknown: { zh: '（未登记）', en: '(not on record)' },
  caseNumber: { zh: '案件编号', en: 'Number of the case' },
  cause: { zh: '案件来源', en: 'Cause' },
  matter: { zh: '案由', en: 'Matter' },
  foundOn: { zh: '发现日期', en: 'Found on' },
  facts: { zh: '违法事实和证据', en: 'Facts and evidence' },
  factNo: { zh: '序号', en: 'No.' },
  fact: { zh: '事实', en: 'Fact' },
  proof: { zh: '证据', en: 'Evidence' },
  violated: { zh: '违反的规定', en: 'Clause that was broken' },
  basis: { zh: '处罚依据', en: 'Basis of the penalty' },
  discretion: { zh: '裁量', en: 'Discretion' },
  penalty: { zh: '处罚内容', en: 'Penalty' },
  intended: { zh: '拟给予的处罚', en: 'Intended penalty' },
  rectifyBy: { zh: '改正期限', en: 'To be put right by' },
  officers: { zh: '执法人员', en: 'Officers' },
  certificate: { zh: '执法证号', en: 'Certificate no.' },
  proposedBy: { zh: '提请人', en: 'Proposed by' },
  proposedAt: { zh: '提请时间', en: 'Proposed at' },
  approvedBy: { zh: '审批人', en: 'Approved by' },
  approvedAt: { zh: '审批时间', en: 'Approved at' },
  statements: { zh: '陈述申辩及采纳情况', en: 'Defence and what came of it' },
  accepted: { zh: '采纳', en: 'accepted' },
  notAccepted: { zh: '不予采纳', en: 'not accepted' },
  heard: { zh: '听证', en: 'Hearing' },
  heldAt: { zh: '听证时间', en: 'Time of the hearing' },
  place: { zh: '听证地点', en: 'Place of the hearing' },
  presider: { zh: '主持人', en: 'Presided by' },
  served: { zh: '送达文书', en: 'Paper served' },
  receiver: { zh: '收件人', en: 'Received by' },
  way: { zh: '送达方式', en: 'Way of service' },
  servedOn: { zh: '收到日期', en: 'Received on' },
  witness: { zh: '见证人', en: 'Witness' },
  servedBy: { zh: '送达人', en: 'Served by' },
  result: { zh: '处理结果', en: 'Result' },
  paid: { zh: '缴款情况', en: 'Payments' },
  closedBy: { zh: '结案经办人', en: 'Closed by' },
  note: { zh: '说明', en: 'Note' },
  late: { zh: '逾期作出的理由', en: 'Why it comes late' },
  seal: { zh: '（印章）', en: ' (seal)' },
  officerSigns: { zh: '执法人员（签名）', en: 'Officer (signature)' },
  partySigns: { zh: '当事人（签名或者盖章）', en: 'For the party (signature or seal)' },
  leaderSigns: { zh: '负责人（签名）', en: 'Responsible (signature)' },
  receivedBy: { zh: '收件人（签名或者盖章）', en: 'Received by (signature or seal)' },
  serverSigns: { zh: '送达人（签名）', en: 'Served by (signature)' },
  date: { zh: '日期', en: 'Date' },
} as const satisfies Record<string, Sentence>

export type Label = keyof typeof labels
