import { call } from '../../../../ui/api.ts'
import { routes } from '../../contract/index.ts'
import type { RoomPart } from '../part.ts'

const title = { zh: '检查对象', en: 'Units' }
const lists = { zh: '专项名单', en: 'Special lists' }
const mostFound = 6

/** The register of units and its special lists. */
export const unitsPart: RoomPart = {
  pages: [
    { path: '/units', title, action: 'unit.read', load: () => import('./UnitsPage.tsx') },
    {
      path: '/units/new',
      title: { zh: '登记检查对象', en: 'Register a unit' },
      action: 'unit.add',
      load: () => import('./AddUnitPage.tsx'),
    },
    { path: '/units/$unitId', title, action: 'unit.read', load: () => import('./UnitPage.tsx') },
    {
      path: '/units/$unitId/change',
      title: { zh: '修改检查对象', en: 'Change a unit' },
      action: 'unit.change',
      load: () => import('./ChangeUnitPage.tsx'),
    },
    {
      path: '/units/$unitId/code',
      title: { zh: '门口二维码', en: 'Code for the door' },
      action: 'unit.read',
      surface: 'screen',
      load: () => import('./GateCodePage.tsx'),
    },
    { path: '/special-lists', title: lists, action: 'unit.read', load: () => import('./SpecialListsPage.tsx') },
  ],
  navigation: [{ group: 'work', icon: 'pin', title, path: '/units', action: 'unit.read', order: 30 }],
  commands: [
    {
      id: 'hazards.addUnit',
      title: { zh: '登记检查对象', en: 'Register a unit' },
      keywords: ['企业', '场所', '工地', '名册', 'enterprise', 'register'],
      action: 'unit.add',
      icon: 'plus',
      run: (navigate) => navigate('/units/new'),
    },
    {
      id: 'hazards.specialLists',
      title: lists,
      keywords: ['重点', 'list'],
      action: 'unit.read',
      icon: 'list',
      run: (navigate) => navigate('/special-lists'),
    },
  ],
  records: [
    {
      id: 'units',
      title,
      icon: 'pin',
      action: 'unit.read',
      find: async (find, signal) => {
        const { rows } = await call(routes.units, { query: { find, limit: mostFound } }, { signal })
        return rows.map(({ unitId, name, regionName }) => ({ key: unitId, title: name, detail: regionName, address: `/units/${unitId}` }))
      },
    },
  ],
}
