export type FigureName =
  | 'units'
  | 'checked'
  | 'offRegister'
  | 'visits'
  | 'notAdmitted'
  | 'found'
  | 'closed'
  | 'major'
  | 'overdue'
  | 'registered'
  | 'reinspected'
  | 'outstanding'

const narrowing: {
  readonly [Name in FigureName]: readonly [page: 'campaign' | 'visits' | 'hazards', query: Readonly<Record<string, string>>]
} = {
  units: ['campaign', { tab: 'targets' }],
  checked: ['campaign', { tab: 'targets', checked: 'true' }],
  offRegister: ['campaign', { tab: 'targets', scope: 'offRegister' }],
  visits: ['visits', { result: 'checked', outside: 'true' }],
  notAdmitted: ['visits', { result: 'notAdmitted', outside: 'true' }],
  found: ['hazards', { withdrawn: 'false' }],
  closed: ['hazards', { withdrawn: 'false', open: 'false' }],
  major: ['hazards', { withdrawn: 'false', level: 'major' }],
  overdue: ['hazards', { overdue: 'true' }],
  registered: ['campaign', { tab: 'registered' }],
  reinspected: ['campaign', { tab: 'registered', outstanding: 'false' }],
  outstanding: ['campaign', { tab: 'registered', outstanding: 'true' }],
}

/** The list of exactly the records that a figure of a campaign counts, narrowed to a region where one is named. */
export const figureLink = (name: FigureName, campaignId: string, region?: string): string => {
  const [page, query] = narrowing[name]
  const whole = { ...(page === 'campaign' ? {} : { campaignId }), ...query, ...(region === undefined ? {} : { region }) }
  const path = page === 'campaign' ? `/campaigns/${campaignId}` : `/${page}`
  return `${path}?${new URLSearchParams(whole).toString()}`
}
