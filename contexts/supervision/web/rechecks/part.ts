import { useRead } from '../../../../ui/query.ts'
import { recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import type { RoomPart } from '../part.ts'

/** How many rechecks are given to the person and not done. */
const useMine = (): number | undefined => useRead(routes.rechecks, { query: { mine: 'true', limit: 1 } }).data?.total

const title = { zh: '销号复核', en: 'Rechecks' }

/** Draws and rechecks. */
export const rechecksPart: RoomPart = {
  pages: [
    { path: '/rechecks', title, action: 'recheck.read', load: () => import('./RechecksPage.tsx') },
    {
      path: '/rechecks/$unitId/$recheckId',
      title: { zh: '一次复核', en: 'Recheck' },
      action: 'recheck.read',
      load: () => import('./RecheckPage.tsx'),
    },
    { path: '/draws', title: { zh: '抽取记录', en: 'Draws' }, action: 'draw.read', load: () => import('./DrawsPage.tsx') },
    {
      path: '/draws/new',
      title: { zh: '抽取已销号隐患', en: 'Draw closed hazards' },
      action: 'draw.make',
      load: () => import('./NewDrawPage.tsx'),
    },
    { path: '/draws/$drawId', title: { zh: '一次抽取', en: 'Draw' }, action: 'draw.read', load: () => import('./DrawPage.tsx') },
    {
      path: '/closers',
      title: { zh: '按销号人', en: 'By who closed' },
      action: 'recheck.read',
      load: () => import('./ClosersPage.tsx'),
    },
  ],
  navigation: [{ group: 'work', icon: 'eye', title, path: '/rechecks', action: 'recheck.read', order: 32, useCount: useMine }],
  commands: [
    {
      id: 'supervision.draw',
      title: { zh: '抽取已销号隐患', en: 'Draw closed hazards' },
      keywords: ['抽查', '四不两直', '督查', '复核', 'sample', 'draw'],
      action: 'draw.make',
      icon: 'plus',
      run: (navigate) => navigate('/draws/new'),
    },
    {
      id: 'supervision.closers',
      title: { zh: '按销号人看虚假销号', en: 'False closures by who closed' },
      keywords: ['虚假销号', 'false closure'],
      action: 'recheck.read',
      icon: 'people',
      run: (navigate) => navigate('/closers'),
    },
  ],
  records: [],
}
