import type { Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'

export const routes = {}

export const contract = {
  room: 'tips',
  actions,
  routes,
  refusals: {},
  events: {},
  views: [],
} satisfies Contract<Record<never, never>, typeof actions>
