import { useId, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { useMessages, useLanguage } from '../../../../ui/language.tsx'
import { barAt, dayAfter, daysBefore, isWithin, rangeOf, stripOf, weekdayOf, type DueDay } from './dueDays.ts'
import { messages } from './messages.ts'
import { StripTable } from './StripTable.tsx'

type Range = { readonly dueFrom: string; readonly dueTo: string }

type DueStripProps = Range & {
  readonly days: readonly DueDay[]
  /** The day it is, YYYY-MM-DD in Beijing. */
  readonly today: string
  readonly onChoose: (range: Range) => void
}

const none: Range = { dueFrom: '', dueTo: '' }

/**
 * How many hazards are due on each day by the clock that law started. Dragging, a press, or the keyboard chooses days;
 * what is due before and after the strip stands at its ends as a number.
 */
export const DueStrip = ({ days, today, dueFrom, dueTo, onChoose }: DueStripProps) => {
  const { strip: m } = useMessages(messages)
  const { language } = useLanguage()
  const id = useId()
  const field = useRef<HTMLDivElement>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const [at, setAt] = useState(daysBefore)
  const { bars, earlier, later } = stripOf(days, today)
  const dayOf = (index: number): string => bars[index]?.dueOn ?? today
  const drawn: Range = anchor === null ? { dueFrom, dueTo } : rangeOf(dayOf(anchor), dayOf(at))
  const narrowed = drawn.dueFrom !== '' || drawn.dueTo !== ''
  const choose = (range: Range): void => {
    setAnchor(null)
    onChoose(range.dueFrom === dueFrom && range.dueTo === dueTo ? none : range)
  }
  const weekdays = language === 'zh' ? [...m.weekdays] : m.weekdays.split(',')
  const aloud = (index: number): string => {
    const bar = bars[index]
    return bar === undefined ? '' : m.day(bar.dueOn, weekdays[weekdayOf(bar.dueOn)] ?? '', bar.total, bar.stepLate)
  }
  const under = (event: PointerEvent): number => {
    const box = field.current?.getBoundingClientRect()
    return box === undefined ? at : barAt(event.clientX - box.left, box.width, bars.length)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 }[event.key]
    if (to !== undefined) {
      if (event.shiftKey && anchor === null) setAnchor(at)
      if (!event.shiftKey) setAnchor(null)
      setAt(Math.min(bars.length - 1, Math.max(0, to)))
    } else if (event.key === 'Enter' || event.key === ' ') choose(rangeOf(dayOf(anchor ?? at), dayOf(at)))
    else if (event.key === 'Escape' && narrowed) choose(none)
    else return
    event.preventDefault()
  }
  return (
    <section className="hazards-strip" aria-label={m.label}>
      <StripEnd
        text={m.earlier(earlier.toLocaleString('en'))}
        count={earlier}
        chosen={dueFrom === '' && dueTo === dayAfter(dayOf(0), -1)}
        onChoose={() => choose({ dueFrom: '', dueTo: dayAfter(dayOf(0), -1) })}
      />
      <div className="hazards-strip-field">
        <div
          ref={field}
          className="hazards-strip-bars"
          role="listbox"
          aria-multiselectable="true"
          aria-label={`${m.label}. ${m.keys}`}
          aria-activedescendant={`${id}-${at}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setAt(under(event))
            setAnchor(under(event))
          }}
          onPointerMove={(event) => {
            if (anchor !== null && event.buttons !== 0) setAt(under(event))
          }}
          onPointerUp={(event) => {
            if (anchor !== null) choose(rangeOf(dayOf(anchor), dayOf(under(event))))
          }}
          onPointerCancel={() => setAnchor(null)}
        >
          {bars.map((bar, index) => {
            const chosen = narrowed && isWithin(bar.dueOn, drawn.dueFrom, drawn.dueTo)
            return (
              <div
                key={bar.dueOn}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={chosen}
                aria-label={aloud(index)}
                title={aloud(index)}
                className={[
                  'hazards-strip-day',
                  bar.weekend ? 'hazards-strip-weekend' : '',
                  bar.today ? 'hazards-strip-today' : '',
                  chosen ? 'hazards-strip-chosen' : narrowed ? 'hazards-strip-beside' : '',
                  index === at ? 'hazards-strip-at' : '',
                ].join(' ')}
              >
                <span className="hazards-strip-bar" style={{ height: `${bar.height * 100}%` }}>
                  <span style={{ height: `${bar.lateShare * 100}%` }} />
                </span>
              </div>
            )
          })}
        </div>
        <div className="hazards-strip-axis" aria-hidden="true">
          {bars.map((bar, index) =>
            bar.labelled ? (
              <span key={bar.dueOn} style={{ left: `${(index / bars.length) * 100}%` }}>
                {bar.today ? m.today : bar.dueOn.slice(5)}
              </span>
            ) : null,
          )}
        </div>
      </div>
      <StripEnd
        text={m.later(later.toLocaleString('en'))}
        count={later}
        chosen={dueTo === '' && dueFrom === dayAfter(dayOf(bars.length - 1), 1)}
        onChoose={() => choose({ dueFrom: dayAfter(dayOf(bars.length - 1), 1), dueTo: '' })}
      />
      <StripTable days={days} />
    </section>
  )
}

type EndProps = { readonly text: string; readonly count: number; readonly chosen: boolean; readonly onChoose: () => void }

const StripEnd = ({ text, count, chosen, onChoose }: EndProps) =>
  count === 0 && !chosen ? (
    <span className="hazards-strip-end">{text}</span>
  ) : (
    <Button kind="bare" aria-pressed={chosen} onClick={onChoose}>
      {text}
    </Button>
  )
