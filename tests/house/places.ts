import { isTest } from './tree.ts'

/** Where a file stands on the staircase. */
export type Place =
  | { readonly step: 'kernel' | 'platform' | 'ui' | 'main' | 'mainWeb' | 'test' | 'bench' | 'root' | 'nowhere' }
  | { readonly step: 'rules' | 'contract' | 'server' | 'web'; readonly room: string }

const whole = new Set(['kernel', 'platform', 'ui', 'bench'] as const)
const roomParts = new Set(['rules', 'contract', 'server', 'web'] as const)

function isIn<T extends string>(set: ReadonlySet<T>, word: string | undefined): word is T {
  return word !== undefined && (set as ReadonlySet<string>).has(word)
}

/** The place of a file or folder, by its path from the root. A test beside the code is a test, whatever folder it stands in. */
export function placeOf(path: string): Place {
  if (isTest(path)) return { step: 'test' }
  const parts = path.split('/')
  const [top, second, third] = parts
  if (parts.length === 1 && path.includes('.')) return { step: 'root' }
  if (top === 'tests') return { step: 'test' }
  // The whole product opened for tests, rooms' insides at hand.
  if (top === 'main' && second === 'testing') return { step: 'test' }
  if (top === 'main') return { step: second === 'web' ? 'mainWeb' : 'main' }
  if (isIn(whole, top)) return { step: top }
  if (top === 'contexts' && second !== undefined && isIn(roomParts, third)) {
    return { step: third, room: second }
  }
  return { step: 'nowhere' }
}

/** Runs in the browser and on the server alike: nothing of either may be in it. */
export function isPure(place: Place): boolean {
  return place.step === 'kernel' || place.step === 'rules' || place.step === 'contract'
}

/** Is sent to a browser. */
export function isBrowser(place: Place): boolean {
  return place.step === 'web' || place.step === 'ui' || place.step === 'mainWeb'
}

/** Tests, benchmarks and the settings of tools in the root: they hold the house from outside, nothing stands on them. */
export function isOutside(place: Place): boolean {
  return place.step === 'test' || place.step === 'bench' || place.step === 'root'
}
