import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HtmlTagDescriptor, Plugin } from 'vite'

const web = fileURLToPath(new URL('web/', import.meta.url))
const require = createRequire(import.meta.url)

/**
 * The face comes in 101 files by how often their characters are used; the sheet that names them all is 31 KB gzip,
 * because it lists every range. The commoner ranges (3,100 characters and Latin, 7 KB) come with the first page,
 * the rest after it.
 */
const commonFrom = 104

const faceSheets = (): { readonly common: string; readonly rare: string } => {
  const sheet = require.resolve('@fontsource-variable/noto-sans-sc/index.css')
  const folder = dirname(sheet)
  const faces = readFileSync(sheet, 'utf8').split(/(?=\/\* noto-sans-sc-)/)
  const isCommon = (face: string): boolean => {
    const number = /noto-sans-sc-\[(\d+)\]/.exec(face)?.[1]
    return number === undefined ? /noto-sans-sc-latin-wght/.test(face) : Number(number) >= commonFrom
  }
  const placed = (wanted: readonly string[]): string => wanted.join('').replaceAll('url(./', `url(${folder}/`)
  return { common: placed(faces.filter(isCommon)), rare: placed(faces.filter((face) => !isCommon(face))) }
}

/** The bundled face as two style sheets, `virtual:face/common.css` and `virtual:face/rare.css`. */
export const face = (): Plugin => ({
  name: 'anlan:face',
  resolveId: (id) => (id.startsWith('virtual:face/') ? join(web, id.replace('virtual:', '@')) : null),
  load: (id) => {
    const name = /@face\/(common|rare)\.css$/.exec(id)?.[1]
    if (name === undefined) return null
    const sheets = faceSheets()
    return name === 'common' ? sheets.common : sheets.rare
  },
})

/** What the browser needs of a route: where it is, who may, and how it is repeated. */
const neededOfRoutes = new Set(['method', 'path', 'action', 'scope', 'success', 'repeat', 'bodyKind', 'outputKind'])

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [name: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** Where the properties of `route({ … })` stand that nobody reads in the browser. */
const unreadProperties = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(unreadProperties)
  if (!isNode(value)) return []
  const [declared] = Array.isArray(value['arguments']) ? (value['arguments'] as unknown[]) : []
  if (value.type === 'CallExpression' && isNode(value['callee']) && value['callee']['name'] === 'route' && isNode(declared)) {
    return (declared['properties'] as readonly Node[]).filter(
      (property) => isNode(property['key']) && !neededOfRoutes.has(String(property['key']['name'])),
    )
  }
  return Object.values(value).flatMap(unreadProperties)
}

const without = (code: string, node: Node): string => code.slice(0, node.start) + code.slice(node.end).replace(/^\s*,/, '')

/**
 * A contract in the browser is its addresses, actions and types. Schemas are run, and summaries and refusals read, by
 * the server alone, so they stay out of the app, and with them the schemas' library (24 KB gzip).
 */
export const leanContracts = (): Plugin => ({
  name: 'anlan:lean-contracts',
  resolveId: {
    order: 'pre',
    handler: (id, importer) => (id === 'zod' && importer !== undefined && isContract(importer) ? join(web, 'unreadSchemas.ts') : null),
  },
  transform: {
    order: 'post',
    handler(code, id) {
      if (this.environment.mode === 'dev' || !isContract(id)) return null
      const cuts = unreadProperties(this.parse(code)).toSorted((one, other) => other.start - one.start)
      return { code: cuts.reduce(without, code), map: null }
    },
  },
})

const isContract = (id: string): boolean => /\/(?:contexts\/[^/]+\/contract\/[^/]+|platform\/[^/]+\/contract)\.ts$/.test(id)

/** Kernel, rules and contracts do nothing when they are loaded (the lint sees to it), so nothing of them is needed for its own sake. */
const isPureModule = (id: string): boolean => /\/(kernel|contexts\/[^/]+\/(rules|contract))\/[^?]*\.ts$/.test(id)

const isFunction = ({ type }: Node): boolean => /Function/.test(type)

/** What runs when the module is loaded, of these kinds. */
const onLoad = (value: unknown, kinds: ReadonlySet<string>): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap((each) => onLoad(each, kinds))
  if (!isNode(value) || isFunction(value)) return []
  return [...(kinds.has(value.type) ? [value] : []), ...Object.values(value).flatMap((each) => onLoad(each, kinds))]
}

const calls = new Set(['CallExpression', 'NewExpression'])
const spreads = new Set(['SpreadElement'])
const declarations = new Set(['VariableDeclarator'])

/**
 * Marks as pure every call of such a module, and every value put together from others: what a page does not use of kernel,
 * rules and contracts stays out of it, the tables of checklists and substances first of all (50 KB gzip that came with a
 * single schema), and the sentences of refusals, which come with each answer.
 */
export const pureModules = (): Plugin => ({
  name: 'anlan:pure-modules',
  enforce: 'post',
  transform(code, id) {
    if (this.environment.mode === 'dev' || !isPureModule(id)) return null
    const tree = this.parse(code)
    const joined = onLoad(tree, declarations)
      .map(({ init }) => init)
      .filter((init): init is Node => isNode(init) && !isFunction(init) && onLoad(init, spreads).length > 0)
    const marks = [
      ...[...new Set(onLoad(tree, calls).map(({ start }) => start))].map((at) => ({ at, text: '/* @__PURE__ */ ' })),
      ...joined.flatMap(({ start, end }) => [
        { at: start, text: '/* @__PURE__ */ (() => (' },
        { at: end, text: '))()' },
      ]),
    ].toSorted((one, other) => other.at - one.at)
    const marked = marks.reduce((text, mark) => text.slice(0, mark.at) + mark.text + text.slice(mark.at), code)
    return { code: marked, map: null, moduleSideEffects: false }
  },
})

/**
 * The table measures its scroll bar with a style of its own and hands no nonce on, so the page's policy refuses it and
 * says so in the console each time. Here it is given the page's nonce like every other style.
 */
export const measuringWithNonce = (): Plugin => ({
  name: 'anlan:measuring-with-nonce',
  transform: (code, id) => {
    if (!id.endsWith('/@rc-component/util/es/getScrollBarSize.js')) return null
    const given = code.replace(
      /(`),\s*randomId\)/,
      '$1, randomId, { csp: { nonce: document.querySelector(\'meta[name="csp-nonce"]\')?.nonce } })',
    )
    if (given === code) throw new Error('the measuring of scroll bars has changed; see whether it takes a nonce now')
    return given
  },
})

/** Sets theme and language before the first paint; a file of its own, because the page allows no inline script. */
const beforePaint = `(function () {
  var page = document.documentElement, kept = {}
  try { kept = { theme: localStorage.getItem('anlan.theme'), language: localStorage.getItem('anlan.language') } } catch (refused) { kept = {} }
  page.dataset.theme = kept.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  if (kept.language === 'en') page.lang = 'en'
})()
`

/** What the page needs in its head beside the app: the script above, the icon and the manifest, each under a hashed name. */
export const head = (): Plugin => {
  const emitted: Record<string, string> = {}
  return {
    name: 'anlan:head',
    buildStart() {
      if (this.environment.mode === 'dev') return
      const icon = readFileSync(join(web, 'icon.svg'), 'utf8')
      emitted['script'] = this.emitFile({ type: 'asset', name: 'before-paint.js', source: beforePaint })
      emitted['icon'] = this.emitFile({ type: 'asset', name: 'icon.svg', source: icon })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        bundle
          ? Object.values(bundle).flatMap((file): HtmlTagDescriptor[] => {
              if (file.type !== 'asset') return []
              const address = `/${file.fileName}`
              if (file.names.includes('before-paint.js')) return [{ tag: 'script', attrs: { src: address }, injectTo: 'head-prepend' }]
              if (file.names.includes('icon.svg')) return [{ tag: 'link', attrs: { rel: 'icon', href: address, type: 'image/svg+xml' } }]
              if (file.names.includes('manifest.webmanifest')) return [{ tag: 'link', attrs: { rel: 'manifest', href: address } }]
              return []
            })
          : [{ tag: 'script', children: beforePaint, injectTo: 'head-prepend' as const }],
    },
    generateBundle() {
      const icon = emitted['icon']
      if (icon === undefined) return
      const manifest = {
        name: '安澜 Anlan',
        short_name: '安澜',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f4f3ee',
        theme_color: '#f4f3ee',
        icons: [{ src: `/${this.getFileName(icon)}`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      }
      this.emitFile({ type: 'asset', name: 'manifest.webmanifest', source: JSON.stringify(manifest) })
    },
  }
}

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...given: never[]) => unknown>>[1]
type Chunk = Extract<Bundle[string], { type: 'chunk' }>

/** Modules that the pocket is made of: pages of any room under `web/pocket`, the frame, and what sends from a phone. */
const isPocketModule = (id: string): boolean => /\/(contexts\/[^/]+\/web|main\/web)\/pocket\//.test(id)

/** Every file that the pocket needs to open and work: the first page, its own pages with all they fetch later, the common face. */
const pocketFiles = (bundle: Bundle): readonly string[] => {
  const chunkOf = (name: string): Chunk | null => {
    const file = bundle[name]
    return file?.type === 'chunk' ? file : null
  }
  const files = new Set<string>()
  const take = (chunk: Chunk | null, later: boolean): void => {
    if (!chunk || files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(sheet)
    for (const name of chunk.imports) take(chunkOf(name), false)
    if (later) for (const name of chunk.dynamicImports) take(chunkOf(name), true)
  }
  const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.fileName !== 'sw.js' ? [file] : []))
  for (const chunk of chunks) if (chunk.isDynamicEntry && isPocketModule(chunk.facadeModuleId ?? '')) take(chunk, true)
  for (const chunk of chunks) if (chunk.isEntry) take(chunk, false)
  for (const file of files) {
    const sheet = bundle[file]
    if (sheet?.type !== 'asset' || !file.endsWith('.css')) continue
    for (const [, name] of String(sheet.source).matchAll(/url\("?\/?(assets\/[^)"]+\.woff2)"?\)/g)) if (name !== undefined) files.add(name)
  }
  // The sheet of rarer characters is asked for after the first page; its faces come when one of them is shown.
  for (const chunk of chunks) if (chunk.facadeModuleId?.endsWith('@face/rare.css') === true) take(chunk, false)
  const inHead = new Set(['before-paint.js', 'icon.svg', 'manifest.webmanifest'])
  for (const file of Object.values(bundle))
    if (file.type === 'asset' && file.names.some((name) => inHead.has(name))) files.add(file.fileName)
  return [...files].filter((name) => name.startsWith('assets/')).toSorted()
}

/** Builds the worker that keeps the pocket on a phone, and tells it its files; it is named after them, so a new build is a new worker. */
export const pocketWorker = (): Plugin => ({
  name: 'anlan:pocket-worker',
  buildStart() {
    if (this.environment.mode !== 'dev') this.emitFile({ type: 'chunk', id: join(web, 'pocket/worker.ts'), fileName: 'sw.js' })
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['sw.js']
      if (worker?.type !== 'chunk') return
      if (worker.imports.length > 0 || worker.dynamicImports.length > 0) throw new Error('the pocket worker must be one file')
      const files = pocketFiles(bundle).map((name) => `/${name}`)
      const page = bundle['index.html']
      const hash = createHash('sm3')
        .update(JSON.stringify(files))
        .update(page?.type === 'asset' ? String(page.source) : '')
      const told = JSON.stringify(JSON.stringify({ name: hash.digest('hex').slice(0, 16), files }))
      const code = worker.code.replace(/(["'`])__POCKET_BUILD__\1/, () => told)
      if (code === worker.code) throw new Error('the pocket worker has no place for its files')
      worker.code = code
    },
  },
})
