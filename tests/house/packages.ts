import { isBuiltin } from 'node:module'
import { isBrowser, isOutside, isPure, type Place } from './places.ts'
import type { Tree } from './tree.ts'

/** Kernel wraps a well-kept pure library in the files named here, so that a change of library is a change of these. */
const kernelMayWrap: ReadonlyMap<string, readonly string[]> = new Map([
  // The shape of a route's input and output, and of an acceptance case; contracts build shapes with zod itself.
  ['zod', ['kernel/contract.ts', 'kernel/conformance.ts']],
])

const contractMayUse: ReadonlySet<string> = new Set(['zod'])

/** Packages that the browser and the server both load, with the reason. Any other stays on one side. */
const bothSides: ReadonlyMap<string, string> = new Map([
  ['zod', 'a contract is parsed on both sides'],
  ['qr', 'the server draws codes, a phone without a reader of its own reads them'],
])

type Declared = { readonly running: ReadonlySet<string>; readonly all: ReadonlySet<string> }

/** What a use of a package needs to be judged. */
export type PackageUse = {
  readonly file: string
  readonly place: Place
  readonly specifier: string
  readonly typeOnly: boolean
}

/** `@scope/name` or `name` of a bare specifier. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Packages that server code loads; what both sides may load is not among them. */
export function serverPackages(uses: readonly PackageUse[]): ReadonlySet<string> {
  const names = uses
    .filter(({ place, typeOnly }) => !typeOnly && ['server', 'platform', 'main'].includes(place.step))
    .map(({ specifier }) => packageOf(specifier))
  return new Set(names.filter((name) => !bothSides.has(name)))
}

/** The packages that `package.json` declares. */
export function declaredPackages(tree: Tree): Declared {
  const manifest = JSON.parse(tree.get('package.json') ?? '{}') as Partial<Record<string, Record<string, string>>>
  const running = [...Object.keys(manifest['dependencies'] ?? {}), ...Object.keys(manifest['optionalDependencies'] ?? {})]
  return { running: new Set(running), all: new Set([...running, ...Object.keys(manifest['devDependencies'] ?? {})]) }
}

/** What is wrong with one use of a package or of a Node module, or null. */
export function packageFault(use: PackageUse, onServer: ReadonlySet<string>, declared: Declared): string | null {
  const { file, place, specifier, typeOnly } = use
  if (/^(?:[#~/]|@\/|file:|https?:|data:)/.test(specifier)) {
    return `"${specifier}" is neither a relative path nor a package. Inside the project write the relative path with its ending, so that nothing has to be guessed.`
  }
  // Made by our own plugin of the bundler, so it exists in what goes to the browser and nowhere else.
  if (specifier.startsWith('virtual:') && isBrowser(place)) return null
  const name = packageOf(specifier)
  if (place.step === 'rules') {
    return `rules import no package ("${name}"): a rule takes values and gives a verdict. Pass what the package would give as an argument, or let kernel wrap it.`
  }
  if (isBuiltin(specifier) && (isPure(place) || isBrowser(place))) {
    return `"${specifier}" is Node's own and this file ${isPure(place) ? 'also runs' : 'runs'} in a browser. Move the line to platform or to the room's server.`
  }
  if (isBuiltin(specifier)) return null
  if (place.step === 'kernel' && !(kernelMayWrap.get(name) ?? []).includes(file)) {
    return `kernel imports nothing but kernel ("${name}"). A pure library that kernel wraps is named with its wrapping file in tests/house/packages.ts.`
  }
  if (place.step === 'contract' && !contractMayUse.has(name)) {
    return `a contract imports only own rules, kernel and zod ("${name}"). What needs the package belongs to the room's server or web.`
  }
  if (isBrowser(place) && !typeOnly && onServer.has(name)) {
    return `"${name}" is loaded by server code, so it may not also go to the browser. If it must, name it with its reason under bothSides in tests/house/packages.ts.`
  }
  const types = `@types/${name.replace(/^@/, '').replace('/', '__')}`
  const isForTests = isOutside(place) || file.startsWith('platform/testing/')
  const may = isForTests || typeOnly ? declared.all : declared.running
  if (may.has(name) || (typeOnly && declared.all.has(types))) return null
  return declared.all.has(name)
    ? `"${name}" is a devDependency and this file runs without those. Make it a dependency or import its types only.`
    : `"${name}" is not in package.json, so it is here by another package's grace. Declare it with its exact version.`
}
