import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useNavigate, usePathname } from '../../ui/address.tsx'
import { listenForShortcuts, useShortcut } from '../../ui/keys.ts'
import { useMessages } from '../../ui/language.tsx'
import type { Command } from '../../ui/room.ts'
import { useSession } from '../../ui/session.ts'
import { PageBoundary } from '../../ui/states.tsx'
import { Toasts } from '../../ui/Toast.tsx'
import { BottomBar } from './BottomBar.tsx'
import { LostBanner } from './LostBanner.tsx'
import { messages } from './messages.ts'
import { usePaletteEntries } from './paletteEntries.ts'
import { mayAll, useShell, type Above } from './shell.ts'
import { Sidebar } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'

const fetchAboveWindows = () => import('./AboveWindows.tsx')
const AboveWindows = lazy(fetchAboveWindows)

const groupOrder = ['work', 'governance', 'base']

/** What every work page stands in: sidebar, top bar, banner, palette, toasts. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const m = useMessages(messages)
  const { rooms } = useShell()
  const { actions } = useSession()
  const navigate = useNavigate()
  const pathname = usePathname()
  const [above, setAbove] = useState<Above>(null)
  const close = (): void => setAbove(null)
  const navigation = useMemo(
    () =>
      mayAll(
        rooms.flatMap((room) => room.navigation),
        actions,
      ).toSorted((one, other) => groupOrder.indexOf(one.group) - groupOrder.indexOf(other.group) || one.order - other.order),
    [rooms, actions],
  )
  const finders = useMemo(
    () =>
      mayAll(
        rooms.flatMap((room) => room.records ?? []),
        actions,
      ),
    [rooms, actions],
  )
  const commands = useMemo(
    () =>
      mayAll(
        rooms.flatMap((room) => room.commands),
        actions,
      ),
    [rooms, actions],
  )
  const entries = usePaletteEntries(commands, setAbove)
  useEffect(listenForShortcuts, [])
  useEffect(() => {
    // Before the first key asks for it, and before the line may be lost.
    const waiting = setTimeout(() => {
      fetchAboveWindows().catch(() => {
        // They are fetched again when a key asks for them.
      })
    }, 1_500)
    return () => clearTimeout(waiting)
  }, [])
  const main = useFocusOnArrival(pathname)
  useShortcut({ keys: 'mod+k', title: { zh: '命令面板', en: 'Command palette' }, group: 'general' }, () => setAbove('palette'))
  useShortcut({ keys: '?', title: { zh: '快捷键', en: 'Keyboard shortcuts' }, group: 'general' }, () => setAbove('shortcuts'))
  useShortcut({ keys: 'p', title: { zh: '切换岗位', en: 'Switch the post' }, group: 'general' }, () => setAbove('posts'))
  return (
    <div className="shell">
      <a className="shell-skip" href="#page">
        {m.skip}
      </a>
      <TopBar onOpen={setAbove} />
      <Sidebar navigation={navigation} />
      <div className="shell-page">
        <LostBanner />
        <main id="page" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomBar navigation={navigation} open={above === 'menu'} onOpen={setAbove} />
      {commands.map((command) =>
        command.shortcut === undefined ? null : <CommandKey key={command.id} command={command} keys={command.shortcut} />,
      )}
      {above === null ? null : (
        <PageBoundary key={above}>
          <Suspense fallback={null}>
            <AboveWindows above={above} onClose={close} entries={entries} finders={finders} navigate={navigate} />
          </Suspense>
        </PageBoundary>
      )}
      <Toasts />
    </div>
  )
}

/** After going to another page the keyboard and the screen reader begin at its top. */
const useFocusOnArrival = (pathname: string): RefObject<HTMLElement | null> => {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

const CommandKey = ({ command, keys }: { command: Command; keys: string }) => {
  const navigate = useNavigate()
  useShortcut({ keys, title: command.title, group: 'general' }, () => command.run(navigate))
  return null
}
