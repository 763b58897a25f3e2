/**
 * What the server says to a screen; it hears nothing. A hint says that something changed and never what: the screen asks
 * again, and the doorway judges that question like any other. The cursor of the latest message is what to resume from
 * (`/api/live?after=`): hints may come twice, none is left out.
 */
export type LiveMessage =
  /** First of all. Without `after`, ask again for everything that was loaded before this came. */
  | { readonly hello: { readonly cursor: string; readonly serverTime: string } }
  | { readonly hint: Hint }
  /** Too much happened, or too long ago, to tell each: ask again for everything. */
  | { readonly reset: { readonly cursor: string } }
  /** This line was slow: so many hints gave way to later ones of the same record. */
  | { readonly merged: { readonly count: number } }
  /** The line lives: a page cannot see the pings below it, and takes a longer silence for a lost line. */
  | { readonly beat: { readonly serverTime: string } }

export type Hint = {
  readonly cursor: string
  /** The type of the event, `room.factInPastTense`. */
  readonly topic: string
  readonly record?: { readonly kind: string; readonly id: string }
}

/** Why the server closed the line. */
export const closeCodes = {
  serverStops: 1001,
  /** A screen that speaks is none of ours. */
  spoke: 1008,
  /** The session could not be looked at, or what was missed could not be read: try again after a while. */
  tryLater: 1013,
  sessionEnded: 4401,
  tooManyLines: 4429,
} as const
