import { Icon } from '../../../../ui/Icon.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Popover } from '../../../../ui/Popover.tsx'
import { words } from '../../../../ui/words.ts'
import { messages } from './messages.ts'

type DueChipProps = {
  readonly dueFrom: string
  readonly dueTo: string
  readonly onChange: (range: { readonly dueFrom: string; readonly dueTo: string }) => void
}

/** The filter by the last day of the legal clock, both ends included; either end may stay open. */
export const DueChip = ({ dueFrom, dueTo, onChange }: DueChipProps) => {
  const { filters: m } = useMessages(messages)
  const w = useMessages(words)
  const on = dueFrom !== '' || dueTo !== ''
  const face = !on
    ? m.anyDay
    : dueFrom === ''
      ? m.until(dueTo)
      : dueTo === ''
        ? m.since(dueFrom)
        : dueFrom === dueTo
          ? dueFrom
          : m.range(dueFrom, dueTo)
  return (
    <span className={on ? 'al-chip al-chip-on' : 'al-chip'}>
      <Popover
        buttonClass="al-chip-face al-chip-button"
        button={
          <>
            <span className="al-chip-label">{m.due}</span>
            {face}
            {on ? null : <Icon name="down" size={10} />}
          </>
        }
      >
        <div className="hazards-due">
          <label>
            {m.dueFrom}
            <input
              type="date"
              className="al-input"
              max={dueTo}
              value={dueFrom}
              onChange={(event) => onChange({ dueFrom: event.target.value, dueTo })}
            />
          </label>
          <label>
            {m.dueTo}
            <input
              type="date"
              className="al-input"
              min={dueFrom}
              value={dueTo}
              onChange={(event) => onChange({ dueFrom, dueTo: event.target.value })}
            />
          </label>
        </div>
      </Popover>
      {on ? (
        <button
          type="button"
          className="al-chip-off"
          aria-label={w.filter.remove(m.due)}
          onClick={() => onChange({ dueFrom: '', dueTo: '' })}
        >
          <Icon name="cross" size={10} />
        </button>
      ) : null}
    </span>
  )
}
