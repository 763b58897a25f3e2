import { posix } from 'node:path'
import { ringsOf } from './cycles.ts'
import { declaredPackages, packageFault, serverPackages, type PackageUse } from './packages.ts'
import { isBrowser, isOutside, isPure, placeOf, type Place } from './places.ts'
import { readReferences, type Reference } from './references.ts'
import { isCode, isTest, type Fault, type Tree } from './tree.ts'

type Link = { readonly file: string; readonly target: string; readonly kind: Reference['kind']; readonly line: number }

/**
 * What each line of the project may import: `kernel → rules → contract → server | web → main`, down and never up,
 * sideways only through another room's `contract/index.ts`, and never round in a ring, types included.
 *
 * @returns every fault, in the order of the tree's files.
 */
export function staircaseFaults(tree: Tree): Fault[] {
  const faults: Fault[] = []
  const links: Link[] = []
  const packages: (PackageUse & { readonly line: number })[] = []
  for (const [file, source] of tree) {
    if (!isCode(file)) continue
    const place = placeOf(file)
    if (place.step === 'nowhere') {
      faults.push({
        file,
        line: 0,
        rule: 'place',
        sentence:
          'code stands in kernel, platform, ui, main, tests, bench or in rules, contract, server or web of a room in contexts. What has no room is in the wrong shape, or is kernel.',
      })
    }
    const { references, unparsed } = readReferences(file, source)
    if (unparsed !== null) faults.push({ file, line: 0, rule: 'parse', sentence: `cannot be read: ${unparsed}` })
    for (const { kind, specifier, line } of references) {
      const say = (rule: string, sentence: string): void => void faults.push({ file, line, rule, sentence })
      if (kind === 'glob' || kind === 'unreadable') {
        if (!mayComputeImports(place, kind)) {
          say(
            'computed-import',
            'this import is only known when it runs, so no check can follow it. Name each module in an import of its own.',
          )
        }
      } else if (/^\.\.?(?:\/|$)/.test(specifier)) {
        const target = posix.join(posix.dirname(file), specifier.replace(/[?#].*$/, '')).replace(/\/$/, '')
        const fault = pathFault(tree, target, kind)
        if (fault !== null) say('path', fault)
        else links.push({ file, target, kind, line })
      } else {
        packages.push({ file, place, specifier, typeOnly: kind === 'type', line })
      }
    }
  }
  for (const { file, target, kind, line } of links) {
    const sentence = stepFault(placeOf(file), placeOf(target), target, kind)
    if (sentence !== null) faults.push({ file, line, rule: 'staircase', sentence })
  }
  const onServer = serverPackages(packages)
  const declared = declaredPackages(tree)
  for (const use of packages) {
    const sentence = packageFault(use, onServer, declared)
    if (sentence !== null) faults.push({ file: use.file, line: use.line, rule: 'package', sentence })
  }
  faults.push(...doorFaults(tree, links, packages))
  const order = new Map([...tree.keys()].map((file, index) => [file, index]))
  faults.push(...ringFaults(tree, links))
  return faults.toSorted((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line)
}

/** Platform and main load what they are told to (migrations, the database's binaries); nobody else may. */
function mayComputeImports(place: Place, kind: 'glob' | 'unreadable'): boolean {
  return isOutside(place) || (kind === 'unreadable' && (place.step === 'platform' || place.step === 'main'))
}

function pathFault(tree: Tree, target: string, kind: Reference['kind']): string | null {
  if (target.startsWith('..')) return 'leads out of the project. What is needed from outside comes as a package or by configuration.'
  // An address may name a folder, or a file that a build makes.
  if (kind === 'url' || tree.has(target)) return null
  const bare = target.replace(/\.[cm]?jsx?$/, '')
  const meant = [`${bare}.ts`, `${bare}.tsx`, `${target}/index.ts`, `${target}/index.tsx`].find((path) => tree.has(path))
  return meant === undefined
    ? `names ${target}, which does not exist.`
    : `relative imports carry the file's own ending, so that nothing has to be guessed: this one means ${meant}.`
}

/** Why code at `from` may not name `target`, or null where it may. */
function stepFault(from: Place, to: Place, target: string, kind: Reference['kind']): string | null {
  if (from.step === 'test' || from.step === 'bench' || from.step === 'root') return null
  // Addresses of folders and data in the root (package.json, contexts/) are no module of any step.
  if (kind === 'url' && (to.step === 'root' || to.step === 'nowhere')) return null
  if (to.step === 'test' || to.step === 'bench' || isTest(target)) {
    return `nothing stands on tests or benchmarks (${target}). Move what is wanted to the step that owns it.`
  }
  if (target.startsWith('platform/testing/') && from.step !== 'platform') {
    return `${target} is for tests only. What runs in production belongs to platform itself.`
  }
  if (isRoomFile(target)) {
    const fits =
      (from.step === 'main' && target.endsWith('/server/room.ts')) || (from.step === 'mainWeb' && target.endsWith('/web/room.tsx'))
    return fits
      ? null
      : `a room is opened by main alone (${target}): main imports server/room.ts, main/web imports web/room.tsx. Ask for what you need through a function in needs.ts that main/wiring.ts joins.`
  }
  if (kind === 'url' && from.step === 'main' && to.step === 'mainWeb') return null
  return allowed(from, to, target) ? null : refusal(from, to, target)
}

function isRoomFile(path: string): boolean {
  return /^contexts\/[^/]+\/(?:server|web)\/room\.tsx?$/.test(path)
}

function isDoor(path: string): boolean {
  return /^contexts\/[^/]+\/contract\/index\.ts$/.test(path)
}

/** What is shaped like a room inside the platform has a door that the browser's code may use, too. */
function isPlatformDoor(path: string): boolean {
  return /^platform\/[^/]+\/contract\.ts$/.test(path)
}

/** The table of the staircase: what each step may stand on. */
function allowed(from: Place, to: Place, target: string): boolean {
  const isOwn = 'room' in from && 'room' in to && from.room === to.room
  switch (from.step) {
    case 'kernel':
      return to.step === 'kernel'
    case 'rules':
      return to.step === 'kernel' || (isOwn && to.step === 'rules')
    case 'contract':
      return to.step === 'kernel' || (isOwn && (to.step === 'rules' || to.step === 'contract'))
    case 'server':
      return to.step === 'kernel' || to.step === 'platform' || (isOwn ? to.step !== 'web' : isDoor(target))
    case 'web':
      return to.step === 'kernel' || to.step === 'ui' || isPlatformDoor(target) || (isOwn ? to.step !== 'server' : isDoor(target))
    case 'platform':
      return to.step === 'kernel' || to.step === 'platform'
    case 'ui':
      return to.step === 'kernel' || to.step === 'ui' || isPlatformDoor(target)
    case 'main':
      return to.step === 'kernel' || to.step === 'platform' || to.step === 'main' || to.step === 'root' || isDoor(target)
    case 'mainWeb':
      return to.step === 'kernel' || to.step === 'ui' || to.step === 'mainWeb' || isPlatformDoor(target) || isDoor(target)
    case 'test':
    case 'bench':
    case 'root':
    case 'nowhere':
      return true
  }
}

const ways: Record<Place['step'], string> = {
  kernel: 'kernel imports only kernel. What knows more belongs further up.',
  rules: 'rules import only own rules and kernel. Take the value as an argument; the server fetches it.',
  contract: "a contract imports only own rules, kernel and zod, never another room's contract. Name the field's shape here.",
  server:
    "a room's server imports its own rules, contract and server, kernel, platform, and of other rooms contract/index.ts alone. For an answer from another room declare a function in needs.ts; main/wiring.ts joins it.",
  web: "a room's web imports its own rules, contract and web, kernel, ui, of other rooms contract/index.ts alone and of the platform contract.ts alone. What the server knows comes by a route.",
  platform: 'platform knows no business and no screen: it imports kernel, platform and packages. Let the room or main pass it in.',
  ui: "ui knows no room and no server: it imports kernel, ui, packages and of the platform a room's contract.ts alone. Let the page pass it in.",
  main: "main imports each room's server/room.ts, contracts, kernel and platform; never a room's inside and never the browser's code. Let room.ts offer it.",
  mainWeb:
    "main/web imports each room's web/room.tsx, contracts (the platform's, too), kernel and ui; never a room's inside and never the server. Let room.tsx offer it.",
  test: '',
  bench: '',
  root: '',
  nowhere: '',
}

function refusal(from: Place, to: Place, target: string): string {
  const whom =
    'room' in to &&
    'room' in from &&
    to.room !== from.room &&
    (to.step === 'rules' || to.step === 'server' || to.step === 'web' || to.step === 'contract')
      ? `${target} is inside another room`
      : isBrowser(to) && !isPure(from) && !isBrowser(from)
        ? `${target} is the browser's`
        : `${target} is not below`
  return `${whom}: ${ways[from.step]}`
}

/**
 * What a platform's door brings along goes to the browser with it: pure files of its own folder, kernel and zod. Types
 * count too, so that a door cannot be opened wider by a file behind it.
 */
function doorFaults(tree: Tree, links: readonly Link[], packages: readonly { file: string; specifier: string; line: number }[]): Fault[] {
  const behind = [...tree.keys()].filter(isPlatformDoor)
  const faults: Fault[] = []
  const say = (file: string, line: number, what: string): void =>
    void faults.push({
      file,
      line,
      rule: 'door',
      sentence: `${what} would go to the browser with the contract.ts of this folder. A platform's door and what it brings import only kernel, zod and pure files of their own folder.`,
    })
  for (const file of behind) {
    const folder = posix.dirname(file)
    for (const link of links.filter((each) => each.file === file)) {
      if (placeOf(link.target).step === 'kernel') continue
      if (posix.dirname(link.target) !== folder) say(file, link.line, link.target)
      else if (!behind.includes(link.target)) behind.push(link.target)
    }
    for (const use of packages) if (use.file === file && use.specifier !== 'zod') say(file, use.line, `"${use.specifier}"`)
  }
  return faults
}

function ringFaults(tree: Tree, links: readonly Link[]): Fault[] {
  const edges = new Map<string, string[]>()
  for (const file of tree.keys()) if (isCode(file)) edges.set(file, [])
  for (const { file, target } of links) if (edges.has(target)) edges.get(file)?.push(target)
  return ringsOf(edges).map((ring) => {
    const [file = ''] = ring
    const next = ring[1] ?? file
    const line = links.find((link) => link.file === file && link.target === next)?.line ?? 0
    return {
      file,
      line,
      rule: 'ring',
      sentence: `imports go round: ${[...ring, file].join(' → ')}. Types count too. Move what both need to a file below them.`,
    }
  })
}
