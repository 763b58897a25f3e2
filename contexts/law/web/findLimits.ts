import { call } from '../../../ui/api.ts'
import type { FoundRecord } from '../../../ui/room.ts'
import { routes } from '../contract/index.ts'
import { addressOfLimit } from '../rules/address.ts'

/** So many limits does the palette show at once. */
const mostFound = 8

/** Limits by what was typed, for the palette. */
export const findLimits = async (find: string, signal: AbortSignal): Promise<readonly FoundRecord[]> => {
  const { rows } = await call(routes.limits, { query: { find } }, { signal })
  return rows.slice(0, mostFound).map(({ key, zh, en, standard, clause }) => ({
    key,
    title: zh,
    detail: `${standard} ${clause} · ${en}`,
    address: addressOfLimit(key),
  }))
}
