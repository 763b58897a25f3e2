import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { id, instant, longText, pageOf, pageQuery, regionCode, sentence } from './registerShapes.ts'

/** A campaign named by the path. */
export const byCampaign = z.object({ id })

const assignment = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  regionCode,
  regionName: sentence,
  inspectorId: id,
  inspectorName: z.string(),
  reason: z.string(),
  from: instant,
  /** Null while it holds; a later plan ended the others. */
  until: instant.nullable(),
})

/** Who visits which unit of a campaign. */
export const campaignPlanRoutes = {
  planCampaign: route({
    method: 'POST',
    path: '/api/hazards/campaigns/:id/plan',
    summary: { zh: '编制检查计划', en: 'Plan who visits which unit' },
    action: 'campaign.plan',
    /** The units in the scope of whoever plans; a county plans its part of a city's campaign. */
    scope: 'rows',
    params: byCampaign,
    body: z.object({
      inspectors: z
        .array(
          z.object({
            personId: id,
            regionCode,
            /** Industries of GB/T 4754 he or she is trained for; empty for every industry. */
            industries: z.array(z.string().max(5)).max(100).default([]),
          }),
        )
        .min(1)
        .max(500),
      reason: longText,
    }),
    output: z.object({
      planned: z.number().int(),
      changed: z.number().int(),
      kept: z.number().int(),
      /** Units that none of these inspectors can take. */
      left: z.array(id),
    }),
    success: 200,
    refusals: ['RECORD_NOT_FOUND', 'INSPECTOR_UNKNOWN', 'INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG'],
  }),
  campaignPlan: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id/plan',
    summary: { zh: '检查计划汇总', en: 'Who has how many units of a campaign' },
    action: 'campaign.read',
    scope: 'rows',
    params: byCampaign,
    output: z.object({
      /** By the present plan. */
      inspectors: z.array(z.object({ inspectorId: id, inspectorName: z.string(), units: z.number().int(), checked: z.number().int() })),
      /** Open units of it that nobody has. */
      unplanned: z.number().int(),
      /** Each plan that changed something, the latest first. */
      plans: z.array(
        z.object({
          at: instant,
          plannedByName: z.string(),
          reason: z.string(),
          units: z.number().int(),
          /** How many of these units still stand as this plan gave them. */
          standing: z.number().int(),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
  assignments: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id/assignments',
    summary: { zh: '检查计划', en: 'The plan of a campaign' },
    action: 'campaign.read',
    scope: 'rows',
    params: byCampaign,
    query: z.object({ ...pageQuery, inspectorId: id.optional(), unitId: id.optional(), history: z.stringbool().default(false) }),
    output: pageOf(assignment),
    success: 200,
    refusals: [],
  }),
}
