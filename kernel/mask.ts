const star = '*'

/** Fewer hidden characters than these could be guessed one by one. */
const fewestHidden = 4

/** Keeps so many characters at either end; a text too short for it is hidden whole. */
const keepEnds = (text: string, head: number, tail: number): string => {
  const characters = Array.from(text)
  const end = characters.length - tail
  if (end - head < fewestHidden) return star.repeat(characters.length)
  return characters.map((character, place) => (place < head || place >= end ? character : star)).join('')
}

/**
 * An identity number as a screen shows it: province and city, and the last two, so that its owner knows it again.
 * Birth date and sex are hidden. A number of another form (a passport) keeps its first and its last two characters.
 */
export const maskIdentityNumber = (number: string): string => keepEnds(number, Array.from(number).length >= 15 ? 4 : 1, 2)

/** A phone number with its first three and last four digits, as people here read one out: 138****5678. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

/** A name with its first character alone: 张**; of a name of one character nothing. */
export const maskName = (name: string): string => {
  const [first, ...rest] = Array.from(name.trim())
  return first === undefined ? '' : rest.length === 0 ? star : first + star.repeat(rest.length)
}
