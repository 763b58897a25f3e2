import { unitKinds, type UnitKind } from '../criteria.ts'
import type { RiskColour } from '../risk.ts'
import type { Values } from './column.ts'
import type { LedgerFault } from './faults.ts'
import { industryIn } from './industry.ts'
import { placeIn, type PlaceRead } from './place.ts'
import { dayIn, positionIn, readingOf, usccIn, type Reading } from './reading.ts'

/** Around the rows of one import: the day in Beijing, and how places are read within the importer's scope. */
export type RowFacts = {
  readonly today: string
  readonly place: (county: string, region: string) => PlaceRead
}

/** A unit as a row tells it. */
export type UnitEntry = {
  readonly name: string
  readonly uscc: string | null
  readonly regionCode: string
  readonly industryCode: string
  readonly kind: UnitKind
  readonly address: string | null
  readonly riskColour: RiskColour | null
  readonly place: { readonly lng: number; readonly lat: number } | null
  /** YYYY-MM-DD; null where the ledger does not tell. */
  readonly registeredOn: string | null
}

/** What a row comes to: what it says, or everything that is wrong with it. */
export type RowRead<Entry> = { readonly ok: true; readonly entry: Entry } | { readonly ok: false; readonly faults: readonly LedgerFault[] }

/** A row that was read: what it says, unless something was wrong with it. */
export const rowRead = <Entry>({ faults }: Reading, entry: () => Entry): RowRead<Entry> =>
  faults.length === 0 ? { ok: true, entry: entry() } : { ok: false, faults }

const kindWords: readonly (readonly [RegExp, UnitKind])[] = [
  [/工地|在建|施工|工程/u, 'site'],
  [/^(?:行政)?村|村(?:社|（社区）|\(社区\)|委会|级)?$|社区|居委/u, 'village'],
  [/场所|店|商铺|沿街|个体|九小|学校|医院|养老|宗教|民宿|农家乐|出租/u, 'place'],
  [/企业|公司|厂|单位|机构|园区/u, 'enterprise'],
]

/** What kind of unit a word stands for; null for none that is known. */
export const unitKindOf = (text: string): UnitKind | null => {
  const own = (Object.keys(unitKinds) as UnitKind[]).find(
    (kind) => unitKinds[kind].zh === text || unitKinds[kind].en.toLowerCase() === text.toLowerCase(),
  )
  return own ?? kindWords.find(([words]) => words.test(text))?.[1] ?? null
}

/** A ledger without the column: what has a credit code is an enterprise, what has none is a place. */
export const kindIn = (reading: Reading, uscc: string | null): UnitKind | null => {
  const text = reading.text('kind')
  if (text === '') return uscc === null ? 'place' : 'enterprise'
  return (
    unitKindOf(text) ??
    reading.wrong('kind', 'KIND_UNKNOWN', { text: text.slice(0, 40), known: Object.values(unitKinds).map(({ zh }) => zh) })
  )
}

const colourWords: readonly (readonly [RegExp, RiskColour])[] = [
  [/^(?:红色?|重大(?:风险)?|[1一Ⅰ]级|a级?|red)$/iu, 'red'],
  [/^(?:橙色?|较大(?:风险)?|[2二Ⅱ]级|b级?|orange)$/iu, 'orange'],
  [/^(?:黄色?|一般(?:风险)?|[3三Ⅲ]级|c级?|yellow)$/iu, 'yellow'],
  [/^(?:蓝色?|低(?:风险)?|较低(?:风险)?|[4四Ⅳ]级|d级?|blue)$/iu, 'blue'],
]

const colourIn = (reading: Reading): RiskColour | null => {
  const text = reading.text('riskColour')
  if (text === '') return null
  return colourWords.find(([words]) => words.test(text))?.[1] ?? reading.wrong('riskColour', 'COLOUR_UNKNOWN', { text: text.slice(0, 40) })
}

/** The unit that a row of a register tells of. */
export const readUnitRow = (values: Values, facts: RowFacts): RowRead<UnitEntry> => {
  const reading = readingOf(values)
  const name = reading.words('unitName', { most: 100, needed: true })
  const uscc = usccIn(reading, 'uscc')
  const kind = kindIn(reading, uscc)
  const place = placeIn(reading, facts.place)
  if (place === null && reading.text('county') === '' && reading.text('region') === '') reading.wrong('region', 'CELL_MISSING', {})
  const industryCode = industryIn(reading, 'industry')
  if (reading.text('industry') === '') reading.wrong('industry', 'CELL_MISSING', {})
  const address = reading.words('address', { most: 200 })
  const riskColour = colourIn(reading)
  const position = positionIn(reading, 'lng', 'lat')
  const registeredOn = dayIn(reading, values, 'registeredOn', { today: facts.today })
  return rowRead(reading, () => ({
    name: name ?? '',
    uscc,
    regionCode: place?.code ?? '',
    industryCode: industryCode ?? '',
    kind: kind ?? 'place',
    address,
    riskColour,
    place: position,
    registeredOn,
  }))
}
