/**
 * Chance that can be repeated: the same seed gives the same draws, for samples that must be reproducible
 * (sample data, the drawing of inspections). Not for secrets.
 */
export type Chance = {
  /** A number from 0 up to but not including 1. */
  fraction(): number
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item
}

/** FNV-1a over the UTF-16 units, so that a seed may be a word. */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The draws of one seed, by the mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state, period 2^32. */
export const chanceOf = (seed: string): Chance => {
  let state = seedOf(seed)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1))
  return {
    fraction,
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}
