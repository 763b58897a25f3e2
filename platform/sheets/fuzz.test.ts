import { writeFile } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { chanceOf, type Chance } from '../../kernel/chance.ts'
import { toGb18030 } from './gb18030.ts'
import { sheetRefusals } from './refusals.ts'
import { data, entriesOf, readAll, testFolder, zipOf, type ZipEntry } from './testFiles.ts'

const folder = testFolder()
afterAll(async () => folder.remove())

const texts = '<si><t>消防通道堵塞</t></si><si><r><t>配电箱</t></r><r><t xml:space="preserve"> 未上锁 &amp; </t></r></si>'
const sheet = `<dimension ref="A1:D9"/>${data(
  Array.from(
    { length: 8 },
    (_, place) =>
      `<row r="${place + 1}" spans="1:4"><c r="A${place + 1}" t="s"><v>${place % 2}</v></c><c r="B${place + 1}" s="1"><v>4635${place}</v></c><c r="C${place + 1}" t="inlineStr"><is><t>地址&#x4e00;${place}</t></is></c><c r="D${place + 1}"><f>A1+1</f><v>1.5E${place}</v></c></row>`,
  ).join(''),
)}<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>`
const entries = entriesOf({
  sheets: { 一: sheet, '!二': sheet },
  texts,
  formats: ['yyyy&quot;年&quot;m"月"', '0.0%'].map((code) => code.replaceAll('"', '')),
})
const csv = Array.from({ length: 30 }, (_, place) => `企业${place},"地址, ""${place}""",=1+${place},'-x\r\n`).join('')

/** Pieces that break readers: what is put into XML or a .csv at a chance place. */
const splinters = [
  '<',
  '>',
  '</c>',
  '<c r="A1">',
  '<row r="1">',
  '"',
  "'",
  '&',
  '&#x0;',
  '&#99999999;',
  '&lt',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<?',
  ' r="ZZZ9999999"',
  ' r="-1"',
  ' t="s"',
  '<v>1e999</v>',
  '<v>-9e-999</v>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '\0',
  '\ud800',
  ',,,,',
  '\r',
  '\n"',
  '<t>',
  '<sheetData>',
  '</sheetData>',
  'e+',
]

const cutAt = (chance: Chance, bytes: Buffer): Buffer => bytes.subarray(0, chance.integer(0, bytes.length - 1))
const flipped = (chance: Chance, bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  for (let times = chance.integer(1, 4); times > 0; times -= 1) {
    const at = chance.integer(0, changed.length - 1)
    changed[at] = changed[at]! ^ (1 << chance.integer(0, 7))
  }
  return changed
}
/** A stretch taken out, doubled, or a splinter put in. */
const torn = (chance: Chance, text: string): string => {
  let changed = text
  for (let times = chance.integer(1, 3); times > 0; times -= 1) {
    const from = chance.integer(0, changed.length)
    const to = Math.min(changed.length, from + chance.integer(0, 40))
    const middle = chance.pick([
      '',
      changed.slice(from, to).repeat(2),
      chance.pick(splinters),
      chance.pick(splinters) + changed.slice(from, to),
    ])
    changed = changed.slice(0, from) + middle + changed.slice(to)
  }
  return changed
}
const tornEntries = (chance: Chance): ZipEntry[] => {
  const chosen = chance.pick(entries).name
  return entries.map((entry) => (entry.name === chosen ? { ...entry, data: torn(chance, String(entry.data)) } : entry))
}
const swappedEntries = (chance: Chance): ZipEntry[] => {
  const one = chance.integer(0, entries.length - 1)
  const other = chance.integer(0, entries.length - 1)
  return entries.map((entry, place) => ({ ...entry, data: entries[place === one ? other : place === other ? one : place]!.data }))
}
const lyingEntries = (chance: Chance): ZipEntry[] =>
  entries.map((entry) =>
    chance.integer(0, 3) > 0
      ? entry
      : {
          ...entry,
          ...chance.pick([
            { claimedBytes: chance.integer(0, 0x7fffffff) },
            { method: chance.integer(0, 99) },
            { flags: chance.integer(0, 0xffff) },
            { name: chance.pick(['', '/', '..', 'xl/', 'a\\b', 'XL/WORKBOOK.XML']) },
          ]),
        },
  )

const sound = zipOf(entries)
const csvs = [Buffer.from(csv), Buffer.from(`\ufeff${csv}`), toGb18030(csv)]
const mutations: Readonly<Record<string, (chance: Chance) => Buffer>> = {
  'bytes of a zip': (chance) => flipped(chance, sound),
  'a zip cut off': (chance) => cutAt(chance, sound),
  'entries swapped': (chance) => zipOf(swappedEntries(chance)),
  'entries that lie': (chance) => zipOf(lyingEntries(chance)),
  'xml torn': (chance) => zipOf(tornEntries(chance)),
  'bytes of a csv': (chance) => flipped(chance, chance.pick(csvs)),
  'a csv cut off': (chance) => cutAt(chance, chance.pick(csvs)),
  'a csv torn': (chance) => chance.pick([(text: string) => Buffer.from(text), toGb18030])(torn(chance, csv)),
}
const shares: Readonly<Record<string, number>> = { 'xml torn': 4_000, 'bytes of a zip': 1_500 }

test('the files that are mutated are sound', async () => {
  for (const bytes of [sound, ...csvs]) expect(await readAll(await folder.file(bytes))).toHaveProperty('sheets.0.rows.7')
})

/** One file: its outcome, and how many rows it gave. */
const outcomeOf = async (path: string, mutation: string, number: number): Promise<{ outcome: string; rows: number }> => {
  await writeFile(path, mutations[mutation]!(chanceOf(`${mutation} ${number}`)))
  try {
    const reading = await readAll(path)
    return 'refusal' in reading
      ? { outcome: reading.refusal.code, rows: 0 }
      : { outcome: 'read', rows: reading.sheets.reduce((sum, { rows }) => sum + rows.length, 0) }
  } catch (error) {
    throw new Error(`thrown by: ${mutation} ${number}`, { cause: error })
  }
}

test(
  'of 10,000 files with faults each is read to its end or refused by its code, and none stays in memory',
  { timeout: 300_000 },
  async () => {
    const outcomes = new Map<string, number>()
    let mostRows = 0
    let files = 0
    let memoryEarly = 0
    const tries = Object.keys(mutations).flatMap((mutation) =>
      Array.from({ length: shares[mutation] ?? 750 }, (_, number) => ({ mutation, number })),
    )
    const lane = async (): Promise<void> => {
      const path = folder.path()
      for (let next = tries.shift(); next !== undefined; next = tries.shift()) {
        const { outcome, rows } = await outcomeOf(path, next.mutation, next.number)
        const key = `${next.mutation}: ${outcome}`
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
        mostRows = Math.max(mostRows, rows)
        files += 1
        if (files === 2_000) memoryEarly = process.memoryUsage().rss
      }
    }
    await Promise.all([lane(), lane(), lane(), lane()])
    expect(files).toBe(10_000)
    const codes = [...outcomes.keys()].map((key) => key.slice(key.indexOf(': ') + 2))
    expect(codes.filter((code) => code !== 'read' && !(code in sheetRefusals))).toEqual([])
    // Work is bounded by what is in the file: a small file never becomes many rows.
    expect(mostRows).toBeLessThan(200)
    // A mutation that always ends the same way tries nothing.
    for (const mutation of Object.keys(mutations)) {
      const ends = [...outcomes].filter(([key]) => key.startsWith(`${mutation}: `))
      expect(ends.length, mutation).toBeGreaterThan(1)
    }
    const read = (mutation: string): number => outcomes.get(`${mutation}: read`) ?? 0
    expect(read('xml torn')).toBeGreaterThan(400)
    expect(read('xml torn')).toBeLessThan(3_600)
    expect(process.memoryUsage().rss - memoryEarly).toBeLessThan(200 * 1024 ** 2)
  },
)
