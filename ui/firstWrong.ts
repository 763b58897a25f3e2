/** Brings whoever sent a form with mistakes to the first of them, once it has been drawn. */
export const showFirstWrong = (): void => {
  requestAnimationFrame(() => {
    const form = document.querySelector('dialog[open]') ?? document
    form.querySelector<HTMLElement>('.al-field-wrong :is(input, select, textarea, button)')?.focus()
  })
}
