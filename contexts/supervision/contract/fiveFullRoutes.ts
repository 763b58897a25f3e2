import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import type { Tally } from '../rules/bulletin/figures.ts'
import { periodKinds } from '../rules/bulletin/periods.ts'
import { regionCode } from './bulletinRoutes.ts'

const day = z.iso.date()
const days = z.object({ from: day, to: day })
/** By the names of `rules/bulletin/figures.ts`; one that no room of the house keeps is not in it. */
const tally = z.record(z.string(), z.number().int()) as unknown as z.ZodType<Tally>
const campaign = z.object({ campaignId: z.uuid(), name: z.string(), kind: z.enum(['ordinary', 'flood']), from: day, to: day })

/** The five-full board (五全). */
export const fiveFullRoutes = {
  fiveFull: route({
    method: 'GET',
    path: '/api/supervision/five-full',
    summary: { zh: '五全', en: 'The five-full board' },
    action: 'fiveFull.read',
    scope: 'input',
    query: z.object({
      /** The region of the post where absent. */
      regionCode: regionCode.optional(),
      kind: z.enum(periodKinds).default('month'),
      on: day.optional(),
      from: day.optional(),
      to: day.optional(),
      /** Whose coverage is told; the latest that runs in these days where absent. */
      campaignId: z.uuid().optional(),
    }),
    output: z.object({
      period: days.extend({ kind: z.enum(periodKinds), ended: z.boolean() }),
      /** The period before, with which this one is compared. */
      before: days,
      asOf: z.iso.datetime(),
      /** Whose coverage is told, and whose known hazards; null where none runs in these days. */
      campaign: campaign.nullable(),
      flood: campaign.nullable(),
      /** The region itself first, then the regions below it, and what stands in none of those. */
      rows: z.array(
        z.object({
          regionCode: z.string(),
          regionName: z.object({ zh: z.string(), en: z.string() }),
          /** The sum over all that is below. */
          whole: z.boolean(),
          /** What stands in the region itself and in none below it. */
          alone: z.boolean(),
          tally,
          before: tally,
        }),
      ),
    }),
    success: 200,
    refusals: [
      'OUT_OF_SCOPE',
      'BULLETIN_PERIOD_EMPTY',
      'BULLETIN_PERIOD_AHEAD',
      'BULLETIN_PERIOD_LONG',
      'BULLETIN_DAYS_MISSING',
      'BULLETIN_CAMPAIGN_ELSEWHERE',
    ],
  }),
}
