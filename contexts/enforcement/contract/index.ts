import { owedColumns, regionFigureColumns, type Contract } from '../../../kernel/contract.ts'
import { tallyFigures } from '../rules/tally.ts'
import { actions } from './actions.ts'
import { events } from './events.ts'
import { refusals, type CaseFacts } from './refusals.ts'
import { routes } from './routes.ts'
import { deskKinds, regionFigures, words } from './words.ts'

export { causeNames, outcomeNames, stateNames } from './names.ts'
export type { CaseFacts } from './refusals.ts'
export { events, refusals, routes }

/** What desk and supervision read here: what is owed, the figures of a region, and what happened by day. */
export const views = [
  { name: 'enforcement.owed', columns: owedColumns, holds: deskKinds },
  { name: 'enforcement.region_figure', columns: regionFigureColumns, holds: regionFigures },
  { name: 'enforcement.tally', columns: ['figure', 'region_code', 'day', 'change'], holds: tallyFigures },
] as const

export const contract = {
  room: 'enforcement',
  actions,
  routes,
  refusals,
  events,
  views,
  words,
} satisfies Contract<CaseFacts, typeof actions>
