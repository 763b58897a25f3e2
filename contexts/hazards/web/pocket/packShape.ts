import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { pocketRoutes } from '../../contract/pocketRoutes.ts'

export type SentPack = RouteOutput<typeof pocketRoutes.fieldPack>
export type HazardRecord = SentPack['hazards'][number]
export type Campaign = SentPack['campaigns'][number]
export type SentList = SentPack['checklists'][number]
export type Item = SentList['items'][number]
export type OwedThing = SentPack['owed'][number]

/** A list as the phone keeps it: its items by key, however many packs brought them. */
export type KeptList = Omit<SentList, 'items'> & { readonly items: { readonly [key: string]: Item } }

export type KeptUnit = Omit<SentPack['units'][number], 'lists'> & {
  readonly lists: readonly { readonly key: string; readonly edition: string; readonly items: readonly string[] }[]
  /** When it was added by itself (scanned, opened), an ISO instant; null where it came with the pack. */
  readonly addedAt: string | null
}

/** What a phone holds to work without signal. */
export type KeptPack = {
  readonly madeAt: string
  readonly units: { readonly [unitId: string]: KeptUnit }
  readonly lists: { readonly [keyAndEdition: string]: KeptList }
  readonly hazards: { readonly [hazardId: string]: HazardRecord }
  readonly campaigns: { readonly [id: string]: Campaign }
  readonly owed: readonly OwedThing[]
  readonly unitsLeftOut: number
  readonly hazardsLeftOut: number
}

const nameOf = ({ key, edition }: { readonly key: string; readonly edition: string }): string => `${key}@${edition}`

const keptUnit = (sent: SentPack['units'][number], lists: readonly SentList[], addedAt: string | null): KeptUnit => ({
  ...sent,
  addedAt,
  lists: sent.lists.flatMap(({ key, edition, items }) => {
    const list = lists.find((each) => each.key === key && each.edition === edition)
    if (!list) return []
    const keys = items === null ? list.items.map((item) => item.key) : items.flatMap((place) => list.items[place]?.key ?? [])
    return [{ key, edition, items: keys }]
  }),
})

const keptList = ({ items, ...list }: SentList): KeptList => ({ ...list, items: Object.fromEntries(items.map((item) => [item.key, item])) })

/** A pack as the phone keeps it. */
export const keepPack = (sent: SentPack, addedAt: string | null = null): KeptPack => ({
  madeAt: sent.madeAt,
  units: Object.fromEntries(sent.units.map((unit) => [unit.unit.unitId, keptUnit(unit, sent.checklists, addedAt)])),
  lists: Object.fromEntries(sent.checklists.map((list) => [nameOf(list), keptList(list)])),
  hazards: Object.fromEntries(sent.hazards.map((record) => [record.line.hazardId, record])),
  campaigns: Object.fromEntries(sent.campaigns.map((campaign) => [campaign.id, campaign])),
  owed: sent.owed,
  unitsLeftOut: sent.unitsLeftOut,
  hazardsLeftOut: sent.hazardsLeftOut,
})

const joinedLists = (one: KeptPack['lists'], other: KeptPack['lists']): KeptPack['lists'] => {
  const joined: Record<string, KeptList> = { ...one }
  for (const [name, list] of Object.entries(other)) joined[name] = { ...list, items: { ...one[name]?.items, ...list.items } }
  return joined
}

/** Adds units to what the phone holds; of what both hold the newer stands. */
export const addToPack = (held: KeptPack, more: KeptPack): KeptPack => {
  const renewed = (unitId: string): boolean => more.units[unitId] !== undefined
  const hazards = Object.entries(held.hazards).filter(([, { line }]) => !renewed(line.unitId))
  return {
    ...held,
    units: { ...held.units, ...more.units },
    lists: joinedLists(held.lists, more.lists),
    hazards: { ...Object.fromEntries(hazards), ...more.hazards },
    campaigns: { ...held.campaigns, ...more.campaigns },
    owed: [...held.owed.filter(({ unitId }) => !renewed(unitId)), ...more.owed],
  }
}

/** For how long a unit that was scanned stays on the phone. */
const addedMilliseconds = 7 * 24 * 3_600_000

/** A new pack takes the place of the old one; units that were scanned lately stay. */
export const renewPack = (held: KeptPack | null, fresh: KeptPack, now: number): KeptPack => {
  if (held === null) return fresh
  const staying = Object.values(held.units).filter(
    ({ unit, addedAt }) => addedAt !== null && fresh.units[unit.unitId] === undefined && now - Date.parse(addedAt) < addedMilliseconds,
  )
  if (staying.length === 0) return fresh
  const stays = new Set(staying.map(({ unit }) => unit.unitId))
  const names = new Set(staying.flatMap(({ lists }) => lists.map(nameOf)))
  const kept: KeptPack = {
    ...held,
    units: Object.fromEntries(staying.map((unit) => [unit.unit.unitId, unit])),
    lists: Object.fromEntries(Object.entries(held.lists).filter(([name]) => names.has(name))),
    hazards: Object.fromEntries(Object.entries(held.hazards).filter(([, { line }]) => stays.has(line.unitId))),
    owed: held.owed.filter(({ unitId }) => stays.has(unitId)),
  }
  const joined = addToPack(kept, fresh)
  return { ...joined, madeAt: fresh.madeAt, unitsLeftOut: fresh.unitsLeftOut, hazardsLeftOut: fresh.hazardsLeftOut }
}

/** The lists of a unit, each with its own items in their order. */
export const listsOf = (pack: KeptPack, unit: KeptUnit): readonly (Omit<KeptList, 'items'> & { readonly items: readonly Item[] })[] =>
  unit.lists.flatMap(({ key, edition, items }) => {
    const list = pack.lists[`${key}@${edition}`]
    return list ? [{ ...list, items: items.flatMap((each) => list.items[each] ?? []) }] : []
  })
