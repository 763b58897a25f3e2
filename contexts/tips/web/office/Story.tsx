import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { Timeline, type TimelineItem } from '../../../../ui/Timeline.tsx'
import { eventNames, outcomeNames } from '../../contract/names.ts'
import type { TipEvent } from '../../rules/events.ts'
import { messages } from './messages.ts'
import type { TipRecord } from './record.ts'

const happenedAt = (event: TipEvent): string => (event.kind === 'received' ? event.received.at : 'step' in event ? event.step.at : event.at)

/** What was said with it, if anything. */
const wordsOf = (event: TipEvent, language: 'zh' | 'en'): string | undefined => {
  switch (event.kind) {
    case 'checked':
      return `${outcomeNames[event.outcome][language]} · ${event.opinion}`
    case 'referred':
      return `${event.to} · ${event.text}`
    case 'declined':
    case 'answered':
    case 'written':
    case 'informantWrote':
      return event.text
    case 'extended':
    case 'sentBack':
    case 'rewardDecided':
      return event.reason
    case 'rewardProposed':
      return `${event.amountYuan.toLocaleString('en')} · ${event.reason}`
    case 'rewardPaid':
      return event.note
    default:
      return undefined
  }
}

/** Everything that happened, the newest first. */
export const Story = ({ record }: { record: TipRecord }) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  const items = record.history.map((event, index): TimelineItem => {
    const name = eventNames[event.kind][language]
    const words = wordsOf(event, language)
    return {
      key: String(index),
      at: happenedAt(event),
      title: language === 'en' ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name,
      ...('step' in event ? { who: record.people[event.step.by.personId] ?? '' } : {}),
      ...(words === undefined ? {} : { text: words }),
      hollow: event.kind === 'sentBack',
    }
  })
  return (
    <Section title={m.story}>
      <Timeline items={items.toReversed()} label={m.story} />
    </Section>
  )
}
