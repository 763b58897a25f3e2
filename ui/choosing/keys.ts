import { useRef, type KeyboardEvent, type RefObject } from 'react'

/**
 * The keys of a box that finds something to choose: arrows move between the input and the rows (`data-pick`), Enter in the
 * input takes the first row and never sends the form around it.
 */
export const usePickerKeys = (): {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly role: 'presentation'
} => {
  const ref = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const box = ref.current
    if (!box) return
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      box.querySelector<HTMLElement>('[data-pick]')?.click()
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const places = [...box.querySelectorAll<HTMLElement>('input, [data-pick]')]
    const next = places[places.findIndex((place) => place === event.target) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return { ref, onKeyDown, role: 'presentation' }
}
