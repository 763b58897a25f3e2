import type { Counter } from './numbers.ts'

/** Where and when something is counted. */
export type Where = {
  readonly region: string
  /** What stands in the region itself and in none below it. */
  readonly alone: boolean
  readonly from: string
  readonly to: string
  readonly campaignId: string | null
}

type Query = Readonly<Record<string, string | null>>

type Figure = {
  readonly counter: Counter
  /** The list that shows what is counted; null where none does. */
  readonly records: (where: Where) => string | null
}

const address = (path: string, query: Query): string => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
  return given.length === 0 ? path : `${path}?${given.join('&')}`
}

const placed = ({ region, alone }: Where): Query => ({ region, regionAlone: alone ? 'true' : null })
const within = ({ from, to }: Where): Query => ({ from, to })
const inCampaign = ({ campaignId }: Where): Query => ({ campaignId })

const visits = (query: Query): Figure => ({
  counter: 'visits',
  records: (where) => address('/visits', { ...query, ...placed(where), ...inCampaign(where), ...within(where) }),
})

const units = (query: Query): Figure => ({
  counter: 'units',
  records: (where) => address('/units', { ...query, ...placed(where), ...within(where) }),
})

const hazards = (query: Query): Figure => ({
  counter: 'hazards',
  records: (where) => address('/hazards', { ...query, ...placed(where), ...inCampaign(where) }),
})

const found = (query: Query = {}): Figure => ({
  counter: 'hazards',
  records: (where) =>
    address('/hazards', {
      ...query,
      withdrawn: 'false',
      ...placed(where),
      ...inCampaign(where),
      foundFrom: where.from,
      foundTo: where.to,
    }),
})

const closed = (query: Query = {}): Figure => ({
  counter: 'hazards',
  records: (where) =>
    address('/hazards', {
      ...query,
      open: 'false',
      withdrawn: 'false',
      ...placed(where),
      ...inCampaign(where),
      closedFrom: where.from,
      closedTo: where.to,
    }),
})

/** A part of a campaign's page, which knows regions and none alone. */
const campaign = (counter: Counter, query: Query): Figure => ({
  counter,
  records: ({ campaignId, region, alone }) =>
    campaignId === null || alone ? null : address(`/campaigns/${campaignId}`, { ...query, region }),
})

/** A list of another part of the product, which shows what a figure counts under `counts`. */
const told = (path: string, counts: string, counter: Counter): Figure => ({
  counter,
  records: (where) => (where.alone ? null : address(path, { counts, region: where.region, ...within(where) })),
})

/** Everything that a bulletin and the five-full board count. A name with a point is of the room before the point. */
export const figures = {
  visits: visits({ result: 'checked' }),
  selfChecks: visits({ result: 'checked', outside: 'false' }),
  /** By departments, experts and peers. */
  outsideVisits: visits({ result: 'checked', outside: 'true' }),
  notAdmitted: visits({ result: 'notAdmitted' }),
  /** The register in these days, and which of it was checked in them by somebody from outside. */
  register: units({}),
  unitsChecked: units({ checked: 'true' }),
  unitsUnchecked: units({ checked: 'false' }),
  found: found(),
  foundMajor: found({ level: 'major' }),
  /** Found in these days and closed by now. */
  foundClosed: found({ open: 'false' }),
  foundMajorClosed: found({ open: 'false', level: 'major' }),
  closed: closed(),
  closedMajor: closed({ level: 'major' }),
  /** What stands now, whatever the days. */
  open: hazards({ open: 'true' }),
  openMajor: hazards({ open: 'true', level: 'major' }),
  openMajorFive: hazards({ open: 'true', level: 'major', fiveInPlace: 'true' }),
  openMajorNotFive: hazards({ open: 'true', level: 'major', fiveInPlace: 'false' }),
  listed: hazards({ listed: 'true' }),
  overdue: hazards({ overdue: 'true' }),
  /** Of one campaign from its first day on. */
  targets: campaign('units', { tab: 'targets' }),
  targetsChecked: campaign('units', { tab: 'targets', checked: 'true' }),
  targetsUnchecked: campaign('units', { tab: 'targets', checked: 'false' }),
  registered: campaign('hazards', { tab: 'registered' }),
  reinspected: campaign('hazards', { tab: 'registered', outstanding: 'false' }),
  notReinspected: campaign('hazards', { tab: 'registered', outstanding: 'true' }),
  'tips.received': told('/tips', 'received', 'tips'),
  'tips.decided': told('/tips', 'decided', 'tips'),
  'tips.decidedInTime': told('/tips', 'decidedInTime', 'tips'),
  'tips.substantiated': told('/tips', 'substantiated', 'tips'),
  'tips.rewarded': told('/tips', 'rewarded', 'tips'),
  'tips.rewardYuan': told('/tips', 'rewardYuan', 'yuan'),
  'enforcement.opened': told('/cases', 'opened', 'cases'),
  'enforcement.noticed': told('/cases', 'noticed', 'cases'),
  'enforcement.decided': told('/cases', 'decided', 'cases'),
  'enforcement.served': told('/cases', 'served', 'cases'),
  'enforcement.performed': told('/cases', 'performed', 'cases'),
  'enforcement.penaltyYuan': told('/cases', 'penaltyYuan', 'yuan'),
  'enforcement.collectedYuan': told('/cases', 'collectedYuan', 'yuan'),
  'supervision.drawn': told('/rechecks', 'drawn', 'hazards'),
  'supervision.rechecked': told('/rechecks', 'rechecked', 'hazards'),
  'supervision.falseClosures': told('/rechecks', 'falseClosures', 'hazards'),
  'supervision.doubts': told('/doubts', 'doubts', 'signs'),
  'supervision.doubtsLooked': told('/doubts', 'doubtsLooked', 'signs'),
} as const satisfies Readonly<Record<string, Figure>>

export type FigureName = keyof typeof figures

export const figureNames = Object.keys(figures) as readonly FigureName[]

/** What was counted at one place, by figure; one that no room of the house keeps is not in it. */
export type Tally = Readonly<Partial<Record<FigureName, number>>>

/** The list that shows exactly what a figure counts there; null where no list does. */
export const recordsOf = (name: FigureName, where: Where): string | null => figures[name].records(where)

export const counterOf = (name: FigureName): Counter => figures[name].counter

const derived = {
  outsideVisits: ['visits', 'selfChecks'],
  unitsUnchecked: ['register', 'unitsChecked'],
  openMajorNotFive: ['openMajor', 'openMajorFive'],
  targetsUnchecked: ['targets', 'targetsChecked'],
  notReinspected: ['registered', 'reinspected'],
} as const satisfies Readonly<Partial<Record<FigureName, readonly [FigureName, FigureName]>>>

/** The tally with what is left of a whole when a part of it is taken away. */
export const withRests = (tally: Tally): Tally => ({
  ...tally,
  ...Object.fromEntries(
    Object.entries(derived).flatMap(([name, [whole, part]]) => {
      const [of, taken] = [tally[whole], tally[part]]
      return of === undefined || taken === undefined ? [] : [[name, of - taken]]
    }),
  ),
})
