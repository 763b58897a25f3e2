import { useId, type ReactNode } from 'react'
import { useMessages } from '../../../../ui/language.tsx'
import { words } from '../../../../ui/words.ts'
import './units.css'

export type FieldGroupProps = {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  readonly children: ReactNode
}

/** A label with a control that is more than one input; its name and its error are said with the group. */
export const FieldGroup = ({ label, help, error, optional, children }: FieldGroupProps) => {
  const w = useMessages(words)
  const id = useId()
  return (
    <div
      className={error === undefined ? 'al-field' : 'al-field al-field-wrong'}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-said`}
    >
      <span id={`${id}-label`} className="hazards-unit-label">
        {label}
        {optional === true ? <span className="al-field-optional">{w.optional}</span> : null}
      </span>
      {children}
      <p id={`${id}-said`} className="al-field-said" hidden={help === undefined && error === undefined}>
        {error === undefined ? help : <span className="al-field-error">{error}</span>}
      </p>
    </div>
  )
}
