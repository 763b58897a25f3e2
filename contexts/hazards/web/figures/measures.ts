import type { RouteInput, RouteOutput } from '../../../../kernel/contract.ts'
import type { Sentence } from '../../../../kernel/refusals.ts'
import { openStates, states } from '../../rules/hazard.ts'
import type { routes } from '../../contract/index.ts'

export type Dimension = 'period' | 'level' | 'state' | 'industry'

type FigureName = RouteOutput<typeof routes.figures>['rows'][number]['figure']

/** A sum as the two routes tell it; what is not told apart is null. */
export type Sum = {
  readonly figure: FigureName | 'overdue'
  readonly regionCode: string
  readonly regionName: Sentence
  readonly period: string | null
  readonly level: string | null
  readonly state: string | null
  readonly industryCode: string | null
  readonly industryName: string | null
  readonly total: number
}

export type Measure = {
  /** What is counted; of a mean or a share, what stands above the line. */
  readonly figure: Sum['figure']
  /** What stands below the line. */
  readonly per?: FigureName
  readonly kind: 'count' | 'mean' | 'share'
  /** By which it can be told apart, beside the region. */
  readonly dimensions: readonly Dimension[]
  /** Counted anew each month, so that months are no sum: a unit checked in two months is one unit. */
  readonly monthsApart?: true
  readonly level?: 'major'
  readonly states?: readonly string[]
}

/** What the page can show. A closed one counts in the month of its closing, all others in the month they were found. */
export const measures = {
  found: { figure: 'hazards', kind: 'count', dimensions: ['period', 'level', 'state', 'industry'] },
  open: { figure: 'hazards', kind: 'count', dimensions: ['period', 'level', 'state', 'industry'], states: openStates },
  major: { figure: 'hazards', kind: 'count', dimensions: ['period', 'state', 'industry'], level: 'major' },
  closed: { figure: 'closed', kind: 'count', dimensions: ['period', 'level', 'industry'] },
  days: { figure: 'closedDays', per: 'closed', kind: 'mean', dimensions: ['period', 'level', 'industry'] },
  overdue: { figure: 'overdue', kind: 'count', dimensions: ['level'] },
  listed: { figure: 'listed', kind: 'count', dimensions: ['level', 'industry'] },
  recurrent: { figure: 'recurrent', kind: 'count', dimensions: ['period', 'level', 'industry'] },
  falselyClosed: { figure: 'falselyClosed', kind: 'count', dimensions: ['period', 'level', 'industry'] },
  visits: { figure: 'visits', kind: 'count', dimensions: ['period', 'industry'] },
  notAdmitted: { figure: 'notAdmitted', kind: 'count', dimensions: ['period', 'industry'] },
  unitsChecked: { figure: 'unitsChecked', kind: 'count', dimensions: ['period', 'industry'], monthsApart: true },
  coverage: { figure: 'unitsChecked', per: 'units', kind: 'share', dimensions: ['period', 'industry'], monthsApart: true },
  units: { figure: 'units', kind: 'count', dimensions: ['industry'] },
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof measures

export const measureOf = (name: string): { readonly name: MeasureName; readonly measure: Measure } => {
  const known: MeasureName = name in measures ? (name as MeasureName) : 'found'
  return { name: known, measure: measures[known] }
}

export type View = {
  readonly measure: string
  readonly rows: string
  readonly columns: string
  readonly month: string
  readonly level: string
  readonly state: string
}

export type Shown = {
  readonly name: MeasureName
  readonly measure: Measure
  readonly rows: 'region' | 'industry'
  readonly columns: Dimension | null
  /** Empty for all months. */
  readonly month: string
  readonly level: string
  readonly state: string
}

/** What is shown of what the address asks: only by what the measure can be told apart, and months that are no sum one at a time. */
export const shownOf = (view: View, thisMonth: string): Shown => {
  const { name, measure } = measureOf(view.measure)
  const has = (dimension: Dimension): boolean => measure.dimensions.includes(dimension)
  const rows = view.rows === 'industry' && has('industry') ? 'industry' : 'region'
  const columns = measure.dimensions.find((dimension) => dimension === view.columns && dimension !== rows) ?? null
  const month = has('period') && columns !== 'period' ? view.month : ''
  return {
    name,
    measure,
    rows,
    columns,
    month: month === '' && measure.monthsApart === true && columns !== 'period' ? thisMonth : month,
    level: has('level') && columns !== 'level' ? view.level : '',
    state: has('state') && columns !== 'state' && (measure.states?.includes(view.state) ?? true) ? view.state : '',
  }
}

/** The input of the route that answers what is shown. */
export const figureQueryOf = (
  { measure, rows, columns, month, level, state }: Shown,
  region: string,
  regionLevel: NonNullable<RouteInput<typeof routes.figures>['query']['regionLevel']> | undefined,
): Record<string, string> => {
  const by = [...new Set([columns, rows === 'industry' ? 'industry' : null, measure.states === undefined ? null : 'state'])].filter(
    (dimension) => dimension !== null,
  )
  return {
    figures: [measure.figure, measure.per].filter((figure) => figure !== undefined).join(','),
    region,
    ...(rows === 'region' && regionLevel !== undefined ? { regionLevel } : {}),
    ...(by.length === 0 ? {} : { by: by.join(',') }),
    ...(month === '' ? {} : { from: month, to: month }),
    ...((measure.level ?? level) === '' ? {} : { level: measure.level ?? level }),
    ...(state === '' ? {} : { state }),
  }
}

/** States as the hazard walks them; what was found in error stands last. */
export const stateOrder: readonly string[] = [...states, 'withdrawn']
export const levelOrder: readonly string[] = ['major', 'general', 'unclassified']
