/** Bytes from `first` to `last`, both in it. */
export type ByteRange = { readonly first: number; readonly last: number }

/**
 * What a Range header asks for (RFC 9110, 14.2). One range of bytes is served; several, other units and what cannot
 * be read are ignored, as the standard allows, and the whole is sent.
 */
export const parseRange = (header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return 'whole'
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return 'whole'
  if (from === '') {
    const length = Number(to)
    if (length === 0 || sizeBytes === 0) return 'unsatisfiable'
    return { first: Math.max(0, sizeBytes - length), last: sizeBytes - 1 }
  }
  const first = Number(from)
  const last = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  if (to !== '' && Number(to) < first) return 'whole'
  return first < sizeBytes ? { first, last } : 'unsatisfiable'
}
