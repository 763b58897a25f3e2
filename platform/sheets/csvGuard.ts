/**
 * What a spreadsheet program would take for a formula when it opens a .csv: a text that begins with = + - @ (of full width too,
 * as Excel in some languages reads them), also behind spaces or the quotes that guard it, or with a tab or a line's end.
 */
const formula = /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/

const apostrophe = 39
const equals = 61

/** A text with an apostrophe before it where it would be taken for a formula. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text that was guarded, trimmed. A field as `="00123"`, by which other programs keep zeros, is what it shows. */
export const unguarded = (field: string): string => {
  if (field.charCodeAt(0) === apostrophe && formula.test(field.slice(1))) return field.slice(1).trim()
  const text = field.trim()
  if (text.charCodeAt(0) !== equals) return text
  const shown = /^="([^"]*)"$/.exec(text)
  return shown === null ? text : shown[1]!.trim()
}
