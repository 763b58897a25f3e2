import type { ReactNode } from 'react'
import { Button, Key } from './Button.tsx'
import { useMessages } from './language.tsx'
import { useShortcut } from './keys.ts'
import { words } from './words.ts'
import './ChosenBar.css'

export type ChosenBarProps = {
  readonly count: number
  /** What is among the chosen, and what of it cannot be done. */
  readonly note?: ReactNode
  readonly onClear: () => void
  /** What may be done with all of them. */
  readonly children: ReactNode
}

/** The bar of ink below a list while rows are chosen. */
export const ChosenBar = ({ count, note, onClear, children }: ChosenBarProps) => {
  const m = useMessages(words)
  useShortcut({ keys: 'escape', title: { zh: '取消选择', en: 'Choose none' }, when: count > 0 }, onClear)
  if (count === 0) return null
  return (
    <section className="al-chosen" aria-label={m.table.chosen(count)}>
      <b>{m.table.chosen(count)}</b>
      {note === undefined ? null : <span className="al-chosen-note">{note}</span>}
      <div className="al-chosen-actions">{children}</div>
      <Button onClick={onClear}>
        {m.cancel} <Key>Esc</Key>
      </Button>
    </section>
  )
}
