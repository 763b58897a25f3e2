import { actions } from '../contract/actions.ts'
import { call } from '../../../ui/api.ts'
import { useRead } from '../../../ui/query.ts'
import type { WebRoom } from '../../../ui/room.ts'
import { organisationRoutes } from '../contract/organisationRoutes.ts'
import { peopleRoutes } from '../contract/peopleRoutes.ts'
import { postRoutes } from '../contract/postRoutes.ts'
import { regionRoutes } from '../contract/regionRoutes.ts'

const mostFound = 6

/** How many posts in scope wait for the security administrator. */
const usePostsWaiting = (): number | undefined => useRead(postRoutes.posts, { query: { waiting: 'true', limit: 1 } }).data?.total

/** The pages of organisations, people, posts, regions, one's own account and the audit. */
export const room: WebRoom = {
  actions,
  name: 'identity',
  pages: [
    {
      path: '/organisations',
      title: { zh: '组织', en: 'Organisations' },
      action: 'organisation.read',
      load: () => import('./OrganisationsPage.tsx'),
    },
    {
      path: '/organisations/new',
      title: { zh: '登记组织', en: 'Register an organisation' },
      action: 'organisation.add',
      load: () => import('./AddOrganisationPage.tsx'),
    },
    {
      path: '/organisations/$id',
      title: { zh: '组织', en: 'Organisation' },
      action: 'organisation.read',
      load: () => import('./OrganisationPage.tsx'),
    },
    { path: '/people', title: { zh: '人员', en: 'People' }, action: 'person.read', load: () => import('./PeoplePage.tsx') },
    {
      path: '/people/new',
      title: { zh: '登记人员', en: 'Register a person' },
      action: 'person.add',
      load: () => import('./AddPersonPage.tsx'),
    },
    { path: '/people/$id', title: { zh: '人员', en: 'Person' }, action: 'person.read', load: () => import('./PersonPage.tsx') },
    { path: '/posts', title: { zh: '岗位', en: 'Posts' }, action: 'person.read', load: () => import('./PostsPage.tsx') },
    { path: '/regions', title: { zh: '区划', en: 'Regions' }, load: () => import('./RegionsPage.tsx') },
    { path: '/regions/$code', title: { zh: '区划', en: 'Region' }, load: () => import('./RegionPage.tsx') },
    { path: '/account', title: { zh: '我的账号', en: 'My account' }, load: () => import('./AccountPage.tsx') },
    { path: '/audit', title: { zh: '审计', en: 'Audit' }, action: 'audit.read', load: () => import('./AuditPage.tsx') },
  ],
  navigation: [
    {
      group: 'base',
      icon: 'building',
      title: { zh: '组织', en: 'Organisations' },
      path: '/organisations',
      action: 'organisation.read',
      order: 20,
    },
    { group: 'base', icon: 'people', title: { zh: '人员', en: 'People' }, path: '/people', action: 'person.read', order: 21 },
    {
      group: 'base',
      icon: 'key',
      title: { zh: '授权', en: 'Roles to grant' },
      path: '/posts?waiting=true',
      action: 'post.grant',
      order: 22,
      useCount: usePostsWaiting,
    },
    { group: 'base', icon: 'region', title: { zh: '区划', en: 'Regions' }, path: '/regions', order: 23 },
    { group: 'base', icon: 'chain', title: { zh: '审计', en: 'Audit' }, path: '/audit', action: 'audit.read', order: 24 },
  ],
  commands: [
    {
      id: 'identity.addPerson',
      title: { zh: '登记人员', en: 'Register a person' },
      keywords: ['开户', '新用户', 'user', 'account'],
      action: 'person.add',
      icon: 'person',
      run: (navigate) => navigate('/people/new'),
    },
    {
      id: 'identity.addOrganisation',
      title: { zh: '登记组织', en: 'Register an organisation' },
      keywords: ['企业', '单位', 'enterprise'],
      action: 'organisation.add',
      icon: 'building',
      run: (navigate) => navigate('/organisations/new'),
    },
    {
      id: 'identity.grantRoles',
      title: { zh: '授予角色', en: 'Grant roles' },
      keywords: ['授权', '权限', 'permission'],
      action: 'post.grant',
      icon: 'key',
      run: (navigate) => navigate('/posts?waiting=true'),
    },
    {
      id: 'identity.changePassword',
      title: { zh: '修改我的密码', en: 'Change my password' },
      keywords: ['密码', 'password', '会话', 'session'],
      icon: 'lock',
      run: (navigate) => navigate('/account'),
    },
  ],
  records: [
    {
      id: 'organisations',
      title: { zh: '组织', en: 'Organisations' },
      icon: 'building',
      action: 'organisation.read',
      find: async (text, signal) => {
        const { rows } = await call(organisationRoutes.organisations, { query: { find: text, limit: mostFound } }, { signal })
        return rows.map(({ id, name, regionName: zh, regionNameEn: en }) => ({
          key: id,
          title: name,
          detail: { zh, en },
          address: `/organisations/${id}`,
        }))
      },
    },
    {
      id: 'people',
      title: { zh: '人员', en: 'People' },
      icon: 'person',
      action: 'person.read',
      find: async (text, signal) => {
        const { rows } = await call(peopleRoutes.people, { query: { find: text, limit: mostFound } }, { signal })
        return rows.map(({ id, name, organisationName }) => ({ key: id, title: name, detail: organisationName, address: `/people/${id}` }))
      },
    },
    {
      id: 'regions',
      title: { zh: '区划', en: 'Regions' },
      icon: 'region',
      find: async (text, signal) => {
        const { rows } = await call(regionRoutes.regions, { query: { find: text } }, { signal })
        return rows
          .slice(0, mostFound)
          .map(({ code, name, nameEn }) => ({ key: code, title: `${name} ${nameEn}`, detail: code, address: `/regions/${code}` }))
      },
    },
  ],
}
