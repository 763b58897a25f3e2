import { regionCode, regionLevel, regionLevels, type RegionLevel } from '../../../kernel/region.ts'
import type { FigureKey } from './figures.ts'

/** One sum of the figures. A dimension by which sums are not told apart is null. */
export type FigureCell = Pick<FigureKey, 'figure' | 'period' | 'level' | 'state' | 'campaignId'> & {
  readonly regionCode: string
  readonly industryCode: string | null
  /** How far regions were told apart; absent where they were not. */
  readonly regionLevel?: RegionLevel | undefined
}

/** A list, and the filters under which it shows what a cell counts, as its address takes them. */
export type FigureRecords = {
  readonly list: 'hazards' | 'visits' | 'units'
  readonly query: Readonly<Record<string, string>>
}

/** The first and the last day of a month. Without Temporal, which not every browser that opens a figure has. */
const daysOf = (month: string): { readonly from: string; readonly to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = number === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31
  return { from: `${month}-01`, to: `${month}-${days}` }
}

/** Earlier than the last day of any legal clock. */
const firstDay = '2000-01-01'

const only = (filters: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

/** What stands in a county itself, and in none of its towns, is a cell of its own where towns are told apart. */
const whereOf = ({ regionCode: code, regionLevel: asked, industryCode, campaignId }: FigureCell) => ({
  region: code,
  regionAlone: asked !== undefined && regionLevels.indexOf(regionLevel(regionCode(code))) < regionLevels.indexOf(asked) ? 'true' : null,
  industry: industryCode,
  industryAlone: industryCode === null ? null : 'true',
  campaignId,
})

const stateOf = (state: FigureCell['state']) => {
  if (state === 'withdrawn') return { withdrawn: 'true' }
  return state === 'closed' ? { state, withdrawn: 'false' } : { state }
}

/**
 * The records that a figure counts, so that every number opens them and no others; null for a figure whose records no
 * list shows (units checked in a campaign stand on its own page).
 */
export const recordsOf = (cell: FigureCell): FigureRecords | null => {
  const { figure, period, level, state } = cell
  const where = whereOf(cell)
  const hazards = (filters: Readonly<Record<string, string | null>>): FigureRecords => ({
    list: 'hazards',
    query: only({ ...where, level, ...filters }),
  })
  const visits = (result: 'checked' | 'notAdmitted'): FigureRecords => ({
    list: 'visits',
    query: only({ ...where, result, ...(period === null ? {} : daysOf(period)) }),
  })
  switch (figure) {
    case 'hazards':
      return hazards({ foundIn: period, ...stateOf(state) })
    case 'due':
      return hazards({ dueFrom: period ?? firstDay, dueTo: period })
    case 'closed':
    case 'closedDays':
      return hazards({ closedIn: period, open: 'false', withdrawn: 'false' })
    case 'listed':
      return hazards({ listed: 'true' })
    case 'recurrent':
      return hazards({ foundIn: period, recurrent: 'true' })
    case 'falselyClosed':
      return hazards(period === null ? { falselyClosed: 'true' } : { falselyClosedIn: period })
    case 'visits':
      return visits('checked')
    case 'notAdmitted':
      return visits('notAdmitted')
    case 'unitsChecked':
      if (cell.campaignId !== null || period === null) return null
      return { list: 'units', query: only({ ...where, checkedIn: period }) }
    case 'units':
      return { list: 'units', query: only(where) }
  }
}

/** Hazards of a cell that are overdue now. */
export const overdueRecordsOf = (cell: Omit<FigureCell, 'figure' | 'period' | 'state'>): FigureRecords => ({
  list: 'hazards',
  query: only({ ...whereOf({ ...cell, figure: 'due', period: null, state: null }), level: cell.level, overdue: 'true' }),
})
