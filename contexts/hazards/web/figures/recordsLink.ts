import type { MeasureName } from './measures.ts'

/** The place of a number among the figures: everything that it is narrowed to; empty where it is not. */
export type Place = {
  readonly region: string
  /** Those recorded in that very region, and not in one below it. */
  readonly regionAlone: boolean
  readonly month: string
  readonly level: string
  readonly state: string
  /** A figure tells industries apart by their very code. */
  readonly industry: string
}

type Query = Readonly<Record<string, string>>

/** The last day of a month, 2026-02-28. */
const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

const given = (query: Query): Query => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))

const where = ({ region, regionAlone, industry }: Place): Query =>
  given({
    region,
    regionAlone: regionAlone ? 'true' : '',
    industry,
    industryAlone: industry === '' ? '' : 'true',
  })

/** A figure counts as closed what was put right; what was found in error it counts as withdrawn. */
const inState = (state: string): Query =>
  state === '' ? {} : state === 'withdrawn' ? { withdrawn: 'true' } : state === 'closed' ? { state, withdrawn: 'false' } : { state }

const visitsIn = (result: string, place: Place): Query => ({
  result,
  ...where(place),
  ...(place.month === '' ? {} : { from: `${place.month}-01`, to: lastDay(place.month) }),
})

const lists: { readonly [Name in MeasureName]: (place: Place) => readonly [path: string, query: Query] } = {
  found: (place) => ['/hazards', { ...where(place), ...given({ foundIn: place.month, level: place.level }), ...inState(place.state) }],
  open: (place) => [
    '/hazards',
    { open: 'true', ...where(place), ...given({ foundIn: place.month, level: place.level, state: place.state }) },
  ],
  major: (place) => ['/hazards', { level: 'major', ...where(place), ...given({ foundIn: place.month }), ...inState(place.state) }],
  closed: (place) => ['/hazards', closedIn(place)],
  days: (place) => ['/hazards', closedIn(place)],
  overdue: (place) => ['/hazards', { overdue: 'true', ...where(place), ...given({ level: place.level }) }],
  listed: (place) => ['/hazards', { listed: 'true', ...where(place), ...given({ level: place.level }) }],
  recurrent: (place) => [
    '/hazards',
    { recurrent: 'true', withdrawn: 'false', ...where(place), ...given({ foundIn: place.month, level: place.level }) },
  ],
  visits: (place) => ['/visits', visitsIn('checked', place)],
  notAdmitted: (place) => ['/visits', visitsIn('notAdmitted', place)],
  unitsChecked: (place) => ['/units', { ...where(place), ...given({ checkedIn: place.month }) }],
  coverage: (place) => ['/units', { ...where(place), ...given({ checkedIn: place.month }) }],
  units: (place) => ['/units', where(place)],
}

const closedIn = (place: Place): Query => ({
  open: 'false',
  withdrawn: 'false',
  ...where(place),
  ...given({ closedIn: place.month, level: place.level }),
})

/** The list of exactly the records that a number counts. */
export const recordsLink = (name: MeasureName, place: Place): string => {
  const [path, query] = lists[name](place)
  const text = new URLSearchParams(query).toString()
  return text === '' ? path : `${path}?${text}`
}
