import type { WebPage } from '../../../../ui/room.ts'

const title = { zh: '安全隐患举报', en: 'Tell of a danger' }

/** Before the sign-in, each fetched by itself. */
export const publicPages: readonly WebPage[] = [
  { path: '/tip', title, surface: 'public', load: () => import('./TipPage.tsx') },
  { path: '/tip/follow', title: { zh: '查询我的举报', en: 'Follow my tip' }, surface: 'public', load: () => import('./FollowPage.tsx') },
  { path: '/tip/$code', title, surface: 'public', load: () => import('./TipPage.tsx') },
]
