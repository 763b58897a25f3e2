/** A difference of clocks below this many minutes is no late arrival. */
const tolerableMinutes = 5

export type Lateness = { readonly minutes: number; readonly late: boolean }

/** How long after it was made a visit reached the server. Instants are ISO texts. */
export const latenessOf = ({ claimedAt, receivedAt }: { readonly claimedAt: string; readonly receivedAt: string }): Lateness => {
  const minutes = Math.max(0, Math.floor((Date.parse(receivedAt) - Date.parse(claimedAt)) / 60_000))
  return { minutes, late: minutes > tolerableMinutes }
}

/** Minutes as hours and minutes, days once they are more than one. */
export const spanParts = (minutes: number): { readonly days: number; readonly hours: number; readonly minutes: number } => ({
  days: Math.floor(minutes / 1440),
  hours: Math.floor((minutes % 1440) / 60),
  minutes: minutes % 60,
})
