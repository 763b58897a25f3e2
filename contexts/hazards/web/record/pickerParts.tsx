import type { ReactNode } from 'react'
import { Icon } from '../../../../ui/Icon.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { words } from '../../../../ui/words.ts'
import { messages } from './messages.ts'

/** A group of controls under one label, with what is wrong with the choice. */
export const PickerFrame = ({
  label,
  error,
  optional,
  children,
}: {
  readonly label: string
  readonly error: string | undefined
  readonly optional?: boolean | undefined
  readonly children: ReactNode
}) => {
  const w = useMessages(words)
  return (
    <fieldset className="hazard-picker">
      <legend>
        {label}
        {optional === true ? <span className="al-field-optional">{w.optional}</span> : null}
      </legend>
      {children}
      {error === undefined ? null : (
        <p className="al-field-said">
          <span className="al-field-error">{error}</span>
        </p>
      )}
    </fieldset>
  )
}

/** What is chosen, each with the way to take it off. */
export const Picked = ({
  chosen,
  onRemove,
}: {
  readonly chosen: readonly { readonly key: string; readonly name: string }[]
  readonly onRemove: (key: string) => void
}) => {
  const m = useMessages(messages)
  if (chosen.length === 0) return null
  return (
    <ul className="hazard-picked" aria-label={m.form.chosen}>
      {chosen.map(({ key, name }) => (
        <li key={key}>
          {name}
          <button type="button" aria-label={m.form.take(name)} onClick={() => onRemove(key)}>
            <Icon name="cross" size={11} />
          </button>
        </li>
      ))}
    </ul>
  )
}

export type PickerRow = {
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly chosen: boolean
  readonly pick: () => void
}

/** What can be chosen. */
export const PickerRows = ({ rows, none }: { readonly rows: readonly PickerRow[]; readonly none: string }) =>
  rows.length === 0 ? (
    <p className="hazard-still">{none}</p>
  ) : (
    <ul className="hazard-picker-rows">
      {rows.map(({ key, name, detail, chosen, pick }) => (
        <li key={key}>
          <button type="button" aria-pressed={chosen} onClick={pick}>
            <span>
              {chosen ? <Icon name="check" size={12} /> : null} {name}
            </span>
            <span className="al-quiet">{detail}</span>
          </button>
        </li>
      ))}
    </ul>
  )
