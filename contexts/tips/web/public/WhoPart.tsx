import { useMessages } from '../../../../ui/language.tsx'
import { publicMessages } from './messages.ts'
import { Step } from './PublicPage.tsx'
import type { PartProps } from './WhatPart.tsx'

export type Identity = { readonly named: boolean; readonly name: string; readonly phone: string }

type WhoPartProps = PartProps & { readonly identity: Identity; readonly onIdentity: (identity: Identity) => void }

/** Anonymous as a rule; a name only of one's own will, with who may see it said before it is typed. */
export const WhoPart = ({ draft, change, identity, onIdentity }: WhoPartProps) => {
  const { who: m } = useMessages(publicMessages)
  const choice = (named: boolean, title: string, help: string) => {
    const id = named ? 'tips-named' : 'tips-anonymous'
    const on = identity.named === named
    return (
      <div className={on ? 'tips-choice tips-choice-on' : 'tips-choice'}>
        <label htmlFor={id}>
          <input
            id={id}
            type="radio"
            name="tips-who"
            aria-describedby={`${id}-help`}
            checked={on}
            onChange={() => onIdentity({ ...identity, named })}
          />
          {title}
        </label>
        <p className="tips-help" id={`${id}-help`}>
          {help}
        </p>
      </div>
    )
  }
  return (
    <Step number={4} title={m.title}>
      <div role="radiogroup" aria-labelledby="step-4">
        {choice(false, m.anonymous, m.anonymousHelp)}
        {choice(true, m.named, m.namedHelp)}
      </div>
      {identity.named ? (
        <>
          <label className="tips-label" htmlFor="tips-name">
            {m.name}
          </label>
          <input
            id="tips-name"
            type="text"
            maxLength={40}
            autoComplete="off"
            value={identity.name}
            onChange={(event) => onIdentity({ ...identity, name: event.target.value })}
          />
          <label className="tips-label" htmlFor="tips-phone">
            {m.phone}
          </label>
          <input
            id="tips-phone"
            type="tel"
            inputMode="tel"
            maxLength={20}
            autoComplete="off"
            value={identity.phone}
            onChange={(event) => onIdentity({ ...identity, phone: event.target.value })}
          />
        </>
      ) : null}
      <div className={draft.insider ? 'tips-choice tips-choice-on' : 'tips-choice'}>
        <label htmlFor="tips-insider">
          <input
            id="tips-insider"
            type="checkbox"
            aria-describedby="tips-insider-help"
            checked={draft.insider}
            onChange={(event) => change({ insider: event.target.checked })}
          />
          {m.insider}
        </label>
        <p className="tips-help" id="tips-insider-help">
          {m.insiderHelp}
        </p>
      </div>
    </Step>
  )
}
