import type { Running } from './Clocks.tsx'
import { axisDays, gaugeOf, partOf } from './gauge.ts'
import { dayMinuteText, dayText, limitText, milliseconds, startOfDay, type Instant } from './instant.ts'
import { useLanguage, useMessages } from './language.tsx'
import { remaining } from './remaining.ts'
import { useNow } from './serverClock.ts'
import { words } from './words.ts'
import './Clocks.css'
import './TwoClocks.css'

export type StepStretch = Running & { readonly name?: string | undefined; readonly endedAt?: Instant | undefined }

export type TwoClocksProps = {
  /** Every step in order, each from its start; the last one, without `endedAt`, is the present. */
  readonly steps: readonly StepStretch[]
  readonly legal: Running
  /** Limits that held before an extension; they stay on the gauge, dotted. */
  readonly formerLimits?: readonly Instant[] | undefined
}

/** Both clocks of a record over one axis of days: steps above, the staff gauge below, the present through both. */
export const TwoClocks = ({ steps, legal, formerLimits = [] }: TwoClocksProps) => {
  const m = useMessages(words)
  const { language } = useLanguage()
  const now = useNow(60_000)
  const from = startOfDay(legal.startedAt)
  const last = Math.max(now, milliseconds(legal.dueAt), ...formerLimits.map(milliseconds))
  const to = last + (last - from) * 0.06
  const at = (instant: Instant): string => `${partOf(from, to, instant) * 100}%`
  const width = (start: Instant, end: Instant): string => `${(partOf(from, to, end) - partOf(from, to, start)) * 100}%`
  const gauge = gaugeOf(legal.startedAt, legal.dueAt, now, 62)
  const gaugeEnd = Math.max(milliseconds(legal.dueAt), Math.min(now, to))
  return (
    <div className="al-two-clocks-place">
      <div className="al-two-clocks">
        <div className="al-two-clocks-name">
          <b>{m.clocks.step}</b>
          <b>{m.clocks.legal}</b>
        </div>
        <div className="al-two-clocks-chart">
          <ol className="al-two-clocks-steps">
            {steps.map((step, index) => {
              const end = step.endedAt ?? now
              const limit = Math.min(milliseconds(end), milliseconds(step.dueAt))
              const present = step.endedAt === undefined
              return (
                <li key={index} style={{ left: at(step.startedAt), width: width(step.startedAt, end) }} title={step.name}>
                  <span
                    className={present ? 'al-stretch al-stretch-present' : 'al-stretch'}
                    style={{ width: `${partOf(step.startedAt, end, limit) * 100}%` }}
                  />
                  {milliseconds(end) > limit ? <span className="al-stretch al-stretch-over" /> : null}
                  {step.name === undefined ? null : <span className="al-stretch-name">{step.name}</span>}
                </li>
              )
            })}
          </ol>
          <div className="al-two-clocks-gauge" aria-hidden="true">
            <span className="al-gauge al-gauge-large" style={{ marginLeft: at(legal.startedAt), width: width(legal.startedAt, gaugeEnd) }}>
              {gauge.blocks.map((block, index) => (
                <span
                  key={index}
                  className={block.over ? 'al-gauge-over' : index % 2 === 0 ? 'al-gauge-tall' : 'al-gauge-short'}
                  style={{ flexGrow: block.share }}
                >
                  <span style={{ width: `${block.filled * 100}%` }} />
                </span>
              ))}
            </span>
          </div>
          {formerLimits.map((limit) => (
            <span key={String(limit)} className="al-post al-post-former" style={{ left: at(limit) }}>
              <span>{m.clocks.formerLimit(limitText(limit).slice(0, 5))}</span>
            </span>
          ))}
          <span className={partOf(from, to, legal.dueAt) > 0.75 ? 'al-post al-post-left' : 'al-post'} style={{ left: at(legal.dueAt) }}>
            <span>{m.clocks.limit(limitText(legal.dueAt))}</span>
          </span>
          <span
            className={partOf(from, to, now) > 0.9 ? 'al-post al-post-now al-post-left' : 'al-post al-post-now'}
            style={{ left: at(now) }}
          >
            <span>{dayMinuteText(now)}</span>
          </span>
          <span className="al-two-clocks-axis" aria-hidden="true">
            {axisDays(from, to, 8).map((day) => (
              <span key={day} style={{ left: at(day) }}>
                {dayText(day)}
              </span>
            ))}
          </span>
          <span className="al-unseen">{m.clocks.legalAloud(remaining(legal.dueAt, now, language).text)}</span>
        </div>
      </div>
    </div>
  )
}
