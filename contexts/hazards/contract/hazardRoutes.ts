import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import type { ActionKind } from '../rules/actions.ts'
import type { HazardEvent } from '../rules/events.ts'
import { findings, levels, states, type Hazard } from '../rules/hazard.ts'
import { action } from './hazardActions.ts'
import { refusals } from './refusals.ts'
import { day, fix, id, instant, longText, month, pageOf, pageQuery, regionCode, sentence, version } from './registerShapes.ts'

const level = z.enum(levels)
const state = z.enum(states)
const byKey = z.object({ unitId: id, hazardId: id })

/** A hazard as a list shows it. */
export const hazardLine = z.object({
  unitId: id,
  hazardId: id,
  /** By which people speak of it: county, year, and its place among those found there in the year, `330114-2026-00417`. */
  number: z.string(),
  unitName: z.string(),
  organisationId: id.nullable(),
  /** Null where the reader does not see that organisation. */
  organisationName: z.string().nullable(),
  regionCode,
  regionName: sentence,
  recordedRegion: regionCode,
  industryCode: z.string(),
  industryName: z.string(),
  campaignId: id.nullable(),
  registered: z.boolean(),
  description: z.string(),
  how: z.enum(findings),
  /** The item of a checklist that the finding cites, in short: its list and clause. */
  basis: sentence.nullable(),
  state,
  /** How often the work was begun; 0 before it was. */
  round: z.number().int(),
  assigneeName: z.string().nullable(),
  /** How many files stand behind it. */
  evidence: z.number().int(),
  /** Null before classification. */
  level: level.nullable(),
  listed: z.boolean(),
  withdrawn: z.boolean(),
  /** Once closed as put right while it was still there. */
  falselyClosed: z.boolean(),
  foundAt: instant,
  /** The present step's own clock, and the one that law started. */
  stepDueAt: instant.nullable(),
  lawDueAt: instant.nullable(),
  /** The last day of the legal clock, while the work is not done. */
  dueOn: day.nullable(),
  overdue: z.boolean(),
  closedAt: instant.nullable(),
  version,
})

/** Made by the rules, which the browser has too: the shape is that of `rules/hazard.ts`, kept as it is. */
const wholeHazard = z.looseObject({ id, unitId: id, version, state }) as unknown as z.ZodType<Hazard>
const event = z.looseObject({ kind: z.string(), hazardId: id }) as unknown as z.ZodType<HazardEvent>

const clock = z.object({ endsAt: instant, lastDay: day.nullable(), final: z.boolean() })

/** A hazard with everything that happened to it and everything that may happen now. */
export const hazardRecord = z.object({
  /** The hazard's name on the audit record and for its evidence. */
  recordId: z.string(),
  line: hazardLine,
  hazard: wholeHazard,
  /** Oldest first; as many as its version. */
  history: z.array(event),
  /** Null where it is closed. */
  stepClock: clock.nullable(),
  lawClock: clock.nullable(),
  legalClock: z
    .object({ origin: z.enum(['found', 'ordered']), originAt: z.string(), firstDueOn: day, dueOn: day, extensions: z.number().int() })
    .nullable(),
  owed: z.array(
    z.object({
      kind: z.string(),
      tier: z.string(),
      role: z.string(),
      organisationId: id.nullable(),
      personId: id.nullable(),
      since: instant,
      stepDueAt: instant.nullable(),
      lawDueAt: instant.nullable(),
    }),
  ),
  /** Every action, each with why the reader may not do it now; null where he may. */
  actions: z.array(
    z.object({
      action: z.string() as unknown as z.ZodType<ActionKind>,
      refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()), sentence }).nullable(),
    }),
  ),
  /** Earlier hazards of the unit against the same item that this one may be again, the newest first; a person decides. */
  mayRepeat: z.array(z.object({ hazardId: id, number: z.string(), description: z.string(), foundAt: instant })),
  /** Names of the people and organisations that the hazard and its history speak of; of organisations those in scope. */
  people: z.record(z.string(), z.string()),
  organisations: z.record(z.string(), z.string()),
})

const evidenceRefusals = ['OUT_OF_SCOPE', 'RECORD_NOT_FOUND', 'EVIDENCE_ATTACHED'] as const

/** Codes of the loop alone; those of the register belong to its own routes, and so does that of the papers. */
const loopRefusals = Object.keys(refusals).filter((code) => code !== 'PAPER_UNSUITED' && code !== 'REOPENING_UNSUITED')

/** By what the hazards of a list, and their summary, are chosen; every figure opens its records by these. */
const hazardFilters = {
  region: regionCode.optional(),
  unitId: id.optional(),
  campaignId: id.optional(),
  /** In a campaign: on its list of known hazards, or newly found. */
  registered: z.stringbool().optional(),
  how: z.enum(findings).optional(),
  /** A code of GB/T 4754; what lies below it is in. */
  industry: z.string().trim().max(5).optional(),
  /** That very code of industry or region and nothing below it, as a figure that tells them apart counts. */
  industryAlone: z.stringbool().optional(),
  regionAlone: z.stringbool().optional(),
  state: state.optional(),
  level: z.enum([...levels, 'unclassified']).optional(),
  /** Open ones alone, or closed ones alone. */
  open: z.stringbool().optional(),
  /** Not put right, and the last day of the legal clock gone by. */
  overdue: z.stringbool().optional(),
  /** The present step's own clock has run out. */
  stepLate: z.stringbool().optional(),
  listed: z.stringbool().optional(),
  withdrawn: z.stringbool().optional(),
  /** Linked to an earlier one that came back. */
  recurrent: z.stringbool().optional(),
  /** Once closed as put right while it was still there; and the month in which that was found. */
  falselyClosed: z.stringbool().optional(),
  falselyClosedIn: month.optional(),
  /** The month in which it was found, and the one in which it was closed. */
  foundIn: month.optional(),
  closedIn: month.optional(),
  /** The days on which it was found, and those on which it was closed, in Beijing; both ends included. */
  foundFrom: day.optional(),
  foundTo: day.optional(),
  closedFrom: day.optional(),
  closedTo: day.optional(),
  /** Responsibility, measures, funds, time limit and contingency are all stated. */
  fiveInPlace: z.stringbool().optional(),
  /** The last day of the legal clock, both ends included. */
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Those over which the reader owes something now. */
  owed: z.stringbool().optional(),
  /** In the description, the name of the unit, or the number. */
  find: z.string().trim().max(80).optional(),
}

/** Hazards: found, acted upon, listed, read. */
export const hazardRoutes = {
  hazards: route({
    method: 'GET',
    path: '/api/hazards/hazards',
    summary: { zh: '隐患台账', en: 'Hazards' },
    action: 'hazard.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      ...hazardFilters,
      /** Found last first, or the clock that runs out first at the top. */
      order: z.enum(['found', 'stepDue', 'lawDue']).default('found'),
    }),
    output: pageOf(hazardLine),
    success: 200,
    refusals: ['INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG'],
  }),
  hazardSummary: route({
    method: 'GET',
    path: '/api/hazards/hazards-summary',
    summary: { zh: '隐患汇总', en: 'Summary of hazards' },
    action: 'hazard.read',
    scope: 'rows',
    query: z.object(hazardFilters),
    output: z.object({
      total: z.number().int(),
      units: z.number().int(),
      major: z.number().int(),
      general: z.number().int(),
      unclassified: z.number().int(),
      stepLate: z.number().int(),
      overdue: z.number().int(),
      /** How many have their last day of the legal clock on each day, while the work is not done. */
      dueDays: z.array(z.object({ dueOn: day, total: z.number().int(), stepLate: z.number().int() })),
    }),
    success: 200,
    refusals: ['INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG'],
  }),
  hazard: route({
    method: 'GET',
    path: '/api/hazards/hazards/:unitId/:hazardId',
    summary: { zh: '一条隐患', en: 'One hazard' },
    action: 'hazard.read',
    scope: 'record',
    params: byKey,
    output: hazardRecord,
    success: 200,
    refusals: [],
  }),
  findHazard: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/hazards',
    summary: { zh: '登记隐患', en: 'Record a hazard' },
    action: 'hazard.find',
    scope: 'record',
    params: z.object({ unitId: id }),
    body: z.object({
      /** Made by the phone with the finding, so that what arrives twice is one. */
      hazardId: id.optional(),
      description: longText,
      evidence: z.array(id).max(50).default([]),
      /** The item of a checklist that it goes against. */
      itemKey: z.string().min(1).max(120).nullable().default(null),
      proposedLevel: level,
      position: fix.nullable().default(null),
      claimedAt: instant,
    }),
    output: hazardRecord,
    success: 201,
    refusals: ['UNIT_CLOSED', 'ITEM_UNKNOWN', 'ITEM_RETIRED', 'DEED_INCOMPLETE', ...evidenceRefusals],
  }),
  hazardPaper: route({
    method: 'GET',
    path: '/api/hazards/hazards/:unitId/:hazardId/papers/:version',
    summary: { zh: '责令整改指令书、整改复查意见书（PDF）', en: 'The order or the review as a paper (PDF)' },
    action: 'hazard.read',
    scope: 'record',
    /** The event that the paper states: an order, or a review passed or refused. */
    params: byKey.extend({ version: z.coerce.number().int().min(1) }),
    query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: ['PAPER_UNSUITED'],
  }),
  actOnHazard: route({
    method: 'POST',
    path: '/api/hazards/hazards/:unitId/:hazardId/actions',
    summary: { zh: '办理隐患', en: 'Act on a hazard' },
    action: 'hazard.act',
    scope: 'record',
    params: byKey,
    body: z.object({
      action,
      /** The version that the person had before him; what happened since is weighed against it. */
      baseVersion: version,
      /** When the device says it was done. */
      claimedAt: instant,
      position: fix.nullable().default(null),
    }),
    output: hazardRecord,
    success: 200,
    refusals: [...loopRefusals, ...evidenceRefusals],
  }),
}
