import { lazy, Suspense, useState } from 'react'
import { Link } from '../../ui/address.tsx'
import { Key, Keys } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { secondText } from '../../ui/instant.ts'
import { keyText } from '../../ui/keys.ts'
import { useMessages, useSay } from '../../ui/language.tsx'
import { Wordmark } from '../../ui/Mark.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useNow } from '../../ui/serverClock.ts'
import { useSession } from '../../ui/session.ts'
import { useStateOf } from '../../ui/state.ts'
import { messages } from './messages.ts'
import { useSessionDeeds } from './session.ts'
import { useShell, type Above } from './shell.ts'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'

const LeaveConfirm = lazy(() => import('./pocket/LeaveConfirm.tsx'))

/** How many things of the person wait on this device; a browser that keeps nothing has none. */
const unsentHere = async (personId: string): Promise<number> => {
  const { unsentOf } = await import('./pocket/outboxes.ts')
  return unsentOf(personId).catch(() => 0)
}

/** Where a room keeps one's own account; it has no entry in the sidebar. */
const ownAccount = '/account'

/** Where one stands, the way to everything, whether it is live, and who one is. */
export const TopBar = ({ onOpen }: { onOpen: (above: Above) => void }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { person, post } = useSession()
  const { signOut } = useSessionDeeds()
  const [unsent, setUnsent] = useState(0)
  const leave = async (): Promise<void> => {
    // What was done on this device without network and is not sent yet is worth a word.
    const left = await unsentHere(person.id)
    if (left > 0) setUnsent(left)
    else await signOut()
  }
  const { rooms } = useShell()
  const own = rooms.flatMap((room) => room.pages).find((page) => page.path === ownAccount)
  return (
    <header className="shell-top">
      <Link to="/" className="shell-brand" aria-label="安澜 Anlan">
        <Wordmark />
      </Link>
      <button type="button" className="shell-place" onClick={() => onOpen('posts')} title={m.post.title}>
        {post.regionPath.map((name, index) => (
          <span key={name} className={index === post.regionPath.length - 1 ? 'shell-place-own' : ''}>
            {name}
          </span>
        ))}
        <Icon name="down" size={12} />
        <span className="al-unseen">{m.post.title}</span>
      </button>
      <button type="button" className="shell-search" onClick={() => onOpen('palette')}>
        <Icon name="search" />
        <span>{m.search}</span>
        <Keys text={keyText('mod+k')} />
      </button>
      <LiveMark />
      <LanguageSwitch />
      <ThemeSwitch />
      <Popover
        align="end"
        buttonClass="shell-account"
        button={
          <>
            <span className="shell-avatar" aria-hidden="true">
              {Array.from(person.name)[0]}
            </span>
            <span className="shell-account-name">{person.name}</span>
            <span className="shell-account-post">{post.organisationName}</span>
            <span className="al-unseen">{m.account}</span>
          </>
        }
      >
        {(close) => (
          <>
            <p className="shell-account-who">
              <b>{person.name}</b>
              <span>{post.title}</span>
              <span>{post.organisationName}</span>
            </p>
            <ul className="al-menu">
              {own ? (
                <li>
                  <Link to={own.path} onClick={close}>
                    <Icon name="person" />
                    {say(own.title)}
                  </Link>
                </li>
              ) : null}
              <li>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    onOpen('posts')
                  }}
                >
                  <Icon name="swap" />
                  {m.post.title}
                  <Key>P</Key>
                </button>
              </li>
              <li>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    onOpen('shortcuts')
                  }}
                >
                  <Icon name="keyboard" />
                  {m.shortcuts}
                  <Key>?</Key>
                </button>
              </li>
              <li>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    void leave()
                  }}
                >
                  <Icon name="leave" />
                  {m.signOut}
                </button>
              </li>
            </ul>
          </>
        )}
      </Popover>
      {unsent > 0 ? (
        <Suspense fallback={null}>
          <LeaveConfirm unsent={unsent} onClose={() => setUnsent(0)} leave={signOut} />
        </Suspense>
      ) : null}
    </header>
  )
}

/** Live or not, and the server's clock. */
export const LiveMark = () => {
  const m = useMessages(messages)
  const { live } = useShell()
  const state = useStateOf(live.state)
  const now = useNow(1_000)
  const word =
    state.phase === 'live'
      ? m.live.on
      : state.phase === 'lost'
        ? m.live.lost
        : state.phase === 'connecting'
          ? m.live.connecting
          : m.live.off
  return (
    <span className={`shell-live shell-live-${state.phase}`}>
      <span className="shell-live-dot" aria-hidden="true" />
      <span>{word}</span>
      <span className="shell-live-clock">{m.live.server(secondText(now))}</span>
    </span>
  )
}
