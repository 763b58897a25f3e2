import type { RoomPart } from '../part.ts'

/** The five-full board. */
export const fiveFullPart: RoomPart = {
  pages: [
    {
      path: '/five-full',
      title: { zh: '五全', en: 'Five-full board' },
      action: 'fiveFull.read',
      load: () => import('./FiveFullPage.tsx'),
    },
  ],
  navigation: [
    { group: 'work', icon: 'layers', title: { zh: '五全', en: 'Five-full' }, path: '/five-full', action: 'fiveFull.read', order: 34 },
  ],
  commands: [
    {
      id: 'supervision.fiveFull',
      title: { zh: '五全', en: 'Five-full board' },
      keywords: ['动员', '覆盖', '闭环', '执法', '督查', 'mobilise', 'cover', 'close', 'enforce', 'supervise'],
      action: 'fiveFull.read',
      icon: 'layers',
      run: (navigate) => navigate('/five-full'),
    },
  ],
  records: [],
}
