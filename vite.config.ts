import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { face, head, leanContracts, measuringWithNonce, pocketWorker, pureModules } from './main/webPlugins.ts'

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
    root: fileURLToPath(new URL('main/web/', import.meta.url)),
    publicDir: false,
    plugins: [leanContracts(), measuringWithNonce(), react(), face(), head(), pocketWorker(), pureModules()],
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
