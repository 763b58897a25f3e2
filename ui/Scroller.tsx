import { useCallback, type ReactNode } from 'react'
import './Scroller.css'

export type ScrollerProps = {
  readonly label: string
  /** The head of the table inside stays in sight, as long as the table fits. */
  readonly keepsHead?: boolean | undefined
  readonly children: ReactNode
}

/** What may be wider than the screen; it takes the keyboard, and its name, only while there is something to scroll to. */
export const Scroller = ({ label, keepsHead, children }: ScrollerProps) => {
  const follow = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const fit = (): void => {
        const scrolls = element.scrollWidth > element.clientWidth
        element.classList.toggle('al-scroller-fits', !scrolls)
        for (const [name, value] of [
          ['tabindex', '0'],
          ['role', 'group'],
          ['aria-label', label],
        ] as const) {
          if (scrolls) element.setAttribute(name, value)
          else element.removeAttribute(name)
        }
      }
      const observer = new ResizeObserver(fit)
      observer.observe(element)
      if (element.firstElementChild) observer.observe(element.firstElementChild)
      return () => observer.disconnect()
    },
    [label],
  )
  return (
    <div ref={follow} className={keepsHead === true ? 'al-scroller al-scroller-head' : 'al-scroller'}>
      {children}
    </div>
  )
}
