import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
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
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const foldElsewhere = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', foldElsewhere)
    document.addEventListener('focusin', foldElsewhere)
    return () => {
      document.removeEventListener('pointerdown', foldElsewhere)
      document.removeEventListener('focusin', foldElsewhere)
    }
  }, [open])
  return (
    <div
      className="al-popover"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button ref={opener} type="button" className={buttonClass} aria-expanded={open} aria-controls={id} aria-label={label} onClick={() => setOpen(!open)}>
        {button}
      </button>
      <div id={id} className={`al-popover-panel al-popover-${align}`} hidden={!open}>
        {open ? (typeof children === 'function' ? children(close) : children) : null}
      </div>
    </div>
  )
}
