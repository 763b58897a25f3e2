import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { topicNames } from '../../contract/names.ts'
import { topics } from '../../rules/tip.ts'
import type { Draft } from './draft.ts'
import { publicMessages } from './messages.ts'
import { Step } from './PublicPage.tsx'

export type PartProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }

/** What it is: common things to press, and words. */
export const WhatPart = ({ draft, change }: PartProps) => {
  const { what: m } = useMessages(publicMessages)
  const { language } = useLanguage()
  const toggle = (topic: (typeof topics)[number]): void =>
    change({ topics: draft.topics.includes(topic) ? draft.topics.filter((other) => other !== topic) : [...draft.topics, topic] })
  return (
    <Step number={1} title={m.title}>
      <p className="tips-help" id="tips-what-help">
        {m.help}
      </p>
      <div className="tips-topics" role="group" aria-labelledby="step-1" aria-describedby="tips-what-help">
        {topics.map((topic) => (
          <button key={topic} type="button" aria-pressed={draft.topics.includes(topic)} onClick={() => toggle(topic)}>
            {topicNames[topic][language]}
          </button>
        ))}
      </div>
      <label className="tips-label" htmlFor="tips-words">
        {m.words}
      </label>
      <textarea
        id="tips-words"
        rows={4}
        maxLength={2000}
        value={draft.words}
        placeholder={m.placeholder}
        aria-describedby="tips-words-warn"
        onChange={(event) => change({ words: event.target.value })}
      />
      <p className="tips-help" id="tips-words-warn">
        {m.warn}
      </p>
    </Step>
  )
}
