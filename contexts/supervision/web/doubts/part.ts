import type { RoomPart } from '../part.ts'

const title = { zh: '疑点', en: 'Doubts' }

/** Doubts. */
export const doubtsPart: RoomPart = {
  pages: [
    { path: '/doubts', title, action: 'doubt.read', load: () => import('./DoubtsPage.tsx') },
    {
      path: '/doubts/$unitId/$doubtId',
      title: { zh: '一个疑点', en: 'Doubt' },
      action: 'doubt.read',
      load: () => import('./DoubtPage.tsx'),
    },
  ],
  navigation: [{ group: 'work', icon: 'question', title, path: '/doubts?state=raised', action: 'doubt.read', order: 33 }],
  commands: [],
  records: [],
}
