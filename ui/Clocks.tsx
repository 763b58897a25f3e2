import { gaugeOf, partOf } from './gauge.ts'
import { milliseconds, type Instant } from './instant.ts'
import { useLanguage, useMessages } from './language.tsx'
import { remaining } from './remaining.ts'
import { RemainingText } from './RemainingText.tsx'
import { useNow } from './serverClock.ts'
import { words } from './words.ts'
import './Clocks.css'

export { RemainingText, type RemainingTextProps } from './RemainingText.tsx'

/** A limit and the instant its clock began to run. */
export type Running = { readonly startedAt: Instant; readonly dueAt: Instant }

/** The step clock: a thin bar that begins anew with every step. */
export const StepClock = ({ startedAt, dueAt }: Running) => {
  const now = useNow(60_000)
  const over = milliseconds(dueAt) < now
  return (
    <span className={over ? 'al-step-clock al-step-clock-over' : 'al-step-clock'} aria-hidden="true">
      <span style={{ width: `${partOf(startedAt, dueAt, now) * 100}%` }} />
    </span>
  )
}

/** The staff gauge 水尺: the clock that law started, small enough for a row. */
export const LegalClock = ({ startedAt, dueAt, mostDays }: Running & { readonly mostDays?: number | undefined }) => {
  const now = useNow(60_000)
  return (
    <span className="al-gauge" aria-hidden="true">
      {gaugeOf(startedAt, dueAt, now, mostDays).blocks.map((block, index) => (
        <span
          key={index}
          className={block.over ? 'al-gauge-over' : index % 2 === 0 ? 'al-gauge-tall' : 'al-gauge-short'}
          style={{ flexGrow: block.share }}
        >
          <span style={{ width: `${block.filled * 100}%` }} />
        </span>
      ))}
    </span>
  )
}

export type RowClocksProps = {
  /** The limit that is counted in words: that of the present step, or the legal one where there is no other. */
  readonly step?: Running | undefined
  readonly legal?: Running | undefined
}

/** Both clocks of a row: what is left in words, the step's bar, the staff gauge below it. */
export const RowClocks = ({ step, legal }: RowClocksProps) => {
  const m = useMessages(words)
  const { language } = useLanguage()
  const now = useNow(60_000)
  const counted = step ?? legal
  if (!counted) return null
  return (
    <span className="al-row-clocks">
      <RemainingText dueAt={counted.dueAt} />
      {step ? <StepClock {...step} /> : null}
      {legal ? <LegalClock {...legal} /> : null}
      {step && legal ? <span className="al-unseen">{m.clocks.legalAloud(remaining(legal.dueAt, now, language).text)}</span> : null}
    </span>
  )
}
