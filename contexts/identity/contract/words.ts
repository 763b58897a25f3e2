import type { RoomWords } from '../../../kernel/words.ts'
import type { actions } from './actions.ts'

/** What somebody may owe here, as the view `identity.owed` names it. */
export const owedKinds = ['rolesToGrant', 'regionToDecide', 'accountLocked', 'passwordToChange'] as const

/** The figures of a region, as the view `identity.region_figure` names them. */
export const regionFigures = ['organisations', 'enterprises', 'people', 'posts', 'postsWaiting'] as const

/** How the desk speaks of organisations, people and posts. */
export const words = {
  room: { zh: '组织', en: 'People' },
  deeds: {
    'organisation.read': { zh: '查看组织', en: 'Look at organisations' },
    'organisation.add': { zh: '登记组织', en: 'Register an organisation' },
    'organisation.change': { zh: '修改组织', en: 'Change an organisation' },
    'organisation.close': { zh: '关闭组织', en: 'Close an organisation' },
    'person.read': { zh: '查看人员', en: 'Look at people' },
    'person.add': { zh: '登记人员', en: 'Register a person' },
    'person.change': { zh: '修改人员', en: 'Change a person' },
    'person.leave': { zh: '办理离任', en: 'Record that a person left' },
    'person.reveal': { zh: '查看完整号码', en: 'Reveal whole numbers' },
    'password.reset': { zh: '重置密码', en: 'Reset a password' },
    'account.unlock': { zh: '解锁账号', en: 'Unlock an account' },
    'post.add': { zh: '任职', en: 'Give a post' },
    'post.end': { zh: '免职', en: 'End a post' },
    'post.grant': { zh: '授予角色', en: 'Grant roles' },
    'audit.read': { zh: '查看审计', en: 'Read the audit record' },
    'audit.reveal': { zh: '查看审计中的个人信息', en: 'Reveal personal values of the audit' },
    'audit.verify': { zh: '核验审计链', en: 'Verify the audit chains' },
    'session.start': { zh: '登录', en: 'Sign in' },
    'session.use': { zh: '使用会话', en: 'Use of a session' },
    'session.end': { zh: '会话结束', en: 'End of a session' },
    'session.revoke': { zh: '注销会话', en: 'Revoke a session' },
    'session.switchPost': { zh: '切换岗位', en: 'Switch the post' },
    'password.change': { zh: '修改密码', en: 'Change the password' },
    'region.succeed': { zh: '区划变更', en: 'Succession of a region' },
  },
  owed: {
    rolesToGrant: {
      title: { zh: '授予角色', en: 'Grant roles' },
      deed: { zh: '去授权', en: 'Grant' },
      detail: (title) => ({ zh: `岗位：${title}`, en: `Post: ${title}` }),
    },
    regionToDecide: {
      title: { zh: '确定所属区划', en: 'Decide the region' },
      deed: { zh: '去确定', en: 'Decide' },
      detail: (code) => ({ zh: `原区划 ${code} 已拆分`, en: `Its region ${code} was split` }),
    },
    accountLocked: {
      title: { zh: '解锁账号', en: 'Unlock the account' },
      deed: { zh: '去解锁', en: 'Unlock' },
      detail: (login) => ({ zh: `用户名 ${login}，到时自动解锁`, en: `User name ${login}; unlocks by itself when the clock runs out` }),
    },
    passwordToChange: {
      title: { zh: '更换密码', en: 'Change your password' },
      deed: { zh: '去更换', en: 'Change' },
    },
  },
  figures: {
    organisations: {
      title: { zh: '组织', en: 'Organisations' },
      unit: { zh: '家', en: '' },
      action: 'organisation.read',
      records: '/organisations',
    },
    enterprises: {
      title: { zh: '企业', en: 'Enterprises' },
      unit: { zh: '家', en: '' },
      action: 'organisation.read',
      records: '/organisations?kind=enterprise',
    },
    people: { title: { zh: '在任人员', en: 'People' }, unit: { zh: '人', en: '' }, action: 'person.read', records: '/people' },
    posts: { title: { zh: '在任岗位', en: 'Posts' }, unit: { zh: '个', en: '' }, action: 'person.read', records: '/posts' },
    postsWaiting: {
      title: { zh: '待授权岗位', en: 'Posts without roles' },
      unit: { zh: '个', en: '' },
      action: 'person.read',
      records: '/posts?waiting=true',
    },
  },
  alarms: {},
  pages: {
    person: (id) => `/people/${id}`,
    account: (id) => `/people/${id}`,
    organisation: (id) => `/organisations/${id}`,
    password: () => '/account',
    session: () => '/account',
  },
} satisfies RoomWords<typeof actions, (typeof owedKinds)[number], (typeof regionFigures)[number]>
