import { startOfDay } from '../../../ui/instant.ts'

const dayMilliseconds = 86_400_000

/**
 * The days of two filters, both of them included, as instants that the record is asked by; days are Beijing's (YYYY-MM-DD,
 * empty for none).
 */
export const instantsOf = (from: string, to: string): { readonly from?: string; readonly to?: string } => {
  const begins = (day: string): number => startOfDay(`${day}T00:00:00+08:00`)
  return {
    ...(from === '' ? {} : { from: new Date(begins(from)).toISOString() }),
    ...(to === '' ? {} : { to: new Date(begins(to) + dayMilliseconds).toISOString() }),
  }
}
