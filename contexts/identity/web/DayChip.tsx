import { TextInput } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { words } from '../../../ui/words.ts'

type DayChipProps = {
  readonly label: string
  readonly value: string
  /** Stands there where no day is chosen. */
  readonly standing?: string
  readonly max: string
  readonly onChange: (day: string) => void
}

/** A day as a filter; the control of the system takes it. */
export const DayChip = ({ label, value, standing = '', max, onChange }: DayChipProps) => {
  const w = useMessages(words)
  return (
    <span className={value === '' ? 'al-chip' : 'al-chip al-chip-on'}>
      <label className="al-chip-face identity-day-chip">
        <span className="al-chip-label">{label}</span>
        <TextInput type="date" max={max} value={value === '' ? standing : value} onChange={onChange} />
      </label>
      {value === '' ? null : (
        <button type="button" className="al-chip-off" aria-label={w.filter.remove(label)} onClick={() => onChange('')}>
          <Icon name="cross" size={10} />
        </button>
      )}
    </span>
  )
}
