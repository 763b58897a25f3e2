import { parseRegionCode, type RegionCode, type RegionRange } from '../../../../kernel/region.ts'
import type { LedgerWrong } from './faults.ts'
import type { Reading } from './reading.ts'

/** A region that a text may mean, as the region tree tells it. */
export type CalledRegion = {
  readonly code: string
  readonly path: string
  readonly endedOn: string | null
  readonly successors: readonly string[]
  readonly whole: boolean
}

/** What is asked of the region tree: what a name may mean, and how the region of a code is called. */
export type RegionTree = {
  readonly called: (text: string) => readonly CalledRegion[]
  readonly byCode: (code: RegionCode) => CalledRegion | undefined
}

/** A region of a row, or what is wrong with its name. */
export type PlaceRead = { readonly code: string; readonly path: string } | { readonly wrong: LedgerWrong }

const within = ({ lo, hi }: RegionRange, code: string): boolean => code >= lo && code < hi

/** The best of those that are meant: in force before ended, by its whole name before by a short one, in scope before elsewhere. */
const narrowed = (found: readonly CalledRegion[], scope: RegionRange): readonly CalledRegion[] => {
  const tests: readonly ((region: CalledRegion) => boolean)[] = [
    ({ code }) => within(scope, code),
    ({ endedOn }) => endedOn === null,
    ({ whole }) => whole,
  ]
  return tests.reduce<readonly CalledRegion[]>((left, holds) => {
    const kept = left.filter(holds)
    return kept.length === 0 ? left : kept
  }, found)
}

const judged = (found: readonly CalledRegion[], text: string, scope: RegionRange): PlaceRead => {
  const left = narrowed(found, scope)
  const [first, second] = left
  if (first === undefined) return { wrong: ['REGION_UNKNOWN', { text }] }
  if (!within(scope, first.code)) return { wrong: ['OUT_OF_SCOPE', { name: second === undefined ? first.path : text }] }
  if (second !== undefined) return { wrong: ['REGION_AMBIGUOUS', { text, candidates: left.map(({ path }) => path).slice(0, 5) }] }
  const { code, path, endedOn, successors } = first
  return endedOn === null ? { code, path } : { wrong: ['REGION_ENDED', { name: path, endedOn, successors }] }
}

/**
 * Reads places by code or by name within a scope. The same text is read once, for a ledger has a few dozen of them in
 * thousands of rows.
 */
export const placeReader = (tree: RegionTree, scope: RegionRange): ((county: string, region: string) => PlaceRead) => {
  const known = new Map<string, PlaceRead>()
  const read = (county: string, region: string): PlaceRead => {
    const digits = (region === '' ? county : region).replaceAll(/\s/gu, '')
    if (/^\d+$/.test(digits)) {
      const code = parseRegionCode(digits)
      const found = code.ok ? tree.byCode(code.value) : undefined
      return judged(found === undefined ? [] : [found], digits, scope)
    }
    // A place that is written in full in its own column needs no county in front, and may disagree with it.
    const whole = tree.called(`${county}${region}`)
    return judged(whole.length > 0 || county === '' || region === '' ? whole : tree.called(region), `${county}${region}`, scope)
  }
  return (county, region) => {
    const key = `${county}\n${region}`
    const held = known.get(key)
    if (held !== undefined) return held
    const made = read(county, region)
    known.set(key, made)
    return made
  }
}

/** The place that a row names; null for none, and for one that is wrong, which is then among the faults. */
export const placeIn = (
  reading: Reading,
  reader: (county: string, region: string) => PlaceRead,
): { readonly code: string; readonly path: string } | null => {
  const [county, region] = [reading.text('county').slice(0, 60), reading.text('region').slice(0, 60)]
  if (county === '' && region === '') return null
  const read = reader(county, region)
  return 'wrong' in read ? reading.refuse(region === '' ? 'county' : 'region', read.wrong) : read
}
