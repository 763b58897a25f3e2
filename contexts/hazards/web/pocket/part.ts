import type { RoomPart } from '../part.ts'

const surface = 'pocket'

export const pocketPart: RoomPart = {
  pages: [
    { path: '/m', title: { zh: '随身', en: 'Pocket' }, surface, load: () => import('./HomePage.tsx') },
    { path: '/m/scan', title: { zh: '扫码', en: 'Scan' }, surface, load: () => import('./ScanPage.tsx') },
    { path: '/m/units/$unitId', title: { zh: '检查对象', en: 'Unit' }, surface, load: () => import('./UnitPage.tsx') },
    {
      path: '/m/visits/$draftId',
      title: { zh: '检查', en: 'Visit' },
      action: 'visit.record',
      surface,
      load: () => import('./VisitPage.tsx'),
    },
    {
      path: '/m/reports/$draftId',
      title: { zh: '报隐患', en: 'Report' },
      action: 'hazard.find',
      surface,
      load: () => import('./ReportPage.tsx'),
    },
    {
      path: '/m/deeds/$draftId',
      title: { zh: '现场办理', en: 'On the spot' },
      action: 'hazard.act',
      surface,
      load: () => import('./DeedPage.tsx'),
    },
    {
      path: '/m/hazards/$unitId/$hazardId',
      title: { zh: '隐患', en: 'Hazard' },
      action: 'hazard.read',
      surface,
      load: () => import('./HazardPage.tsx'),
    },
  ],
  navigation: [{ group: 'work', icon: 'phone', title: { zh: '随身', en: 'Pocket' }, path: '/m', action: 'hazard.find', order: 90 }],
  commands: [],
  records: [],
  senders: {
    'hazards.visit': async () => (await import('./senders.ts')).visitSender,
    'hazards.report': async () => (await import('./senders.ts')).reportSender,
    'hazards.deed': async () => (await import('./senders.ts')).deedSender,
  },
}
