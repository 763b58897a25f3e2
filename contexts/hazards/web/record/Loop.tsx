import { dayMinuteText, milliseconds } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useNow } from '../../../../ui/serverClock.ts'
import { StateTrack } from '../../../../ui/StateTrack.tsx'
import { messages } from './messages.ts'
import type { Names } from './names.ts'
import { dueText, type HazardRecord } from './record.ts'
import { trackOf, type Stop } from './trackOf.ts'

const day = 86_400_000

/** The racetrack, with dates and people. */
export const Loop = ({ record, names }: { record: HazardRecord; names: Names }) => {
  const m = useMessages(messages)
  const now = useNow(60_000)
  const { hazard, history, stepClock } = record
  const { stops, present, turns } = trackOf(hazard, history)
  const people = new Set(history.flatMap((event) => (event.kind === 'escalated' ? [] : [event.step.by.personId]))).size
  const end = hazard.state === 'closed' ? milliseconds(hazard.closing.receivedAt) : now
  const days = Math.floor((end - milliseconds(hazard.found.step.claimedAt)) / day) + 1
  const round = 'round' in hazard ? hazard.round : 1
  const nameOf = ({ step }: Stop): string => (step === 'rectify' && round > 1 ? m.clocks.round(m.stops[step], round) : m.stops[step])
  const last = turns.at(-1)
  return (
    <Section
      title={m.track.title}
      rule="none"
      note={hazard.state === 'closed' ? m.track.closed(days, people) : m.track.walked(days, present + 1, stops.length, people)}
    >
      <StateTrack
        label={m.track.title}
        present={present}
        closing={m.track.recurs}
        steps={stops.map((stop, index) => ({
          key: `${stop.step}-${index}`,
          name: nameOf(stop),
          ...(stop.by === null
            ? index === present && stepClock !== null
              ? { detail: m.track.due(dueText(stepClock)) }
              : {}
            : { detail: `${dayMinuteText(stop.by.claimedAt)} ${names.personOf(stop.by.by.personId)}` }),
        }))}
        returns={
          last === undefined
            ? []
            : [
                {
                  from: last.from,
                  to: last.to,
                  text: m.track.back(dayMinuteText(last.at), names.personOf(last.personId), short(last.reason)),
                },
              ]
        }
      />
    </Section>
  )
}

/** Characters of a reason that fit between the two straights. */
const fits = 28
const short = (reason: string): string => (Array.from(reason).length > fits ? `${Array.from(reason).slice(0, fits).join('')}…` : reason)
