import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'

const web = fileURLToPath(new URL('main/web/', import.meta.url))
const require = createRequire(import.meta.url)

/**
 * The face comes in 101 files by how often their characters are used; the sheet that names them all is 31 KB gzip,
 * because it lists every range. The commoner ranges (6,200 characters and Latin, 11 KB) come with the first page,
 * the rest after it.
 */
const commonFrom = 96

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
const face = (): Plugin => ({
  name: 'anlan:face',
  resolveId: (id) => (id.startsWith('virtual:face/') ? join(web, id.replace('virtual:', '@')) : null),
  load: (id) => {
    const name = /@face\/(common|rare)\.css$/.exec(id)?.[1]
    if (name === undefined) return null
    const sheets = faceSheets()
    return name === 'common' ? sheets.common : sheets.rare
  },
})

/** A contract's schemas are declared in the browser and never run there: their library stays out of the app. */
const contractsWithoutSchemas = (): Plugin => ({
  name: 'anlan:contracts-without-schemas',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'zod' && importer !== undefined && /\/contexts\/[^/]+\/contract\//.test(importer) ? join(web, 'unreadSchemas.ts') : null),
})

/**
 * The table measures its scroll bar with a style of its own and hands no nonce on, so the page's policy refuses it and
 * says so in the console each time. Here it is given the page's nonce like every other style.
 */
const measuringWithNonce = (): Plugin => ({
  name: 'anlan:measuring-with-nonce',
  transform: (code, id) => {
    if (!/@rc-component\/util\/es\/getScrollBarSize\.js$/.test(id)) return null
    const given = code.replace(/(`),\s*randomId\)/, "$1, randomId, { csp: { nonce: document.querySelector('meta[name=\"csp-nonce\"]')?.nonce } })")
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
const head = (): Plugin => {
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

/**
 * Parts that change seldom, or that only some pages need, in files of their own. What a group stands on goes with it
 * unless a group before it has taken it, so the order is by `priority`.
 */
const groups = [
  { name: 'base', priority: 2, test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
  { name: 'antd', priority: 1, test: /node_modules\/(antd\/(?!locale|es\/locale|lib\/locale)|@ant-design|@rc-component|rc-[^/]+)/ },
]

export default defineConfig(({ command }) => {
  // Whoever builds, and in whatever environment: React's development half is 60 KB more and slower.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: web,
    publicDir: false,
    plugins: [contractsWithoutSchemas(), measuringWithNonce(), react(), face(), head()],
    server: { proxy: { '^/api/': { target: `http://127.0.0.1:${process.env['ANLAN_PORT'] ?? '8080'}`, ws: true } } },
    build: {
      outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
      emptyOutDir: true,
      // The page allows no data: styles or scripts, and a font is better cached than repeated.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'baseline-widely-available',
      manifest: true,
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
  }
})
