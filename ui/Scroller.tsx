import { useCallback, type ReactNode } from 'react'
import './Scroller.css'

/** What may be wider than the screen; it takes the keyboard only while there is something to scroll to. */
export const Scroller = ({ label, children }: { label: string; children: ReactNode }) => {
  const follow = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const fit = (): void => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <section ref={follow} className="al-scroller" aria-label={label}>
      {children}
    </section>
  )
}
