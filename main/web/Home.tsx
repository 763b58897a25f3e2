import { Link } from '../../ui/address.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMessages, useSay } from '../../ui/language.tsx'
import { PageHead } from '../../ui/Page.tsx'
import { useSession } from '../../ui/session.ts'
import { Empty } from '../../ui/states.tsx'
import { messages } from './messages.ts'
import { mayAll, useShell } from './shell.ts'

/** Stands at `/` where no room has its page there. */
export const Home = () => {
  const m = useMessages(messages)
  const say = useSay()
  const { rooms } = useShell()
  const { post, actions } = useSession()
  const items = mayAll(
    rooms.flatMap((room) => room.navigation),
    actions,
  )
  return (
    <>
      <PageHead title={m.home.title} note={`${post.organisationName} · ${post.title}`} />
      {items.length === 0 ? (
        <Empty title={m.home.empty} icon="lock">
          {m.home.emptyNext}
        </Empty>
      ) : (
        <ul className="al-menu shell-home">
          {items.map((item) => (
            <li key={item.path}>
              <Link to={item.path}>
                <Icon name={item.icon} />
                {say(item.title)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
