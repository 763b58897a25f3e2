import { Link, usePathname } from '../../ui/address.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMessages, useSay } from '../../ui/language.tsx'
import type { NavigationItem } from '../../ui/room.ts'
import { messages } from './messages.ts'
import type { Above } from './shell.ts'
import { belongsTo, Entry, groupsOf } from './Sidebar.tsx'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'

export type BottomBarProps = {
  readonly navigation: readonly NavigationItem[]
  readonly open: boolean
  readonly onOpen: (above: Above) => void
}

/** The sidebar of a narrow screen: the first entries under the thumb, the rest one touch away. */
export const BottomBar = ({ navigation, open, onOpen }: BottomBarProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const pathname = usePathname()
  return (
    <>
      <nav className="shell-bottom" aria-label={m.navigation}>
        {navigation.slice(0, 3).map((item) => (
          <Link key={item.path} to={item.path} aria-current={belongsTo(pathname, item.path) ? 'page' : undefined}>
            <Icon name={item.icon} size={20} />
            {say(item.title)}
          </Link>
        ))}
        <button type="button" onClick={() => onOpen('palette')}>
          <Icon name="search" size={20} />
          {m.searchShort}
        </button>
        <button type="button" onClick={() => onOpen('menu')} aria-haspopup="dialog">
          <Icon name="menu" size={20} />
          {m.navigationMore}
        </button>
      </nav>
      <Dialog open={open} onClose={() => onOpen(null)} title={m.navigation} form="sheet">
        <div className="shell-more">
          {groupsOf(navigation).map(({ group, items }) => (
            <div key={group}>
              <p className="al-quiet">{m.groups[group]}</p>
              {items.map((item) => (
                <Entry key={item.path} item={item} onGo={() => onOpen(null)} />
              ))}
            </div>
          ))}
          <div className="shell-more-switches">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </Dialog>
    </>
  )
}
