import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { dayText, weekday } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PlainTable, Section } from '../../../ui/Page.tsx'
import { useNow } from '../../../ui/serverClock.ts'
import { words } from '../../../ui/words.ts'
import { dueCalendar, type DueDay } from '../rules/due.ts'
import { messages } from './messages.ts'
import type { Owed } from './useDesk.ts'

/** A day draws so many blocks; beyond it stands how many there are. */
const mostBlocks = 6

const noon = (day: string): string => `${day}T12:00:00+08:00`

/** The limits of the next three weeks, a block each: hollow for a step, filled where the law set it. */
export const DueCalendar = ({ owed }: { owed: readonly Owed[] }) => {
  const m = useMessages(messages)
  const parts = useMessages(words)
  const [asTable, setAsTable] = useState(false)
  const days = dueCalendar(owed, Temporal.Instant.fromEpochMilliseconds(useNow(60_000)))
  const total = days.reduce((sum, { step, law }) => sum + step + law, 0)
  if (total === 0) return null
  return (
    <Section
      title={m.calendar.title}
      rule="none"
      note={m.calendar.note(total)}
      aside={
        <Button kind="bare" icon="table" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? parts.asChart : parts.asTable}
        </Button>
      }
    >
      {asTable ? (
        <PlainTable
          caption={m.calendar.title}
          head={[m.calendar.day, m.calendar.steps, m.calendar.laws]}
          rows={days.filter(({ step, law }) => step + law > 0).map(({ day, step, law }) => [day, step, law])}
        />
      ) : (
        <ol className="desk-calendar">
          {days.map((day, index) => (
            <Day key={day.day} day={day} isToday={index === 0} />
          ))}
        </ol>
      )}
    </Section>
  )
}

const Day = ({ day: { day, step, law }, isToday }: { day: DueDay; isToday: boolean }) => {
  const m = useMessages(messages)
  const inWeek = weekday(noon(day))
  const blocks = [...Array.from({ length: law }, () => 'law'), ...Array.from({ length: step }, () => 'step')]
  const isRest = inWeek === 0 || inWeek === 6
  return (
    <li className={`desk-day${isRest ? ' desk-day-rest' : ''}${isToday ? ' desk-day-today' : ''}`}>
      <span className="al-unseen">
        {day} {m.calendar.steps} {step} {m.calendar.laws} {law}
      </span>
      <span className="desk-day-blocks" aria-hidden="true">
        {blocks.slice(0, mostBlocks).map((kind, index) => (
          <span key={index} className={`desk-block-${kind}`} />
        ))}
        {blocks.length > mostBlocks ? <span className="desk-day-more">{blocks.length}</span> : null}
      </span>
      <span className="desk-day-name" aria-hidden="true">
        <span>{isToday || day.endsWith('-01') ? dayText(noon(day)) : Number(day.slice(8))}</span>
        <span>{isToday ? m.calendar.now : m.calendar.weekdays[inWeek]}</span>
      </span>
    </li>
  )
}
