import type { ReactNode } from 'react'
import { Icon } from '../Icon.tsx'
import { useMessages } from '../language.tsx'
import { Popover } from '../Popover.tsx'
import { words } from '../words.ts'
import './choosing.css'

export type FindingChipProps = {
  readonly label: string
  /** What is chosen in words; null for any. */
  readonly face: string | null
  readonly onTakeOff: () => void
  /** What finds a value, drawn while it is open. */
  readonly children: (close: () => void) => ReactNode
}

/** A filter whose values are too many for a list: what unfolds finds them. */
export const FindingChip = ({ label, face, onTakeOff, children }: FindingChipProps) => {
  const m = useMessages(words)
  return (
    <span className={face === null ? 'al-chip al-chip-finding' : 'al-chip al-chip-on al-chip-finding'}>
      <Popover
        buttonClass="al-chip-face al-chip-button"
        button={
          <>
            <span className="al-chip-label">{label}</span>
            {face ?? m.filter.any}
            {face === null ? <Icon name="down" size={10} /> : null}
          </>
        }
      >
        {children}
      </Popover>
      {face === null ? null : (
        <button type="button" className="al-chip-off" aria-label={m.filter.remove(label)} onClick={onTakeOff}>
          <Icon name="cross" size={10} />
        </button>
      )}
    </span>
  )
}
