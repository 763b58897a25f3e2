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
