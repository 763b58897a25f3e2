import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { TwoClocks } from '../../../../ui/TwoClocks.tsx'
import { messages } from '../messages.ts'
import { lastOf, type CaseRecord } from './record.ts'

/** Where the clock that law started began: the opening, the decision, or the receipt of it. */
const lawBegan = ({ line, history }: CaseRecord): string => {
  if (line.state === 'decided') return lastOf(history, 'decided')?.step.at ?? line.proposedAt
  if (line.state === 'served') return (lastOf(history, 'served') ?? lastOf(history, 'decidedOnSpot'))?.step.at ?? line.proposedAt
  return lastOf(history, 'opened')?.step.at ?? line.proposedAt
}

/** Both clocks in words, and drawn over one axis where the legal one runs. */
export const Clocks = ({ record }: { record: CaseRecord }) => {
  const { record: m } = useMessages(messages)
  const { stepClock, lawClock, held, line } = record
  if (line.state === 'closed') return null
  return (
    <Section
      title={m.clocks}
      rule="line"
      note={
        <span className="case-clock-words">
          {stepClock === null ? null : (
            <span>
              {m.stepClock} <RemainingText dueAt={stepClock.endsAt} large />
            </span>
          )}
          {lawClock === null ? null : (
            <span>
              {m.lawClock} <RemainingText dueAt={lawClock.endsAt} large />
            </span>
          )}
          {stepClock === null && lawClock === null ? m.noClock : null}
        </span>
      }
    >
      {lawClock === null ? null : (
        <TwoClocks
          steps={stepClock === null ? [] : [{ startedAt: held.since, dueAt: stepClock.endsAt }]}
          legal={{ startedAt: lawBegan(record), dueAt: lawClock.endsAt }}
        />
      )}
      {lawClock === null ? null : <p className="case-range">{m.lawNote}</p>}
    </Section>
  )
}
