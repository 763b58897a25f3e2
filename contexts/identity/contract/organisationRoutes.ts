import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { departmentLines, organisationKinds } from '../rules/organisations.ts'
import { byId, id, organisation, pageOf, pageQuery, regionCode, text, version } from './shapes.ts'

const organisationBody = z.object({
  kind: z.enum(organisationKinds),
  name: text,
  shortName: text,
  uscc: z.string().trim().toUpperCase().nullable().default(null),
  line: z.enum(departmentLines).nullable().default(null),
  regionCode,
  parentId: id.nullable().default(null),
  alsoReportsToId: id.nullable().default(null),
})

/** Organisations of every kind. */
export const organisationRoutes = {
  organisations: route({
    method: 'GET',
    path: '/api/identity/organisations',
    summary: { zh: '组织列表', en: 'Organisations' },
    action: 'organisation.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      kind: z.enum(organisationKinds).optional(),
      line: z.enum(departmentLines).optional(),
      region: regionCode.optional(),
      find: z.string().trim().max(80).optional(),
      closed: z.stringbool().default(false),
    }),
    output: pageOf(organisation),
    success: 200,
    refusals: [],
  }),
  organisation: route({
    method: 'GET',
    path: '/api/identity/organisations/:id',
    summary: { zh: '一个组织', en: 'One organisation' },
    action: 'organisation.read',
    scope: 'record',
    params: byId,
    output: z.object({
      organisation,
      children: z.array(organisation),
      people: z.array(z.object({ id, name: z.string(), titles: z.array(z.string()) })),
    }),
    success: 200,
    refusals: [],
  }),
  addOrganisation: route({
    method: 'POST',
    path: '/api/identity/organisations',
    summary: { zh: '登记组织', en: 'Register an organisation' },
    action: 'organisation.add',
    scope: 'input',
    body: organisationBody,
    output: organisation,
    success: 201,
    refusals: ['USCC_INVALID', 'USCC_TAKEN', 'REGION_UNKNOWN', 'REGION_ENDED', 'RECORD_NOT_FOUND'],
  }),
  changeOrganisation: route({
    method: 'PATCH',
    path: '/api/identity/organisations/:id',
    summary: { zh: '修改组织', en: 'Change an organisation' },
    action: 'organisation.change',
    scope: 'record',
    params: byId,
    body: organisationBody.omit({ kind: true, regionCode: true }).extend({
      /** Absent: stays. One that lies outside the scope is not told, so that whoever changes the rest cannot send it back. */
      parentId: id.nullable().optional(),
      alsoReportsToId: id.nullable().optional(),
      version,
    }),
    output: organisation,
    success: 200,
    refusals: ['USCC_INVALID', 'USCC_TAKEN', 'ORGANISATION_CLOSED', 'VERSION_STALE'],
  }),
  decideRegion: route({
    method: 'POST',
    path: '/api/identity/organisations/:id/region',
    summary: { zh: '区划拆分后确定所属区划', en: 'Decide the region after a split' },
    action: 'organisation.change',
    scope: 'record',
    params: byId,
    body: z.object({ regionCode, version }),
    output: organisation,
    success: 200,
    refusals: ['REGION_NOT_CANDIDATE', 'OUT_OF_SCOPE', 'ORGANISATION_CLOSED', 'VERSION_STALE'],
  }),
  closeOrganisation: route({
    method: 'POST',
    path: '/api/identity/organisations/:id/close',
    summary: { zh: '关闭组织', en: 'Close an organisation' },
    action: 'organisation.close',
    scope: 'record',
    params: byId,
    body: z.object({ version }),
    output: organisation,
    success: 200,
    refusals: ['ORGANISATION_IN_USE', 'ORGANISATION_CLOSED', 'VERSION_STALE'],
  }),
}
