import type { Role } from '../../../kernel/actor.ts'
import { identifierRefusals, type IdentifierFacts } from '../../../kernel/identifiers.ts'
import type { RefusalTable } from '../../../kernel/refusals.ts'

export type IdentityFacts = Pick<IdentifierFacts, 'USCC_INVALID' | 'RESIDENT_ID_INVALID' | 'PHONE_INVALID'> & {
  SIGN_IN_FAILED: { failuresLeft: number }
  ACCOUNT_LOCKED: { lockedUntil: string; minutes: number }
  NO_POST: Record<string, never>
  PASSWORD_WRONG: Record<string, never>
  PASSWORD_WEAK: { minimumLength: number; minimumClasses: number; containsLogin: boolean }
  PASSWORD_UNCHANGED: Record<string, never>
  ADMIN_ROLES_EXCLUDE: { roles: readonly Role[] }
  KEEPER_ROLE_EXCLUDES: { roles: readonly Role[] }
  ROLES_EMPTY: Record<string, never>
  OWN_ROLES: Record<string, never>
  LOGIN_TAKEN: { login: string }
  USCC_TAKEN: { uscc: string; organisationName: string }
  IDENTITY_NUMBER_TAKEN: Record<string, never>
  REGION_UNKNOWN: { regionCode: string }
  REGION_ENDED: { regionCode: string; name: string; endedOn: string; successors: readonly string[] }
  REGION_NOT_CANDIDATE: { regionCode: string; candidates: readonly string[] }
  SCOPE_TOO_WIDE: { scopeRegion: string }
  SCOPE_NOT_FOR_KIND: { kind: string }
  ORGANISATION_CLOSED: { name: string; closedOn: string }
  ORGANISATION_IN_USE: { people: number; children: number }
  PERSON_LEFT: { leftOn: string }
  POST_ENDED: { endsOn: string }
  PURPOSE_MISSING: Record<string, never>
}

export const refusals: RefusalTable<IdentityFacts> = {
  SIGN_IN_FAILED: {
    status: 401,
    zh: ({ failuresLeft }) => `用户名或密码不正确。${failuresLeft === 0 ? '账号现已锁定。' : `再错 ${failuresLeft} 次将锁定。`}`,
    en: ({ failuresLeft }) =>
      `The user name or the password is wrong.${failuresLeft === 0 ? ' The account is now locked.' : ` The account is locked after ${failuresLeft} more.`}`,
  },
  ACCOUNT_LOCKED: {
    status: 423,
    zh: ({ minutes }) => `连续输错密码，账号已锁定 ${minutes} 分钟。可请安全管理员解锁。`,
    en: ({ minutes }) => `Too many wrong passwords: the account is locked for ${minutes} min. The security administrator can unlock it.`,
  },
  NO_POST: {
    status: 403,
    zh: () => '尚无在任岗位或岗位未授予角色，请联系安全管理员。',
    en: () => 'There is no post in force with roles. Please ask the security administrator.',
  },
  PASSWORD_WRONG: { status: 422, zh: () => '现用密码不正确。', en: () => 'The present password is wrong.' },
  PASSWORD_WEAK: {
    status: 422,
    zh: ({ minimumLength, minimumClasses, containsLogin }) =>
      containsLogin ? '密码不能包含用户名。' : `密码至少 ${minimumLength} 位，并含大写、小写、数字、符号中的 ${minimumClasses} 类。`,
    en: ({ minimumLength, minimumClasses, containsLogin }) =>
      containsLogin
        ? 'The password must not contain the user name.'
        : `A password needs at least ${minimumLength} characters of ${minimumClasses} kinds among capitals, small letters, digits and signs.`,
  },
  PASSWORD_UNCHANGED: { status: 422, zh: () => '新密码与现用密码相同。', en: () => 'The new password is the present one.' },
  ADMIN_ROLES_EXCLUDE: {
    status: 422,
    zh: () => '系统管理员、安全管理员、审计管理员须由不同的人担任（GB/T 22239-2019 第三级）。',
    en: () => 'System, security and audit administrator must be different persons (GB/T 22239-2019, level 3).',
  },
  KEEPER_ROLE_EXCLUDES: {
    status: 422,
    zh: () => '举报受理员保管举报人身份，不能同时是检查员或系统、安全、审计管理员。',
    en: () => 'The keeper of tips knows who reported, and can be neither an inspector nor a system, security or audit administrator.',
  },
  ROLES_EMPTY: { status: 422, zh: () => '至少授予一个角色。', en: () => 'Grant at least one role.' },
  OWN_ROLES: { status: 403, zh: () => '不能给自己授予角色。', en: () => 'Nobody may grant roles to himself or herself.' },
  LOGIN_TAKEN: { status: 409, zh: ({ login }) => `用户名 ${login} 已被使用。`, en: ({ login }) => `The user name ${login} is taken.` },
  USCC_INVALID: identifierRefusals.USCC_INVALID,
  USCC_TAKEN: {
    status: 409,
    zh: ({ uscc, organisationName }) => `统一社会信用代码 ${uscc} 已属于${organisationName}。`,
    en: ({ uscc, organisationName }) => `The unified social credit code ${uscc} belongs to ${organisationName}.`,
  },
  RESIDENT_ID_INVALID: identifierRefusals.RESIDENT_ID_INVALID,
  IDENTITY_NUMBER_TAKEN: {
    status: 409,
    zh: () => '此身份号码已登记为在任人员。',
    en: () => 'A person with this identification number is already registered.',
  },
  PHONE_INVALID: identifierRefusals.PHONE_INVALID,
  REGION_UNKNOWN: {
    status: 422,
    zh: ({ regionCode }) => `没有代码为 ${regionCode} 的区划（GB/T 2260）。`,
    en: ({ regionCode }) => `There is no region with the code ${regionCode} (GB/T 2260).`,
  },
  REGION_ENDED: {
    status: 422,
    zh: ({ name, endedOn, successors }) => `${name}已于 ${endedOn} 撤销，现为：${successors.join('、')}。`,
    en: ({ name, endedOn, successors }) => `${name} ended on ${endedOn}; it is now ${successors.join(', ')}.`,
  },
  REGION_NOT_CANDIDATE: {
    status: 422,
    zh: ({ candidates }) => `只能在原区划的承继区划中选择：${candidates.join('、')}。`,
    en: ({ candidates }) => `Only a successor of the old region can be chosen: ${candidates.join(', ')}.`,
  },
  SCOPE_TOO_WIDE: {
    status: 403,
    zh: () => '所授范围超出本岗位的管辖范围。',
    en: () => 'The scope to be given is wider than that of this post.',
  },
  SCOPE_NOT_FOR_KIND: {
    status: 422,
    zh: () => '企业、场馆和队伍的岗位只能看本单位。',
    en: () => 'Posts of enterprises, venues and teams see only their own organisation.',
  },
  ORGANISATION_CLOSED: {
    status: 409,
    zh: ({ name, closedOn }) => `${name}已于 ${closedOn} 关闭。`,
    en: ({ name, closedOn }) => `${name} was closed on ${closedOn}.`,
  },
  ORGANISATION_IN_USE: {
    status: 409,
    zh: ({ people, children }) => `尚有在任人员 ${people} 人、下属单位 ${children} 个，不能关闭。`,
    en: ({ people, children }) =>
      `It still has ${people} ${people === 1 ? 'person' : 'people'} and ${children} subordinate ${children === 1 ? 'organisation' : 'organisations'} and cannot be closed.`,
  },
  PERSON_LEFT: { status: 409, zh: ({ leftOn }) => `此人已于 ${leftOn} 离任。`, en: ({ leftOn }) => `This person left on ${leftOn}.` },
  POST_ENDED: { status: 409, zh: ({ endsOn }) => `此岗位已于 ${endsOn} 结束。`, en: ({ endsOn }) => `This post ended on ${endsOn}.` },
  PURPOSE_MISSING: { status: 422, zh: () => '请写明查看目的。', en: () => 'Please state the purpose.' },
}
