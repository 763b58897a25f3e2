import type { RoomPart } from '../part.ts'

/** Bulletins: written from the records, issued, read. */
export const bulletinsPart: RoomPart = {
  pages: [
    { path: '/bulletins', title: { zh: '战报', en: 'Bulletins' }, action: 'bulletin.read', load: () => import('./BulletinsPage.tsx') },
    {
      path: '/bulletins/new',
      title: { zh: '写战报', en: 'Write a bulletin' },
      action: 'bulletin.read',
      load: () => import('./NewBulletinPage.tsx'),
    },
    { path: '/bulletins/$id', title: { zh: '战报', en: 'Bulletin' }, action: 'bulletin.read', load: () => import('./BulletinPage.tsx') },
  ],
  navigation: [
    { group: 'work', icon: 'paper', title: { zh: '战报', en: 'Bulletins' }, path: '/bulletins', action: 'bulletin.read', order: 36 },
  ],
  commands: [
    {
      id: 'supervision.writeBulletin',
      title: { zh: '写战报', en: 'Write a bulletin' },
      keywords: ['通报', '简报', '月报', '周报', 'bulletin', 'report'],
      action: 'bulletin.issue',
      icon: 'paper',
      run: (navigate) => navigate('/bulletins/new'),
    },
  ],
  records: [],
}
