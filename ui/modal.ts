import { useLayoutEffect, type RefObject } from 'react'

/**
 * Opens the dialog above the page as long as the component is there. It is closed while it still stands in the page,
 * because only then the browser gives the focus back to where it was.
 */
export const useModal = (element: RefObject<HTMLDialogElement | null>, first: string): void => {
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog) return
    dialog.showModal()
    ;(dialog.querySelector<HTMLElement>(first) ?? dialog).focus()
    return () => dialog.close()
  }, [element, first])
}
