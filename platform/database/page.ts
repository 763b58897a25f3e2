/** The place where a page of a list begins: the key of the last row before it, opaque to the caller. */
export const cursorOf = (key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads a cursor back, the last part of which is an id; null when it is none of ours, and the list then begins at the start. */
export const readCursor = (after: string | undefined, parts: number): readonly string[] | null => {
  if (after === undefined) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    const ours = Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string' && !part.includes('\0'))
    return ours && isId.test(String(key.at(-1))) ? key : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** A text for LIKE that holds what was typed, and nothing of it as a wildcard. */
export const containing = (find: string): string => `%${find.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`
