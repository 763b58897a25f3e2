/**
 * A place in the stream of events: whoever holds it was told of every event of a transaction before `xid`.
 * The era tells this database from another that was put in its place.
 */
export type Cursor = { readonly era: string; readonly xid: bigint }

export const cursorText = ({ era, xid }: Cursor): string => `${era}-${xid}`

/** Null for what no server of ours has written. */
export const parseCursor = (text: string): Cursor | null => {
  const parts = /^([0-9a-f]{8})-(\d{1,19})$/.exec(text)
  return parts ? { era: parts[1]!, xid: BigInt(parts[2]!) } : null
}
