/** One cell as the reader gives it. */
export type Cell = { readonly text: string; readonly serial?: number }
export type Cells = readonly (Cell | null)[]
export type Row = { readonly row: number; readonly cells: Cells }

/** What the values of a column look like. */
export type Content = 'creditCode' | 'day' | 'level' | 'phone' | 'number'

const patterns: Readonly<Record<Content, RegExp>> = {
  // GB 32100-2015: no I, O, S, V, Z.
  creditCode: /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/,
  day: /^(?:19|20)\d{2}(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?(?:\s.*)?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/,
  level: /^(?:一般|较大|重大|特别重大|特大|红色?|橙色?|黄色?|蓝色?)(?:事故)?(?:隐患|风险)?$/,
  phone: /^(?:\+?86-?)?1\d{10}$|^0\d{2,3}-?\d{7,8}$/,
  number: /^-?\d+(?:\.\d+)?$/,
}

/** Which part of the values that are there look so, 0 to 1; null of fewer than three. */
export const shareOf = (content: Content, values: readonly Cell[]): number | null => {
  if (values.length < 3) return null
  const fits = values.filter(
    ({ text, serial }) => (content === 'day' && serial !== undefined) || patterns[content].test(text.normalize('NFKC').trim()),
  )
  return fits.length / values.length
}

/** Whether a text is data rather than a heading. */
export const looksLikeData = (text: string): boolean => {
  const folded = text.normalize('NFKC').trim()
  return folded.length > 40 || patterns.number.test(folded) || patterns.creditCode.test(folded) || patterns.day.test(folded)
}
