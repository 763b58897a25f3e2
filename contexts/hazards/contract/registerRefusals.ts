import { identifierRefusals, type IdentifierFacts } from '../../../kernel/identifiers.ts'
import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import type { ChecklistFault } from '../rules/criteria.ts'
import type { Visit } from '../rules/coverage.ts'
import type { DuplicateReason } from '../rules/duplicates.ts'
import { findingNames } from './names.ts'

/** The facts of every refusal of register, criteria, campaigns and visits. */
export type RegisterFacts = Pick<IdentifierFacts, 'USCC_INVALID'> & {
  REGION_UNKNOWN: { regionCode: string }
  REGION_ENDED: { regionCode: string; name: string; endedOn: string; successors: readonly string[] }
  INDUSTRY_UNKNOWN: { typed: string }
  INDUSTRY_SECTION_WRONG: { typed: string; section: string; belongsTo: string }
  UNIT_PROBABLY_REGISTERED: {
    candidates: readonly { unitId: string | null; name: string; regionCode: string; score: number; reasons: readonly DuplicateReason[] }[]
  }
  UNIT_CLOSED: { unitId: string; name: string; closedOn: string }
  UNIT_JOINED: { name: string; intoId: string }
  CLOSING_DAY_WRONG: { closedOn: string; registeredOn: string; today: string }
  JOIN_UNSUITED: { problem: 'itself' | 'otherJoined' | 'otherClosed' | 'otherCode' | 'unlike'; score: number | null }
  PART_UNSUITED: { problem: 'notJoined' | 'outOfScope' }
  LIST_CLOSED: { name: string; closedOn: string }
  CHECKLIST_FAULTY: { faults: readonly ChecklistFault[] }
  CHECKLIST_UNKNOWN: { key: string }
  ITEM_UNKNOWN: { itemKey: string }
  ITEM_RETIRED: { itemKey: string; retiredOn: string; on: string }
  PERIOD_EMPTY: { from: string; to: string }
  CAMPAIGN_NOT_RUNNING: { name: string; from: string; to: string; on: string }
  CAMPAIGN_ENDED: { name: string; endedOn: string }
  CAMPAIGN_OVER: { name: string; to: string }
  CAMPAIGN_END_PAST: { to: string; today: string }
  INSPECTOR_UNKNOWN: { personId: string }
  VISIT_KIND_UNSUITED: { how: Visit['how']; expected: readonly Visit['how'][] }
  VISIT_RECORDED_OTHERWISE: { visitId: string }
  VISIT_POSITION_MISSING: { how: Visit['how'] }
  VISIT_NOT_ADMITTED: { answers: number; findings: number; reinspections: number }
  HAZARD_NOT_REGISTERED: { hazardId: string; campaignId: string | null }
  EVIDENCE_ATTACHED: { evidenceIds: readonly string[] }
}

const reasonNames: { readonly [Reason in DuplicateReason]: Sentence } = {
  sameCode: { zh: '信用代码相同', en: 'same credit code' },
  otherCode: { zh: '信用代码不同', en: 'different credit codes' },
  sameName: { zh: '名称相同', en: 'same name' },
  similarName: { zh: '名称相近', en: 'similar name' },
  samePlace: { zh: '位置相同', en: 'same place' },
  sameVillage: { zh: '同村社区', en: 'same village' },
  farApart: { zh: '相距较远', en: 'far apart' },
}

const faultNames: { readonly [Code in ChecklistFault['code']]: Sentence } = {
  TEXT_MISSING: { zh: '缺文字', en: 'a text is missing' },
  LANGUAGES_ALIKE: { zh: '中英文相同', en: 'both languages are alike' },
  ITEM_KEY_TWICE: { zh: '编号重复', en: 'the key is used twice' },
  ITEM_KEY_FOREIGN: { zh: '编号不以检查表编号开头', en: 'the key does not begin with that of the list' },
  INDUSTRY_UNKNOWN: { zh: '没有此行业代码', en: 'the industry is not known' },
  DAY_MALFORMED: { zh: '日期格式有误', en: 'the day is malformed' },
  RANGE_EMPTY: { zh: '施行期限为空', en: 'the period in force is empty' },
  EDITIONS_OVERLAP: { zh: '与另一版本施行期限重叠', en: 'its period overlaps with another edition' },
  EDITION_TWICE: { zh: '此版本已有', en: 'the edition is there already' },
}

const problems: { readonly [Problem in RegisterFacts['JOIN_UNSUITED']['problem']]: Sentence } = {
  itself: { zh: '不能并入自身。', en: 'A unit cannot be joined to itself.' },
  otherJoined: {
    zh: '所选对象本身已并入他处，请并入最终保留的对象。',
    en: 'That unit was itself joined to another; choose the one that stands.',
  },
  otherClosed: { zh: '所选对象已注销，不能并入。', en: 'That unit is closed; nothing can be joined to it.' },
  otherCode: { zh: '统一社会信用代码不同，是两个法人，不能合并。', en: 'Two credit codes are two legal persons; they cannot be joined.' },
  unlike: { zh: '两者没有相同之处，不能合并。', en: 'The two have nothing in common and cannot be joined.' },
}

const partProblems: { readonly [Problem in RegisterFacts['PART_UNSUITED']['problem']]: Sentence } = {
  notJoined: { zh: '此检查对象未并入其他对象，无合并可撤销。', en: 'The unit was joined to no other, so there is nothing to part.' },
  outOfScope: {
    zh: '与之合并的对象中有不在您管辖范围内的，请由能管到全部对象的上级撤销。',
    en: 'One of the units it was joined with lies outside your scope; an authority whose scope holds all of them can part it.',
  },
}

export const registerRefusals: RefusalTable<RegisterFacts> = {
  USCC_INVALID: identifierRefusals.USCC_INVALID,
  REGION_UNKNOWN: {
    status: 422,
    zh: ({ regionCode }) => `没有代码为 ${regionCode} 的区划（GB/T 2260）。`,
    en: ({ regionCode }) => `There is no region with the code ${regionCode} (GB/T 2260).`,
  },
  REGION_ENDED: {
    status: 422,
    zh: ({ name, endedOn, successors }) => `${name}已于 ${endedOn} 撤销，现为：${successors.join('、')}。`,
    en: ({ name, endedOn, successors }) => `"${name}" ended on ${endedOn}; it is now ${successors.join(', ')}.`,
  },
  INDUSTRY_UNKNOWN: {
    status: 422,
    zh: ({ typed }) => `没有代码为“${typed}”的行业（GB/T 4754）。`,
    en: ({ typed }) => `There is no industry with the code "${typed}" (GB/T 4754).`,
  },
  INDUSTRY_SECTION_WRONG: {
    status: 422,
    zh: ({ typed, section, belongsTo }) => `行业代码“${typed}”应属 ${belongsTo} 门类，不属 ${section} 门类（GB/T 4754）。`,
    en: ({ typed, section, belongsTo }) => `The industry "${typed}" belongs to section ${belongsTo}, not to ${section} (GB/T 4754).`,
  },
  UNIT_PROBABLY_REGISTERED: {
    status: 409,
    zh: ({ candidates }) =>
      `名册中可能已有：${candidates.map(({ name, reasons }) => `${name}（${reasons.map((reason) => reasonNames[reason].zh).join('、')}）`).join('；')}。确为另一单位的，请写明理由。`,
    en: ({ candidates }) =>
      `It is probably on the register: ${candidates.map(({ name, reasons }) => `${name} (${reasons.map((reason) => reasonNames[reason].en).join(', ')})`).join('; ')}. Where it is another unit, state why.`,
  },
  UNIT_CLOSED: {
    status: 409,
    zh: ({ name, closedOn }) => `${name}已于 ${closedOn} 注销。`,
    en: ({ name, closedOn }) => `"${name}" was closed on ${closedOn}.`,
  },
  UNIT_JOINED: {
    status: 409,
    zh: ({ name }) => `${name}已并入另一检查对象，请在保留的对象上办理。`,
    en: ({ name }) => `"${name}" was joined to another unit; please act on the one that stands.`,
  },
  CLOSING_DAY_WRONG: {
    status: 422,
    zh: ({ closedOn, registeredOn, today }) => `注销日期 ${closedOn} 应在登记日（${registeredOn}）之后、今天（${today}）之前。`,
    en: ({ closedOn, registeredOn, today }) =>
      `The day of closing ${closedOn} must lie between the registration (${registeredOn}) and today (${today}).`,
  },
  JOIN_UNSUITED: { status: 422, zh: ({ problem }) => problems[problem].zh, en: ({ problem }) => problems[problem].en },
  PART_UNSUITED: { status: 409, zh: ({ problem }) => partProblems[problem].zh, en: ({ problem }) => partProblems[problem].en },
  LIST_CLOSED: {
    status: 409,
    zh: ({ name, closedOn }) => `名单“${name}”已于 ${closedOn} 停用。`,
    en: ({ name, closedOn }) => `The list "${name}" was closed on ${closedOn}.`,
  },
  CHECKLIST_FAULTY: {
    status: 422,
    zh: ({ faults }) =>
      `检查表有 ${faults.length} 处错误：${faults
        .slice(0, 5)
        .map(({ code, key }) => `${key} ${faultNames[code].zh}`)
        .join('；')}。`,
    en: ({ faults }) =>
      `The checklist has faults (${faults.length}): ${faults
        .slice(0, 5)
        .map(({ code, key }) => `${key}: ${faultNames[code].en}`)
        .join('; ')}.`,
  },
  CHECKLIST_UNKNOWN: {
    status: 422,
    zh: ({ key }) => `没有在用的检查表“${key}”。`,
    en: ({ key }) => `No checklist "${key}" is in force.`,
  },
  ITEM_UNKNOWN: {
    status: 422,
    zh: ({ itemKey }) => `没有检查项“${itemKey}”。`,
    en: ({ itemKey }) => `There is no item "${itemKey}".`,
  },
  ITEM_RETIRED: {
    status: 422,
    zh: ({ itemKey, retiredOn, on }) => `检查项 ${itemKey} 已于 ${retiredOn} 停用，${on} 的检查不能引用。`,
    en: ({ itemKey, retiredOn, on }) => `Item ${itemKey} ended on ${retiredOn}; a visit of ${on} cannot cite it.`,
  },
  PERIOD_EMPTY: {
    status: 422,
    zh: ({ from, to }) => `起止日期有误：${from} 至 ${to}。`,
    en: ({ from, to }) => `The period is empty: ${from} to ${to}.`,
  },
  CAMPAIGN_NOT_RUNNING: {
    status: 409,
    zh: ({ name, from, to, on }) => `${on} 不在“${name}”的期限（${from} 至 ${to}）内。`,
    en: ({ name, from, to, on }) => `The day ${on} lies outside the campaign "${name}" (${from} to ${to}).`,
  },
  CAMPAIGN_ENDED: {
    status: 409,
    zh: ({ name, endedOn }) => `“${name}”已于 ${endedOn} 提前结束，不能再改。`,
    en: ({ name, endedOn }) => `The campaign "${name}" was ended on ${endedOn} and is changed no more.`,
  },
  CAMPAIGN_OVER: {
    status: 409,
    zh: ({ name, to }) => `“${name}”已于 ${to} 到期，无需提前结束。`,
    en: ({ name, to }) => `The campaign "${name}" was over on ${to}; there is nothing to end early.`,
  },
  CAMPAIGN_END_PAST: {
    status: 422,
    zh: ({ to, today }) => `结束日期 ${to} 早于今天（${today}）。要提前结束，请办理“提前结束”。`,
    en: ({ to, today }) => `The last day ${to} is before today (${today}). To stop the campaign, end it early.`,
  },
  INSPECTOR_UNKNOWN: {
    status: 422,
    zh: ({ personId }) => `没有此检查人员（${personId}）。`,
    en: ({ personId }) => `There is no such inspector (${personId}).`,
  },
  VISIT_KIND_UNSUITED: {
    status: 422,
    zh: ({ how, expected }) =>
      `您的岗位不能登记${findingNames[how].zh}，可登记：${expected.map((each) => findingNames[each].zh).join('、')}。`,
    en: ({ how, expected }) =>
      `Your post cannot record the visit as ${findingNames[how].en}; it can be: ${expected.map((each) => findingNames[each].en).join(', ')}.`,
  },
  VISIT_RECORDED_OTHERWISE: {
    status: 409,
    zh: () => '此编号已登记了另一次检查。',
    en: () => 'Another visit is recorded under this id.',
  },
  VISIT_POSITION_MISSING: {
    status: 422,
    zh: ({ how }) => `${findingNames[how].zh}须带定位；无法定位时写明原因。`,
    en: ({ how }) => `The visit (${findingNames[how].en}) takes a position; state the reason where there is none.`,
  },
  VISIT_NOT_ADMITTED: {
    status: 422,
    zh: () => '未能进入的检查不能登记检查结果和隐患。',
    en: () => 'Who was not let in has checked nothing and found nothing.',
  },
  HAZARD_NOT_REGISTERED: {
    status: 422,
    zh: ({ hazardId }) => `隐患 ${hazardId} 不在此次行动的在册清单中。`,
    en: ({ hazardId }) => `The hazard ${hazardId} is not on the list of this campaign.`,
  },
  EVIDENCE_ATTACHED: {
    status: 409,
    zh: () => '所附材料已用于另一条记录。',
    en: () => 'The evidence belongs to another record already.',
  },
}
