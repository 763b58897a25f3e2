import type { WebRoom } from '../../../ui/room.ts'

/** The page of the API, for those who join other systems to this one. */
export const room: WebRoom = {
  name: 'api',
  pages: [{ path: '/api-docs', title: { zh: '接口', en: 'API' }, load: () => import('./ApiDocs.tsx') }],
  navigation: [],
  commands: [],
}
