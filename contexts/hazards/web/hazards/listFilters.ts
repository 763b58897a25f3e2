import { findings, levels, states, type Finding, type Level, type State } from '../../rules/hazard.ts'

/** What a list of hazards may be narrowed by, as it stands in the address bar; empty for any. Names are those of the route. */
export const noFilters = {
  open: '',
  owed: '',
  level: '',
  stepLate: '',
  overdue: '',
  listed: '',
  recurrent: '',
  falselyClosed: '',
  withdrawn: '',
  state: '',
  region: '',
  regionAlone: '',
  industry: '',
  industryAlone: '',
  unitId: '',
  campaignId: '',
  registered: '',
  how: '',
  foundIn: '',
  closedIn: '',
  falselyClosedIn: '',
  foundFrom: '',
  foundTo: '',
  closedFrom: '',
  closedTo: '',
  fiveInPlace: '',
  dueFrom: '',
  dueTo: '',
  find: '',
  order: '',
}

export type FilterName = keyof typeof noFilters
export type FilterValues = Readonly<Record<FilterName, string>>
export type SomeFilters = Readonly<Partial<Record<FilterName, string>>>

/** The choices of the level filter. */
export const levelChoices = [...levels, 'unclassified'] as const

export const orders = ['found', 'stepDue', 'lawDue'] as const

export type Order = (typeof orders)[number]

/** The filters as the server takes them. */
export type Asked = Readonly<Partial<Record<Exclude<FilterName, 'level' | 'state' | 'how' | 'order'>, string>>> & {
  readonly level?: (typeof levelChoices)[number]
  readonly state?: State
  readonly how?: Finding
  readonly order?: Order
}

const choices: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  level: levelChoices,
  state: states,
  how: findings,
  order: orders,
}

/** What is asked of the server: the filters in force. What no list knows, and a value that none has, is left out. */
export const queryOf = (values: SomeFilters): Asked =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value !== '' && name in noFilters && (choices[name as FilterName]?.includes(value) ?? true),
    ),
  ) as Asked

/** What is asked of a sum: everything but the order. */
export const summaryQueryOf: (values: SomeFilters) => Omit<Asked, 'order'> = ({ order: _, ...values }) => queryOf(values)

/** The address of a list under these filters, in the order of `noFilters`, so that one view has one address. */
export const addressOf = (values: SomeFilters): string => {
  const given = (Object.keys(noFilters) as FilterName[]).flatMap((name) => {
    const value = values[name] ?? ''
    return value === '' ? [] : [`${name}=${encodeURIComponent(value)}`]
  })
  return given.length === 0 ? '/hazards' : `/hazards?${given.join('&')}`
}

/** The filters that an address carries; what no list knows is left out. */
export const filtersOf = (search: string): Asked => queryOf(Object.fromEntries(new URLSearchParams(search)))

/** The views that everybody has, each by the filters that make it. */
export const views = [
  { id: 'open', filters: { open: 'true' } },
  { id: 'owed', filters: { owed: 'true' } },
  { id: 'major', filters: { open: 'true', level: 'major' } },
  { id: 'stepLate', filters: { stepLate: 'true' } },
  { id: 'overdue', filters: { overdue: 'true' } },
  { id: 'listed', filters: { listed: 'true' } },
  { id: 'recurrent', filters: { recurrent: 'true' } },
  { id: 'falselyClosed', filters: { falselyClosed: 'true' } },
  { id: 'closed', filters: { open: 'false' } },
  { id: 'all', filters: {} },
] as const satisfies readonly { readonly id: string; readonly filters: SomeFilters }[]

export type ViewId = (typeof views)[number]['id']

/** Filters that a change of the view leaves in force: where, whose and what is looked for. */
const lasting = ['region', 'regionAlone', 'industry', 'industryAlone', 'unitId', 'campaignId', 'registered', 'how', 'find'] as const

/** The lasting filters alone. */
export const lastingOf = (values: SomeFilters): Asked => queryOf(Object.fromEntries(lasting.map((name) => [name, values[name] ?? ''])))

/** The view that holds all that the filters ask, and of several the narrowest; the rest of the filters narrows it further. */
export const viewOf = (values: SomeFilters): (typeof views)[number] => {
  const fits = views.filter(({ filters }) => Object.entries(filters).every(([name, value]) => values[name as FilterName] === value))
  const [narrowest] = fits.toSorted((a, b) => Object.keys(b.filters).length - Object.keys(a.filters).length)
  return narrowest ?? views[views.length - 1]!
}

const flags = [
  'open',
  'owed',
  'stepLate',
  'overdue',
  'listed',
  'recurrent',
  'falselyClosed',
  'withdrawn',
  'fiveInPlace',
  'regionAlone',
  'industryAlone',
] as const

/** Yes-and-no filters that the chosen view does not say already: they stand as chips, so that nothing narrows unseen. */
export const flagsBeside = (values: SomeFilters): readonly (typeof flags)[number][] => {
  const said = Object.keys(viewOf(values).filters)
  return flags.filter((name) => (values[name] ?? '') !== '' && !said.includes(name))
}

/** Where a hazard stands on its loop: of seven steps, of nine where it is major (16号令 art. 18: evaluated, then applied for). */
export const dotsOf = (level: Level | null, state: State): { readonly total: number; readonly present: number } => {
  const walked: readonly State[] = level === 'major' ? states : states.filter((step) => step !== 'evaluated' && step !== 'applied')
  return { total: walked.length, present: walked.indexOf(state) }
}

/** The months that end with the one of `today` (YYYY-MM-DD), the last first. */
export const monthsBefore = (today: string, count: number): readonly string[] => {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) => {
    const month = last - index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
