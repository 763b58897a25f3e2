import { useCallback, type ReactNode } from 'react'
import './Scroller.css'

/** What may be wider than the screen; it takes the keyboard, and its name, only while there is something to scroll to. */
export const Scroller = ({ label, children }: { label: string; children: ReactNode }) => {
  const follow = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const fit = (): void => {
        const scrolls = element.scrollWidth > element.clientWidth
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
    <div ref={follow} className="al-scroller">
      {children}
    </div>
  )
}
