import { useState, type ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { FieldGroup, type FieldProps } from '../fields.tsx'
import { useMessages } from '../language.tsx'
import { choosingWords } from './words.ts'
import './choosing.css'

export type ChosenFieldProps = Omit<FieldProps, 'children'> & {
  /** What is chosen; null for nothing yet. */
  readonly face: ReactNode
  /** Takes off what is chosen; only asked where the field is optional. */
  readonly onTakeOff?: (() => void) | undefined
  /** What finds something to choose, drawn while it is open. */
  readonly children: (close: () => void) => ReactNode
}

/** Something found and chosen as a field of a form: what is chosen, and what finds another. */
export const ChosenField = ({ face, onTakeOff, children, ...group }: ChosenFieldProps) => {
  const m = useMessages(choosingWords)
  const [open, setOpen] = useState(false)
  const nothing = face === null
  const mustChoose = nothing && group.optional !== true
  return (
    <FieldGroup {...group}>
      <div className="al-choosing-made">
        <span className={nothing ? 'al-quiet' : ''}>{face ?? m.notChosen}</span>
        {nothing || onTakeOff === undefined || group.optional !== true ? null : (
          <Button kind="bare" onClick={onTakeOff}>
            {m.takeOff}
            <span className="al-unseen"> {group.label}</span>
          </Button>
        )}
        {mustChoose ? null : (
          <Button kind="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? m.fold : nothing ? m.choose : m.change}
            <span className="al-unseen"> {group.label}</span>
          </Button>
        )}
      </div>
      {open || mustChoose ? children(() => setOpen(false)) : null}
    </FieldGroup>
  )
}
