import type { RegionCode } from '../../../../kernel/region.ts'
import { regionTable } from './regionTable.ts'
import type { Succession } from './regionTable.ts'
import { childrenOf, nearestRegion } from './regionTree.ts'

/** Where a record counts today. */
export type CurrentRegion = {
  readonly code: RegionCode
  /** The recorded region was split, or its successor is only known to the county: somebody should choose. */
  readonly needsDecision: boolean
  /** The regions to choose from, the one that counts meanwhile among them; one where nothing is to be decided. */
  readonly candidates: readonly RegionCode[]
  /** The successions followed, in order, with day and source. Empty where nothing changed. */
  readonly via: readonly Succession[]
}

/** The rows of one act that a record of this region must follow next, the main one first. */
const nextAct = (code: RegionCode, since: string | null): readonly Succession[] => {
  const { regions, successions } = regionTable()
  const rows = successions.get(code) ?? []
  const ended = regions.get(code)?.validTo ?? null
  // Without a day, a code that is in force is taken as written under the map of today.
  if (since === null && ended === null) return []
  const next = rows.find(({ on }) => since === null || on > since)
  // A record that still used a code after its end follows the act that ended it.
  const on = next?.on ?? ended
  return on === null ? [] : rows.filter((row) => row.on === on)
}

/**
 * Where a record counts now that carries this code. `recordedOn` (YYYY-MM-DD) is the day of the record: a code that
 * stayed while its territory changed (余杭区 330110 before and after 2021-04-09) can't be told apart without it; null
 * takes a code in force as written today. A village goes with its town. Undefined for a code that does not exist.
 */
export const currentRegion = (code: RegionCode, recordedOn: string | null = null): CurrentRegion | undefined => {
  const known = nearestRegion(code)
  if (known === undefined) return undefined
  const followed = follow(known.code, recordedOn)
  if (followed.via.length === 0) return { ...followed, code, candidates: [code] }
  // A town the table does not hold, in a county that ended: its county is known, its own new code is not.
  const townIsLost = known.code !== code && known.level !== 'town'
  return { ...followed, needsDecision: followed.needsDecision || townIsLost }
}

const follow = (start: RegionCode, recordedOn: string | null): CurrentRegion => {
  let code = start
  let since = recordedOn
  let needsDecision = false
  const via: Succession[] = []
  const others = new Set<RegionCode>()
  for (;;) {
    const act = nextAct(code, since)
    const [main] = act
    if (main === undefined) break
    via.push(...act)
    needsDecision ||= main.needsDecision
    for (const { to, on, main: counts } of act) {
      if (!counts) for (const option of follow(to, on).candidates) others.add(option)
    }
    // Only the county of a town's successor is on record: any of its towns may be it.
    if (main.needsDecision && act.length === 1) for (const child of childrenOf(main.to)) others.add(child.code)
    code = main.to
    since = main.on
  }
  others.delete(code)
  return { code, needsDecision, candidates: [code, ...others], via }
}

/** All successions of the table, oldest first, then by code, the main row before the others. */
export const allSuccessions = (): readonly Succession[] =>
  [...regionTable().successions.values()].flat().sort((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? -1 : 1
    if (a.from !== b.from) return a.from < b.from ? -1 : 1
    if (a.main !== b.main) return a.main ? -1 : 1
    return a.to < b.to ? -1 : 1
  })
