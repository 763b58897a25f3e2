import { useEffect, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { minuteText, secondText, shortText } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { useOutboxState, usePocket } from '../../../ui/outbox/context.ts'
import { PocketPage } from '../../../ui/pocket/PocketPage.tsx'
import { sizeText } from '../../../ui/pocket/sizes.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { useSession } from '../../../ui/session.ts'
import { Empty } from '../../../ui/states.tsx'
import { messages } from './messages.ts'
import { outboxMessages } from './outboxMessages.ts'
import { OutboxLine } from './OutboxLine.tsx'
import { keepPaused } from './outboxes.ts'

/** How much room the browser still gives; null where it does not say. */
const useFreeBytes = (): number | null => {
  const [free, setFree] = useState<number | null>(null)
  useEffect(() => {
    if (!('storage' in navigator)) return
    navigator.storage.estimate().then(
      ({ quota, usage }) => setFree(quota === undefined ? null : quota - (usage ?? 0)),
      () => setFree(null),
    )
  }, [])
  return free
}

/** The outbox: what is on the phone and not on the server, one by one, and what became of it. */
const OutboxPage = () => {
  const m = useMessages(outboxMessages)
  const phone = useMessages(messages).onThisPhone
  const { person } = useSession()
  const { outbox } = usePocket()
  const state = useOutboxState()
  const now = useNow(60_000)
  const free = useFreeBytes()
  const { items, others, phase, sentToday, lastSentAt, retryAt } = state
  const waiting = items.filter((item) => item.state.phase === 'waiting')
  const paused = phase === 'paused'
  const [oldest] = items.map(({ claimedAt }) => claimedAt).toSorted()
  return (
    <PocketPage
      title={m.title}
      back="/m"
      aside={phone(person.name)}
      actions={
        <>
          <p className="pocket-note">
            {m.sentToday(sentToday)}
            {lastSentAt === null ? '' : m.last(secondText(lastSentAt))}
            <br />
            {m.receipt}
          </p>
          <Button
            icon={paused ? 'play' : 'pause'}
            onClick={() => {
              keepPaused(!paused)
              if (paused) outbox.resume()
              else outbox.pause()
            }}
          >
            {paused ? m.resume : m.pause}
          </Button>
        </>
      }
    >
      {items.length === 0 ? (
        <Empty title={m.empty} icon="check">
          <p>{m.emptyNext}</p>
        </Empty>
      ) : (
        <>
          <div className="pocket-box-sum">
            <b>{items.length}</b>
            <p>
              <span>
                {m.onPhone}
                <strong>{m.notOnServer}</strong>
              </span>
              {m.sum(
                sizeText(items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)),
                oldest === undefined ? '' : shortText(oldest, now),
              )}
              {free === null ? '' : m.free(sizeText(free))}
            </p>
          </div>
          {phase === 'signInNeeded' ? <p className="pocket-note">{m.signIn}</p> : null}
          {phase === 'othersTurn' ? <p className="pocket-note">{m.othersTurn}</p> : null}
          {phase === 'retrying' && retryAt !== null ? (
            <p className="pocket-note">
              {m.retryAt(minuteText(retryAt))}{' '}
              <Button kind="bare" icon="refresh" onClick={() => void outbox.drain()}>
                {m.now}
              </Button>
            </p>
          ) : null}
          <ol aria-label={m.title}>
            {items.map((item) => (
              <OutboxLine key={item.id} item={item} rank={waiting.indexOf(item) + 1} />
            ))}
          </ol>
        </>
      )}
      {others > 0 ? <p className="pocket-note">{m.others(others)}</p> : null}
    </PocketPage>
  )
}

export default OutboxPage
