import { owedColumns, type Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { bulletinRefusals, type BulletinFacts } from './bulletinRefusals.ts'
import { bulletinRoutes } from './bulletinRoutes.ts'
import { fiveFullRoutes } from './fiveFullRoutes.ts'
import { inspectionRefusals, type InspectionFacts } from './inspectionRefusals.ts'
import { inspectionRoutes } from './inspectionRoutes.ts'
import { inspectionEvents } from './inspectionEvents.ts'
import { deskKinds, words } from './words.ts'

export const refusals = { ...inspectionRefusals, ...bulletinRefusals }

export const routes = { ...inspectionRoutes, ...bulletinRoutes, ...fiveFullRoutes }

export const events = { ...inspectionEvents }

/** What is owed here, and by day what was drawn, rechecked, found false and doubted. */
export const views = [
  { name: 'supervision.owed', columns: owedColumns, holds: deskKinds },
  {
    name: 'supervision.tally',
    columns: ['figure', 'region_code', 'day', 'change'],
    holds: ['drawn', 'rechecked', 'falseClosures', 'doubts', 'doubtsLooked'],
  },
] as const

export const contract = {
  room: 'supervision',
  actions,
  routes,
  refusals,
  events,
  views,
  words,
} satisfies Contract<InspectionFacts & BulletinFacts, typeof actions>
