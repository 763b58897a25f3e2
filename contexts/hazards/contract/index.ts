import type { Contract } from '../../../kernel/contract.ts'
import { refusals, type HazardFacts } from './refusals.ts'

export { actionNames, eventNames, findingNames, fiveNames, levelNames, stateNames, tierNames } from './names.ts'
export { refusals, type HazardFacts } from './refusals.ts'

export const contract = { room: 'hazards', actions: {}, routes: {}, refusals, events: {}, views: [] } satisfies Contract<HazardFacts>
