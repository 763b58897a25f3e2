import { useLayoutEffect, type RefObject } from 'react'
import { sessionEnd } from './api.ts'
import { useStateOf } from './state.ts'

/**
 * Opens the dialog above the page as long as the component is there. It is closed while it still stands in the page,
 * because only then the browser gives the focus back to where it was. While the sign-in covers the page it is closed
 * too: an open one would keep the keyboard from everything outside it, though nobody can see it.
 */
export const useModal = (element: RefObject<HTMLDialogElement | null>, first: string): void => {
  const covered = useStateOf(sessionEnd) !== null
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog || covered) return
    dialog.showModal()
    ;(dialog.querySelector<HTMLElement>(first) ?? dialog).focus()
    return () => dialog.close()
  }, [element, first, covered])
}
