import { lazy, Suspense, useState } from 'react'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { minuteText, shortText } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useNetwork } from '../../../ui/network.ts'
import { useOutboxState } from '../../../ui/outbox/context.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { useSession } from '../../../ui/session.ts'
import { messages } from './messages.ts'

const fetchAccountSheet = () => import('./AccountSheet.tsx')
const AccountSheet = lazy(fetchAccountSheet)

type Said = { readonly tone: 'offline' | 'sending' | 'quiet'; readonly icon: IconName; readonly text: string; readonly next?: string }

const useSaid = (): Said => {
  const m = useMessages(messages)
  const { online, since } = useNetwork()
  const { phase, items, sending } = useOutboxState()
  const now = useNow(60_000)
  const waiting = items.filter(({ state }) => state.phase === 'waiting')
  if (!online) return { tone: 'offline', icon: 'offline', text: m.offline(shortText(since, now)), next: m.offlineNext }
  if (phase === 'sending') {
    const rank = Math.max(1, waiting.findIndex(({ id }) => id === sending?.itemId) + 1)
    return { tone: 'sending', icon: 'arrowUp', text: m.sending(shortText(since, now), rank, waiting.length) }
  }
  if (phase === 'signInNeeded') return { tone: 'offline', icon: 'lock', text: m.signIn, next: m.waiting(waiting.length) }
  if (phase === 'paused' && waiting.length > 0) return { tone: 'quiet', icon: 'pause', text: m.paused(waiting.length) }
  if (waiting.length > 0) return { tone: 'quiet', icon: 'clock', text: m.online, next: m.waiting(waiting.length) }
  return { tone: 'quiet', icon: 'signal', text: m.online, next: m.allSent }
}

/** The network's state, since when, what waits, and the clock; the way to the account at its end. */
export const StatusBar = () => {
  const m = useMessages(messages)
  const { person } = useSession()
  const [open, setOpen] = useState(false)
  const now = useNow(10_000)
  const { tone, icon, text, next } = useSaid()
  return (
    <header className={`pocket-status pocket-status-${tone}`}>
      <output className="pocket-status-said">
        <Icon name={icon} />
        <span>
          {text}
          {next === undefined ? null : <span className="pocket-status-next"> · {next}</span>}
        </span>
      </output>
      <time>{minuteText(now)}</time>
      <button type="button" className="pocket-status-account" aria-label={`${m.account}：${person.name}`} onClick={() => setOpen(true)}>
        {Array.from(person.name)[0]}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <AccountSheet onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </header>
  )
}
