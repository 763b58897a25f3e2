import { useMemo } from 'react'
import { useNavigate } from '../../ui/address.tsx'
import type { PaletteEntry } from '../../ui/CommandPalette.tsx'
import { setLanguage } from '../../ui/language.tsx'
import type { Command } from '../../ui/room.ts'
import { useSession } from '../../ui/session.ts'
import { setTheme } from '../../ui/theme.ts'
import { useSessionDeeds } from './session.ts'
import { isOpenPage, mayAll, useShell, type Above } from './shell.ts'

/** Everything the palette offers beside records: pages, the rooms' commands, and what the frame itself can do. */
export const usePaletteEntries = (commands: readonly Command[], open: (above: Above) => void): readonly PaletteEntry[] => {
  const { rooms } = useShell()
  const { actions } = useSession()
  const { signOut } = useSessionDeeds()
  const navigate = useNavigate()
  return useMemo(() => {
    const icons = new Map(rooms.flatMap((room) => room.navigation.map((item) => [item.path, item.icon] as const)))
    const pages = mayAll(rooms.flatMap((room) => room.pages).filter(isOpenPage), actions).map((page): PaletteEntry => ({
      id: `page ${page.path}`,
      kind: 'page',
      title: page.title,
      keywords: [page.path],
      icon: icons.get(page.path),
      run: () => navigate(page.path),
    }))
    const deeds = commands.map((command): PaletteEntry => ({
      id: command.id,
      kind: 'action',
      title: command.title,
      keywords: command.keywords,
      icon: command.icon,
      shortcut: command.shortcut,
      run: () => command.run(navigate),
    }))
    const own: readonly PaletteEntry[] = [
      {
        id: 'shell.switchPost',
        kind: 'action',
        icon: 'swap',
        title: { zh: '切换岗位', en: 'Switch the post' },
        shortcut: 'p',
        run: () => open('posts'),
      },
      {
        id: 'shell.chinese',
        kind: 'action',
        icon: 'language',
        title: { zh: '切换到中文', en: 'Switch to Chinese 中文' },
        run: () => setLanguage('zh'),
      },
      {
        id: 'shell.english',
        kind: 'action',
        icon: 'language',
        title: { zh: '切换到英文 English', en: 'Switch to English' },
        run: () => setLanguage('en'),
      },
      { id: 'shell.light', kind: 'action', icon: 'sun', title: { zh: '浅色', en: 'Light theme' }, run: () => setTheme('light') },
      { id: 'shell.dark', kind: 'action', icon: 'moon', title: { zh: '深色', en: 'Dark theme' }, run: () => setTheme('dark') },
      {
        id: 'shell.systemTheme',
        kind: 'action',
        icon: 'half',
        title: { zh: '主题跟随系统', en: 'Theme as the system' },
        run: () => setTheme('system'),
      },
      {
        id: 'shell.shortcuts',
        kind: 'action',
        icon: 'keyboard',
        title: { zh: '快捷键', en: 'Keyboard shortcuts' },
        shortcut: '?',
        run: () => open('shortcuts'),
      },
      {
        id: 'shell.signOut',
        kind: 'action',
        icon: 'leave',
        title: { zh: '退出登录', en: 'Sign out' },
        keywords: ['logout'],
        run: () => void signOut(),
      },
    ]
    return [...pages, ...deeds, ...own]
  }, [rooms, actions, commands, navigate, open, signOut])
}
