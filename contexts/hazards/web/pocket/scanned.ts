const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Old phones have no `URL.parse`. */
const addressIn = (text: string, origin: string): URL | null => {
  try {
    return new URL(text, origin)
  } catch {
    return null
  }
}

/**
 * The unit that a code names: `<origin>/m/units/<id>`, or the id alone as somebody types it. Null where it is nothing of
 * this product; a code of another server is not followed.
 * @param origin of the page, e.g. `https://anlan.example`
 */
export const unitIn = (text: string, origin: string): string | null => {
  const said = text.trim().toLowerCase()
  if (isId.test(said)) return said
  const address = addressIn(said, origin)
  if (!address || address.origin !== origin.toLowerCase()) return null
  const id = /^\/(?:m\/)?units\/([^/]+)\/?$/.exec(address.pathname)?.[1]
  return id !== undefined && isId.test(id) ? id : null
}
