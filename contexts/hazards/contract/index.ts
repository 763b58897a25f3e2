import { owedColumns, regionFigureColumns, type Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { campaignRoutes } from './campaignRoutes.ts'
import { criteriaRoutes } from './criteriaRoutes.ts'
import { hazardEvents } from './events.ts'
import { figureRoutes } from './figureRoutes.ts'
import { hazardRoutes } from './hazardRoutes.ts'
import { pocketRoutes } from './pocketRoutes.ts'
import { refusals as loopRefusals, type HazardFacts } from './refusals.ts'
import { registerEvents } from './registerEvents.ts'
import { registerRefusals, type RegisterFacts } from './registerRefusals.ts'
import { registerRoutes } from './registerRoutes.ts'
import { inspected } from './inspected.ts'
import { visitRoutes } from './visitRoutes.ts'
import { tallies } from './tallies.ts'
import { deskKinds, regionFigures, words } from './words.ts'

export { actionNames, eventNames, findingNames, fiveNames, levelNames, stateNames, tierNames } from './names.ts'
export type { HazardFacts } from './refusals.ts'
export type { RegisterFacts } from './registerRefusals.ts'

export const refusals = { ...loopRefusals, ...registerRefusals }

export const routes = {
  ...registerRoutes,
  ...criteriaRoutes,
  ...campaignRoutes,
  ...visitRoutes,
  ...hazardRoutes,
  ...figureRoutes,
  ...pocketRoutes,
}

export const events = { ...registerEvents, ...hazardEvents }

/** What the desk reads here: each thing somebody owes, and the figures of a region. */
export const views = [
  {
    name: 'hazards.owed',
    columns: owedColumns,
    holds: deskKinds,
  },
  { name: 'hazards.region_figure', columns: regionFigureColumns, holds: regionFigures },
  ...tallies,
  ...inspected,
] as const

export const contract = {
  room: 'hazards',
  actions,
  routes,
  refusals,
  events,
  views,
  words,
} satisfies Contract<HazardFacts & RegisterFacts, typeof actions>
