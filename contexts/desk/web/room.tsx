import type { WebRoom } from '../../../ui/room.ts'
import { messages } from './messages.ts'
import { useDesk } from './useDesk.ts'

const title = { zh: messages.zh.title, en: messages.en.title }

const useOwedCount = (): number | undefined => useDesk().data?.owedTotal

/** The desk: the first page, and how much is owed beside its entry. */
export const room: WebRoom = {
  name: 'desk',
  pages: [{ path: '/', title, action: 'desk.read', load: () => import('./DeskPage.tsx') }],
  navigation: [{ group: 'work', icon: 'desk', title, path: '/', action: 'desk.read', order: 0, useCount: useOwedCount }],
  commands: [
    {
      id: 'desk.open',
      title: { zh: messages.zh.command, en: messages.en.command },
      keywords: ['首页', '待办', 'home', 'todo'],
      action: 'desk.read',
      icon: 'desk',
      run: (navigate) => navigate('/'),
    },
  ],
}
