import type { ReactNode } from 'react'
import { dayMinuteText, fullText, milliseconds, type Instant } from './instant.ts'
import './Timeline.css'

export type TimelineItem = {
  readonly key: string
  readonly at: Instant
  readonly title: ReactNode
  /** Who did it, and from where. */
  readonly who?: ReactNode
  readonly text?: ReactNode
  /** Thumbnails or links, one step away. */
  readonly evidence?: ReactNode
  /** A deed that was turned back or corrected stands hollow. */
  readonly hollow?: boolean | undefined
}

/** Who did what, when, on what evidence; the newest first as the caller orders it. */
export const Timeline = ({ items, label }: { items: readonly TimelineItem[]; label: string }) => (
  <ol className="al-timeline" aria-label={label}>
    {items.map((item) => (
      <li key={item.key} className={item.hollow === true ? 'al-timeline-hollow' : ''}>
        <time dateTime={new Date(milliseconds(item.at)).toISOString()} title={fullText(item.at)}>
          {dayMinuteText(item.at)}
        </time>
        <div className="al-timeline-what">
          <p>
            <b>{item.title}</b>
            {item.who === undefined ? null : <span className="al-timeline-who">{item.who}</span>}
          </p>
          {item.text === undefined ? null : <p className="al-timeline-text">{item.text}</p>}
        </div>
        {item.evidence === undefined ? null : <div className="al-timeline-evidence">{item.evidence}</div>}
      </li>
    ))}
  </ol>
)
