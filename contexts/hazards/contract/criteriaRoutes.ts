import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { sectors, type Sector } from '../rules/criteria.ts'
import { day, id, text, unitKind, unitTag } from './registerShapes.ts'

const sentence = z.object({ zh: z.string().trim().max(2000), en: z.string().trim().max(2000) })
const scope = z.object({
  kinds: z.array(unitKind).max(10).default([]),
  industries: z.array(z.string().max(5)).max(200).default([]),
  tags: z.array(unitTag).max(50).default([]),
})
const confidence = z.enum(['high', 'medium', 'low'])
const sector = z.enum(Object.keys(sectors) as [Sector, ...Sector[]])
/** Small letters, digits and dots; the items of a list begin with its key. */
const key = z.string().regex(/^[a-zA-Z][a-zA-Z0-9.-]{0,79}$/)

export const item = z.object({
  key,
  clause: z.string().trim().max(200),
  zh: z.string().trim().max(2000),
  en: z.string().trim().max(2000),
  makesMajor: z.boolean(),
  confidence,
  howToCheck: sentence.nullable().default(null),
  appliesTo: scope,
})

export const checklist = z.object({
  key,
  edition: text,
  title: sentence,
  documentNumber: text.nullable().default(null),
  sector,
  purpose: z.enum(['major', 'routine']),
  inForceFrom: day,
  /** Exclusive; null while in force. */
  inForceTo: day.nullable().default(null),
  source: z.string().trim().max(2000),
  confidence,
  appliesTo: scope,
  note: sentence.nullable().default(null),
  items: z.array(item).max(2000),
})

const heading = checklist.omit({ items: true }).extend({ items: z.number().int() })

/** The criteria library: what an inspector asks, and what makes a finding a major hazard. */
export const criteriaRoutes = {
  industries: route({
    method: 'GET',
    path: '/api/hazards/industries',
    summary: { zh: '行业（GB/T 4754）', en: 'Industries (GB/T 4754)' },
    action: 'unit.read',
    scope: 'all',
    query: z.object({
      /** A beginning of a code, or a part of a name in either language. */
      find: z.string().trim().max(80),
      limit: z.coerce.number().int().min(1).max(50).default(12),
    }),
    /** `path` leads from the section down to the industry itself. */
    output: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string().nullable(), path: z.string() })),
    success: 200,
    refusals: [],
  }),
  checklists: route({
    method: 'GET',
    path: '/api/hazards/checklists',
    summary: { zh: '检查标准目录', en: 'The checklists' },
    action: 'criteria.read',
    scope: 'all',
    /** Only those in force on the day; every edition where absent. */
    query: z.object({ on: day.optional(), sector: sector.optional() }),
    output: z.array(heading),
    success: 200,
    refusals: [],
  }),
  checklist: route({
    method: 'GET',
    path: '/api/hazards/checklists/:key',
    summary: { zh: '一份检查表', en: 'One checklist' },
    action: 'criteria.read',
    scope: 'all',
    params: z.object({ key }),
    query: z.object({ on: day.optional(), edition: text.optional() }),
    output: checklist,
    success: 200,
    refusals: ['CHECKLIST_UNKNOWN'],
  }),
  checklistItem: route({
    method: 'GET',
    path: '/api/hazards/checklist-items/:key',
    summary: { zh: '一条检查项', en: 'One item of a checklist' },
    action: 'criteria.read',
    scope: 'all',
    params: z.object({ key }),
    query: z.object({ on: day.optional() }),
    output: z.object({ item, checklist: heading, retiredOn: day.nullable() }),
    success: 200,
    refusals: ['ITEM_UNKNOWN'],
  }),
  unitChecklists: route({
    method: 'GET',
    path: '/api/hazards/units/:unitId/checklists',
    summary: { zh: '适用于此检查对象的检查表', en: 'The checklists for a unit' },
    action: 'criteria.read',
    scope: 'record',
    params: z.object({ unitId: id }),
    query: z.object({ on: day.optional() }),
    output: z.array(checklist),
    success: 200,
    refusals: [],
  }),
  addChecklist: route({
    method: 'POST',
    path: '/api/hazards/checklists',
    summary: { zh: '录入检查表版本', en: 'Enter an edition of a checklist' },
    action: 'criteria.add',
    scope: 'all',
    body: checklist,
    output: checklist,
    success: 201,
    refusals: ['CHECKLIST_FAULTY'],
  }),
}
