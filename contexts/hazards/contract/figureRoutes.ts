import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { figures as figureNames } from '../rules/figures.ts'
import { levels, states } from '../rules/hazard.ts'
import { day, id, month, regionCode, sentence } from './registerShapes.ts'

const levelOrNone = z.enum([...levels, 'unclassified'])

/** Figures: sums of what the records count for, exact at once. */
export const figureRoutes = {
  figures: route({
    method: 'GET',
    path: '/api/hazards/figures',
    summary: { zh: '隐患数据', en: 'Figures of hazards' },
    action: 'figure.read',
    scope: 'rows',
    query: z.object({
      /** The figures wanted, joined by commas; all that count by month or stand now, where absent. */
      figures: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.enum(figureNames)).min(1))
        .default([
          'hazards',
          'closed',
          'closedDays',
          'visits',
          'notAdmitted',
          'unitsChecked',
          'units',
          'listed',
          'recurrent',
          'falselyClosed',
        ]),
      region: regionCode.optional(),
      /** How far regions are told apart; none where absent. */
      regionLevel: z.enum(['province', 'city', 'county', 'town', 'village']).optional(),
      from: month.optional(),
      to: month.optional(),
      campaignId: id.optional(),
      level: levelOrNone.optional(),
      state: z.enum([...states, 'withdrawn']).optional(),
      /** By which dimensions the sums are told apart, joined by commas. */
      by: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.enum(['period', 'level', 'state', 'industry'])))
        .default([]),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          figure: z.enum(figureNames),
          /** The region's code; of the whole range asked for where regions are not told apart. */
          regionCode: z.string(),
          regionName: sentence,
          period: z.string().nullable(),
          level: levelOrNone.nullable(),
          state: z.enum([...states, 'withdrawn']).nullable(),
          industryCode: z.string().nullable(),
          industryName: z.string().nullable(),
          total: z.number().int(),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
  overdue: route({
    method: 'GET',
    path: '/api/hazards/figures/overdue',
    summary: { zh: '逾期未改与整改天数', en: 'Overdue now, and days to close' },
    action: 'figure.read',
    scope: 'rows',
    query: z.object({
      region: regionCode.optional(),
      regionLevel: z.enum(['province', 'city', 'county', 'town', 'village']).optional(),
      campaignId: id.optional(),
    }),
    output: z.object({
      /** The day of which it is told: those whose legal clock ran out on an earlier day. */
      today: day,
      rows: z.array(
        z.object({
          regionCode: z.string(),
          regionName: sentence,
          level: levelOrNone,
          overdue: z.number().int(),
          /** Not put right yet, overdue or not. */
          running: z.number().int(),
          closed: z.number().int(),
          /** Days that the closed ones took, together. */
          closedDays: z.number().int(),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
}
