import { z } from 'zod'
import { owedColumns, type Contract } from '../../../kernel/contract.ts'
import { states } from '../rules/tip.ts'
import { actions } from './actions.ts'
import { publicRoutes } from './publicRoutes.ts'
import { refusals, type TipFacts } from './refusals.ts'
import { id, tallyFigures } from './shapes.ts'
import { tipRoutes } from './tipRoutes.ts'
import { owedKinds, words } from './words.ts'

export type { TipFacts } from './refusals.ts'
export type { TallyFigure } from './shapes.ts'

export const routes = { ...publicRoutes, ...tipRoutes }

const payload = z.object({ tipId: id, kind: z.string(), version: z.number().int(), state: z.enum(states) })

export const events = {
  tipReceived: { type: 'tips.tipReceived', payload },
  tipChanged: { type: 'tips.tipChanged', payload },
  posterChanged: { type: 'tips.posterChanged', payload: z.object({ posterId: id }) },
} as const

export const contract = {
  room: 'tips',
  actions,
  routes,
  refusals,
  events,
  views: [
    { name: 'tips.owed', columns: owedColumns, holds: owedKinds },
    // Day-wise changes; their sum over days is the figure, and the list of tips with `counts` shows its records.
    { name: 'tips.tally', columns: ['figure', 'region_code', 'day', 'change'], holds: tallyFigures },
  ],
  words,
} satisfies Contract<TipFacts, typeof actions>
