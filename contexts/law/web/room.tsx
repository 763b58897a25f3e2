import { call } from '../../../ui/api.ts'
import type { WebRoom } from '../../../ui/room.ts'
import { routes } from '../contract/index.ts'
import { addressOfLimit } from '../rules/address.ts'
import { messages } from './messages.ts'

const title = { zh: messages.zh.title, en: messages.en.title }

/** So many limits does the palette show at once. */
const mostFound = 8

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
      find: async (find, signal) => {
        const { rows } = await call(routes.limits, { query: { find } }, { signal })
        return rows.slice(0, mostFound).map(({ key, zh, en, standard, clause }) => ({
          key,
          title: zh,
          detail: `${standard} ${clause} · ${en}`,
          address: addressOfLimit(key),
        }))
      },
    },
  ],
}
