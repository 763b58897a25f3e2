import { describe, expect, test } from 'vitest'
import { roles, type Role } from '../../../kernel/actor.ts'
import { rolesOfOnePerson } from './adminRoles.ts'

describe('GB/T 22239-2019 level 3, 8.1.5: the three administrators exclude each other', () => {
  test.each<[readonly Role[], readonly Role[]]>([
    [
      ['systemAdmin', 'securityAdmin'],
      ['systemAdmin', 'securityAdmin'],
    ],
    [
      ['systemAdmin', 'auditAdmin'],
      ['systemAdmin', 'auditAdmin'],
    ],
    [
      ['securityAdmin', 'auditAdmin'],
      ['securityAdmin', 'auditAdmin'],
    ],
    [
      ['auditAdmin', 'officer', 'systemAdmin'],
      ['auditAdmin', 'systemAdmin'],
    ],
    [
      ['systemAdmin', 'securityAdmin', 'auditAdmin'],
      ['systemAdmin', 'securityAdmin', 'auditAdmin'],
    ],
  ])('%j in one hand are refused', (held, excluded) => {
    expect(rolesOfOnePerson(held)).toEqual({ ok: false, refusal: { code: 'ADMIN_ROLES_EXCLUDE', facts: { roles: excluded } } })
  })

  test.each<readonly [readonly Role[]]>([[['inspector', 'tipKeeper']], [['tipKeeper', 'auditAdmin']]])(
    '%j: who keeps informants’ identities neither checks tips nor runs accounts',
    (held) => {
      expect(rolesOfOnePerson(held)).toMatchObject({
        ok: false,
        refusal: { code: 'KEEPER_ROLE_EXCLUDES', facts: { roles: expect.arrayContaining([...held]) } },
      })
    },
  )

  test.each<readonly [readonly Role[]]>([
    [[]],
    [['systemAdmin']],
    [['securityAdmin', 'securityAdmin']],
    [['auditAdmin', 'leader']],
    [roles.filter((role) => !role.endsWith('Admin') && role !== 'tipKeeper')],
    [['tipKeeper', 'officer']],
  ])('%j may be held together', (held) => {
    expect(rolesOfOnePerson(held)).toEqual({ ok: true, value: held })
  })
})
