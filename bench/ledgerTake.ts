import { randomUUIDv7 } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { industryTable } from '../contexts/hazards/rules/industries/industryTable.ts'
import { creditCodeOf } from '../contexts/hazards/rules/testing/creditCode.ts'
import type { PersonActor } from '../kernel/actor.ts'
import { chanceOf } from '../kernel/chance.ts'
import { openHouse } from '../main/rooms.ts'
import { migrateHouse } from '../main/server.ts'
import { openDataFolder } from '../platform/dataFolder.ts'
import { openDatabase } from '../platform/database/pool.ts'
import { transact, type Services } from '../platform/database/transaction.ts'
import { diskStore } from '../platform/evidence/diskStore.ts'
import type { LedgerRow, RowOutcome } from '../platform/ledger.ts'
import { silentLog } from '../platform/log/log.ts'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { openSecrets } from '../platform/secrets/openSecrets.ts'
import { sm3Hex } from '../platform/secrets/sm.ts'

// How fast rows of ledgers are checked, audited and counted. Method and figures are in ledgerTake.md.
// node bench/ledgerTake.ts [units] [rows of each other ledger] [rows a batch]

const units = Number(process.argv[2] ?? 20_000)
const records = Number(process.argv[3] ?? 50_000)
const batch = Number(process.argv[4] ?? 1000)

const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-'))
const dataFolder = await openDataFolder(folder)
const postgres = await startEmbeddedPostgres({ dataFolder, log: { info: () => undefined, warn: () => undefined } })
const house = openHouse({
  evidence: { store: diskStore(join(folder, 'evidence')) },
  ledgersFolder: join(folder, 'ledgers'),
  address: () => 'https://anlan.example.cn',
})
await migrateHouse(postgres.url, house, silentLog())
const secrets = await openSecrets(join(folder, 'keys'), postgres.url)
const database = openDatabase(postgres.url, {
  size: 10,
  onError: (error) => {
    throw error
  },
})
const services: Services = { database, secrets, clock: () => Temporal.Instant.from('2026-11-24T02:00:00Z') }
await house.furnish(services, { sample: false, keep: async () => {} })

const officer: PersonActor = {
  kind: 'person',
  personId: randomUUIDv7(),
  sessionId: randomUUIDv7(),
  postId: randomUUIDv7(),
  organisationId: randomUUIDv7(),
  regionCode: '330114',
  roles: ['officer'],
  scope: { lo: '330114', hi: '330115', organisationId: null },
}

const chance = chanceOf('ledger')
const { rows: towns } = await database.pool.query<{ county: string; town: string }>(
  `select county.name as county, town.name as town from identity.region as town join identity.region as county on county.code = left(town.code, 6)
   where town.code >= '330114' and town.code < '330115' and town.level = 'town' and town.valid_to is null and county.valid_to is null`,
)
const industries = [...industryTable().values()]
  .filter(({ level }) => level === 'class')
  .map(({ code }) => code)
  .filter((_code, place) => place % 20 === 0)

const rowOf = (row: number, values: Record<string, string>): LedgerRow => ({
  sheet: 0,
  row,
  digest: sm3Hex(JSON.stringify(values)),
  values: Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { text }])),
})

const named = Array.from({ length: units }, (_each, n) => {
  const { county, town } = towns[n % towns.length]!
  return {
    unitName: `杭州${county.slice(0, 2)}第${n}精细化工有限公司`,
    uscc: creditCodeOf(n),
    county,
    region: town,
    industry: chance.pick(industries),
  }
})

const unitRows = named.map((values, n) =>
  rowOf(n + 2, { ...values, address: `${values.region}工业路${n}号`, riskColour: chance.pick(['红', '橙', '黄', '蓝']) }),
)

const dayOf = (from: number, to: number): string =>
  Temporal.PlainDate.from('2026-11-01')
    .subtract({ days: chance.integer(from, to) })
    .toString()
const after = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

const hazardRows = Array.from({ length: records }, (_each, n) => {
  const foundOn = dayOf(60, 700)
  const fate = chance.fraction()
  const { unitName, uscc, county, region } = named[chance.integer(0, units - 1)]!
  const common = {
    number: `YH${String(n).padStart(8, '0')}`,
    unitName,
    ...(n % 2 === 0 ? { uscc } : {}),
    county,
    region,
    description: `${n % 97}号车间东侧配电箱前堆放杂物，影响操作，现场未见警示标识（${n}）`,
    level: chance.fraction() < 0.05 ? '重大隐患' : '一般隐患',
    foundOn: foundOn.replaceAll('-', chance.pick(['-', '.', '/'])),
    foundBy: chance.pick(['张三', '李四、王五', '执法一中队']),
    how: chance.pick(['部门检查', '企业自查', '专家检查', '双随机抽查']),
    dueOn: after(foundOn, 15),
    responsible: chance.pick(['赵六', '钱七', '孙八']),
    measures: '清理杂物，张贴标识，纳入班组日常检查',
    fundsYuan: String(chance.integer(1, 90) * 100),
  }
  if (fate < 0.1) return rowOf(n + 2, { ...common, dueOn: after('2026-11-20', chance.integer(0, 30)), state: '未整改' })
  if (fate < 0.2) return rowOf(n + 2, { ...common, state: '整改中' })
  if (fate < 0.3) return rowOf(n + 2, { ...common, state: '已整改', rectifiedOn: after(foundOn, 9) })
  return rowOf(n + 2, {
    ...common,
    state: '已销号',
    rectifiedOn: after(foundOn, 9),
    reviewedBy: '周九',
    reviewedOn: after(foundOn, 12),
    closedOn: after(foundOn, 12),
  })
})

const visitRows = Array.from({ length: records }, (_each, n) => {
  const { unitName, uscc, county, region } = named[chance.integer(0, units - 1)]!
  return rowOf(n + 2, {
    number: `JC${String(n).padStart(8, '0')}`,
    unitName,
    uscc,
    county,
    region,
    on: dayOf(20, 700),
    how: '部门检查',
    by: '张三、李四',
    result: '已检查',
    found: String(chance.integer(0, 5)),
    note: '检查消防通道、配电、危化品储存',
  })
})

const ledgers = house.rooms.flatMap(({ ledgers: held = [] }) => held)

/** Seconds of processor that PostgreSQL's processes used so far, those of ended ones with them. */
const postgresCpu = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const statOf = async (pid: string): Promise<readonly string[]> =>
    (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).replace(/^.*\) /, '').split(' ')
  const parent = (await statOf(String(rows[0]!.pid)))[1]!
  let ticks = 0
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await statOf(pid)
    if (pid === parent) ticks += stat.slice(11, 15).reduce((sum, each) => sum + Number(each), 0)
    else if (stat[1] === parent) ticks += Number(stat[11]) + Number(stat[12])
  }
  return ticks / 100
}

const take = async (kind: string, rows: readonly LedgerRow[], size: number): Promise<void> => {
  const ledger = ledgers.find((each) => each.kind === kind)!
  const importId = randomUUIDv7()
  const outcomes: RowOutcome[] = []
  const theirs = await postgresCpu()
  const began = performance.now()
  const cpu = process.cpuUsage()
  for (let from = 0; from < rows.length; from += size) {
    const answer = await transact(services, { actor: officer }, (tx) =>
      ledger.take(tx, { importId, choices: {}, dryRun: false }, rows.slice(from, from + size)),
    )
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    outcomes.push(...answer.value)
  }
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const own = (user + system) / 1e6
  const postgresSeconds = (await postgresCpu()) - theirs
  const counts = Map.groupBy(outcomes, (outcome) =>
    outcome.kind === 'refused' ? outcome.faults.map(({ code }) => code).join() : outcome.kind,
  )
  const told = [...counts].map(([what, { length }]) => `${length} ${what}`).join(', ')
  console.log(
    `${kind.padEnd(7)} batches of ${String(size).padStart(4)}: ${Math.round(rows.length / seconds)} rows/s; ${((1e6 * seconds) / rows.length).toFixed(0)} us a row; processor: ${((1e6 * own) / rows.length).toFixed(0)} us of this process and ${((1e6 * postgresSeconds) / rows.length).toFixed(0)} us of PostgreSQL; ${told}`,
  )
}

console.log(`${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`)
await take('unit', unitRows, batch)
await take('hazard', hazardRows, batch)
await take('visit', visitRows, batch)
await take('hazard', hazardRows.slice(0, 10_000), batch)
const naive = (rows: readonly LedgerRow[]): readonly LedgerRow[] =>
  rows.slice(0, 500).map(({ values, row }) => ({
    ...rowOf(row, {}),
    values: { ...values, number: { text: `NV${row}0000000` } },
    digest: sm3Hex(`naive ${row}`),
  }))
await take('hazard', naive(hazardRows), 1)
await take('visit', naive(visitRows), 1)
const began = performance.now()
const { wrong, compared } = await house.recomputeFigures(services, { repair: false })
console.log(`figures: ${compared} compared with a recount, ${wrong.length} wrong, ${((performance.now() - began) / 1000).toFixed(1)} s`)

await database.close()
await postgres.stop()
await dataFolder.release()
await rm(folder, { recursive: true, force: true })
