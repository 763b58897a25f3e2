import { Link, usePathname } from '../../ui/address.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { dateText, secondText, weekday } from '../../ui/instant.ts'
import { useMessages, useSay } from '../../ui/language.tsx'
import type { NavigationItem } from '../../ui/room.ts'
import { useNow } from '../../ui/serverClock.ts'
import { useStateOf } from '../../ui/state.ts'
import { messages } from './messages.ts'
import { useShell } from './shell.ts'

/** Whether the page that is shown belongs to the entry: the same path, or one below it. */
export const belongsTo = (pathname: string, address: string): boolean => {
  const path = address.split('?')[0] ?? ''
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
}

export const groupsOf = (
  navigation: readonly NavigationItem[],
): readonly { readonly group: NavigationItem['group']; readonly items: readonly NavigationItem[] }[] =>
  (['work', 'governance', 'base'] as const)
    .map((group) => ({ group, items: navigation.filter((item) => item.group === group) }))
    .filter(({ items }) => items.length > 0)

/** The entries of all rooms, in their groups, with what waits there. */
export const Sidebar = ({ navigation }: { navigation: readonly NavigationItem[] }) => {
  const m = useMessages(messages)
  return (
    <div className="shell-side">
      <nav aria-label={m.navigation}>
        {groupsOf(navigation).map(({ group, items }) => (
          <div key={group} className="shell-side-group">
            {group === 'work' ? null : <p>{m.groups[group]}</p>}
            <ul>
              {items.map((item) => (
                <li key={item.path}>
                  <Entry item={item} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Clock />
    </div>
  )
}

/** One entry; the room's own hook tells how many wait. */
export const Entry = ({ item, onGo }: { item: NavigationItem; onGo?: (() => void) | undefined }) => {
  const say = useSay()
  const pathname = usePathname()
  return (
    <Link to={item.path} aria-current={belongsTo(pathname, item.path) ? 'page' : undefined} className="shell-entry" onClick={onGo}>
      <Icon name={item.icon} />
      <span className="shell-entry-title">{say(item.title)}</span>
      {item.useCount ? <Count useCount={item.useCount} /> : null}
    </Link>
  )
}

const Count = ({ useCount }: { useCount: () => number | undefined }) => {
  const count = useCount()
  return count === undefined || count === 0 ? null : <span className="shell-entry-count">{count > 9_999 ? '9999+' : count}</span>
}

const Clock = () => {
  const m = useMessages(messages)
  const { live } = useShell()
  const state = useStateOf(live.state)
  const now = useNow(60_000)
  return (
    <footer className="shell-side-clock">
      <span>
        {dateText(now)} {m.weekdays.split(' ')[weekday(now)]}
      </span>
      <span>{m.clock.zone}</span>
      {state.phase === 'live' ? <span>{m.clock.heard(secondText(state.heardAt))}</span> : null}
    </footer>
  )
}
