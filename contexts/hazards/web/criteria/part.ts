import { call } from '../../../../ui/api.ts'
import { routes } from '../../contract/index.ts'
import type { RoomPart } from '../part.ts'

const title = { zh: '检查标准', en: 'Checklists' }
const mostFound = 6

/** The criteria library. */
export const criteriaPart: RoomPart = {
  pages: [
    { path: '/checklists', title, action: 'criteria.read', load: () => import('./ChecklistsPage.tsx') },
    {
      path: '/checklists/new',
      title: { zh: '录入检查表版本', en: 'Enter an edition' },
      action: 'criteria.add',
      load: () => import('./EnterEditionPage.tsx'),
    },
    { path: '/checklists/$key', title, action: 'criteria.read', load: () => import('./ChecklistPage.tsx') },
  ],
  navigation: [{ group: 'base', icon: 'book', title, path: '/checklists', action: 'criteria.read', order: 55 }],
  commands: [
    {
      id: 'hazards.enterEdition',
      title: { zh: '录入检查表版本', en: 'Enter an edition of a checklist' },
      keywords: ['检查表', '判定标准', 'criteria'],
      action: 'criteria.add',
      icon: 'plus',
      run: (navigate) => navigate('/checklists/new'),
    },
  ],
  records: [
    {
      id: 'checklists',
      title,
      icon: 'book',
      action: 'criteria.read',
      find: async (text, signal) => {
        const needle = text.toLowerCase()
        const lists = await call(routes.checklists, { query: {} }, { signal })
        return lists
          .filter((list) =>
            [list.title.zh, list.title.en, list.documentNumber ?? '', list.key].some((part) => part.toLowerCase().includes(needle)),
          )
          .slice(0, mostFound)
          .map((list) => ({
            key: `${list.key} ${list.edition}`,
            title: list.title.zh,
            detail: `${list.edition} · ${list.title.en}`,
            address: `/checklists/${list.key}?edition=${encodeURIComponent(list.edition)}`,
          }))
      },
    },
  ],
}
