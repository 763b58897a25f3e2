import { useRef } from 'react'
import { Icon } from '../Icon.tsx'
import { useMessages } from '../language.tsx'
import { words } from '../words.ts'
import './choosing.css'

type DayChipProps = {
  readonly label: string
  readonly value: string
  /** What is said where no day is chosen; absent: any. */
  readonly face?: string | undefined
  readonly max?: string | undefined
  readonly onChange: (day: string) => void
}

/**
 * A day as a filter. The control of the system lies unseen over the chip, so that days read alike on every machine; it
 * shows itself to whoever types.
 */
export const DayChip = ({ label, value, face, max, onChange }: DayChipProps) => {
  const w = useMessages(words)
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={value === '' ? 'al-chip' : 'al-chip al-chip-on'}>
      <label className="al-chip-face al-chip-day">
        <span className="al-chip-label">{label}</span>
        {value === '' ? (face ?? w.filter.any) : value}
        {value === '' ? <Icon name="down" size={10} /> : null}
        <input
          ref={input}
          type="date"
          aria-label={label}
          max={max}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onClick={() => input.current?.showPicker()}
        />
      </label>
      {value === '' ? null : (
        <button type="button" className="al-chip-off" aria-label={w.filter.remove(label)} onClick={() => onChange('')}>
          <Icon name="cross" size={10} />
        </button>
      )}
    </span>
  )
}
