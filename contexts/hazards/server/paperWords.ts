import type { Sentence } from '../../../kernel/refusals.ts'
import type { PaperKind } from '../rules/paperBasis.ts'
import { dayOf } from './paperFormat.ts'

/** The title of each paper, and the letters of its number (文号). */
export const paperTitles: { readonly [Kind in PaperKind]: Sentence & { readonly letters: string } } = {
  order: { zh: '责令限期整改指令书', en: 'Order to rectify within a time limit', letters: '责改' },
  notice: { zh: '隐患整改通知单', en: 'Notice to rectify a hazard', letters: '整改' },
  listing: { zh: '重大隐患挂牌督办通知书', en: 'Notice of listing for supervision', letters: '督办' },
  review: { zh: '整改复查意见书', en: 'Opinion on the review of the rectification', letters: '复查' },
}

/** The number of a document: who issued it in short, what it is, the year, and the hazard it is about. */
export const documentNumber = (
  { kind, at, ordinal }: { readonly kind: PaperKind; readonly at: string; readonly ordinal: number },
  shortName: string,
  hazardNumber: string,
): string => `${shortName}${paperTitles[kind].letters}〔${dayOf(at).slice(0, 4)}〕${hazardNumber}${ordinal === 1 ? '' : `-${ordinal}`}号`

/** The fixed words of the papers. */
export const labels = {
  copy: {
    zh: '打印件（副本），内容以系统记录为准',
    en: 'Printed copy of the record. A translation for information: the Chinese paper counts.',
  },
  unit: { zh: '单位名称', en: 'Unit' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  address: { zh: '地址', en: 'Address' },
  responsible: { zh: '负责人', en: 'Responsible person' },
  hazardNumber: { zh: '隐患编号', en: 'Number of the hazard' },
  foundAt: { zh: '发现时间', en: 'Found at' },
  foundHow: { zh: '发现方式', en: 'Found by' },
  foundBy: { zh: '发现人', en: 'Finder' },
  place: { zh: '部位（定位）', en: 'Position' },
  description: { zh: '隐患情况', en: 'What was found' },
  cited: { zh: '判定依据', en: 'Cited item' },
  level: { zh: '隐患级别', en: 'Level' },
  requirement: { zh: '整改要求', en: 'What is required' },
  due: { zh: '整改期限', en: 'Last day' },
  longer: { zh: '期限较长的理由', en: 'Why it takes longer' },
  controls: { zh: '整改期间安全措施', en: 'Controls meanwhile' },
  assignee: { zh: '整改责任人', en: 'Who puts it right' },
  five: { zh: '五落实（责任、措施、资金、时限、预案）', en: 'The five that must be in place' },
  item: { zh: '项目', en: 'Item' },
  content: { zh: '内容', en: 'Content' },
  notYet: { zh: '（治理开始前由单位落实）', en: '(to be put in place by the unit before work starts)' },
  answers: { zh: '对应文书', en: 'Answers' },
  selfCheckedBy: { zh: '自查人', en: 'Self-checked by' },
  rectifiedBy: { zh: '整改人', en: 'Put right by' },
  selfCheckedAt: { zh: '自查时间', en: 'Self-checked at' },
  rectified: { zh: '整改情况', en: 'What was done' },
  cost: { zh: '整改费用', en: 'Cost' },
  evaluation: { zh: '治理评估', en: 'Evaluation' },
  ownExperts: { zh: '本单位技术人员、专家', en: 'own technicians and experts' },
  qualifiedBody: { zh: '有资质的机构', en: 'qualified body' },
  reviewer: { zh: '复查人', en: 'Reviewer' },
  reviewedAt: { zh: '复查时间', en: 'Reviewed at' },
  round: { zh: '复查轮次', en: 'Round' },
  presence: { zh: '现场情况', en: 'On the spot' },
  opinion: { zh: '复查意见', en: 'Opinion' },
  result: { zh: '复查结论', en: 'Result' },
  passed: { zh: '整改合格', en: 'Passed' },
  failed: { zh: '整改不合格', en: 'Not passed' },
  redo: { zh: '重新整改期限', en: 'New last day' },
  redoByRecord: { zh: '未另行指定，按记录所示本轮期限', en: 'None of its own; the term of this round as on the record' },
  suspend: { zh: '停止使用', en: 'Out of use' },
  suspended: { zh: '整改期间停止使用相关场所、设施、设备', en: 'The place and its equipment stay out of use until it has passed' },
  listingDue: { zh: '督办期限', en: 'Last day of the supervision' },
  pictures: { zh: '影像证据', en: 'Pictures' },
  pictureFound: { zh: '整改前（发现时）', en: 'Before (when found)' },
  pictureSelfCheck: { zh: '整改后（自查）', en: 'After (self-check)' },
  pictureReview: { zh: '复查时', en: 'At the review' },
  inspector: { zh: '检查人员（签名）', en: 'Inspector (signature)' },
  certificate: { zh: '证件号码', en: 'Certificate no.' },
  unitSigns: { zh: '被检查单位负责人（签名）', en: 'For the unit (signature)' },
  issuerSigns: { zh: '签发人（签名）', en: 'Issued by (signature)' },
  assigneeSigns: { zh: '整改责任人（签名）', en: 'Who puts it right (signature)' },
  receivedBy: { zh: '收件人（签名）', en: 'Received by (signature)' },
  serviceWay: { zh: '送达方式', en: 'Way of service' },
  serviceAt: { zh: '送达时间', en: 'Served at' },
  date: { zh: '日期', en: 'Date' },
  seal: { zh: '（印章）', en: ' (seal)' },
  unknown: { zh: '（未登记）', en: '(not on record)' },
} as const satisfies Record<string, Sentence>

export type Label = keyof typeof labels
