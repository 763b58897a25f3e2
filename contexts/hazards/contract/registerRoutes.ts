import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import {
  day,
  duplicateReason,
  holding,
  id,
  instant,
  longText,
  month,
  pageOf,
  pageQuery,
  place,
  regionCode,
  riskColour,
  sentence,
  sourceVerdict,
  text,
  unitKind,
  unitTag,
  version,
} from './registerShapes.ts'

export const unit = z.object({
  unitId: id,
  kind: unitKind,
  name: z.string(),
  uscc: z.string().nullable(),
  regionCode,
  regionName: sentence,
  /** What stood on paper when it was registered, for ever. */
  recordedRegion: regionCode,
  organisationId: id.nullable(),
  /** Null where the reader does not see that organisation. */
  organisationName: z.string().nullable(),
  industryCode: z.string(),
  industryName: z.string(),
  tags: z.array(unitTag),
  riskColour: riskColour.nullable(),
  responsiblePersonId: id.nullable(),
  responsiblePersonName: z.string().nullable(),
  address: z.string().nullable(),
  place: place.nullable(),
  registeredOn: day,
  closedOn: day.nullable(),
  closeReason: z.string().nullable(),
  aliasOf: id.nullable(),
  doubleReason: z.string().nullable(),
  /** Hazards of it that are not closed, and the day it was last checked by somebody from outside. */
  openHazards: z.number().int(),
  lastCheckedOn: day.nullable(),
  version: z.number().int(),
})

const unitBody = z.object({
  kind: unitKind,
  name: text,
  uscc: z.string().trim().toUpperCase().nullable().default(null),
  regionCode,
  organisationId: id.nullable().default(null),
  /** GB/T 4754, with or without the letter of the section. */
  industryCode: z.string().trim().min(1).max(5),
  tags: z.array(unitTag).max(50).default([]),
  riskColour: riskColour.nullable().default(null),
  responsiblePersonId: id.nullable().default(null),
  address: text.nullable().default(null),
  place: place.nullable().default(null),
  chemicals: z.array(holding).max(200).default([]),
  /** Who live within 500 m; null where nobody counted them. */
  exposedPeople: z.number().int().min(0).max(10_000_000).nullable().default(null),
  /** Why it is a unit of its own although it looks like another; needed where doubles are found. */
  doubleReason: longText.nullable().default(null),
})

const byUnit = z.object({ unitId: id })

/** A unit that is probably the same one. Of one out of scope the name and the region are told, and no id. */
const duplicate = z.object({
  unitId: id.nullable(),
  name: z.string(),
  regionCode,
  score: z.number(),
  reasons: z.array(duplicateReason),
  distanceMetres: z.number().nullable(),
})

const joined = z.object({
  unitId: id,
  name: z.string(),
  reason: z.string(),
  score: z.number(),
  reasons: z.array(duplicateReason),
  personId: id,
  personName: z.string(),
  at: instant,
})

const listing = z.object({ listId: id, name: z.string(), by: z.enum(['region', 'unit']), reason: z.string().nullable(), fromOn: day })

export const specialList = z.object({
  id,
  name: z.string(),
  basis: z.string(),
  regions: z.array(regionCode),
  regionNames: z.array(sentence),
  regionCode,
  regionName: sentence,
  organisationId: id,
  openedOn: day,
  closedOn: day.nullable(),
  version: z.number().int(),
})

const registration = [
  'USCC_INVALID',
  'REGION_UNKNOWN',
  'REGION_ENDED',
  'INDUSTRY_UNKNOWN',
  'INDUSTRY_SECTION_WRONG',
  'UNIT_PROBABLY_REGISTERED',
  'SUBSTANCE_UNKNOWN',
  'SUBSTANCE_AMBIGUOUS',
  'QUANTITY_INVALID',
] as const
const openUnit = ['VERSION_STALE', 'UNIT_CLOSED', 'UNIT_JOINED'] as const

/** The register of units and its special lists. */
export const registerRoutes = {
  units: route({
    method: 'GET',
    path: '/api/hazards/units',
    summary: { zh: '检查对象名册', en: 'The register of units' },
    action: 'unit.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      region: regionCode.optional(),
      /** A code of GB/T 4754; what lies below it is in. */
      industry: z.string().trim().max(5).optional(),
      /** That very code of industry or region and nothing below it, as a figure that tells them apart counts. */
      industryAlone: z.stringbool().optional(),
      regionAlone: z.stringbool().optional(),
      kind: unitKind.optional(),
      tag: unitTag.optional(),
      riskColour: riskColour.optional(),
      listId: id.optional(),
      /** Checked in that month by somebody from outside. */
      checkedIn: month.optional(),
      /** On the register in these days, both included, as a coverage counts it: open on the last, or checked in them before it closed. */
      from: day.optional(),
      to: day.optional(),
      /** Checked by somebody from outside in these days, or not; without days ever. */
      checked: z.stringbool().optional(),
      find: z.string().trim().max(80).optional(),
      /** Closed ones alone, or open ones alone; where absent, open ones, and with `checkedIn` those closed since too. */
      closed: z.stringbool().optional(),
    }),
    output: pageOf(unit),
    success: 200,
    refusals: ['INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG'],
  }),
  unit: route({
    method: 'GET',
    path: '/api/hazards/units/:unitId',
    summary: { zh: '一个检查对象', en: 'One unit' },
    action: 'unit.read',
    scope: 'record',
    params: byUnit,
    output: z.object({
      unit,
      chemicals: z.array(holding),
      exposedPeople: z.number().int().nullable(),
      /** Null where no chemicals are registered. */
      majorHazardSource: sourceVerdict.nullable(),
      /** Units joined into this one. */
      joined: z.array(joined),
      lists: z.array(listing),
    }),
    success: 200,
    refusals: [],
  }),
  unitDuplicates: route({
    method: 'GET',
    path: '/api/hazards/units/:unitId/duplicates',
    summary: { zh: '疑似重复的检查对象', en: 'Units that are probably the same' },
    action: 'unit.read',
    scope: 'record',
    params: byUnit,
    output: z.array(duplicate),
    success: 200,
    refusals: [],
  }),
  addUnit: route({
    method: 'POST',
    path: '/api/hazards/units',
    summary: { zh: '登记检查对象', en: 'Register a unit' },
    action: 'unit.add',
    scope: 'input',
    body: unitBody,
    output: unit,
    success: 201,
    refusals: registration,
  }),
  changeUnit: route({
    method: 'PATCH',
    path: '/api/hazards/units/:unitId',
    summary: { zh: '修改检查对象', en: 'Change a unit' },
    action: 'unit.change',
    scope: 'record',
    params: byUnit,
    body: unitBody.extend({ version }),
    output: unit,
    success: 200,
    refusals: [...registration, ...openUnit, 'OUT_OF_SCOPE'],
  }),
  closeUnit: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/close',
    summary: { zh: '注销检查对象', en: 'Close a unit' },
    action: 'unit.close',
    scope: 'record',
    params: byUnit,
    body: z.object({ closedOn: day, reason: longText, version }),
    output: unit,
    success: 200,
    refusals: [...openUnit, 'CLOSING_DAY_WRONG'],
  }),
  joinUnits: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/join',
    summary: { zh: '并入另一检查对象', en: 'Join a unit to the one it doubles' },
    action: 'unit.join',
    scope: 'record',
    params: byUnit,
    body: z.object({ intoId: id, reason: longText, version }),
    output: unit,
    success: 200,
    refusals: [...openUnit, 'JOIN_UNSUITED'],
  }),
  partUnit: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/part',
    summary: { zh: '撤销合并', en: 'Part a unit that was joined by mistake' },
    action: 'unit.part',
    scope: 'record',
    params: byUnit,
    /** The reason also says why the two are two, should they look alike again. */
    body: z.object({ reason: longText, version }),
    output: unit,
    success: 200,
    refusals: ['VERSION_STALE', 'PART_UNSUITED'],
  }),
  specialLists: route({
    method: 'GET',
    path: '/api/hazards/special-lists',
    summary: { zh: '专项名单', en: 'Special lists' },
    action: 'unit.read',
    scope: 'all',
    output: z.array(specialList),
    success: 200,
    refusals: [],
  }),
  addSpecialList: route({
    method: 'POST',
    path: '/api/hazards/special-lists',
    summary: { zh: '新建专项名单', en: 'Make a special list' },
    action: 'specialList.add',
    scope: 'input',
    body: z.object({ name: text, basis: longText, regionCode, regions: z.array(regionCode).max(200).default([]) }),
    output: specialList,
    success: 201,
    refusals: ['REGION_UNKNOWN', 'REGION_ENDED'],
  }),
  closeSpecialList: route({
    method: 'POST',
    path: '/api/hazards/special-lists/:id/close',
    summary: { zh: '停用专项名单', en: 'Close a special list' },
    action: 'specialList.change',
    scope: 'record',
    params: z.object({ id }),
    body: z.object({ version }),
    output: specialList,
    success: 200,
    refusals: ['LIST_CLOSED', 'VERSION_STALE'],
  }),
  listUnit: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/lists',
    summary: { zh: '列入专项名单', en: 'Put a unit on a special list' },
    action: 'specialList.change',
    scope: 'record',
    params: byUnit,
    body: z.object({ listId: id, reason: longText }),
    output: z.array(listing),
    success: 200,
    refusals: ['UNIT_CLOSED', 'UNIT_JOINED', 'LIST_CLOSED'],
  }),
  unlistUnit: route({
    method: 'POST',
    path: '/api/hazards/units/:unitId/lists/:listId/end',
    summary: { zh: '移出专项名单', en: 'Take a unit off a special list' },
    action: 'specialList.change',
    scope: 'record',
    params: byUnit.extend({ listId: id }),
    body: z.object({ reason: longText }),
    output: z.array(listing),
    success: 200,
    refusals: [],
  }),
}
