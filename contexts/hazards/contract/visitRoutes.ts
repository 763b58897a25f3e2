import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { levels, states } from '../rules/hazard.ts'
import { day, fix, id, instant, longText, pageOf, pageQuery, regionCode, sentence } from './registerShapes.ts'

export const visitWays = ['selfCheck', 'expertCheck', 'peerCheck', 'departmentCheck'] as const

const answer = z.object({
  itemKey: z.string().min(1).max(120),
  /** `no`: what the item asks for is not so. */
  answer: z.enum(['yes', 'no', 'notApplicable']),
  note: z.string().trim().max(1000).default(''),
})

export type Answer = z.output<typeof answer>

const looked = z.object({ hazardId: id, finding: z.enum(['gone', 'stillThere', 'worse']), note: z.string().trim().max(1000).default('') })

const finding = z.object({
  /** Made where the hazard was found, so that it can be spoken of before the server has it. */
  hazardId: id,
  description: longText,
  place: fix.nullable().default(null),
  evidenceIds: z.array(id).max(50).default([]),
  /** The item of a checklist that it goes against, as it stood on the day. */
  itemKey: z.string().min(1).max(120).nullable().default(null),
  proposedLevel: z.enum(levels),
})

export const visit = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  regionCode,
  regionName: sentence,
  recordedRegion: regionCode,
  campaignId: id.nullable(),
  campaignName: z.string().nullable(),
  how: z.enum(visitWays),
  announced: z.boolean(),
  result: z.enum(['checked', 'notAdmitted']),
  on: day,
  note: z.string(),
  position: fix.nullable(),
  noPositionReason: z.string().nullable(),
  claimedAt: instant,
  receivedAt: instant,
  personId: id,
  personName: z.string(),
  organisationId: id,
  /** Null where the reader does not see that organisation. */
  organisationName: z.string().nullable(),
  answered: z.number().int(),
  notInOrder: z.number().int(),
  /** Hazards that were found on it; of one from a ledger, as many as the ledger says. */
  hazards: z.number().int(),
  /** What a ledger says of a visit that was taken over from it: then the person is who took it over. */
  ledger: z
    .object({ number: z.string().nullable(), by: z.string().nullable(), department: z.string().nullable(), row: z.number().int() })
    .nullable(),
})

const whole = visit.extend({
  /** The visit's name on the audit record and for its evidence. */
  recordId: z.string(),
  /** Each with what the item asked, as it stood on the day. */
  answers: z.array(answer.extend({ asks: sentence, clause: z.string() })),
  reinspections: z.array(looked.extend({ campaignId: id, number: z.string(), description: z.string() })),
  found: z.array(
    z.object({ hazardId: id, number: z.string(), description: z.string(), level: z.enum(levels).nullable(), state: z.enum(states) }),
  ),
})

/** Visits (家次): each going to a unit, with what was asked, found and looked at again. */
export const visitRoutes = {
  visits: route({
    method: 'GET',
    path: '/api/hazards/visits',
    summary: { zh: '检查记录', en: 'Visits' },
    action: 'visit.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      region: regionCode.optional(),
      campaignId: id.optional(),
      unitId: id.optional(),
      personId: id.optional(),
      how: z.enum(visitWays).optional(),
      result: z.enum(['checked', 'notAdmitted']).optional(),
      /** Made by somebody from outside: those that a coverage counts, which a unit's own self-checks are not. */
      outside: z.stringbool().optional(),
      /** A code of GB/T 4754; what lies below it is in. */
      industry: z.string().trim().max(5).optional(),
      /** That very code of industry or region and nothing below it, as a figure that tells them apart counts. */
      industryAlone: z.stringbool().optional(),
      regionAlone: z.stringbool().optional(),
      find: z.string().trim().max(80).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    output: pageOf(visit),
    success: 200,
    refusals: ['INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG'],
  }),
  visit: route({
    method: 'GET',
    path: '/api/hazards/units/:unitId/visits/:visitId',
    summary: { zh: '一次检查', en: 'One visit' },
    action: 'visit.read',
    scope: 'record',
    params: z.object({ unitId: id, visitId: id }),
    output: whole,
    success: 200,
    refusals: [],
  }),
  recordVisit: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/visits',
    summary: { zh: '登记一次检查', en: 'Record a visit' },
    action: 'visit.record',
    scope: 'record',
    params: z.object({ unitId: id }),
    body: z.object({
      /** Made by the phone with the visit: what arrives twice, however late, is one visit. */
      visitId: id,
      campaignId: id.nullable().default(null),
      how: z.enum(visitWays),
      announced: z.boolean(),
      result: z.enum(['checked', 'notAdmitted']),
      note: z.string().trim().max(2000).default(''),
      position: fix.nullable().default(null),
      noPositionReason: z.string().trim().min(1).max(200).nullable().default(null),
      /** When the device says it was made. */
      claimedAt: instant,
      /** When the first answer was given, by the same device; null where nobody can say. */
      begunAt: instant.nullable().default(null),
      answers: z.array(answer).max(2000).default([]),
      evidenceIds: z.array(id).max(200).default([]),
      findings: z.array(finding).max(100).default([]),
      reinspections: z.array(looked).max(200).default([]),
    }),
    output: whole,
    success: 201,
    refusals: [
      'UNIT_CLOSED',
      'CAMPAIGN_NOT_RUNNING',
      'VISIT_KIND_UNSUITED',
      'VISIT_RECORDED_OTHERWISE',
      'VISIT_POSITION_MISSING',
      'VISIT_NOT_ADMITTED',
      'ITEM_UNKNOWN',
      'ITEM_RETIRED',
      'HAZARD_NOT_REGISTERED',
      'EVIDENCE_ATTACHED',
      'DEED_INCOMPLETE',
      'ITEM_MAKES_MAJOR',
    ],
  }),
}
