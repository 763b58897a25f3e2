import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import { penaltyRow } from '../rules/penalties.ts'
import type { CaseFacts as RuleFacts } from '../rules/refusalFacts.ts'
import {
  actionNames,
  doingNames,
  missingNames,
  neededNames,
  otherPenaltyNames,
  partyNames,
  resultNames,
  servedNames,
  stateNames,
} from './names.ts'

/** What the rules of a case refuse, and what its evidence does. */
export type CaseFacts = RuleFacts & { EVIDENCE_ATTACHED: { evidenceIds: readonly string[] } }

const listed = <Key extends string>(names: { readonly [Name in Key]: Sentence }, keys: readonly Key[]): Sentence => ({
  zh: keys.map((key) => names[key].zh).join('、'),
  en: keys.map((key) => names[key].en).join(', '),
})

const yuan = (amount: number): string => amount.toLocaleString('en-US')

/** A moment as people in Beijing read it: 2026-11-24 14:05. */
const at = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

const clauseOf = (key: string): string => penaltyRow(key)?.clause ?? key
const articleOf = (key: string): string => `art. ${penaltyRow(key)?.article ?? key}`

const dayProblems = {
  future: { zh: (bound: string) => `不能晚于今天（${bound}）`, en: (bound: string) => `it lies after today (${bound})` },
  past: { zh: (bound: string) => `不能早于今天（${bound}）`, en: (bound: string) => `it lies before today (${bound})` },
  tooEarly: { zh: (bound: string) => `不能早于 ${bound}`, en: (bound: string) => `it lies before ${bound}` },
  tooLate: { zh: (bound: string) => `不能晚于 ${bound}`, en: (bound: string) => `it lies after ${bound}` },
} as const

const entries = { fact: { zh: '事实', en: 'fact' }, statement: { zh: '陈述申辩', en: 'defence' } } as const

const courtReasons = {
  notUrged: { zh: () => '须先催告当事人履行', en: () => 'the party is to be called upon first' },
  urged: { zh: (from: string) => `催告期限到 ${from} 止`, en: (from: string) => `the call runs until ${from}` },
  remedies: {
    zh: (from: string) => `当事人复议、诉讼的期限到 ${from} 止`,
    en: (from: string) => `the party may seek a remedy until ${from}`,
  },
} as const

export const refusals: RefusalTable<CaseFacts> = {
  CASE_STATE_WRONG: {
    status: 409,
    zh: ({ action, state, expected }) =>
      `案件现为“${stateNames[state].zh}”，不能${actionNames[action].zh}；此步须在“${listed(stateNames, expected).zh}”时办理。`,
    en: ({ action, state, expected }) =>
      `The case is ${stateNames[state].en}: nobody can ${actionNames[action].en} now. It can be done while it is: ${listed(stateNames, expected).en}.`,
  },
  CASE_NOT_YOURS: {
    status: 403,
    zh: ({ action, needed }) => `${doingNames[action].zh}应由${neededNames[needed].zh}办理。`,
    en: ({ action, needed }) => `To ${doingNames[action].en} is for ${neededNames[needed].en}.`,
  },
  CASE_INCOMPLETE: {
    status: 422,
    zh: ({ action, missing }) => `${doingNames[action].zh}还缺：${listed(missingNames, missing).zh}。`,
    en: ({ action, missing }) => `To ${doingNames[action].en} still needs ${listed(missingNames, missing).en}.`,
  },
  OFFICERS_TOO_FEW: {
    status: 422,
    zh: ({ given, least }) => `办案人员现有 ${given} 人，不得少于 ${least} 人（行政处罚法第四十二条）。`,
    en: ({ given, least }) => `There are ${given} officers; at least ${least} are needed (Administrative Penalty Law, art. 42).`,
  },
  OFFICER_TWICE: { status: 422, zh: () => '同一名办案人员填了两次。', en: () => 'One officer is named twice.' },
  CERTIFICATE_INVALID: {
    status: 422,
    zh: ({ certificateNo, validTo, today }) =>
      certificateNo.trim() === '' ? '办案人员缺执法证号。' : `执法证 ${certificateNo} 有效期至 ${validTo}，今天是 ${today}，已经失效。`,
    en: ({ certificateNo, validTo, today }) =>
      certificateNo.trim() === ''
        ? 'An officer has no certificate number.'
        : `Certificate ${certificateNo} was valid until ${validTo}; today is ${today}.`,
  },
  OFFICER_INTERESTED: {
    status: 422,
    zh: () => '该人员与本案有利害关系或者已决定回避，不能办理本案（行政处罚法第四十三条）。',
    en: () => 'This person has an interest in the case or had to stand back, and cannot be its officer (art. 43).',
  },
  INVESTIGATOR_BARRED: {
    status: 403,
    zh: ({ action }) => `参与调查的人员不能${doingNames[action].zh}（行政处罚法第五十七条、第五十八条、第六十四条）。`,
    en: ({ action }) =>
      `Whoever investigated can neither review, preside nor decide: to ${doingNames[action].en} is for somebody else (art. 57, 58, 64).`,
  },
  RECUSAL_PENDING: {
    status: 409,
    zh: () => '回避申请还没有决定，先决定再作出处罚决定。',
    en: () => 'A request that an officer stand back waits for its answer, which comes before the decision.',
  },
  NO_SUCH_OFFICER: { status: 422, zh: () => '该人员不是本案办案人员。', en: () => 'This person is no officer of the case.' },
  NO_SUCH_ENTRY: {
    status: 422,
    zh: ({ of, place }) => `没有第 ${place} 条${entries[of].zh}。`,
    en: ({ of, place }) => `There is no ${entries[of].en} ${place}.`,
  },
  ENTRY_ANSWERED: {
    status: 409,
    zh: ({ of, place }) => `第 ${place} 条${entries[of].zh}已经处理过。`,
    en: ({ of, place }) => `The ${entries[of].en} ${place} was dealt with already.`,
  },
  REQUEST_WAITING: {
    status: 409,
    zh: ({ action }) => `已经${actionNames[action].zh}，无需重复。`,
    en: ({ action }) => `To ${actionNames[action].en} was done already.`,
  },
  NO_REQUEST_WAITING: {
    status: 409,
    zh: ({ action }) => `没有需要${actionNames[action].zh}的事项。`,
    en: ({ action }) => `There is nothing for which to ${actionNames[action].en}.`,
  },
  TIME_LIMIT_PASSED: {
    status: 422,
    zh: ({ actEndedOn, foundOn, years }) =>
      `违法行为于 ${actEndedOn} 终了，${foundOn} 才发现，超过 ${years} 年，不再给予行政处罚（行政处罚法第三十六条）。`,
    en: ({ actEndedOn, foundOn, years }) =>
      `The act ended on ${actEndedOn} and was found on ${foundOn}, after more than ${years} years: it is punished no more (art. 36).`,
  },
  DAY_UNSUITED: {
    status: 422,
    zh: ({ day, problem, bound }) => `日期 ${day} 不合适：${dayProblems[problem].zh(bound)}。`,
    en: ({ day, problem, bound }) => `The day ${day} does not fit: ${dayProblems[problem].en(bound)}.`,
  },
  FACTS_MISSING: { status: 409, zh: () => '还没有成立的违法事实及其证据。', en: () => 'There is no fact with its evidence that stands.' },
  PENALTY_UNKNOWN: { status: 422, zh: () => '没有这条处罚依据。', en: () => 'There is no such clause in the table of penalties.' },
  PENALTY_WHO_WRONG: {
    status: 422,
    zh: ({ who, party }) => `该条款处罚的是${partyNames[who].zh}，本案当事人是${partyNames[party].zh}。`,
    en: ({ who, party }) => `This clause punishes a ${partyNames[who].en}, and the party is a ${partyNames[party].en}.`,
  },
  FINE_OUT_OF_RANGE: {
    status: 422,
    zh: ({ fineYuan, lowest, highest, mitigated }) =>
      `罚款 ${yuan(fineYuan)} 元不在法定幅度内：${mitigated ? `减轻处罚应低于 ${yuan(lowest)} 元` : `${yuan(lowest)} 元以上 ${yuan(highest)} 元以下`}，并为整数。`,
    en: ({ fineYuan, lowest, highest, mitigated }) =>
      `A fine of CNY ${yuan(fineYuan)} lies outside the law: ${mitigated ? `mitigated, it is below CNY ${yuan(lowest)}` : `CNY ${yuan(lowest)} to ${yuan(highest)}`}, in whole yuan.`,
  },
  PENALTY_EMPTY: {
    status: 422,
    zh: () => '处罚没有内容：请填写罚款或者其他处罚种类。',
    en: () => 'The penalty is empty: state a fine or another penalty.',
  },
  OTHER_PENALTY_UNKNOWN: {
    status: 422,
    zh: ({ other, penaltyKey }) => `安全生产法${clauseOf(penaltyKey)}没有规定“${otherPenaltyNames[other].zh}”。`,
    en: ({ other, penaltyKey }) => `Work Safety Law, ${articleOf(penaltyKey)}, knows no ${otherPenaltyNames[other].en}.`,
  },
  SIMPLE_TOO_MUCH: {
    status: 422,
    zh: ({ most, party }) => `当场处罚只能对${partyNames[party].zh}处 ${yuan(most)} 元以下罚款或者警告（行政处罚法第五十一条）。`,
    en: ({ most, party }) => `On the spot a ${partyNames[party].en} can be fined CNY ${yuan(most)} at most, or warned (art. 51).`,
  },
  PROPOSAL_MISSING: { status: 409, zh: () => '还没有提出处罚建议。', en: () => 'No penalty has been proposed yet.' },
  SERVED_ALREADY: {
    status: 409,
    zh: ({ paper, servedOn }) => `${servedNames[paper].zh}已于 ${servedOn} 送达。`,
    en: ({ paper, servedOn }) => `The party has ${servedNames[paper].en} since ${servedOn}.`,
  },
  NOTHING_TO_SERVE: {
    status: 409,
    zh: ({ paper }) => `现在没有待送达的${servedNames[paper].zh}。`,
    en: ({ paper }) => `The party cannot be served ${servedNames[paper].en} now.`,
  },
  NOT_SERVED: {
    status: 409,
    zh: ({ paper }) => `${servedNames[paper].zh}还没有送达。`,
    en: ({ paper }) => `The party does not have ${servedNames[paper].en} yet.`,
  },
  CONSENT_MISSING: {
    status: 422,
    zh: () => '电子送达须有当事人签订的确认书（行政处罚法第六十一条）。',
    en: () => 'Electronic service needs the consent that the party signed (art. 61).',
  },
  HEARING_NOT_DUE: {
    status: 409,
    zh: ({ fineYuan, leastYuan }) => `拟罚款 ${yuan(fineYuan)} 元，未达到可以要求听证的 ${yuan(leastYuan)} 元；可以陈述申辩。`,
    en: ({ fineYuan, leastYuan }) =>
      `The intended fine of CNY ${yuan(fineYuan)} is below CNY ${yuan(leastYuan)}, from which a hearing can be asked for; a defence can be stated.`,
  },
  RIGHTS_LAPSED: {
    status: 409,
    zh: ({ dueOn }) => `要求听证的期限已于 ${dueOn} 届满。`,
    en: ({ dueOn }) => `The days to ask for a hearing ended on ${dueOn}.`,
  },
  RIGHTS_RUNNING: {
    status: 409,
    zh: ({ dueOn }) => `当事人的期限到 ${dueOn} 才届满。`,
    en: ({ dueOn }) => `The party’s days run until ${dueOn}.`,
  },
  WAIVED_ALREADY: { status: 409, zh: () => '当事人已放弃陈述申辩和听证。', en: () => 'The party waived defence and hearing.' },
  HEARING_TOO_SOON: {
    status: 422,
    zh: ({ heldOn, earliestOn, workingDays }) => `听证须提前 ${workingDays} 个工作日通知：${heldOn} 太早，最早 ${earliestOn}。`,
    en: ({ heldOn, earliestOn, workingDays }) =>
      `A hearing is told ${workingDays} working days ahead: ${heldOn} is too soon, ${earliestOn} is the earliest.`,
  },
  HEARING_NOT_YET: {
    status: 409,
    zh: ({ heldAt }) => `听证定于 ${at(heldAt)} 举行，还没有到时间。`,
    en: ({ heldAt }) => `The hearing is at ${at(heldAt)}, which has not come.`,
  },
  STATEMENT_UNANSWERED: {
    status: 409,
    zh: ({ places }) => `第 ${places.join('、')} 条陈述申辩还没有复核（行政处罚法第四十五条）。`,
    en: ({ places }) => `The defence (${places.join(', ')}) waits for its answer (art. 45).`,
  },
  REVIEW_MISSING: {
    status: 409,
    zh: () => '本案须先经法制审核（行政处罚法第五十八条）。',
    en: () => 'This case is reviewed by law first (art. 58).',
  },
  REVIEWED_ALREADY: { status: 409, zh: () => '本案已经法制审核。', en: () => 'The case was reviewed by law already.' },
  DISCUSSION_MISSING: {
    status: 409,
    zh: () => '重大处罚须经负责人集体讨论（行政处罚法第五十七条）。',
    en: () => 'A grave penalty is discussed by those responsible together first (art. 57).',
  },
  HEAVIER_THAN_NOTICED: {
    status: 422,
    zh: ({ noticedYuan }) => `不得比告知的处罚（罚款 ${yuan(noticedYuan)} 元）更重；因陈述申辩更不得加重（行政处罚法第四十五条）。`,
    en: ({ noticedYuan }) =>
      `The decision cannot be heavier than the notice (CNY ${yuan(noticedYuan)}); least of all for a defence (art. 45).`,
  },
  OTHER_CLAUSE_THAN_NOTICED: {
    status: 422,
    zh: ({ penaltyKey, noticedKey }) => `告知的依据是安全生产法${clauseOf(noticedKey)}，改用${clauseOf(penaltyKey)}须重新告知。`,
    en: ({ penaltyKey, noticedKey }) => `The notice rests on ${articleOf(noticedKey)}; ${articleOf(penaltyKey)} needs a notice of its own.`,
  },
  DECISION_LATE: {
    status: 422,
    zh: ({ dueOn }) => `办案期限已于 ${dueOn} 届满，作出决定须写明逾期理由（行政处罚法第六十条）。`,
    en: ({ dueOn }) => `The term ended on ${dueOn}: the decision needs the reason for being late (art. 60).`,
  },
  TERM_GONE_BY: {
    status: 409,
    zh: ({ dueOn }) => `办案期限已于 ${dueOn} 届满，不能再延长。`,
    en: ({ dueOn }) => `The term ended on ${dueOn} and can be extended no more.`,
  },
  TERM_UNSUITED: {
    status: 422,
    zh: ({ toOn, dueOn, latestOn }) => `延长到 ${toOn} 不合适：应晚于 ${dueOn}，不晚于 ${latestOn}。`,
    en: ({ toOn, dueOn, latestOn }) => `An extension to ${toOn} does not fit: later than ${dueOn}, and no later than ${latestOn}.`,
  },
  RESULT_UNSUITED: {
    status: 422,
    zh: ({ result, penalty }) => (penalty ? `决定为“${resultNames[result].zh}”，不能带处罚内容。` : '决定给予处罚，须写明处罚内容。'),
    en: ({ result, penalty }) =>
      penalty ? `The decision is “${resultNames[result].en}” and carries no penalty.` : 'A decision for a penalty states the penalty.',
  },
  PAID_TOO_MUCH: {
    status: 422,
    zh: ({ outstandingYuan }) => `应缴 ${yuan(Math.max(0, outstandingYuan))} 元，缴款应为不超过该数的正整数。`,
    en: ({ outstandingYuan }) => `CNY ${yuan(Math.max(0, outstandingYuan))} is due; a payment is a whole number up to that.`,
  },
  NOT_PERFORMED: {
    status: 409,
    zh: ({ outstandingYuan, rectified, remedyOpen }) =>
      `还不能结案：${[outstandingYuan > 0 ? `尚欠 ${yuan(outstandingYuan)} 元` : '', rectified ? '' : '责令改正未完成', remedyOpen ? '复议或者诉讼未结束' : ''].filter((each) => each !== '').join('；')}。`,
    en: ({ outstandingYuan, rectified, remedyOpen }) =>
      `It cannot be closed yet: ${[outstandingYuan > 0 ? `CNY ${yuan(outstandingYuan)} is due` : '', rectified ? '' : 'what was ordered is not put right', remedyOpen ? 'a remedy is open' : ''].filter((each) => each !== '').join('; ')}.`,
  },
  NOT_OVERDUE: {
    status: 409,
    zh: ({ dueOn, outstandingYuan }) => (outstandingYuan === 0 ? '罚款已经缴清。' : `缴款期限到 ${dueOn} 才届满。`),
    en: ({ dueOn, outstandingYuan }) => (outstandingYuan === 0 ? 'The fine is paid.' : `The term to pay runs until ${dueOn}.`),
  },
  REMEDY_OPEN: { status: 409, zh: () => '行政复议或者行政诉讼还没有结束。', en: () => 'A reconsideration or a lawsuit is open.' },
  COURT_TOO_SOON: {
    status: 409,
    zh: ({ from, because }) => `还不能申请强制执行：${courtReasons[because].zh(from)}。`,
    en: ({ from, because }) => `The court cannot be asked yet: ${courtReasons[because].en(from)}.`,
  },
  CASE_PAPER_UNSUITED: {
    status: 422,
    zh: ({ version }) => `第 ${version} 步没有文书。`,
    en: ({ version }) => `Step ${version} has no paper.`,
  },
  EVIDENCE_ATTACHED: { status: 409, zh: () => '所附材料已用于另一条记录。', en: () => 'The evidence belongs to another record already.' },
}
