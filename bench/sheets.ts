import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBook } from '../platform/sheets/openBook.ts'
import type { SheetLayout } from '../platform/sheets/layout.ts'
import type { Written } from '../platform/sheets/sheet.ts'
import { writeBook } from '../platform/sheets/writeBook.ts'

// How fast table files are read and written, beside exceljs's streams. Method and figures are in sheets.md.
// node bench/sheets.ts [rows] [a folder in which exceljs is installed]

/** What is used of exceljs, which is no dependency of the product. */
type Peer = {
  readonly stream: {
    readonly xlsx: {
      readonly WorkbookWriter: new (options: object) => {
        addWorksheet(name: string): { addRow(values: readonly unknown[]): { commit(): void }; commit(): Promise<void> }
        commit(): Promise<void>
      }
      readonly WorkbookReader: new (path: string, options: object) => AsyncIterable<AsyncIterable<unknown>>
    }
  }
}

type Figures = { readonly rows: number; readonly seconds: number; readonly cpuSeconds: number; readonly peakMebibytes: number }

const kinds = ['消防通道堵塞', '配电箱未上锁', '灭火器过期', '临边防护缺失', '特种作业无证上岗']
const layout: SheetLayout = {
  name: '隐患台账',
  columns: Array.from({ length: 20 }, (_, column) => ({
    width: 12,
    as: column === 5 ? 'number' : column === 6 || column === 7 ? 'day' : 'text',
  })),
  heads: [Array.from({ length: 20 }, (_, column) => `第${column + 1}列`)],
}

/** Twenty columns: five of kinds, five of addresses and five of codes of which each is another, a number, two days, and a word. */
const valueOf = (row: number, column: number): Written => {
  if (column === 5) return row * 1.5
  if (column === 6 || column === 7) return `2026-11-${10 + (row % 20)}`
  return [kinds[row % 5]!, `浙江省杭州市西湖区文三路${row}号`, `9133010${String(row).padStart(11, '0')}`, '已整改'][column % 4]!
}
const rowOf = (row: number): Written[] => Array.from({ length: 20 }, (_, column) => valueOf(row, column))
const batches = function* (rows: number): Generator<Written[][]> {
  for (let from = 0; from < rows; from += 1_000)
    yield Array.from({ length: Math.min(1_000, rows - from) }, (_, place) => rowOf(from + place))
}

const peerIn = (folder: string): Peer => createRequire(join(folder, 'index.js'))('exceljs') as Peer

const readOurs = async (path: string): Promise<number> => {
  const opened = await openBook(path)
  if (!opened.ok) throw new Error(opened.refusal.code)
  let rows = 0
  for await (const batch of opened.value.rows(0)) {
    if (!batch.ok) throw new Error(batch.refusal.code)
    rows += batch.value.length
  }
  await opened.value.close()
  return rows
}

const deeds: Readonly<Record<string, (path: string, rows: number, peer: string) => Promise<number>>> = {
  'write xlsx': async (path, rows) => {
    await writeBook(path, { format: 'xlsx', sheets: [{ layout, rows: batches(rows) }] })
    return rows
  },
  'write csv': async (path, rows) => {
    await writeBook(path, { format: 'csv', encoding: 'gb18030', sheet: { layout, rows: batches(rows) } })
    return rows
  },
  'write xlsx, exceljs': async (path, rows, peer) => {
    const book = new (peerIn(peer).stream.xlsx.WorkbookWriter)({ filename: path, useSharedStrings: true, useStyles: true })
    const sheet = book.addWorksheet(layout.name)
    for (let row = 0; row < rows; row += 1) {
      const values = rowOf(row).map((value, column) => (column === 6 || column === 7 ? new Date(`${String(value)}T00:00:00Z`) : value))
      sheet.addRow(values).commit()
    }
    await sheet.commit()
    await book.commit()
    return rows
  },
  read: async (path) => readOurs(path),
  'read, exceljs': async (path, _, peer) => {
    let rows = 0
    const reader = new (peerIn(peer).stream.xlsx.WorkbookReader)(path, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' })
    for await (const sheet of reader) for await (const row of sheet) rows += row === undefined ? 0 : 1
    return rows
  },
}

const [first = '100000', peer = '', deed, path = ''] = process.argv.slice(2)
const rows = Number(first)

if (deed !== undefined) {
  // Its own process, so that the peak of memory is that of one deed.
  const start = performance.now()
  const read = await deeds[deed]!(path, rows, peer)
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const figures: Figures = {
    rows: read,
    seconds: (performance.now() - start) / 1_000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMebibytes: maxRSS / 1_024,
  }
  process.stdout.write(JSON.stringify(figures))
} else {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-bench-'))
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  say(`${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, Node ${process.version}, load before ${loadavg()[0]!.toFixed(1)}`)
  say('| deed | file | rows/s | CPU µs a row | peak MiB |\n|---|---|---|---|---|')
  const measure = async (what: string, file: string): Promise<void> => {
    const target = join(folder, file)
    const child = spawnSync(process.execPath, [import.meta.filename, String(rows), peer, what, target], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (child.status !== 0) throw new Error(`${what} ended with ${child.status}`)
    const { rows: done, seconds, cpuSeconds, peakMebibytes } = JSON.parse(child.stdout) as Figures
    const { size } = await stat(target)
    say(
      `| ${what} | ${file}, ${(size / 1024 ** 2).toFixed(1)} MiB | ${Math.round(done / seconds)} | ${((cpuSeconds / done) * 1e6).toFixed(1)} | ${Math.round(peakMebibytes)} |`,
    )
  }
  try {
    await measure('write xlsx', 'ours.xlsx')
    await measure('write csv', 'ours.csv')
    if (peer !== '') await measure('write xlsx, exceljs', 'peer.xlsx')
    for (let round = 0; round < 2; round += 1) {
      for (const file of ['ours.xlsx', 'ours.csv', ...(peer === '' ? [] : ['peer.xlsx'])]) {
        await measure('read', file)
        if (peer !== '' && file.endsWith('xlsx')) await measure('read, exceljs', file)
      }
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
