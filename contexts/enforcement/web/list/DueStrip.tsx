import { useMessages } from '../../../../ui/language.tsx'
import { messages } from '../messages.ts'
import { stripDays, type DueDay } from './stripDays.ts'

type DueStripProps = {
  readonly days: readonly DueDay[]
  /** The day it is, YYYY-MM-DD in Beijing. */
  readonly today: string
  readonly dueFrom: string
  readonly dueTo: string
  readonly onChoose: (range: { readonly dueFrom: string; readonly dueTo: string }) => void
}

/** How many cases have a clock that ends on each day of the month to come; a press shows them, another all again. */
export const DueStrip = ({ days, today, dueFrom, dueTo, onChoose }: DueStripProps) => {
  const { strip: m } = useMessages(messages)
  const { bars, earlier, before, most } = stripDays(days, today)
  const press = (from: string, to: string): void =>
    onChoose(from === dueFrom && to === dueTo ? { dueFrom: '', dueTo: '' } : { dueFrom: from, dueTo: to })
  return (
    <div className="case-strip" role="group" aria-label={m.label}>
      {earlier === 0 ? null : (
        <button
          type="button"
          className="case-strip-earlier"
          aria-pressed={dueFrom === '' && dueTo === before}
          onClick={() => press('', before)}
        >
          {m.earlier} <b>{earlier}</b>
        </button>
      )}
      <div className="case-strip-days">
        {bars.map((bar) => (
          <button
            key={bar.dueOn}
            type="button"
            className={bar.dueOn === today ? 'case-strip-day case-strip-today' : 'case-strip-day'}
            aria-label={m.day(bar.dueOn, bar.total)}
            title={m.day(bar.dueOn, bar.total)}
            aria-pressed={dueFrom === bar.dueOn && dueTo === bar.dueOn}
            onClick={() => press(bar.dueOn, bar.dueOn)}
          >
            <span className="case-strip-bar" style={{ height: `${(bar.total / most) * 100}%` }} />
            <span className="case-strip-label">{bar.labelled ? bar.dueOn.slice(5) : ''}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
