import { useState } from 'react'
import { useNavigate } from '../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { shortText } from '../../../ui/instant.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { useOutboxState, usePocket } from '../../../ui/outbox/context.ts'
import type { Item, ItemState } from '../../../ui/outbox/records.ts'
import { sizeText } from '../../../ui/pocket/sizes.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { outboxMessages } from './outboxMessages.ts'

type Stopped = Exclude<ItemState, { readonly phase: 'waiting' }>

/** Why the server did not take it, who did what meanwhile, and the ways on. */
const Stop = ({ item, stopped }: { item: Item; stopped: Stopped }) => {
  const m = useMessages(outboxMessages)
  const say = useSay()
  const navigate = useNavigate()
  const { box, outbox } = usePocket()
  const now = useNow(60_000)
  const [givingUp, setGivingUp] = useState(false)
  const change = async (): Promise<void> => {
    const address = await box.reopen(item.id)
    await outbox.refresh()
    if (address !== null) navigate(address)
  }
  const setState = async (state: ItemState): Promise<void> => {
    await box.setState(item.id, state)
    await outbox.refresh()
    if (state.phase === 'waiting') await outbox.drain()
  }
  return (
    <div className="pocket-item-refused">
      <div className="pocket-item-why">
        <div>
          {stopped.meanwhile.length === 0 ? null : (
            <>
              {m.meanwhile}
              <ul>
                {stopped.meanwhile.map(({ at, who, what }) => (
                  <li key={`${at} ${who}`}>
                    {shortText(at, now)} {who} {say(what)}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{say(stopped.refusal.sentence)}</p>
          <span className="al-problem-code">{stopped.refusal.code}</span>
        </div>
      </div>
      <div className="pocket-item-ways">
        {item.subjectAddress === null ? null : <ButtonLink to={item.subjectAddress}>{m.look}</ButtonLink>}
        {item.draft === null ? (
          <Button onClick={() => void setState({ phase: 'waiting' })}>{m.again}</Button>
        ) : (
          <Button onClick={() => void change()}>{m.change}</Button>
        )}
        {stopped.phase === 'refused' ? <Button onClick={() => void setState({ ...stopped, phase: 'aside' })}>{m.keepAside}</Button> : null}
        <Button onClick={() => setGivingUp(true)}>{m.giveUp}</Button>
      </div>
      <Confirm
        open={givingUp}
        onClose={() => setGivingUp(false)}
        title={m.giveUpTitle}
        effects={[m.giveUpEffects(item.title), m.giveUpForEver]}
        confirm={m.giveUp}
        onConfirm={async () => {
          await box.dropItem(item.id)
          await outbox.refresh()
        }}
      />
    </div>
  )
}

/** One thing on the phone: what it is, from when, how large, and where it stands in the row. */
export const OutboxLine = ({ item, rank }: { item: Item; rank: number }) => {
  const m = useMessages(outboxMessages)
  const { sending } = useOutboxState()
  const now = useNow(60_000)
  const goes = sending?.itemId === item.id ? sending : null
  const { state } = item
  const facts = [
    shortText(item.claimedAt, now),
    item.detail,
    ...(item.files.length === 0 ? [] : [m.photos(item.files.length)]),
    ...(goes === null ? [] : [m.resumes]),
  ].filter((fact) => fact !== '')
  return (
    <li className="pocket-item">
      <Icon name={goes === null ? (state.phase === 'waiting' ? 'clock' : state.phase === 'aside' ? 'paper' : 'cross') : 'arrowUp'} />
      <span className="pocket-item-title">{item.title}</span>
      <span className="pocket-item-aside">
        {goes !== null ? (
          `${sizeText(goes.sentBytes)} / ${sizeText(goes.totalBytes)}`
        ) : state.phase === 'waiting' ? (
          m.rank(rank)
        ) : (
          <b>{state.phase === 'aside' ? m.aside : m.refused}</b>
        )}
      </span>
      <span className="pocket-item-more">{facts.join(' · ')}</span>
      {goes === null ? null : (
        <progress className="pocket-bar" max={Math.max(1, goes.totalBytes)} value={goes.sentBytes} aria-label={item.title} />
      )}
      {state.phase === 'waiting' ? null : <Stop item={item} stopped={state} />}
    </li>
  )
}
