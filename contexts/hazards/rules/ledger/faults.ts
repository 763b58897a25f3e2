import type { Sentence } from '../../../../kernel/refusals.ts'

/** The facts of everything for which a row of a ledger is not taken in. Days are YYYY-MM-DD. */
export type LedgerFaultFacts = {
  CELL_MISSING: Record<never, never>
  CELL_TOO_LONG: { most: number; length: number }
  DAY_UNREADABLE: { text: string }
  DAY_WITHOUT_YEAR: { text: string }
  DAY_NOT_IN_CALENDAR: { text: string }
  DAY_IN_FUTURE: { day: string; today: string }
  DAY_TOO_EARLY: { day: string; earliest: string }
  NUMBER_UNREADABLE: { text: string }
  MONEY_UNREADABLE: { text: string }
  POSITION_UNREADABLE: { text: string }
  POSITION_HALF: Record<never, never>
  POSITION_OUTSIDE_CHINA: { lng: number; lat: number }
  CREDIT_CODE_INVALID: { why: Sentence }
  KIND_UNKNOWN: { text: string; known: readonly string[] }
  COLOUR_UNKNOWN: { text: string }
  LEVEL_UNKNOWN: { text: string }
  STATE_UNKNOWN: { text: string }
  WAY_UNKNOWN: { text: string }
  WAY_UNSUITED: { way: Sentence }
  RESULT_UNKNOWN: { text: string }
  ITEM_UNKNOWN: { text: string }
  REGION_MISSING: Record<never, never>
  REGION_UNKNOWN: { text: string }
  REGION_AMBIGUOUS: { text: string; candidates: readonly string[] }
  REGION_ENDED: { name: string; endedOn: string; successors: readonly string[] }
  OUT_OF_SCOPE: { name: string }
  INDUSTRY_MISSING: Record<never, never>
  INDUSTRY_UNKNOWN: { text: string }
  UNIT_UNKNOWN: { name: string }
  UNIT_AMBIGUOUS: { name: string; candidates: readonly string[] }
  UNIT_CLOSED: { name: string; closedOn: string; day: string }
  UNIT_OF_THIS_CODE_OTHERWISE_NAMED: { name: string; registeredName: string }
  UNIT_REGISTERED_ELSEWHERE: { name: string }
  DESCRIPTION_TOO_SHORT: { length: number; least: number }
  DUE_BEFORE_FOUND: { dueOn: string; foundOn: string }
  RECTIFIED_BEFORE_FOUND: { rectifiedOn: string; foundOn: string }
  REVIEWED_BEFORE_FOUND: { reviewedOn: string; foundOn: string }
  REVIEWED_BEFORE_RECTIFIED: { reviewedOn: string; rectifiedOn: string }
  CLOSED_BEFORE_FOUND: { closedOn: string; foundOn: string }
  CLOSED_BEFORE_REVIEWED: { closedOn: string; reviewedOn: string }
  MAJOR_WITHOUT_DEADLINE: Record<never, never>
  LEVEL_MISSING: Record<never, never>
  LEVEL_BELOW_ITEM: { item: string }
  CLOSED_WITHOUT_REVIEW: Record<never, never>
  CLOSED_WITHOUT_DAY: Record<never, never>
  CLOSED_WITHOUT_RECTIFICATION: Record<never, never>
  STATE_CONTRADICTED: { state: Sentence; day: string }
  REVIEWER_IS_RECTIFIER: { name: string }
  MAJOR_CLOSED_BY_UNIT: Record<never, never>
  ROW_REPEATED: { sheet: number; row: number }
  NUMBER_ON_RECORD_OTHERWISE: { number: string }
}

export type LedgerFaultCode = keyof LedgerFaultFacts

type Says<Facts> = { readonly zh: (facts: Facts) => string; readonly en: (facts: Facts) => string }

const list = (names: readonly string[], comma: string): string => names.join(comma)

/** Every fault of a row with its sentence in both languages; the column at fault is told beside it. */
export const ledgerFaults: { readonly [Code in LedgerFaultCode]: Says<LedgerFaultFacts[Code]> } = {
  CELL_MISSING: { zh: () => '必填，但此格为空。', en: () => 'This cell must be filled in and is empty.' },
  CELL_TOO_LONG: {
    zh: ({ most, length }) => `最多 ${most} 个字，此格有 ${length} 个字。`,
    en: ({ most, length }) => `At most ${most} characters; this cell has ${length}.`,
  },
  DAY_UNREADABLE: {
    zh: ({ text }) => `“${text}”不是日期，请写成 2024-03-05 的样子。`,
    en: ({ text }) => `"${text}" is no date; please write it like 2024-03-05.`,
  },
  DAY_WITHOUT_YEAR: {
    zh: ({ text }) => `“${text}”没有年份。`,
    en: ({ text }) => `"${text}" has no year.`,
  },
  DAY_NOT_IN_CALENDAR: {
    zh: ({ text }) => `日历上没有“${text}”这一天。`,
    en: ({ text }) => `There is no such day as "${text}" in the calendar.`,
  },
  DAY_IN_FUTURE: {
    zh: ({ day, today }) => `${day} 晚于今天（${today}），已发生的事不会在将来。`,
    en: ({ day, today }) => `${day} lies after today (${today}); what has happened cannot lie ahead.`,
  },
  DAY_TOO_EARLY: {
    zh: ({ day, earliest }) => `${day} 早于 ${earliest}，请核对年份。`,
    en: ({ day, earliest }) => `${day} lies before ${earliest}; please check the year.`,
  },
  NUMBER_UNREADABLE: {
    zh: ({ text }) => `“${text}”不是不小于零的整数。`,
    en: ({ text }) => `"${text}" is no whole number from 0 up.`,
  },
  MONEY_UNREADABLE: {
    zh: ({ text }) => `“${text}”不是金额。`,
    en: ({ text }) => `"${text}" is no amount of money.`,
  },
  POSITION_UNREADABLE: {
    zh: ({ text }) => `“${text}”不是经纬度，请写成度的小数。`,
    en: ({ text }) => `"${text}" is no degree of longitude or latitude; please write degrees as a decimal.`,
  },
  POSITION_HALF: { zh: () => '经度和纬度要么都填，要么都不填。', en: () => 'Give both longitude and latitude, or neither.' },
  POSITION_OUTSIDE_CHINA: {
    zh: ({ lng, lat }) => `东经 ${lng}、北纬 ${lat} 不在中国境内，请核对经纬度是否颠倒。`,
    en: ({ lng, lat }) => `Longitude ${lng}, latitude ${lat} lies outside China; please check whether the two were exchanged.`,
  },
  CREDIT_CODE_INVALID: { zh: ({ why }) => why.zh, en: ({ why }) => why.en },
  KIND_UNKNOWN: {
    zh: ({ text, known }) => `对象类型没有“${text}”，可写：${list(known, '、')}。`,
    en: ({ text, known }) => `There is no kind "${text}"; it may be ${list(known, ', ')}.`,
  },
  COLOUR_UNKNOWN: {
    zh: ({ text }) => `风险等级没有“${text}”，可写：红、橙、黄、蓝，或重大、较大、一般、低。`,
    en: ({ text }) => `There is no risk level "${text}"; it may be 红, 橙, 黄, 蓝, or 重大, 较大, 一般, 低.`,
  },
  LEVEL_UNKNOWN: {
    zh: ({ text }) => `隐患等级没有“${text}”，可写：一般隐患、重大隐患（16号令第三条）。`,
    en: ({ text }) => `There is no level "${text}"; it may be 一般隐患 (general) or 重大隐患 (major), 16号令 art. 3.`,
  },
  STATE_UNKNOWN: {
    zh: ({ text }) => `整改状态没有“${text}”，可写：未整改、整改中、已整改、已销号。`,
    en: ({ text }) => `There is no state "${text}"; it may be 未整改, 整改中, 已整改 or 已销号.`,
  },
  WAY_UNKNOWN: {
    zh: ({ text }) => `检查方式没有“${text}”，可写：单位自查、部门检查、专家检查、互查、群众举报。`,
    en: ({ text }) => `There is no way of checking "${text}"; it may be 单位自查, 部门检查, 专家检查, 互查 or 群众举报.`,
  },
  WAY_UNSUITED: {
    zh: ({ way }) => `您所在的岗位不能登记“${way.zh}”。`,
    en: ({ way }) => `In your post you cannot enter a ${way.en}.`,
  },
  RESULT_UNKNOWN: {
    zh: ({ text }) => `检查结果没有“${text}”，可写：已检查、未能进入。`,
    en: ({ text }) => `There is no result "${text}"; it may be 已检查 (checked) or 未能进入 (not admitted).`,
  },
  ITEM_UNKNOWN: {
    zh: ({ text }) => `检查项库中没有“${text}”。`,
    en: ({ text }) => `The checklists have no item "${text}".`,
  },
  REGION_MISSING: {
    zh: () => '没有写明属地，也无法从台账以外得知。',
    en: () => 'The place is not told, and nothing else tells it.',
  },
  REGION_UNKNOWN: {
    zh: ({ text }) => `没有“${text}”这个行政区划。`,
    en: ({ text }) => `There is no region "${text}".`,
  },
  REGION_AMBIGUOUS: {
    zh: ({ text, candidates }) => `“${text}”可能是 ${list(candidates, '、')}，请写全。`,
    en: ({ text, candidates }) => `"${text}" may be ${list(candidates, ', ')}; please write it in full.`,
  },
  REGION_ENDED: {
    zh: ({ name, endedOn, successors }) =>
      `${name}已于 ${endedOn} 撤销${successors.length === 0 ? '' : `，现为${list(successors, '、')}`}，请写现在的区划。`,
    en: ({ name, endedOn, successors }) =>
      `${name} ended on ${endedOn}${successors.length === 0 ? '' : `; it is now ${list(successors, ', ')}`}. Please write the region of today.`,
  },
  OUT_OF_SCOPE: {
    zh: ({ name }) => `${name}不在您的辖区内。`,
    en: ({ name }) => `${name} lies outside your area.`,
  },
  INDUSTRY_MISSING: {
    zh: () => '没有写明行业，无法登记检查对象。',
    en: () => 'The industry is not told; without it no unit can be registered.',
  },
  INDUSTRY_UNKNOWN: {
    zh: ({ text }) => `国民经济行业分类（GB/T 4754-2017）中没有“${text}”。`,
    en: ({ text }) => `The classification of industries (GB/T 4754-2017) has no "${text}".`,
  },
  UNIT_UNKNOWN: {
    zh: ({ name }) => `检查对象库中没有“${name}”，请先登记。`,
    en: ({ name }) => `"${name}" is not on the register; please register it first.`,
  },
  UNIT_AMBIGUOUS: {
    zh: ({ name, candidates }) => `检查对象库中有多个“${name}”（${list(candidates, '、')}），请写信用代码或属地。`,
    en: ({ name, candidates }) =>
      `The register has several "${name}" (${list(candidates, ', ')}); please write the credit code or the place.`,
  },
  UNIT_CLOSED: {
    zh: ({ name, closedOn, day }) => `“${name}”已于 ${closedOn} 注销，不会在 ${day} 还有检查或隐患。`,
    en: ({ name, closedOn, day }) => `"${name}" was closed on ${closedOn}; nothing can be of ${day} there.`,
  },
  UNIT_OF_THIS_CODE_OTHERWISE_NAMED: {
    zh: ({ name, registeredName }) => `此信用代码在库中登记的是“${registeredName}”，不是“${name}”，请核对。`,
    en: ({ name, registeredName }) => `This credit code is registered for "${registeredName}" and not "${name}"; please compare.`,
  },
  UNIT_REGISTERED_ELSEWHERE: {
    zh: ({ name }) => `“${name}”已在您的辖区以外登记，不能重复登记。`,
    en: ({ name }) => `"${name}" is registered outside your area and cannot be registered twice.`,
  },
  DESCRIPTION_TOO_SHORT: {
    zh: ({ length, least }) => `隐患描述只有 ${length} 个字，至少写 ${least} 个字，让人看得出是什么、在哪里。`,
    en: ({ length, least }) =>
      `The description has ${length} characters; write at least ${least}, so that one can tell what is wrong and where.`,
  },
  DUE_BEFORE_FOUND: {
    zh: ({ dueOn, foundOn }) => `整改期限 ${dueOn} 早于发现日期 ${foundOn}。`,
    en: ({ dueOn, foundOn }) => `The deadline ${dueOn} lies before the day of finding, ${foundOn}.`,
  },
  RECTIFIED_BEFORE_FOUND: {
    zh: ({ rectifiedOn, foundOn }) => `整改完成 ${rectifiedOn} 早于发现日期 ${foundOn}。`,
    en: ({ rectifiedOn, foundOn }) => `It was put right on ${rectifiedOn}, before it was found on ${foundOn}.`,
  },
  REVIEWED_BEFORE_FOUND: {
    zh: ({ reviewedOn, foundOn }) => `复查 ${reviewedOn} 早于发现日期 ${foundOn}。`,
    en: ({ reviewedOn, foundOn }) => `It was reviewed on ${reviewedOn}, before it was found on ${foundOn}.`,
  },
  REVIEWED_BEFORE_RECTIFIED: {
    zh: ({ reviewedOn, rectifiedOn }) => `复查 ${reviewedOn} 早于整改完成 ${rectifiedOn}。`,
    en: ({ reviewedOn, rectifiedOn }) => `It was reviewed on ${reviewedOn}, before it was put right on ${rectifiedOn}.`,
  },
  CLOSED_BEFORE_FOUND: {
    zh: ({ closedOn, foundOn }) => `销号 ${closedOn} 早于发现日期 ${foundOn}。`,
    en: ({ closedOn, foundOn }) => `It was closed on ${closedOn}, before it was found on ${foundOn}.`,
  },
  CLOSED_BEFORE_REVIEWED: {
    zh: ({ closedOn, reviewedOn }) => `销号 ${closedOn} 早于复查 ${reviewedOn}。`,
    en: ({ closedOn, reviewedOn }) => `It was closed on ${closedOn}, before it was reviewed on ${reviewedOn}.`,
  },
  MAJOR_WITHOUT_DEADLINE: {
    zh: () => '重大隐患没有整改期限（16号令第十五条）。',
    en: () => 'A major hazard has no deadline (16号令 art. 15).',
  },
  LEVEL_MISSING: {
    zh: () => '已整改或已销号的隐患没有等级。',
    en: () => 'A hazard that was put right or closed has no level.',
  },
  LEVEL_BELOW_ITEM: {
    zh: ({ item }) => `检查项“${item}”判定为重大隐患，不能记为一般隐患。`,
    en: ({ item }) => `Item "${item}" makes a hazard major; it cannot be entered as general.`,
  },
  CLOSED_WITHOUT_REVIEW: {
    zh: () => '已销号，但没有复查人。',
    en: () => 'It is closed, and nobody is told to have reviewed it.',
  },
  CLOSED_WITHOUT_DAY: {
    zh: () => '已销号，但没有销号日期和复查日期。',
    en: () => 'It is closed, and neither the day of closing nor that of the review is told.',
  },
  CLOSED_WITHOUT_RECTIFICATION: {
    zh: () => '已整改或已销号，但没有整改完成日期。',
    en: () => 'It is put right or closed, and the day on which it was put right is not told.',
  },
  STATE_CONTRADICTED: {
    zh: ({ state, day }) => `状态是“${state.zh}”，却有之后步骤的日期 ${day}。`,
    en: ({ state, day }) => `The state is "${state.en}", and yet a later step has the day ${day}.`,
  },
  REVIEWER_IS_RECTIFIER: {
    zh: ({ name }) => `复查人与整改责任人都是“${name}”，复查须由另一人进行。`,
    en: ({ name }) => `"${name}" both put it right and reviewed it; a review is somebody else's.`,
  },
  MAJOR_CLOSED_BY_UNIT: {
    zh: () => '重大隐患由县级以上部门审查（16号令第二十三条），单位的台账不能把它记为已销号。',
    en: () => 'A major hazard is reviewed by a county authority or above (16号令 art. 23); a ledger of the unit cannot close it.',
  },
  ROW_REPEATED: {
    zh: ({ sheet, row }) => `与第 ${sheet + 1} 张表第 ${row} 行重复。`,
    en: ({ sheet, row }) => `The same as row ${row} of sheet ${sheet + 1}.`,
  },
  NUMBER_ON_RECORD_OTHERWISE: {
    zh: ({ number }) => `编号“${number}”已在记录中，内容不同；记录未改动，请在该记录上办理。`,
    en: ({ number }) => `Number "${number}" is on record and says otherwise; the record was left as it is. Please act on it there.`,
  },
}

/** Why a row cannot be taken in, and in which column; null where it is the row as a whole. */
export type LedgerFault = { readonly column: string | null; readonly code: LedgerFaultCode; readonly sentence: Sentence }

/** What is wrong: a code with its facts. */
export type LedgerWrong = { readonly [Code in LedgerFaultCode]: readonly [code: Code, facts: LedgerFaultFacts[Code]] }[LedgerFaultCode]

/** The same as `fault`, of a code that is only known when it happens. */
export const faultOf = (column: string | null, [code, facts]: LedgerWrong): LedgerFault => fault(column, code, facts)

/** One fault with both its sentences. */
export const fault = <Code extends LedgerFaultCode>(column: string | null, code: Code, facts: LedgerFaultFacts[Code]): LedgerFault => {
  const says = ledgerFaults[code]
  return { column, code, sentence: { zh: says.zh(facts), en: says.en(facts) } }
}
