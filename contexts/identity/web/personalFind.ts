/**
 * Whether what was typed is a whole number of a person, a phone or an identity number. Such a text finds its owner and never
 * stands in the address bar, where the browser would keep it in its history.
 */
export const isPersonalNumber = (text: string): boolean => /^(1\d{10}|\d{17}[\dX])$/i.test(text.replaceAll(/[\s-]/g, ''))
