import type { WebRoom } from '../../../ui/room.ts'

// The sentences of the pages stay with the pages: whoever opens the desk does not load them.
const title = { zh: '限值总表', en: 'Limits' }

/** The law table: every limit, its record, and limits found from the palette. */
export const room: WebRoom = {
  name: 'law',
  pages: [
    { path: '/law', title, action: 'limit.read', load: () => import('./LimitsPage.tsx') },
    { path: '/law/$limit', title, action: 'limit.read', load: () => import('./LimitPage.tsx') },
  ],
  navigation: [{ group: 'base', icon: 'law', title, path: '/law', action: 'limit.read', order: 60 }],
  commands: [
    {
      id: 'law.unvouched',
      title: { zh: '看尚未核对原文的限值', en: 'Limits not yet compared with the text' },
      keywords: ['核对', '标准', 'vouch', 'standard'],
      action: 'limit.vouch',
      icon: 'law',
      run: (navigate) => navigate('/law?unvouched=true'),
    },
  ],
  records: [
    {
      id: 'limits',
      title,
      icon: 'law',
      action: 'limit.read',
      find: async (find, signal) => (await import('./findLimits.ts')).findLimits(find, signal),
    },
  ],
}
