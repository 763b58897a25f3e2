import { call } from '../../../../ui/api.ts'
import { useRead } from '../../../../ui/query.ts'
import { hazardRoutes as routes } from '../../contract/hazardRoutes.ts'
import type { RoomPart } from '../part.ts'

const mostFound = 6

/** How many hazards wait for the person. */
const useOwed = (): number | undefined => useRead(routes.hazards, { query: { owed: 'true', limit: 1 } }).data?.total

/** The list of hazards, and recording one outside a visit. */
export const hazardsPart: RoomPart = {
  pages: [
    { path: '/hazards', title: { zh: '隐患闭环', en: 'Hazards' }, action: 'hazard.read', load: () => import('./HazardsPage.tsx') },
    {
      path: '/hazards/new',
      title: { zh: '记一条隐患', en: 'Record a hazard' },
      action: 'hazard.find',
      load: () => import('./FindHazardPage.tsx'),
    },
    {
      path: '/hazards/$unitId/$hazardId',
      title: { zh: '隐患', en: 'Hazard' },
      action: 'hazard.read',
      load: () => import('../record/RecordPage.tsx'),
    },
  ],
  navigation: [
    {
      group: 'work',
      icon: 'hazard',
      title: { zh: '隐患闭环', en: 'Hazards' },
      path: '/hazards?open=true',
      action: 'hazard.read',
      order: 10,
      useCount: useOwed,
    },
  ],
  commands: [
    {
      id: 'hazards.record',
      title: { zh: '记一条隐患', en: 'Record a hazard' },
      keywords: ['登记隐患', '上报', 'new', 'report'],
      action: 'hazard.find',
      icon: 'plus',
      run: (navigate) => navigate('/hazards/new'),
    },
    {
      id: 'hazards.open',
      title: { zh: '未销号隐患', en: 'Open hazards' },
      keywords: ['闭环', '整改', 'open'],
      action: 'hazard.read',
      icon: 'hazard',
      run: (navigate) => navigate('/hazards?open=true'),
    },
    {
      id: 'hazards.owed',
      title: { zh: '我要办的隐患', en: 'Hazards that are mine to do' },
      keywords: ['待办', 'owed'],
      action: 'hazard.read',
      icon: 'desk',
      run: (navigate) => navigate('/hazards?owed=true'),
    },
    {
      id: 'hazards.reviews',
      title: { zh: '待我复查的隐患', en: 'My reviews' },
      keywords: ['复查', '验收', 'review'],
      action: 'hazard.act',
      icon: 'eye',
      run: (navigate) => navigate('/hazards?owed=true&state=selfChecked'),
    },
    {
      id: 'hazards.majorReviews',
      title: { zh: '待我审查的重大隐患', en: 'Major hazards that I review' },
      keywords: ['报审', '重大', 'review'],
      action: 'hazard.act',
      icon: 'eye',
      run: (navigate) => navigate('/hazards?owed=true&level=major&state=applied'),
    },
  ],
  records: [
    {
      id: 'hazards',
      title: { zh: '隐患', en: 'Hazards' },
      icon: 'hazard',
      action: 'hazard.read',
      find: async (text, signal) => {
        const { rows } = await call(routes.hazards, { query: { find: text, limit: mostFound } }, { signal })
        return rows.map(({ unitId, hazardId, number, description, unitName }) => ({
          key: hazardId,
          title: description,
          detail: `${number} · ${unitName}`,
          address: `/hazards/${unitId}/${hazardId}`,
        }))
      },
    },
  ],
}
