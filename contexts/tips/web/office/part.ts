import { call } from '../../../../ui/api.ts'
import { useRead } from '../../../../ui/query.ts'
import type { WebRoom } from '../../../../ui/room.ts'
import { tipListRoute } from '../../contract/tipListRoute.ts'

const mostFound = 6

/** How many tips wait for a decision. */
const useOpenTips = (): number | undefined => useRead(tipListRoute, { query: { open: 'true', limit: 1 } }).data?.total

type Part = Required<Pick<WebRoom, 'pages' | 'navigation' | 'commands' | 'records'>>

/** The office's side: the list of tips, one tip, posters. */
export const officePart: Part = {
  pages: [
    { path: '/tips', title: { zh: '举报', en: 'Tips' }, action: 'tip.read', load: () => import('./TipsPage.tsx') },
    { path: '/tips/posters', title: { zh: '举报码', en: 'Posters' }, action: 'poster.read', load: () => import('./PostersPage.tsx') },
    {
      path: '/tips/posters/new',
      title: { zh: '新建举报码', en: 'Make a poster' },
      action: 'poster.add',
      load: () => import('./AddPosterPage.tsx'),
    },
    {
      path: '/tips/posters/$posterId',
      title: { zh: '举报码', en: 'Poster' },
      action: 'poster.read',
      load: () => import('./PosterPage.tsx'),
    },
    { path: '/tips/$tipId', title: { zh: '举报', en: 'Tip' }, action: 'tip.read', load: () => import('./RecordPage.tsx') },
  ],
  navigation: [
    {
      group: 'work',
      icon: 'bell',
      title: { zh: '群众举报', en: 'Tips' },
      path: '/tips?open=true',
      action: 'tip.read',
      order: 24,
      useCount: useOpenTips,
    },
  ],
  commands: [
    {
      id: 'tips.open',
      title: { zh: '待办的举报', en: 'Open tips' },
      keywords: ['举报', '信访', '12350', 'tip'],
      action: 'tip.read',
      icon: 'bell',
      run: (navigate) => navigate('/tips?open=true'),
    },
    {
      id: 'tips.posters',
      title: { zh: '举报码', en: 'Posters for tips' },
      keywords: ['二维码', '张贴', 'QR'],
      action: 'poster.read',
      icon: 'scan',
      run: (navigate) => navigate('/tips/posters'),
    },
    {
      id: 'tips.newPoster',
      title: { zh: '新建举报码', en: 'Make a poster for tips' },
      keywords: ['二维码', '张贴', 'QR'],
      action: 'poster.add',
      icon: 'plus',
      run: (navigate) => navigate('/tips/posters/new'),
    },
  ],
  records: [
    {
      id: 'tips',
      title: { zh: '举报', en: 'Tips' },
      icon: 'bell',
      action: 'tip.read',
      find: async (text, signal) => {
        const { rows } = await call(tipListRoute, { query: { find: text, limit: mostFound } }, { signal })
        return rows.map(({ tipId, number, words, place }) => ({
          key: tipId,
          title: words === '' ? place : words,
          detail: number,
          address: `/tips/${tipId}`,
        }))
      },
    },
  ],
}
