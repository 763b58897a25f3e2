import type { WebRoom } from '../../../../ui/room.ts'

const title = { zh: '台账导入', en: 'Ledger imports' }

/** The pages of imports. */
export const importsPart: Pick<WebRoom, 'pages' | 'navigation' | 'commands'> = {
  pages: [
    { path: '/imports', title, action: 'ledger.read', load: () => import('./ImportsPage.tsx') },
    { path: '/imports/$importId', title, action: 'ledger.read', load: () => import('./ImportPage.tsx') },
  ],
  navigation: [{ group: 'work', icon: 'upload', title, path: '/imports', action: 'ledger.read', order: 60 }],
  commands: [
    {
      id: 'ledgers.import',
      title: { zh: '导入台账', en: 'Import a ledger' },
      keywords: ['台账', '表格', 'Excel', 'WPS', 'csv', 'import'],
      action: 'ledger.import',
      icon: 'upload',
      run: (navigate) => navigate('/imports'),
    },
  ],
}
