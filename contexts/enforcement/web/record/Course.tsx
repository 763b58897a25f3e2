import { dayMinuteText, milliseconds } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useNow } from '../../../../ui/serverClock.ts'
import { StateTrack } from '../../../../ui/StateTrack.tsx'
import { stateNames } from '../../contract/names.ts'
import { messages } from '../messages.ts'
import { titled } from '../text.ts'
import type { Names } from './names.ts'
import { heldOf, type AnyRecord } from './record.ts'
import { trackOf } from './track.ts'

const dayMilliseconds = 86_400_000

/** Characters of a reason that fit between the two straights. */
const fits = 28
const short = (reason: string): string => (Array.from(reason).length > fits ? `${Array.from(reason).slice(0, fits).join('')}…` : reason)

/** The course of a case as a loop, with dates and people. */
export const Course = ({ record, names }: { record: AnyRecord; names: Names }) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  const now = useNow(60_000)
  const { line, history } = record
  const ofParty = heldOf(record) === null
  const begins = ofParty ? (history[0]?.step.at ?? line.proposedAt) : line.proposedAt
  const { stops, present, turns } = trackOf(line.state, line.outcome, history, ofParty)
  const end = line.closedAt === null ? now : milliseconds(line.closedAt)
  const days = Math.floor((end - milliseconds(begins)) / dayMilliseconds) + 1
  const last = turns.at(-1)
  return (
    <Section title={m.track} rule="none" note={line.state === 'closed' ? m.closed(days) : m.walked(days, present + 1, stops.length)}>
      <StateTrack
        label={m.track}
        present={present}
        steps={stops.map(({ state, by }) => ({
          key: state,
          name: titled(stateNames[state][language], language),
          ...(by === null ? {} : { detail: `${dayMinuteText(by.at)} ${names.personOf(by.by.personId)}` }),
        }))}
        returns={
          last === undefined
            ? []
            : [{ from: last.from, to: last.to, text: `${dayMinuteText(last.at)} ${names.personOf(last.personId)} ${short(last.reason)}` }]
        }
      />
    </Section>
  )
}
