import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { day, id, outcome, pageQuery, regionCode, state, tallyFigures, tipLine, topic } from './shapes.ts'

export const tipFilters = {
  region: regionCode.optional(),
  state: state.optional(),
  topic: topic.optional(),
  outcome: outcome.optional(),
  posterId: id.optional(),
  open: z.stringbool().optional(),
  overdue: z.stringbool().optional(),
  awaitsReply: z.stringbool().optional(),
  reward: z.enum(['proposed', 'agreed', 'refused', 'paid']).optional(),
  /** Exactly the records that a figure of `tips.tally` counts from one day to another. */
  counts: z.enum(tallyFigures).optional(),
  from: day.optional(),
  to: day.optional(),
  find: z.string().trim().max(100).optional(),
}

/** The list by itself: the shell counts by it, and carries no other route for that. */
export const tipListRoute = route({
  method: 'GET',
  path: '/api/tips/tips',
  summary: { zh: '举报', en: 'Tips' },
  action: 'tip.read',
  scope: 'rows',
  query: z.object({ ...tipFilters, ...pageQuery, order: z.enum(['received', 'due']).default('received') }),
  output: z.object({ rows: z.array(tipLine), total: z.number().int(), next: z.string().nullable() }),
  success: 200,
  refusals: [],
})
