import { fullText, milliseconds, type Instant } from './instant.ts'
import { useLanguage } from './language.tsx'
import { remaining } from './remaining.ts'
import { useNow } from './serverClock.ts'
import './RemainingText.css'

export type RemainingTextProps = {
  readonly dueAt: Instant
  /** `second` where a crew counts seconds; minutes elsewhere. */
  readonly precision?: 'minute' | 'second' | undefined
  readonly large?: boolean | undefined
}

/** `余 2 天 09:27`; overdue reversed: `超 1 天 04:12`. */
export const RemainingText = ({ dueAt, precision = 'minute', large }: RemainingTextProps) => {
  const { language } = useLanguage()
  const now = useNow(precision === 'second' ? 1_000 : 60_000)
  const { over, lead, amount, trail } = remaining(dueAt, now, language, precision)
  const iso = new Date(milliseconds(dueAt)).toISOString()
  return (
    <time
      className={`al-remaining${over ? ' al-remaining-over' : ''}${large === true ? ' al-remaining-large' : ''}`}
      dateTime={iso}
      title={fullText(dueAt)}
    >
      {lead === '' ? null : <span>{lead} </span>}
      <b>{amount}</b>
      {trail === '' ? null : <span> {trail}</span>}
    </time>
  )
}
