import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The project's root, where every tool is run. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The compiler, the linter and the test runner, by path: a name in `.bin` could be another version's. */
export const tools = {
  tsc: fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url)),
  oxlint: fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url)),
  vitest: fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url)),
} as const

/** What a tool said and how it ended; `code` is null when a signal ended it. */
export type ToolEnd = { readonly code: number | null; readonly output: string }

/** Runs a tool to its end with this Node, its two outputs taken together. A tool that cannot be started rejects. */
export function runTool(tool: keyof typeof tools, args: readonly string[], folder: string = root): Promise<ToolEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tools[tool], ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(said).toString('utf8') }))
  })
}
