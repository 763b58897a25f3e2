import type { Chance } from '../../../kernel/chance.ts'
import type { LedgerFaultCode } from '../../../contexts/hazards/rules/ledger/faults.ts'

/** A row of a ledger of hazards before it is laid out; empty texts are empty cells, days YYYY-MM-DD or what was written instead. */
export type LedgerLine = {
  number: string
  unit: string
  uscc: string
  town: string
  foundOn: string
  foundBy: string
  how: string
  description: string
  level: string
  responsible: string
  measures: string
  dueOn: string
  funds: string
  rectifiedOn: string
  state: string
  reviewedBy: string
  reviewedOn: string
  closedOn: string
}

const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** What a closed hazard says of its end, so that a fault in it is the only one of its row. */
const closed = (line: LedgerLine): LedgerLine => ({
  ...line,
  level: '一般隐患',
  dueOn: dayAfter(line.foundOn, 15),
  state: '已销号',
  rectifiedOn: dayAfter(line.foundOn, 5),
  reviewedBy: '周复查',
  reviewedOn: dayAfter(line.foundOn, 7),
  closedOn: dayAfter(line.foundOn, 8),
})

const open = (line: LedgerLine): LedgerLine => ({ ...line, state: '整改中', rectifiedOn: '', reviewedBy: '', reviewedOn: '', closedOn: '' })

/** Each kind of fault: what it does to a row that was good. A row repeated is planted by whoever lays the rows out. */
export const plants: { readonly [Code in LedgerFaultCode]?: (line: LedgerLine, chance: Chance) => LedgerLine } = {
  CELL_MISSING: (line) => ({ ...line, description: '' }),
  DAY_UNREADABLE: (line) => ({ ...line, foundOn: '上周四' }),
  DAY_WITHOUT_YEAR: (line) => ({ ...line, foundOn: '3月5日' }),
  DAY_NOT_IN_CALENDAR: (line) => ({ ...line, foundOn: '2026.2.30' }),
  DAY_IN_FUTURE: (line) => ({ ...line, foundOn: '2062-01-09' }),
  DAY_TOO_EARLY: (line) => ({ ...line, foundOn: '1926-03-05' }),
  MONEY_UNREADABLE: (line) => ({ ...line, funds: '若干' }),
  CREDIT_CODE_INVALID: (line) => ({ ...line, uscc: `${line.uscc.slice(0, 17)}${line.uscc.endsWith('7') ? '8' : '7'}` }),
  LEVEL_UNKNOWN: (line) => ({ ...line, level: '三类' }),
  STATE_UNKNOWN: (line) => ({ ...open(line), state: '情况不详' }),
  WAY_UNKNOWN: (line) => ({ ...line, how: '梦见' }),
  REGION_UNKNOWN: (line) => ({ ...line, town: '桃花源街道' }),
  UNIT_UNKNOWN: (line, chance) => ({ ...line, unit: `杭州查无此${chance.integer(1, 999_999)}有限公司`, uscc: '' }),
  UNIT_OF_THIS_CODE_OTHERWISE_NAMED: (line) => ({ ...line, unit: '宁波海曙月湖书店' }),
  DESCRIPTION_TOO_SHORT: (line) => ({ ...line, description: '漏油' }),
  DUE_BEFORE_FOUND: (line) => ({ ...line, dueOn: dayAfter(line.foundOn, -3) }),
  RECTIFIED_BEFORE_FOUND: (line) => ({ ...closed(line), rectifiedOn: dayAfter(line.foundOn, -2) }),
  REVIEWED_BEFORE_RECTIFIED: (line) => ({ ...closed(line), reviewedOn: dayAfter(line.foundOn, 2) }),
  CLOSED_BEFORE_REVIEWED: (line) => ({ ...closed(line), closedOn: dayAfter(line.foundOn, 6) }),
  MAJOR_WITHOUT_DEADLINE: (line) => ({ ...open(line), level: '重大隐患', dueOn: '' }),
  LEVEL_MISSING: (line) => ({ ...closed(line), level: '' }),
  CLOSED_WITHOUT_REVIEW: (line) => ({ ...closed(line), reviewedBy: '' }),
  STATE_CONTRADICTED: (line) => ({ ...open(line), state: '未整改', rectifiedOn: dayAfter(line.foundOn, 4) }),
  REVIEWER_IS_RECTIFIER: (line) => ({ ...closed(line), reviewedBy: line.responsible }),
}

/** Every kind that is planted. */
export const plantedCodes = [...(Object.keys(plants) as LedgerFaultCode[]), 'ROW_REPEATED'] as const satisfies readonly LedgerFaultCode[]
