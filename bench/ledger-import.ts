import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { routes as identity } from '../contexts/identity/contract/index.ts'
import { routes } from '../contexts/ledgers/contract/index.ts'
import type { RouteOutput } from '../kernel/contract.ts'
import { writeHazardLedger } from '../main/testing/bureau/hazards.ts'
import { bureauUnits, writeUnitRegister } from '../main/testing/bureau/units.ts'
import { openClient } from '../tests/client.ts'

// How fast a ledger is sent, read, checked and taken in by the whole product, and how others are served meanwhile.
// Method and figures are in ledger-import.md. node bench/ledger-import.ts [rows] [units]

type Import = RouteOutput<typeof routes.importRecord>

const rows = Number(process.argv[2] ?? 100_000)
const unitCount = Number(process.argv[3] ?? 3_000)
const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-ledger-'))
const child = spawn(process.execPath, ['main/start.mjs', 'serve'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, ANLAN_DATA: folder, ANLAN_PORT: '0', ANLAN_SAMPLE: 'on', DATABASE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let password = ''
let address = ''
for await (const line of createInterface(child.stdout)) {
  password = /sample account: (\S+)/.exec(line)?.[1] ?? password
  address = /(http:\/\/\S+:\d+)/.exec(line)?.[1] ?? address
  if (line.includes('Ctrl+C')) break
}
child.stdout.resume()

const client = openClient(() => address)
const other = openClient(() => address)
const signedIn = await client.signIn('county.officer', password)
await other.signIn('city.officer', password)
if (signedIn.status >= 300) throw new Error(`sign-in was refused: ${signedIn.status}`)

const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** A small request of somebody else every 50 ms while something runs, the memory of the server, and its event loop's lag. */
const watch = () => {
  const waits: number[] = []
  let peakBytes = 0
  let lagSeconds = 0
  const ended = new AbortController()
  const asking = (async () => {
    while (!ended.signal.aborted) {
      const began = performance.now()
      await other.call(identity.me, {})
      waits.push(performance.now() - began)
      await pause(50)
    }
  })()
  const looking = (async () => {
    while (!ended.signal.aborted) {
      peakBytes = Math.max(peakBytes, await metric('anlan_process_resident_memory_bytes'))
      lagSeconds = Math.max(lagSeconds, await metric('anlan_nodejs_eventloop_lag_p99_seconds'))
      await pause(1_000)
    }
  })()
  return async () => {
    ended.abort()
    await Promise.all([asking, looking])
    const sorted = waits.toSorted((one, after) => one - after)
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
    return `small requests p50 ${at(0.5)} / p95 ${at(0.95)} / most ${at(1)} ms; peak ${(peakBytes / 1024 ** 2).toFixed(0)} MiB; lag p99 ${(lagSeconds * 1000).toFixed(0)} ms`
  }
}

const until = async (importId: string, state: Import['state']): Promise<Import> => {
  for (;;) {
    const { body } = await client.call(routes.importRecord, { params: { importId } })
    if (body.state === state) return body
    if (body.state === 'stopped' || body.state === 'unreadable') throw new Error(`${body.state}: ${body.stop?.sentence.en}`)
    await pause(100)
  }
}

const timed = async <Value>(what: string, count: number, work: () => Promise<Value>): Promise<Value> => {
  const told = watch()
  const began = performance.now()
  const value = await work()
  const seconds = (performance.now() - began) / 1000
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows/s; ${await told()}`)
  return value
}

const importFile = async (path: string, count: number): Promise<void> => {
  const bytes = await readFile(path)
  const { body: begun } = await client.call(routes.beginImport, { body: { name: basename(path), sizeBytes: bytes.length } })
  const params = { importId: begun.id }
  const read = await timed(`  sent (${(bytes.length / 1024 ** 2).toFixed(1)} MiB) and matched`, count, async () => {
    for (let at = 0; at < bytes.length; at += begun.chunkLimitBytes)
      await client.sendChunk(routes.receiveLedger, { params }, at, new Uint8Array(bytes.subarray(at, at + begun.chunkLimitBytes)))
    return until(begun.id, 'waiting')
  })
  const checked = await timed('  checked', count, async () => {
    await client.call(routes.checkImport, { params, body: { version: read.version } })
    return until(begun.id, 'checked')
  })
  const done = await timed('  taken in', count, async () => {
    await client.call(routes.beginTaking, { params, body: { version: checked.version } })
    return until(begun.id, 'done')
  })
  console.log('  ', JSON.stringify({ taken: done.take?.taken, present: done.take?.present, refused: done.take?.refused }))
}

try {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
  console.log(`at rest: ${((await metric('anlan_process_resident_memory_bytes')) / 1024 ** 2).toFixed(0)} MiB`)
  const units = bureauUnits(unitCount, 'bureau')
  const register = join(folder, 'units.xlsx')
  await writeUnitRegister(register, units)
  console.log(`${unitCount} units`)
  await importFile(register, unitCount)
  const ledger = join(folder, 'hazards.xlsx')
  const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString()
  await writeHazardLedger(ledger, { units, rows, faultEvery: 100, seed: 'bureau', today })
  console.log(`${rows} hazards, one row in a hundred faulty`)
  await importFile(ledger, rows)
  console.log('the same file again')
  await importFile(ledger, rows)
} finally {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
  await rm(folder, { recursive: true, force: true })
}
