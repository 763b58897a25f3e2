import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { routes as hazards } from '../contexts/hazards/contract/index.ts'
import { routes as identity } from '../contexts/identity/contract/index.ts'
import { routes } from '../contexts/ledgers/contract/index.ts'
import type { RouteOutput } from '../kernel/contract.ts'
import { openDataFolder } from '../platform/dataFolder.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { openClient } from '../tests/client.ts'

// How fast a list goes out as a file by the whole product, how others are served meanwhile, and beside it the same list paged
// by a client of the API. Method and figures are in export.md. node bench/export.ts [rows] [seconds of the baseline]

type Exported = RouteOutput<typeof routes.oneExport>

const rows = Number(process.argv[2] ?? 1_000_000)
const baselineSeconds = Number(process.argv[3] ?? 60)
const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-export-'))
const dataFolder = await openDataFolder(join(folder, 'postgres'))
const postgres = await startEmbeddedPostgres({ dataFolder, log: { info: () => undefined, warn: () => undefined } })
const child = spawn(process.execPath, ['main/start.mjs', 'serve'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, ANLAN_DATA: join(folder, 'data'), ANLAN_PORT: '0', ANLAN_SAMPLE: 'on', DATABASE_URL: postgres.url },
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

/** Hazards of a shape like those of the sample, straight into the table: what is measured is reading. */
const database = new pg.Client({ connectionString: postgres.url })
await database.connect()
await database.query(
  `with unit as (select *, row_number() over (order by unit_id) - 1 as place
     from hazards.unit where alias_of is null and region_code like '3301%'
   ), numbered as (
     select row, row % (select count(*) from unit) as place from generate_series(1, $1::integer) as row
   )
   insert into hazards.hazard (unit_id, id, number, recorded_region, region_code, organisation_id, industry_code, registered, how, version,
     state, level, listed, description, found_at, step_due_at, law_due_at, due_on, closed_at, withdrawn, recurrent, hazard)
   select unit_id, gen_random_uuid(), substr(unit.region_code, 1, 6) || '-2025-' || lpad((100000 + row)::text, 7, '0'), unit.region_code,
     unit.region_code, unit.organisation_id, unit.industry_code, false, 'departmentCheck', 7, 'closed', case row % 20 when 0 then 'major' else 'general' end,
     false, '车间东侧第 ' || row || ' 号配电箱前堆放原料，操作通道不足 0.8 米，箱门不能完全打开，未张贴警示标识',
     timestamptz '2025-01-01' + row * interval '31 seconds', null, null, null, timestamptz '2025-01-09' + row * interval '31 seconds', false, false,
     jsonb_build_object('id', gen_random_uuid(), 'unitId', unit_id, 'version', 7, 'state', 'closed', 'level', 'general',
       'found', jsonb_build_object('how', 'departmentCheck', 'item', null, 'place', jsonb_build_object('lng', 120.5, 'lat', 30.3, 'accuracyMetres', 8),
         'step', jsonb_build_object('by', jsonb_build_object('personId', person.id), 'claimedAt', '2025-01-01T02:00:00Z', 'receivedAt', '2025-01-01T02:00:00Z'),
         'evidence', jsonb_build_array(gen_random_uuid(), gen_random_uuid())),
       'order', jsonb_build_object('requirement', '清理通道，补贴标识，并向班组交底', 'dueOn', '2025-01-08'),
       'deadlines', jsonb_build_array(jsonb_build_object('dueOn', '2025-01-08', 'cause', 'order')),
       'selfCheck', jsonb_build_object('costYuan', 800, 'step', jsonb_build_object('claimedAt', '2025-01-06T02:00:00Z')),
       'review', jsonb_build_object('step', jsonb_build_object('by', jsonb_build_object('personId', person.id), 'claimedAt', '2025-01-07T02:00:00Z')))
   from numbered join unit using (place)
     cross join (select id from identity.person order by id limit 1) as person`,
  [rows],
)
await database.query('vacuum analyze hazards.hazard')
await database.end()

const client = openClient(() => address)
const other = openClient(() => address)
const signedIn = await client.signIn('city.officer', password)
await other.signIn('county.officer', password)
if (signedIn.status >= 300) throw new Error(`sign-in was refused: ${signedIn.status}`)

const metric = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await (await fetch(`${address}/metrics`)).text())?.[1])

/** A small request of somebody else every 50 ms while something runs, and the memory of the server. */
const watch = () => {
  const waits: number[] = []
  let peakBytes = 0
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
      await pause(500)
    }
  })()
  return async () => {
    ended.abort()
    await Promise.all([asking, looking])
    const sorted = waits.toSorted((one, after) => one - after)
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
    return `small requests p50 ${at(0.5)} / p95 ${at(0.95)} / most ${at(1)} ms; peak ${(peakBytes / 1024 ** 2).toFixed(0)} MiB`
  }
}

const say = (what: string, told: string): void => void process.stdout.write(`${what.padEnd(30)} ${told}\n`)
say('machine', `${cpus().length} cores, ${cpus()[0]?.model ?? '?'}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
say('server at rest', `${((await metric('anlan_process_resident_memory_bytes')) / 1024 ** 2).toFixed(0)} MiB`)

const exported = async (what: string, body: { format: 'xlsx' | 'csv'; query?: Record<string, string> }): Promise<Exported> => {
  const stop = watch()
  const began = performance.now()
  const begun = await client.call(routes.beginExport, { body: { list: 'hazards.hazards', query: {}, ...body } })
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body))
  let readSeconds = 0
  for (;;) {
    const { body: now } = await client.call(routes.oneExport, { params: { exportId: begun.body.id } })
    const seconds = (performance.now() - began) / 1_000
    if (now.state === 'joining' && readSeconds === 0) readSeconds = seconds
    if (now.state === 'ready') {
      const told = await stop()
      const megabytes = (now.file?.sizeBytes ?? 0) / 1e6
      say(
        what,
        `${now.rowsDone.toLocaleString('en')} rows in ${seconds.toFixed(1)} s (read in ${readSeconds.toFixed(1)} s), ${Math.round(now.rowsDone / seconds)} rows/s, ${megabytes.toFixed(1)} MB; ${told}`,
      )
      return now
    }
    if (!['waiting', 'reading', 'joining'].includes(now.state)) throw new Error(`the export ended as ${now.state}`)
    // A route answers one address 600 times a minute.
    await pause(seconds < 2 ? 30 : 250)
  }
}

await exported('small csv', { format: 'csv', query: { foundIn: '2026-11' } })
await exported('small csv again', { format: 'csv', query: { foundIn: '2026-11' } })
await exported('csv', { format: 'csv' })
await exported('xlsx', { format: 'xlsx' })

// The baseline: the same list by a client that pages it to its end, or for as long as is given.
const stop = watch()
const began = performance.now()
let after: string | undefined
let paged = 0
let total = 0
do {
  const { body } = await client.call(hazards.hazards, { query: { limit: '500', ...(after === undefined ? {} : { after }) } as never })
  paged += body.rows.length
  total = body.total
  after = body.next ?? undefined
} while (after !== undefined && performance.now() - began < baselineSeconds * 1_000)
const seconds = (performance.now() - began) / 1_000
say(
  'the API, page by page',
  `${paged.toLocaleString('en')} of ${total.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${Math.round(paged / seconds)} rows/s, so all in ${Math.round((total * seconds) / paged)} s; ${await stop()}`,
)

child.kill('SIGTERM')
if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
await postgres.stop()
await dataFolder.release()
await rm(folder, { recursive: true, force: true })
