import type { WebRoom } from '../../../ui/room.ts'

/** What every phone has, whatever its person does: the outbox. */
export const room: WebRoom = {
  name: 'pocket',
  pages: [{ path: '/m/outbox', title: { zh: '待送箱', en: 'Outbox' }, surface: 'pocket', load: () => import('./OutboxPage.tsx') }],
  navigation: [],
  commands: [],
}
