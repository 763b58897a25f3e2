import { RemainingText } from '../../../../ui/Clocks.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { TwoClocks } from '../../../../ui/TwoClocks.tsx'
import { messages } from './messages.ts'
import { endOfDay, reckons, type HazardRecord } from './record.ts'
import { stretchesOf, type Stretch } from './stretchesOf.ts'

/** Both clocks in words, and drawn over one axis once the legal one runs. */
export const Clocks = ({ record }: { record: HazardRecord }) => {
  const m = useMessages(messages)
  const { stepClock, lawClock, legalClock, hazard, history } = record
  const closed = hazard.state === 'closed'
  if (closed && legalClock === null) return null
  const stretches = reckons ? stretchesOf(history, stepClock?.endsAt ?? null) : presentOnly(record)
  const nameOf = ({ step, round }: Stretch): string | undefined =>
    step === 'rectify' && round > 1 ? m.clocks.round(m.stops[step], round) : m.stops[step]
  const former = 'deadlines' in hazard ? hazard.deadlines.slice(0, -1).map(({ dueOn }) => endOfDay(dueOn)) : []
  return (
    <Section
      title={m.clocks.title}
      rule="line"
      note={
        <span className="hazard-clocks-words">
          {stepClock === null ? null : (
            <span>
              {m.clocks.step} <RemainingText dueAt={stepClock.endsAt} large />
            </span>
          )}
          <span>
            {m.clocks.legal}{' '}
            {lawClock !== null ? <RemainingText dueAt={lawClock.endsAt} large /> : legalClock === null ? m.clocks.noLegal : m.clocks.paused}
          </span>
          {legalClock === null ? null : (
            <span>
              {m.clocks[legalClock.origin]}
              {legalClock.extensions === 0 ? '' : ` · ${m.clocks.extensions(legalClock.extensions)}`}
            </span>
          )}
        </span>
      }
    >
      {legalClock === null ? null : (
        <TwoClocks
          steps={stretches.map((stretch) => ({
            startedAt: stretch.startedAt,
            dueAt: stretch.dueAt,
            endedAt: stretch.endedAt ?? undefined,
            name: nameOf(stretch),
          }))}
          legal={{ startedAt: legalClock.originAt, dueAt: endOfDay(legalClock.dueOn) }}
          formerLimits={former}
        />
      )}
      <p className="hazard-clocks-note">{m.clocks.note}</p>
    </Section>
  )
}

const presentOnly = ({ stepClock, hazard }: HazardRecord): readonly Stretch[] =>
  stepClock === null ? [] : [{ step: 'rectify', round: 1, startedAt: hazard.since, dueAt: stepClock.endsAt, endedAt: null }]
