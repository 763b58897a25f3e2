import type { RefusalTable, Sentence } from '../../../kernel/refusals.ts'
import type { HazardFacts, ReopeningProblem } from '../rules/refusalFacts.ts'
import {
  actionNames,
  becauseNames,
  eventNames,
  findingNames,
  fiveNames,
  handNames,
  levelNames,
  missingNames,
  neededNames,
  stateNames,
  tierNames,
} from './names.ts'

export type { HazardFacts } from '../rules/refusalFacts.ts'

const listed = <Key extends string>(names: { readonly [Name in Key]: Sentence }, keys: readonly Key[]): Sentence => ({
  zh: keys.map((key) => names[key].zh).join('、'),
  en: keys.map((key) => names[key].en).join(', '),
})

const reopeningProblems: { readonly [Problem in ReopeningProblem]: Sentence } = {
  notClosed: { zh: '这条隐患没有销号', en: 'the hazard is not closed' },
  foundInError: { zh: '这条隐患是作为误报撤销的', en: 'the hazard was withdrawn as found in error' },
  closedInLedger: {
    zh: '这条隐患是按旧台账记为已销号的，没有经过本系统的复查，请作为新隐患登记',
    en: 'an old ledger closed the hazard and nobody here reviewed it; please record it as a new one',
  },
  notAuthority: { zh: '须由监管部门确认', en: 'that is for an authority to confirm' },
  hadHand: { zh: '确认人经手过这条隐患', en: 'whoever confirms it had a hand in the hazard' },
  noReason: { zh: '没有写明复核所见', en: 'what the recheck saw is not stated' },
}

const found: Sentence = { zh: '登记隐患', en: 'record the hazard' }
const audience: { readonly authority: Sentence; readonly staff: Sentence } = {
  authority: { zh: '负有监管职责的部门', en: 'the authority' },
  staff: { zh: '职工（代表）大会或以公示栏向职工', en: 'the staff, by their congress or the notice board' },
}

/** A moment as people in Beijing read it: 2026-11-24 14:05. */
const at = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

export const refusals: RefusalTable<HazardFacts> = {
  HAZARD_STATE_WRONG: {
    status: 409,
    zh: ({ action, state, expected }) =>
      `隐患现为“${stateNames[state].zh}”，不能${actionNames[action].zh}；此步须在“${listed(stateNames, expected).zh}”时办理。`,
    en: ({ action, state, expected }) =>
      `The hazard is ${stateNames[state].en}: nobody can ${actionNames[action].en} now. It can be done while it is: ${listed(stateNames, expected).en}.`,
  },
  NOT_YOURS_TO_DO: {
    status: 403,
    zh: ({ action, needed, because }) =>
      `${actionNames[action].zh}应由${neededNames[needed].zh}办理${because === null ? '' : `，${becauseNames[because].zh}`}。`,
    en: ({ action, needed, because }) =>
      `To ${actionNames[action].en} is for ${neededNames[needed].en}${because === null ? '' : `, ${becauseNames[because].en}`}.`,
  },
  DEED_INCOMPLETE: {
    status: 422,
    zh: ({ action, missing }) => `${action === 'find' ? found.zh : actionNames[action].zh}还缺：${listed(missingNames, missing).zh}。`,
    en: ({ action, missing }) =>
      `To ${action === 'find' ? found.en : actionNames[action].en} still needs ${listed(missingNames, missing).en}.`,
  },
  EVIDENCE_TOO_LITTLE: {
    status: 422,
    zh: ({ action, given, least }) => `${actionNames[action].zh}至少要 ${least} 份影像或材料，现有 ${given} 份。`,
    en: ({ action, given, least }) => `To ${actionNames[action].en} takes at least ${least} photos or papers; there are ${given}.`,
  },
  ITEM_MAKES_MAJOR: {
    status: 422,
    zh: ({ itemCode, edition, clause }) =>
      `所引判定项 ${itemCode}（${edition} ${clause}）直接判定为重大隐患，不能定为一般；如有异议，定级后申请降级，由第二人决定。`,
    en: ({ itemCode, edition, clause }) =>
      `Item ${itemCode} (${edition} ${clause}) makes the hazard major; it cannot be classified as general. Who holds otherwise asks for softening afterwards, and a second person decides.`,
  },
  SECOND_PERSON_NEEDED: {
    status: 403,
    zh: ({ action }) => `${actionNames[action].zh}须由另一人办理，不能由提出的人自己办理。`,
    en: ({ action }) => `Another person must ${actionNames[action].en}, not the one who began it.`,
  },
  LEVEL_UNSUITED: {
    status: 409,
    zh: ({ action, level, expected }) => `${actionNames[action].zh}只用于${levelNames[expected].zh}，此隐患为${levelNames[level].zh}。`,
    en: ({ action, level, expected }) =>
      `To ${actionNames[action].en} is for a ${levelNames[expected].en}; this is a ${levelNames[level].en}.`,
  },
  DUE_IN_PAST: {
    status: 422,
    zh: ({ dueOn, today }) => `期限 ${dueOn} 早于今天（${today}）。`,
    en: ({ dueOn, today }) => `The date ${dueOn} lies before today (${today}).`,
  },
  DUE_LONGER_THAN_USUAL: {
    status: 422,
    zh: ({ dueOn, usualOn, days }) => `期限 ${dueOn} 长于通常的 ${days} 天（至 ${usualOn}），请写明理由。`,
    en: ({ dueOn, usualOn, days }) => `The date ${dueOn} is later than the usual ${days} days (${usualOn}); please state why.`,
  },
  DUE_BEYOND_LAW: {
    status: 422,
    zh: ({ dueOn, lawDueOn }) => `期限 ${dueOn} 晚于整改期限 ${lawDueOn}；需要更长时间应在到期前申请延期。`,
    en: ({ dueOn, lawDueOn }) => `The date ${dueOn} is later than the deadline ${lawDueOn}. More time is asked for before the deadline.`,
  },
  DUE_BEYOND_LISTING: {
    status: 422,
    zh: ({ dueOn, listingDueOn }) => `期限 ${dueOn} 晚于挂牌督办期限 ${listingDueOn}。`,
    en: ({ dueOn, listingDueOn }) => `The date ${dueOn} is later than the listing allows (${listingDueOn}).`,
  },
  FIVE_NOT_IN_PLACE: {
    status: 422,
    zh: ({ missing }) => `五落实还缺：${listed(fiveNames, missing).zh}。落实后才能开始治理（安全生产事故隐患排查治理暂行规定第十五条）。`,
    en: ({ missing }) =>
      `Of the five, these are not in place: ${listed(fiveNames, missing).en}. Work on a major hazard starts when all are (Order 16, art. 15).`,
  },
  REPORT_NOT_NEEDED: {
    status: 409,
    zh: ({ to, how }) => `此隐患由${findingNames[how].zh}发现，不需再报告${audience[to].zh}。`,
    en: ({ to, how }) => `It came to light by ${findingNames[how].en}, so ${audience[to].en} need not be told.`,
  },
  REPORTED_ALREADY: {
    status: 409,
    zh: ({ to, at: when }) => `已于 ${at(when)} 向${audience[to].zh}报告。`,
    en: ({ to, at: when }) => `It was reported to ${audience[to].en} at ${at(when)}.`,
  },
  REPORTS_MISSING: {
    status: 409,
    zh: ({ missing }) => `重大隐患尚未报告：${listed(audience, missing).zh}（安全生产法第四十一条）。`,
    en: ({ missing }) => `The major hazard was not yet reported to ${listed(audience, missing).en} (Work Safety Law, art. 41).`,
  },
  EXTENSION_TOO_LATE: {
    status: 409,
    zh: ({ dueAt, askedAt, clock }) =>
      `${clock === 'law' ? '整改期限' : '本轮整改期限'}已于 ${at(dueAt)} 届满，${at(askedAt)} 才提出，逾期不再受理延期。`,
    en: ({ dueAt, askedAt, clock }) =>
      `The ${clock === 'law' ? 'legal deadline' : 'deadline of this round'} ran out at ${at(dueAt)}; asked at ${at(askedAt)}, it is too late for an extension.`,
  },
  EXTENSIONS_USED_UP: {
    status: 409,
    zh: ({ granted, most }) => `已延期 ${granted} 次，最多 ${most} 次。`,
    en: ({ granted, most }) => `It was extended ${granted} times; ${most} is the most.`,
  },
  EXTENSION_NOT_LATER: {
    status: 422,
    zh: ({ dueOn, askedOn }) => `延期后的期限 ${askedOn} 应晚于现在的期限 ${dueOn}。`,
    en: ({ dueOn, askedOn }) => `The new date ${askedOn} must be later than the present ${dueOn}.`,
  },
  EXTENSION_MORE_THAN_ASKED: {
    status: 422,
    zh: ({ askedOn, grantedOn }) => `只申请延至 ${askedOn}，不能批准到 ${grantedOn}。`,
    en: ({ askedOn, grantedOn }) => `Time was asked for until ${askedOn}; it cannot be granted until ${grantedOn}.`,
  },
  EXTENSION_GRANTER_TOO_LOW: {
    status: 403,
    zh: ({ setterTier, setterLeads, least }) =>
      `延期由定期限者的上一级批准：期限由${tierNames[setterTier].zh}${setterLeads ? '负责人' : ''}所定${least === 'unit' ? '' : `，且须${tierNames[least].zh}以上部门批准`}。`,
    en: ({ setterTier, setterLeads, least }) =>
      `An extension is granted one tier above who set the deadline, which was set by the ${tierNames[setterTier].en}${setterLeads ? '’s head' : ''}${least === 'unit' ? '' : `, and by an authority of the ${tierNames[least].en} or above`}.`,
  },
  ASKED_ALREADY: {
    status: 409,
    zh: ({ action, at: when }) => `已于 ${at(when)} ${actionNames[action].zh}，正等待答复。`,
    en: ({ action, at: when }) => `Somebody did ${actionNames[action].en} at ${at(when)}; the answer is awaited.`,
  },
  NOTHING_ASKED: {
    status: 409,
    zh: ({ action }) => `没有待答复的申请，不能${actionNames[action].zh}。`,
    en: ({ action }) => `No request waits, so there is nothing to do: ${actionNames[action].en}.`,
  },
  HAND_OVER_UNSUITED: {
    status: 422,
    zh: ({ statedTier, tier }) =>
      tier === null
        ? '监管只能移送给部门、乡镇（街道）或园区，所选单位不是。'
        : `所选部门属${tierNames[tier].zh}，不属${tierNames[statedTier].zh}，请按其层级移送。`,
    en: ({ statedTier, tier }) =>
      tier === null
        ? 'The charge can go to a department, a town or a park alone, and this organisation is none.'
        : `That department sits at the tier of the ${tierNames[tier].en}, not of the ${tierNames[statedTier].en}; hand over by its own tier.`,
  },
  TRANSFER_TO_SAME: {
    status: 409,
    zh: ({ personId }) => (personId === null ? '已由该部门监管。' : '已由此人负责整改。'),
    en: ({ personId }) => (personId === null ? 'That authority has it in charge already.' : 'That person has the work already.'),
  },
  REVIEWER_NOT_INDEPENDENT: {
    status: 403,
    zh: ({ action, as }) => `${actionNames[action].zh}人不能是经手整改的人；您是此隐患的${handNames[as].zh}。`,
    en: ({ action, as }) => `Nobody may ${actionNames[action].en} what he had a hand in: you ${handNames[as].en}.`,
  },
  POSITION_MISSING: {
    status: 422,
    zh: ({ action, limitMetres }) => `${actionNames[action].zh}须在现场（${limitMetres} 米以内）并带定位；一般隐患处无信号时写明原因。`,
    en: ({ action, limitMetres }) =>
      `To ${actionNames[action].en} takes a position on the spot (within ${limitMetres} m); for a general hazard without reception state why there is none.`,
  },
  NOT_ON_THE_SPOT: {
    status: 422,
    zh: ({ distanceMetres, accuracyMetres, limitMetres }) =>
      `距隐患部位 ${distanceMetres} 米（定位误差 ${accuracyMetres} 米），超过 ${limitMetres} 米，不是现场复查。`,
    en: ({ distanceMetres, accuracyMetres, limitMetres }) =>
      `${distanceMetres} m from the hazard (positions off by up to ${accuracyMetres} m) is more than ${limitMetres} m: this is no review on the spot.`,
  },
  LISTED_ALREADY: {
    status: 409,
    zh: ({ tier, documentNo }) => `已由${tierNames[tier].zh}挂牌督办（${documentNo}），只有更高一级可以提级督办。`,
    en: ({ tier, documentNo }) => `The ${tierNames[tier].en} has listed it (${documentNo}); only a higher tier can take it over.`,
  },
  NOT_LISTED: {
    status: 409,
    zh: () => '此隐患没有挂牌督办。',
    en: () => 'The hazard is not listed for supervision.',
  },
  LISTING_NOT_LIFTED: {
    status: 409,
    zh: ({ action, tier, documentNo }) =>
      `此隐患由${tierNames[tier].zh}挂牌督办（${documentNo}），解除挂牌前不能${actionNames[action].zh}。`,
    en: ({ action, tier, documentNo }) =>
      `The ${tierNames[tier].en} has listed it (${documentNo}): until the listing is lifted nobody can ${actionNames[action].en}.`,
  },
  LISTING_TIER_TOO_LOW: {
    status: 403,
    zh: ({ listedTier, ownTier }) => `由${tierNames[listedTier].zh}挂牌，${tierNames[ownTier].zh}不能解除。`,
    en: ({ listedTier, ownTier }) => `The ${tierNames[listedTier].en} listed it; the ${tierNames[ownTier].en} cannot lift that.`,
  },
  RECURRENCE_UNSUITED: {
    status: 422,
    zh: ({ problem }) =>
      ({
        itself: '不能与自身关联。',
        otherUnit: '只能关联同一单位较早的隐患。',
        notEarlier: '所选隐患不早于此隐患。',
        linkedAlready: '已关联到该隐患。',
      })[problem],
    en: ({ problem }) =>
      ({
        itself: 'A hazard is no recurrence of itself.',
        otherUnit: 'Only an earlier hazard of the same unit can be linked.',
        notEarlier: 'That hazard was not found earlier.',
        linkedAlready: 'It is linked to that hazard already.',
      })[problem],
  },
  CHANGED_MEANWHILE: {
    status: 409,
    zh: ({ action, deeds }) =>
      `在您${actionNames[action].zh}期间他人已先办理：${deeds.map(({ kind, receivedAt }) => `${at(receivedAt)} ${eventNames[kind].zh}`).join('；')}。请看过最新情况再办。`,
    en: ({ action, deeds }) =>
      `While you were to ${actionNames[action].en}, others acted: ${deeds.map(({ kind, receivedAt }) => `${at(receivedAt)} somebody ${eventNames[kind].en}`).join('; ')}. Please look at it as it is now.`,
  },
  RISK_VALUE_OFF_SCALE: {
    status: 422,
    zh: ({ method, factor, value, scale }) => `${method} 法的 ${factor} 不能取 ${value}，可取：${scale.join('、')}。`,
    en: ({ method, factor, value, scale }) => `${factor} of ${method} cannot be ${value}; it is one of ${scale.join(', ')}.`,
  },
  SUBSTANCE_UNKNOWN: {
    status: 422,
    zh: ({ substance }) => `GB 18218-2018 表1 没有“${substance}”，请选用表1 的名称或填写表2 的危险性类别。`,
    en: ({ substance }) => `Table 1 of GB 18218-2018 does not name "${substance}". Choose a name of table 1 or a category of table 2.`,
  },
  SUBSTANCE_AMBIGUOUS: {
    status: 422,
    zh: ({ substance, candidates }) => `“${substance}”在 GB 18218-2018 表1 中有几种形态，请选一种：${candidates.join('、')}。`,
    en: ({ substance, candidates }) =>
      `"${substance}" stands in several forms in table 1 of GB 18218-2018; choose one: ${candidates.join(', ')}.`,
  },
  QUANTITY_INVALID: {
    status: 422,
    zh: ({ substance, tonnes }) => `“${substance}”的数量 ${tonnes} 吨无效，应为不小于 0 的数。`,
    en: ({ substance, tonnes }) => `The quantity of "${substance}" cannot be ${tonnes} t; it is a number of at least 0.`,
  },
  REOPENING_UNSUITED: {
    status: 409,
    zh: ({ problem }) => `不能重新打开：${reopeningProblems[problem].zh}。`,
    en: ({ problem }) => `It cannot be opened again: ${reopeningProblems[problem].en}.`,
  },
  PAPER_UNSUITED: {
    status: 422,
    zh: ({ kind, version }) => `第 ${version} 步是“${eventNames[kind].zh}”，没有对应的文书；下达整改、挂牌督办、复查才有文书。`,
    en: ({ kind, version }) =>
      `Step ${version} (somebody ${eventNames[kind].en}) has no paper of its own; an order, a listing and a review have one.`,
  },
}
