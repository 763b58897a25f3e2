import { isWithinIndustry } from '../industries.ts'
import type { Checklist, Item, Scope } from './checklist.ts'
import type { CheckedUnit } from './unit.ts'

/** Whether a list or an item is for a unit: kinds narrow, an industry or a tag lets in, empty fields ask for nothing. */
export const fits = ({ kinds, industries, tags }: Scope, unit: CheckedUnit): boolean => {
  if (kinds.length > 0 && !kinds.includes(unit.kind)) return false
  if (industries.length === 0 && tags.length === 0) return true
  const { industry } = unit
  return tags.some((tag) => unit.tags.includes(tag)) || (industry !== null && industries.some((code) => isWithinIndustry(industry, code)))
}

/** Whether a list counts on a day, YYYY-MM-DD: from its first day on, up to but not including its last. */
export const isInForce = ({ inForceFrom, inForceTo }: Checklist, on: string): boolean =>
  inForceFrom <= on && (inForceTo === null || on < inForceTo)

/** The edition of a list that counts on a day, or null. */
export const editionInForce = (library: readonly Checklist[], key: string, on: string): Checklist | null =>
  library.find((list) => list.key === key && isInForce(list, on)) ?? null

/**
 * The lists to take to a unit on a day, those of the authorities first, then the daily ones, each in the order of the
 * library. A list of which no item fits the unit stays away, unless it has no items at all: then it shows a gap.
 */
export const checklistsFor = (library: readonly Checklist[], unit: CheckedUnit, on: string): readonly Checklist[] => {
  const fitting = library.filter(
    (list) =>
      isInForce(list, on) &&
      fits(list.appliesTo, unit) &&
      (list.items.length === 0 || list.items.some((item) => fits(item.appliesTo, unit))),
  )
  return [...fitting.filter(({ purpose }) => purpose === 'major'), ...fitting.filter(({ purpose }) => purpose === 'routine')]
}

/** The items of a list that concern a unit, in the order of the list. */
export const itemsFor = ({ items }: Checklist, unit: CheckedUnit): readonly Item[] => items.filter(({ appliesTo }) => fits(appliesTo, unit))

export type FoundItem = {
  readonly item: Item
  readonly checklist: Checklist
  /** The day from which it counts no more, as seen from the day asked for; null while it may be cited. */
  readonly retiredOn: string | null
}

/**
 * An item as it stood on a day. Where no edition in force holds it any more, the last one that did answers, with the day it
 * ended, so that an old record can be read for ever; a new finding may not cite it. Null: not known, or not yet in force.
 */
export const itemOf = (library: readonly Checklist[], key: string, on: string): FoundItem | null => {
  const known = library
    .filter(({ inForceFrom, items }) => inForceFrom <= on && items.some((item) => item.key === key))
    .sort((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1))
  const checklist = known.find((list) => isInForce(list, on)) ?? known.at(-1)
  const item = checklist?.items.find((candidate) => candidate.key === key)
  if (!checklist || !item) return null
  return { item, checklist, retiredOn: isInForce(checklist, on) ? null : checklist.inForceTo }
}

/**
 * The level that the items cited by a finding force: one that makes it major is enough (安全生产法 art. 118 leaves the
 * criteria to the departments, and theirs say 应当判定). Null leaves the level to the inspector.
 */
export const levelByItems = (items: readonly Pick<Item, 'makesMajor'>[]): 'major' | null =>
  items.some(({ makesMajor }) => makesMajor) ? 'major' : null
