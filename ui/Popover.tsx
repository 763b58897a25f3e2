import { useCallback, useEffect, useId, useState, type ReactNode } from 'react'
import './Popover.css'

export type PopoverProps = {
  /** What the button shows. */
  readonly button: ReactNode
  readonly buttonClass?: string | undefined
  readonly label?: string | undefined
  readonly align?: 'start' | 'end' | undefined
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button and what unfolds below it; Escape and a press elsewhere fold it again. */
export const Popover = ({ button, buttonClass = 'al-button', label, align = 'start', children }: PopoverProps) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const [box, setBox] = useState<HTMLDivElement | null>(null)
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null)
  const close = useCallback(() => {
    setOpen(false)
    opener?.focus()
  }, [opener])
  useEffect(() => {
    if (!open || !box) return
    const foldElsewhere = (event: Event): void => {
      if (event.target instanceof Node && !box.contains(event.target)) setOpen(false)
    }
    const foldByKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      close()
    }
    document.addEventListener('pointerdown', foldElsewhere)
    document.addEventListener('focusin', foldElsewhere)
    box.addEventListener('keydown', foldByKey)
    return () => {
      document.removeEventListener('pointerdown', foldElsewhere)
      document.removeEventListener('focusin', foldElsewhere)
      box.removeEventListener('keydown', foldByKey)
    }
  }, [open, box, close])
  return (
    <div className="al-popover" ref={setBox}>
      <button
        ref={setOpener}
        type="button"
        className={buttonClass}
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div id={id} className={`al-popover-panel al-popover-${align}`} hidden={!open}>
        {open ? (typeof children === 'function' ? children(close) : children) : null}
      </div>
    </div>
  )
}
