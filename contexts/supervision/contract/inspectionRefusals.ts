import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import type { InspectionFacts } from '../rules/recheck.ts'
import { findingNames, stateNames, tierNames } from './inspectionNames.ts'

export type { InspectionFacts } from '../rules/recheck.ts'

const problems: Readonly<Record<string, Sentence>> = {
  notClosed: { zh: '隐患已不是销号状态', en: 'the hazard is no longer closed' },
  foundInError: { zh: '隐患是作为误报撤销的', en: 'the hazard was withdrawn as found in error' },
  notAuthority: { zh: '须由监管部门确认', en: 'that is for an authority to confirm' },
  hadHand: { zh: '您经手过这条隐患', en: 'you had a hand in the hazard' },
  noReason: { zh: '没有写明复核所见', en: 'what the recheck saw is not stated' },
}

const problemOf = (problem: string): Sentence => problems[problem] ?? { zh: problem, en: problem }

/** What draws, rechecks and doubts may refuse, with the facts of each. */
export const inspectionRefusals: RefusalTable<InspectionFacts> = {
  DRAW_PERIOD_WRONG: {
    status: 422,
    zh: ({ from, to }) => `销号日期的起止颠倒：${from} 晚于 ${to}。`,
    en: ({ from, to }) => `The days of closing are the wrong way round: ${from} lies after ${to}.`,
  },
  DRAW_FRAME_EMPTY: {
    status: 422,
    zh: ({ from, to }) => `${from} 至 ${to} 没有可抽取的已销号隐患：须由低于您层级的人销号，且不在复核中。`,
    en: ({ from, to }) =>
      `From ${from} to ${to} there is no closed hazard to draw: it must have been closed below your tier and be under no recheck.`,
  },
  DRAW_FRAME_TOO_LARGE: {
    status: 422,
    zh: ({ size, most }) => `可抽取的隐患有 ${size} 条，一次最多从 ${most} 条中抽取，请缩小范围。`,
    en: ({ size, most }) => `There are ${size} hazards to draw from; one draw takes ${most} at most. Please narrow it.`,
  },
  DRAW_CANCELLED: {
    status: 409,
    zh: () => '这次抽取已经作废。',
    en: () => 'This draw was cancelled before.',
  },
  DRAW_DONE: {
    status: 409,
    zh: ({ settled }) => `这次抽取已有 ${settled} 条复核出结果，不能作废。`,
    en: ({ settled }) => `${settled} of its rechecks have found something; the draw cannot be cancelled any more.`,
  },
  RECHECK_STATE_WRONG: {
    status: 409,
    zh: ({ state, expected }) =>
      `复核现为“${stateNames[state].zh}”；此步须在“${expected.map((each) => stateNames[each].zh).join('、')}”时办理。`,
    en: ({ state, expected }) =>
      `The recheck is ${stateNames[state].en}; this is done while it is ${expected.map((each) => stateNames[each].en).join(' or ')}.`,
  },
  RECHECK_HAD_PART: {
    status: 403,
    zh: () => '经手过这条隐患的人（发现、整改、复查、销号）不能复核它，也不能确认复核结果。',
    en: () =>
      'Whoever had a part in the hazard (found it, put it right, reviewed or closed it) neither rechecks it nor confirms a recheck.',
  },
  RECHECK_TIER_TOO_LOW: {
    status: 403,
    zh: ({ tier, closedAt }) => `销号由${tierNames[closedAt].zh}办理，须由更高一级复核；当前岗位是${tierNames[tier].zh}。`,
    en: ({ tier, closedAt }) =>
      `It was closed at the level of the ${tierNames[closedAt].en}; a higher one rechecks it, and this post is of the ${tierNames[tier].en}.`,
  },
  RECHECK_NOT_YOURS: {
    status: 403,
    zh: ({ assigneeId }) => (assigneeId === null ? '这条复核还没有派人。' : '这条复核派给了别人。'),
    en: ({ assigneeId }) => (assigneeId === null ? 'This recheck is given to nobody yet.' : 'This recheck is given to somebody else.'),
  },
  RECHECK_SECOND_PERSON: {
    status: 403,
    zh: () => '虚假销号须由现场复核人以外的另一人确认。',
    en: () => 'A false closure is confirmed by another person than the one who found it.',
  },
  RECHECK_OFF_THE_SPOT: {
    status: 422,
    zh: ({ distanceMetres, accuracyMetres, limitMetres }) =>
      `定位离隐患部位 ${distanceMetres} 米（误差 ${accuracyMetres} 米），超过 ${limitMetres} 米，不算到现场。`,
    en: ({ distanceMetres, accuracyMetres, limitMetres }) =>
      `The position is ${distanceMetres} m from the hazard (give or take ${accuracyMetres} m), more than ${limitMetres} m: that is not on the spot.`,
  },
  RECHECK_POSITION_MISSING: {
    status: 422,
    zh: () => '请定位；定位不了的，写明原因。',
    en: () => 'Please take your position, or say why there is none.',
  },
  RECHECK_PHOTOS_MISSING: {
    status: 422,
    zh: ({ given, least }) => `现场复核至少要 ${least} 张照片，现有 ${given} 张。`,
    en: ({ given, least }) => `A recheck takes at least ${least} photos; there are ${given}.`,
  },
  RECHECK_NOTE_MISSING: {
    status: 422,
    zh: ({ finding }) => (finding === 'notConfirmed' ? '不同意的，请写明理由。' : `结论为“${findingNames[finding].zh}”的，请写明所见。`),
    en: ({ finding }) =>
      finding === 'notConfirmed' ? 'Please say why you do not agree.' : `Please say what you saw: “${findingNames[finding].en}” needs it.`,
  },
  RECHECK_PERSON_UNSUITED: {
    status: 422,
    zh: () => '此人没有能办理复核的岗位，或管辖范围不含这里。',
    en: () => 'This person has no post that rechecks, or does not answer for this place.',
  },
  DOUBT_LOOKED_AT: {
    status: 409,
    zh: ({ at }) => `这个疑点已于 ${at.slice(0, 10)} 看过。`,
    en: ({ at }) => `Somebody looked at this doubt on ${at.slice(0, 10)}.`,
  },
  DOUBT_NO_CLOSED_HAZARD: {
    status: 422,
    zh: () => '这个疑点没有涉及可复核的已销号隐患。',
    en: () => 'The doubt speaks of no closed hazard that can be rechecked.',
  },
  REOPENING_UNSUITED: {
    status: 409,
    zh: ({ problem }) => `不能重新打开：${problemOf(problem).zh}。`,
    en: ({ problem }) => `It cannot be opened again: ${problemOf(problem).en}.`,
  },
  EVIDENCE_ATTACHED: {
    status: 409,
    zh: ({ evidenceIds }) => `有 ${evidenceIds.length} 份证据已归入其他记录。`,
    en: ({ evidenceIds }) => `${evidenceIds.length} pieces of evidence belong to another record already.`,
  },
}
