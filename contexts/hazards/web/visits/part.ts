import type { RoomPart } from '../part.ts'

/** The pages of visits. */
export const visitsPart: RoomPart = {
  pages: [
    { path: '/visits', title: { zh: '检查记录', en: 'Visits' }, action: 'visit.read', load: () => import('./VisitsPage.tsx') },
    {
      path: '/visits/$unitId/$visitId',
      title: { zh: '检查记录', en: 'Visit' },
      action: 'visit.read',
      load: () => import('./VisitPage.tsx'),
    },
  ],
  navigation: [{ group: 'work', icon: 'paper', title: { zh: '检查记录', en: 'Visits' }, path: '/visits', action: 'visit.read', order: 20 }],
  commands: [],
  records: [],
}
