import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
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

/** What Linux counts of a process: the seconds of computing of it, and of the children it has buried where it is their parent. */
const processAt = async (pid: string): Promise<{ readonly seconds: number } | null> => {
  // It may have ended since its folder was listed.
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return text === '' ? null : { seconds: ticks / 100 }
}

/** Seconds of computing of PostgreSQL: the one that works in our folder, and its children. */
const databaseSeconds = async (): Promise<number> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  const all = await Promise.all(pids.filter((_pid, place) => places[place]!.startsWith(folder)).map(processAt))
  return all.reduce((sum, is) => sum + (is?.seconds ?? 0), 0)
}

/** The first start leaves the worker much to tell; it is let through before anything is measured. */
const letRest = async (): Promise<void> => {
  for (let before = 0; ;) {
    const seconds = await metric('anlan_process_cpu_seconds_total')
    if (seconds - before < 0.3) return
    before = seconds
    await pause(3_000)
  }
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
  const computed = async () => [await metric('anlan_process_cpu_seconds_total'), await databaseSeconds()] as const
  const [serverBefore, databaseBefore] = await computed()
  const began = performance.now()
  const value = await work()
  const seconds = (performance.now() - began) / 1000
  const [server, database] = await computed()
  const computing = `computing ${(server - serverBefore).toFixed(1)} s server, ${(database - databaseBefore).toFixed(1)} s PostgreSQL`
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows/s; ${computing}; ${await told()}`)
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
  await letRest()
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
