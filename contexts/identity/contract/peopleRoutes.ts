import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { byId, id, pageOf, pageQuery, person, regionCode, role, text, version } from './shapes.ts'

const login = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)
const identityNumber = z.string().trim().max(20)
const phone = z.string().trim().max(20)

/** People and their accounts. */
export const peopleRoutes = {
  people: route({
    method: 'GET',
    path: '/api/identity/people',
    summary: { zh: '人员列表', en: 'People' },
    action: 'person.read',
    scope: 'rows',
    query: z.object({
      ...pageQuery,
      organisationId: id.optional(),
      region: regionCode.optional(),
      role: role.optional(),
      find: z.string().trim().max(80).optional(),
      left: z.stringbool().default(false),
    }),
    output: pageOf(person),
    success: 200,
    refusals: [],
  }),
  person: route({
    method: 'GET',
    path: '/api/identity/people/:id',
    summary: { zh: '一个人', en: 'One person' },
    action: 'person.read',
    scope: 'record',
    params: byId,
    output: person,
    success: 200,
    refusals: [],
  }),
  addPerson: route({
    method: 'POST',
    path: '/api/identity/people',
    summary: { zh: '登记人员并开户', en: 'Register a person with an account' },
    action: 'person.add',
    scope: 'input',
    body: z.object({
      name: text,
      organisationId: id,
      identityNumber: identityNumber.nullable().default(null),
      phone: phone.nullable().default(null),
      login: login.nullable().default(null),
      post: z.object({ title: text, scopeRegion: regionCode, ownOrganisationOnly: z.boolean() }).nullable().default(null),
    }),
    /** The first password is shown once, to be handed over; it must be changed at the first sign-in. */
    output: z.object({ person, firstPassword: z.string().nullable() }),
    success: 201,
    refusals: [
      'LOGIN_TAKEN',
      'RESIDENT_ID_INVALID',
      'IDENTITY_NUMBER_TAKEN',
      'PHONE_INVALID',
      'SCOPE_TOO_WIDE',
      'SCOPE_NOT_FOR_KIND',
      'ORGANISATION_CLOSED',
      'REGION_UNKNOWN',
      'RECORD_NOT_FOUND',
    ],
    repeat: 'secret',
  }),
  changePerson: route({
    method: 'PATCH',
    path: '/api/identity/people/:id',
    summary: { zh: '修改人员', en: 'Change a person' },
    action: 'person.change',
    scope: 'record',
    params: byId,
    body: z.object({
      name: text.optional(),
      identityNumber: identityNumber.nullable().optional(),
      phone: phone.nullable().optional(),
      version,
    }),
    output: person,
    success: 200,
    refusals: ['RESIDENT_ID_INVALID', 'IDENTITY_NUMBER_TAKEN', 'PHONE_INVALID', 'PERSON_LEFT', 'VERSION_STALE'],
  }),
  leavePerson: route({
    method: 'POST',
    path: '/api/identity/people/:id/leave',
    summary: { zh: '人员离任', en: 'A person leaves' },
    action: 'person.leave',
    scope: 'record',
    params: byId,
    body: z.object({ version }),
    output: person,
    success: 200,
    refusals: ['PERSON_LEFT', 'VERSION_STALE'],
  }),
  revealPerson: route({
    method: 'POST',
    path: '/api/identity/people/:id/reveal',
    summary: { zh: '查看完整号码（留痕）', en: 'Reveal the whole numbers, on the record' },
    action: 'person.reveal',
    scope: 'record',
    params: byId,
    body: z.object({ purpose: z.string().trim().max(200) }),
    output: z.object({ identityNumber: z.string().nullable(), phone: z.string().nullable() }),
    success: 200,
    refusals: ['PURPOSE_MISSING'],
    repeat: 'secret',
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/identity/people/:id/password',
    summary: { zh: '重置密码', en: 'Reset the password' },
    action: 'password.reset',
    scope: 'record',
    params: byId,
    output: z.object({ firstPassword: z.string() }),
    success: 200,
    refusals: ['PERSON_LEFT'],
    repeat: 'secret',
  }),
  unlockAccount: route({
    method: 'POST',
    path: '/api/identity/people/:id/unlock',
    summary: { zh: '解锁账号', en: 'Unlock the account' },
    action: 'account.unlock',
    scope: 'record',
    params: byId,
    output: person,
    success: 200,
    refusals: ['PERSON_LEFT'],
  }),
}
