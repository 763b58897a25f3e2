import { type Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { bulletinRefusals, type BulletinFacts } from './bulletinRefusals.ts'
import { bulletinRoutes } from './bulletinRoutes.ts'
import { fiveFullRoutes } from './fiveFullRoutes.ts'
import { inspectionRefusals, type InspectionFacts } from './inspectionRefusals.ts'
import { inspectionRoutes } from './inspectionRoutes.ts'
import { words } from './words.ts'

export const refusals = { ...inspectionRefusals, ...bulletinRefusals }

export const routes = { ...inspectionRoutes, ...bulletinRoutes, ...fiveFullRoutes }

export const contract = {
  room: 'supervision',
  actions,
  routes,
  refusals,
  events: {},
  views: [],
  words,
} satisfies Contract<InspectionFacts & BulletinFacts, typeof actions>
