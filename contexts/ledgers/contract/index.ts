import type { Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { exportEvents } from './exportEvents.ts'
import { exportRefusals, type ExportFacts } from './exportRefusals.ts'
import { exportRoutes } from './exportRoutes.ts'
import { importEvents } from './importEvents.ts'
import { importRefusals, type ImportFacts } from './importRefusals.ts'
import { importRoutes } from './importRoutes.ts'
import { words } from './words.ts'

export { deedNames, skippedNames, stateNames } from './importNames.ts'

export const refusals = { ...importRefusals, ...exportRefusals }

export const routes = { ...importRoutes, ...exportRoutes }

export const events = { ...importEvents, ...exportEvents }

export const contract = {
  room: 'ledgers',
  actions,
  routes,
  refusals,
  events,
  views: [],
  words,
} satisfies Contract<ImportFacts & ExportFacts, typeof actions>
