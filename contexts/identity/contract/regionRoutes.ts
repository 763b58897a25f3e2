import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { day, region, regionCode } from './shapes.ts'

/** The region tree, ended regions and their successors included. */
export const regionRoutes = {
  regions: route({
    method: 'GET',
    path: '/api/identity/regions',
    summary: { zh: '区划的下级', en: 'Regions below one' },
    action: 'signedIn',
    scope: 'all',
    query: z.object({ parent: regionCode.default('000000'), on: day.optional(), find: z.string().trim().max(40).optional() }),
    output: z.object({ rows: z.array(region) }),
    success: 200,
    refusals: [],
  }),
  region: route({
    method: 'GET',
    path: '/api/identity/regions/:code',
    summary: { zh: '一个区划：路径、沿革', en: 'One region: its path and succession' },
    action: 'signedIn',
    scope: 'all',
    params: z.object({ code: regionCode }),
    output: z.object({
      region,
      path: z.array(region),
      /** What it became, and what it was made of; each with its day and source. */
      became: z.array(
        z.object({
          code: regionCode,
          name: z.string(),
          nameEn: z.string(),
          on: day,
          main: z.boolean(),
          needsDecision: z.boolean(),
          source: z.string(),
        }),
      ),
      madeOf: z.array(
        z.object({
          code: regionCode,
          name: z.string(),
          nameEn: z.string(),
          on: day,
          main: z.boolean(),
          needsDecision: z.boolean(),
          source: z.string(),
        }),
      ),
    }),
    success: 200,
    refusals: ['REGION_UNKNOWN'],
  }),
}
