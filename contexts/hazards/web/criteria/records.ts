import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { routes } from '../../contract/index.ts'

export type Checklist = RouteOutput<typeof routes.checklist>
export type Item = Checklist['items'][number]
export type Heading = RouteOutput<typeof routes.checklists>[number]

/** Where an edition stands on a day. */
export const standingOn = (
  { inForceFrom, inForceTo }: Pick<Heading, 'inForceFrom' | 'inForceTo'>,
  day: string,
): 'coming' | 'now' | 'ended' => (day < inForceFrom ? 'coming' : inForceTo !== null && inForceTo <= day ? 'ended' : 'now')

/** Whether an item holds what was typed, in either language, its clause, or how it is checked. */
export const itemHolds = (item: Item, typed: string): boolean => {
  const needle = typed.trim().toLowerCase()
  return [item.key, item.clause, item.zh, item.en, item.howToCheck?.zh ?? '', item.howToCheck?.en ?? ''].some((text) =>
    text.toLowerCase().includes(needle),
  )
}
