import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { byCampaign, campaignPlanRoutes } from './campaignPlanRoutes.ts'
import { unit } from './registerRoutes.ts'
import { day, id, instant, longText, pageOf, pageQuery, regionCode, sentence, text, unitKind, unitTag, version } from './registerShapes.ts'

export const campaign = z.object({
  id,
  name: z.string(),
  kind: z.enum(['ordinary', 'flood']),
  from: day,
  to: day,
  goals: z.string(),
  /** The share of its units that is to be checked. */
  goalPercent: z.number().int(),
  /** Keys of checklists. */
  checklists: z.array(z.string()),
  checklistTitles: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
  regionCode,
  regionName: sentence,
  organisationId: id,
  /** Null where the reader does not see that organisation. */
  organisationName: z.string().nullable(),
  madeAt: instant,
  /** Null where the product knows the person no more. */
  madeByName: z.string().nullable(),
  /** Its last day, where it was ended early; `plannedTo` is the end that stood before. */
  endedOn: day.nullable(),
  endReason: z.string().nullable(),
  plannedTo: day.nullable(),
  version: z.number().int(),
})

/** How far a campaign has come, in the reader's scope; told apart by region where asked. */
const progress = z.object({
  campaignId: id,
  regionCode: z.string(),
  regionName: sentence,
  /** The denominator, and the distinct units of it that were checked. */
  units: z.number().int(),
  checked: z.number().int(),
  visits: z.number().int(),
  notAdmitted: z.number().int(),
  /** Hazards found in it; those found in error are left out. */
  found: z.number().int(),
  closed: z.number().int(),
  major: z.number().int(),
  overdue: z.number().int(),
})

const regionLevel = z.enum(['province', 'city', 'county', 'town', 'village'])

const changing = ['RECORD_NOT_FOUND', 'CAMPAIGN_ENDED', 'VERSION_STALE'] as const

const coverage = z.object({
  register: z.number().int(),
  checked: z.number().int(),
  percent: z.number().nullable(),
  visits: z.number().int(),
  notAdmitted: z.number().int(),
  /** Units checked that are no units of the campaign. */
  offRegister: z.number().int(),
})

/** Campaigns (专项行动): their units, plans and coverage. */
export const campaignRoutes = {
  ...campaignPlanRoutes,
  campaigns: route({
    method: 'GET',
    path: '/api/hazards/campaigns',
    summary: { zh: '专项行动', en: 'Campaigns' },
    action: 'campaign.read',
    scope: 'all',
    query: z.object({
      ...pageQuery,
      /** Only those running on the day. */
      on: day.optional(),
      /** By today: running, still to come, or over; one called off before its first day is over. */
      phase: z.enum(['running', 'coming', 'ended']).optional(),
      find: z.string().trim().max(80).optional(),
    }),
    output: pageOf(campaign),
    success: 200,
    refusals: [],
  }),
  campaign: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id',
    summary: { zh: '一次专项行动', en: 'One campaign' },
    action: 'campaign.read',
    scope: 'all',
    params: byCampaign,
    output: campaign,
    success: 200,
    refusals: ['RECORD_NOT_FOUND'],
  }),
  addCampaign: route({
    method: 'POST',
    path: '/api/hazards/campaigns',
    summary: { zh: '发起专项行动', en: 'Begin a campaign' },
    action: 'campaign.add',
    scope: 'input',
    body: z.object({
      name: text,
      kind: z.enum(['ordinary', 'flood']),
      from: day,
      to: day,
      goals: longText,
      goalPercent: z.number().int().min(1).max(100).default(100),
      checklists: z.array(z.string().max(80)).min(1).max(50),
      regionCode,
    }),
    output: campaign,
    success: 201,
    refusals: ['PERIOD_EMPTY', 'CHECKLIST_UNKNOWN', 'REGION_UNKNOWN', 'REGION_ENDED'],
  }),
  campaignProgress: route({
    method: 'GET',
    path: '/api/hazards/campaigns-progress',
    summary: { zh: '专项行动进展', en: 'How far campaigns have come' },
    action: 'campaign.read',
    scope: 'rows',
    query: z.object({
      /** Campaigns, joined by commas. */
      ids: z
        .string()
        .max(2000)
        .transform((list) => list.split(','))
        .pipe(z.array(id).min(1).max(50)),
      region: regionCode.optional(),
      /** How far regions are told apart; one row a campaign where absent. */
      regionLevel: regionLevel.optional(),
    }),
    output: z.object({ rows: z.array(progress) }),
    success: 200,
    refusals: [],
  }),
  changeCampaign: route({
    method: 'PATCH',
    path: '/api/hazards/campaigns/:id',
    summary: { zh: '修改专项行动', en: 'Change a campaign' },
    action: 'campaign.change',
    scope: 'record',
    params: byCampaign,
    body: z.object({
      name: text.optional(),
      /** No earlier than today; an earlier end is stated by ending it. */
      to: day.optional(),
      goals: longText.optional(),
      goalPercent: z.number().int().min(1).max(100).optional(),
      checklists: z.array(z.string().max(80)).min(1).max(50).optional(),
      version,
    }),
    output: campaign,
    success: 200,
    refusals: [...changing, 'CAMPAIGN_END_PAST', 'PERIOD_EMPTY', 'CHECKLIST_UNKNOWN'],
  }),
  endCampaign: route({
    method: 'POST',
    path: '/api/hazards/campaigns/:id/end',
    summary: { zh: '提前结束专项行动', en: 'End a campaign early' },
    action: 'campaign.change',
    scope: 'record',
    params: byCampaign,
    /** Today is its last day; one that has not begun is called off. */
    body: z.object({ reason: longText, version }),
    output: campaign,
    success: 200,
    refusals: [...changing, 'CAMPAIGN_OVER'],
  }),
  addTargets: route({
    method: 'POST',
    path: '/api/hazards/campaigns/:id/targets',
    summary: { zh: '确定检查范围', en: 'Put units into a campaign' },
    action: 'campaign.change',
    scope: 'record',
    params: byCampaign,
    /** Every open unit that fits all that is named; only those named where ids are given. */
    body: z.object({
      unitIds: z.array(id).max(5000).optional(),
      region: regionCode.optional(),
      industry: z.string().trim().max(5).optional(),
      kind: unitKind.optional(),
      tag: unitTag.optional(),
    }),
    output: z.object({ added: z.number().int(), targets: z.number().int() }),
    success: 200,
    refusals: ['INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG'],
  }),
  removeTargets: route({
    method: 'POST',
    path: '/api/hazards/campaigns/:id/targets/removals',
    summary: { zh: '移出检查范围', en: 'Take units out of a campaign' },
    action: 'campaign.change',
    scope: 'record',
    params: byCampaign,
    /** What was planned for them ends; their visits stay, and count as visits of units that are none of the campaign. */
    body: z.object({ unitIds: z.array(id).min(1).max(5000), reason: longText }),
    output: z.object({ removed: z.number().int(), targets: z.number().int() }),
    success: 200,
    refusals: [],
  }),
  removedTargets: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id/targets/removals',
    summary: { zh: '移出检查范围的记录', en: 'Units taken out of a campaign' },
    action: 'campaign.read',
    scope: 'rows',
    params: byCampaign,
    query: z.object(pageQuery),
    output: pageOf(
      z.object({
        id,
        unitId: id,
        unitName: z.string(),
        regionCode,
        regionName: sentence,
        reason: z.string(),
        personName: z.string(),
        at: instant,
      }),
    ),
    success: 200,
    refusals: [],
  }),
  targets: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id/targets',
    summary: { zh: '专项行动的检查对象', en: 'The units of a campaign' },
    action: 'campaign.read',
    scope: 'rows',
    params: byCampaign,
    query: z.object({
      ...pageQuery,
      checked: z.stringbool().optional(),
      inspectorId: id.optional(),
      region: regionCode.optional(),
      /** Instead of its units those that were checked and are none of it. */
      offRegister: z.stringbool().default(false),
      /** Its units that the present plan gives to nobody. */
      unplanned: z.stringbool().default(false),
      find: z.string().trim().max(80).optional(),
    }),
    output: pageOf(unit.extend({ checked: z.boolean(), inspectorId: id.nullable(), inspectorName: z.string().nullable() })),
    success: 200,
    refusals: [],
  }),
  registerHazards: route({
    method: 'POST',
    path: '/api/hazards/campaigns/:id/registered',
    summary: { zh: '列入在册隐患', en: 'Put known hazards on the list of a campaign' },
    action: 'campaign.change',
    scope: 'record',
    params: byCampaign,
    body: z.object({
      hazards: z
        .array(z.object({ unitId: id, hazardId: id }))
        .min(1)
        .max(2000),
    }),
    output: z.object({ added: z.number().int(), registered: z.number().int() }),
    success: 200,
    refusals: [],
  }),
  takeOverHazards: route({
    method: 'POST',
    path: '/api/hazards/campaigns/:id/registered/open',
    summary: { zh: '接收全部未销号隐患', en: 'Put every open hazard on the list of a campaign' },
    action: 'campaign.change',
    scope: 'record',
    params: byCampaign,
    /** Every open hazard in the region of the campaign that fits; what it found itself is no known one. */
    body: z.object({ region: regionCode.optional(), level: z.enum(['general', 'major', 'unclassified']).optional() }),
    output: z.object({ added: z.number().int(), registered: z.number().int() }),
    success: 200,
    refusals: [],
  }),
  registeredHazards: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id/registered',
    summary: { zh: '在册隐患复查清单', en: 'The known hazards of a campaign' },
    action: 'campaign.read',
    scope: 'rows',
    params: byCampaign,
    /** Those nobody has looked at again yet, or those somebody has; all where absent. */
    query: z.object({ ...pageQuery, outstanding: z.stringbool().optional(), region: regionCode.optional() }),
    output: pageOf(
      z.object({
        hazardId: id,
        unitId: id,
        unitName: z.string(),
        regionCode,
        regionName: sentence,
        number: z.string(),
        description: z.string(),
        looks: z.number().int(),
        lastFinding: z.enum(['gone', 'stillThere', 'worse']).nullable(),
      }),
    ),
    success: 200,
    refusals: [],
  }),
  campaignCoverage: route({
    method: 'GET',
    path: '/api/hazards/campaigns/:id/coverage',
    summary: { zh: '专项行动覆盖情况', en: 'How far a campaign has come' },
    action: 'campaign.read',
    scope: 'rows',
    params: byCampaign,
    output: z.object({
      goalPercent: z.number().int(),
      coverage,
      reinspection: z.object({
        registered: z.number().int(),
        reinspected: z.number().int(),
        percent: z.number().nullable(),
        outstanding: z.number().int(),
        newlyFound: z.number().int(),
      }),
    }),
    success: 200,
    refusals: ['RECORD_NOT_FOUND'],
  }),
}
