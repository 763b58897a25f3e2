import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const project = join(import.meta.dirname, '..')

/** Seconds from the command to the message that the product is ready; then it is stopped, or killed with everything it started. */
const start = async (dataFolder: string, end: 'stop' | 'kill'): Promise<number> => {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: project,
    env: { ...process.env, ANLAN_DATA: dataFolder, ANLAN_PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  for await (const line of createInterface(child.stdout)) if (line.includes('Ctrl+C')) break
  const seconds = (performance.now() - began) / 1000
  child.stdout.resume()
  process.kill(-child.pid!, end === 'stop' ? 'SIGTERM' : 'SIGKILL')
  if (child.exitCode === null) await once(child, 'exit')
  return seconds
}

const runs = Number(process.argv[2] ?? 7)
const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-start-'))
const first = await start(folder, 'stop')
const later: number[] = []
const afterKill: number[] = []
for (let run = 0; run < runs; run += 1) later.push(await start(folder, 'stop'))
await start(folder, 'kill')
for (let run = 0; run < runs; run += 1) afterKill.push(await start(folder, 'kill'))
await start(folder, 'stop')
await rm(folder, { recursive: true })

const told = (name: string, seconds: readonly number[]): void => {
  const sorted = seconds.toSorted((a, b) => a - b)
  const at = (share: number): string => sorted[Math.round(share * (sorted.length - 1))]!.toFixed(2)
  console.log(`${name}: ${at(0)} / ${at(0.5)} / ${at(1)} s (least / median / most of ${seconds.length})`)
}
told('first start, web app built before', [first])
told('later start', later)
told('start after kill -9 of everything', afterKill)
