import type { WebRoom } from '../../../../ui/room.ts'

const title = { zh: '导出', en: 'Exports' }

/** Exports: the window in which a list is exported, and the page where one's files lie. */
export const exportsPart = {
  pages: [{ path: '/exports', title, action: 'export.make', load: () => import('./ExportsPage.tsx') }],
  navigation: [{ group: 'base', icon: 'download', title, path: '/exports', action: 'export.make', order: 80 }],
  commands: [
    {
      id: 'ledgers.exports',
      title: { zh: '查看导出', en: 'Look at exports' },
      keywords: ['下载', 'download', 'xlsx', 'csv'],
      action: 'export.make',
      icon: 'download',
      run: (navigate) => navigate('/exports'),
    },
  ],
  exportWindow: () => import('./ExportWindow.tsx'),
} satisfies Pick<WebRoom, 'pages' | 'navigation' | 'commands' | 'exportWindow'>
