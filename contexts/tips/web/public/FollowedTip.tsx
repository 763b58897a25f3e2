import { useState } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { dateText, dayMinuteText, milliseconds } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import type { routes } from '../../contract/index.ts'
import { publicStateNames } from '../../contract/names.ts'
import { publicMessages } from './messages.ts'

type Followed = RouteOutput<typeof routes.followTip>

export type FollowDeeds = {
  readonly write: (text: string) => Promise<boolean>
  readonly withdraw: () => Promise<boolean>
  readonly close: () => void
}

type FollowedTipProps = { readonly followed: Followed; readonly deeds: FollowDeeds; readonly busy: boolean }

/** What became of a tip, in plain words with days. */
export const FollowedTip = ({ followed, deeds, busy }: FollowedTipProps) => {
  const { followed: m } = useMessages(publicMessages)
  const { language } = useLanguage()
  const { state, steps, answer, referredTo, dueAt, together } = followed
  return (
    <div className="tips-followed">
      <p className="tips-followed-now">
        <span>{m.now}</span>
        <b>{publicStateNames[state][language]}</b>
      </p>
      {dueAt === null ? null : <p>{m.due(dateText(milliseconds(dueAt) - 1))}</p>}
      {together ? <p>{m.together}</p> : null}
      <section aria-labelledby="tips-steps">
        <h2 id="tips-steps">{m.steps}</h2>
        <ol className="tips-steps">
          {steps.map((step) => (
            <li key={step.state}>
              <time dateTime={step.at}>{dateText(step.at)}</time>
              <span>{publicStateNames[step.state][language]}</span>
            </li>
          ))}
        </ol>
      </section>
      {answer === null ? null : (
        <section aria-labelledby="tips-answer">
          <h2 id="tips-answer">{m.answer}</h2>
          {referredTo === null ? null : (
            <p>
              {m.referredTo} {referredTo}
            </p>
          )}
          <p className="tips-said">{answer}</p>
        </section>
      )}
      <RewardPart followed={followed} />
      <Letters followed={followed} deeds={deeds} busy={busy} />
      <NamePart followed={followed} deeds={deeds} busy={busy} />
      <button type="button" className="tips-button" onClick={deeds.close}>
        {m.close}
      </button>
    </div>
  )
}

const RewardPart = ({ followed: { reward, amountYuan, named } }: Pick<FollowedTipProps, 'followed'>) => {
  const { followed: m } = useMessages(publicMessages)
  if (reward === 'none') return null
  return (
    <section aria-labelledby="tips-reward">
      <h2 id="tips-reward">{m.reward}</h2>
      <p className="tips-reward">{reward === 'considered' ? m.rewards.considered : m.rewards[reward](amountYuan ?? 0)}</p>
      {reward === 'granted' ? <p>{named ? m.claimNamed : m.claimAnonymous}</p> : null}
    </section>
  )
}

const Letters = ({ followed: { messages }, deeds, busy }: FollowedTipProps) => {
  const { followed: m } = useMessages(publicMessages)
  const [text, setText] = useState('')
  return (
    <section aria-labelledby="tips-messages">
      <h2 id="tips-messages">{m.messages}</h2>
      {messages.length === 0 ? <p className="tips-help">{m.noMessages}</p> : null}
      <ul className="tips-letters">
        {messages.map(({ from, text: said, at }) => (
          <li key={at + from} className={from === 'office' ? 'tips-letter' : 'tips-letter tips-letter-mine'}>
            <span className="tips-letter-head">
              {from === 'office' ? m.office : m.me} · <time dateTime={at}>{dayMinuteText(at)}</time>
            </span>
            <p>{said}</p>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (busy || text.trim() === '') return
          void deeds.write(text).then((done) => {
            if (done) setText('')
          })
        }}
      >
        <label className="tips-label" htmlFor="tips-letter">
          {m.write}
        </label>
        <textarea id="tips-letter" rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit" className="tips-button" aria-busy={busy}>
          {m.sendMessage}
        </button>
      </form>
    </section>
  )
}

const NamePart = ({ followed: { named }, deeds, busy }: FollowedTipProps) => {
  const { followed: m } = useMessages(publicMessages)
  const [asking, setAsking] = useState(false)
  if (!named) return <p className="tips-help">{m.anonymous}</p>
  if (!asking) {
    return (
      <button type="button" className="tips-plain" onClick={() => setAsking(true)}>
        {m.withdraw}
      </button>
    )
  }
  return (
    <div className="tips-withdraw" role="group" aria-label={m.withdraw}>
      <p>{m.withdrawHelp}</p>
      <button type="button" className="tips-button" aria-busy={busy} onClick={() => void deeds.withdraw()}>
        {m.withdrawYes}
      </button>
      <button type="button" className="tips-plain" onClick={() => setAsking(false)}>
        {m.keepName}
      </button>
    </div>
  )
}
