import type { ReactNode } from 'react'
import { Checkbox, type Option } from './fields.tsx'
import { Icon } from './Icon.tsx'
import { useMessages } from './language.tsx'
import { Popover } from './Popover.tsx'
import { words } from './words.ts'
import './Filters.css'

export type Filter = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  /** The value of the address bar: one, or several joined by commas; empty for any. */
  readonly value: string
  readonly several?: boolean | undefined
  /** Its standing value, from which it is not to be told apart; empty where absent. */
  readonly standing?: string | undefined
}

export type FiltersProps = {
  readonly filters: readonly Filter[]
  readonly onChange: (name: string, value: string) => void
  /** Further controls in the same line, such as a search box. */
  readonly children?: ReactNode
  /** At the right end. */
  readonly aside?: ReactNode
}

/** The filters of a list as chips: those in force are tinted and can be taken off. */
export const Filters = ({ filters, onChange, children, aside }: FiltersProps) => {
  const m = useMessages(words)
  const inForce = filters.filter((filter) => filter.value !== (filter.standing ?? ''))
  return (
    <div className="al-filters">
      <Icon name="filter" />
      {children}
      {filters.map((filter) =>
        filter.several === true ? (
          <SeveralChip key={filter.name} filter={filter} onChange={onChange} />
        ) : (
          <OneChip key={filter.name} filter={filter} onChange={onChange} />
        ),
      )}
      {inForce.length > 1 ? (
        <button
          type="button"
          className="al-filters-reset"
          onClick={() => inForce.forEach((filter) => onChange(filter.name, filter.standing ?? ''))}
        >
          {m.filter.reset}
        </button>
      ) : null}
      {aside === undefined ? null : <div className="al-filters-aside">{aside}</div>}
    </div>
  )
}

type ChipProps = { readonly filter: Filter; readonly onChange: (name: string, value: string) => void }

const TakeOff = ({ filter, onChange }: ChipProps) => {
  const m = useMessages(words)
  return (
    <button
      type="button"
      className="al-chip-off"
      aria-label={m.filter.remove(filter.label)}
      onClick={() => onChange(filter.name, filter.standing ?? '')}
    >
      <Icon name="cross" size={10} />
    </button>
  )
}

/** The list of the system lies unseen over the chip, so that keyboard, phone and screen reader all have it. */
const OneChip = ({ filter, onChange }: ChipProps) => {
  const m = useMessages(words)
  const on = filter.value !== (filter.standing ?? '')
  const chosen = filter.options.find((option) => option.value === filter.value)
  return (
    <span className={on ? 'al-chip al-chip-on' : 'al-chip'}>
      <span className="al-chip-face">
        <span className="al-chip-label">{filter.label}</span>
        {chosen?.label ?? (filter.value === '' ? m.filter.any : filter.value)}
        {on ? null : <Icon name="down" size={10} />}
        <select aria-label={filter.label} value={filter.value} onChange={(event) => onChange(filter.name, event.target.value)}>
          {filter.options.some((option) => option.value === '') ? null : <option value="">{m.filter.any}</option>}
          {filter.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {on ? <TakeOff filter={filter} onChange={onChange} /> : null}
    </span>
  )
}

const SeveralChip = ({ filter, onChange }: ChipProps) => {
  const m = useMessages(words)
  const on = filter.value !== (filter.standing ?? '')
  const values = filter.value === '' ? [] : filter.value.split(',')
  const first = filter.options.find((option) => option.value === values[0])?.label ?? values[0]
  const face = values.length === 0 ? m.filter.any : values.length === 1 ? first : `${first} ${m.filter.chosen(values.length)}`
  return (
    <span className={on ? 'al-chip al-chip-on' : 'al-chip'}>
      <Popover
        buttonClass="al-chip-face al-chip-button"
        button={
          <>
            <span className="al-chip-label">{filter.label}</span>
            {face}
            {on ? null : <Icon name="down" size={10} />}
          </>
        }
      >
        <fieldset aria-label={filter.label} className="al-chip-several">
          {filter.options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={values.includes(option.value)}
              onChange={(checked) =>
                onChange(filter.name, (checked ? [...values, option.value] : values.filter((value) => value !== option.value)).join(','))
              }
            />
          ))}
        </fieldset>
      </Popover>
      {on ? <TakeOff filter={filter} onChange={onChange} /> : null}
    </span>
  )
}
