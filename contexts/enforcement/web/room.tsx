import { call } from '../../../ui/api.ts'
import { useRead } from '../../../ui/query.ts'
import type { WebRoom } from '../../../ui/room.ts'
import { actions } from '../contract/actions.ts'
import { listRoutes as routes } from '../contract/listRoutes.ts'

const mostFound = 6

/** How many cases wait for the person. */
const useOwed = (): number | undefined => useRead(routes.cases, { query: { owed: 'true', limit: 1 } }).data?.total

/** Cases of enforcement: the authority's, and under the same address the party's own. */
export const room: WebRoom = {
  name: 'enforcement',
  actions,
  pages: [
    { path: '/cases', title: { zh: '执法案件', en: 'Cases' }, load: () => import('./list/CasesPage.tsx') },
    { path: '/cases/leads', title: { zh: '立案线索', en: 'Leads' }, action: 'case.read', load: () => import('./list/LeadsPage.tsx') },
    {
      path: '/cases/new',
      title: { zh: '提请立案', en: 'Propose a case' },
      action: 'case.propose',
      load: () => import('./begin/NewCasePage.tsx'),
    },
    { path: '/cases/$unitId/$caseId', title: { zh: '案件', en: 'Case' }, load: () => import('./record/CasePage.tsx') },
  ],
  navigation: [
    {
      group: 'work',
      icon: 'shield',
      title: { zh: '执法案件', en: 'Cases' },
      path: '/cases?open=true',
      action: 'case.read',
      order: 25,
      useCount: useOwed,
    },
    {
      group: 'work',
      icon: 'shield',
      title: { zh: '本单位案件', en: 'Cases against us' },
      path: '/cases',
      action: 'case.readOwn',
      order: 25,
    },
  ],
  commands: [
    {
      id: 'enforcement.propose',
      title: { zh: '提请立案', en: 'Propose a case' },
      keywords: ['执法', '处罚', 'penalty', 'case'],
      action: 'case.propose',
      icon: 'plus',
      run: (navigate) => navigate('/cases/new'),
    },
    {
      id: 'enforcement.leads',
      title: { zh: '立案线索', en: 'What should become a case' },
      keywords: ['线索', 'lead'],
      action: 'case.read',
      icon: 'shield',
      run: (navigate) => navigate('/cases/leads'),
    },
    {
      id: 'enforcement.owed',
      title: { zh: '我要办的案件', en: 'Cases that are mine to go on with' },
      keywords: ['待办', 'owed'],
      action: 'case.read',
      icon: 'desk',
      run: (navigate) => navigate('/cases?owed=true'),
    },
  ],
  records: [
    {
      id: 'cases',
      title: { zh: '案件', en: 'Cases' },
      icon: 'shield',
      action: 'case.read',
      find: async (text, signal) => {
        const { rows } = await call(routes.cases, { query: { find: text, limit: mostFound } }, { signal })
        return rows.map(({ unitId, caseId, number, matter, party }) => ({
          key: caseId,
          title: matter,
          detail: `${number} · ${party.name}`,
          address: `/cases/${unitId}/${caseId}`,
        }))
      },
    },
  ],
}
