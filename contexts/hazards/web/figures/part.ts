import type { RoomPart } from '../part.ts'

/** The figures of hazards, visits and units. */
export const figuresPart: RoomPart = {
  pages: [
    {
      path: '/figures',
      title: { zh: '隐患数据', en: 'Figures of hazards' },
      action: 'figure.read',
      load: () => import('./FiguresPage.tsx'),
    },
  ],
  navigation: [
    { group: 'work', icon: 'chart', title: { zh: '隐患数据', en: 'Figures' }, path: '/figures', action: 'figure.read', order: 30 },
  ],
  commands: [
    {
      id: 'hazards.figures',
      title: { zh: '隐患数据', en: 'Figures of hazards' },
      keywords: ['统计', '覆盖率', '家次', '报表', 'statistics', 'coverage'],
      action: 'figure.read',
      icon: 'chart',
      run: (navigate) => navigate('/figures'),
    },
  ],
  records: [],
}
