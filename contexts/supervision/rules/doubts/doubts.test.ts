import { describe, expect, it } from 'vitest'
import { limits, type DoubtLimits } from '../limits.ts'
import { labelledPlaces, labelledTexts, labelledTimes, labelledTracks, type Labelled } from '../testing/labelledRecords.ts'
import { measured, tableOf, type Measured } from '../testing/measure.ts'
import type { PhotoRef, RecordRef, Spot } from './doubt.ts'
import { photoDoubt } from './photo.ts'
import { bandsOfText, bareText, ownWords, sentencesOf, similarity, textDoubt, type Written } from './text.ts'
import { travelDoubts } from './travel.ts'
import { farDoubt, secondsDoubt, type MadeVisit } from './visit.ts'

const values = Object.fromEntries(Object.entries(limits).map(([name, row]) => [name, row.value])) as DoubtLimits

const plantedOf = (all: readonly Labelled<{ readonly record: RecordRef }>[]): ReadonlySet<string> =>
  new Set(all.filter(({ planted }) => planted).map(({ thing }) => thing.record.id))

const ids = (doubts: readonly ({ readonly record: RecordRef } | null)[]): ReadonlySet<string> =>
  new Set(doubts.flatMap((doubt) => (doubt === null ? [] : [doubt.record.id])))

const tracks = (seed: string): Measured => {
  const all = labelledTracks(seed, 300)
  const raised = ids(all.flatMap(({ track }) => travelDoubts(track.personId, track.spots, values)))
  return measured('travel', all.length * 9, new Set(all.flatMap(({ planted }) => [...planted])), raised)
}

const times = (seed: string): Measured => {
  const all = labelledTimes(seed, 2000)
  return measured('seconds', all.length, plantedOf(all), ids(all.map(({ thing }) => secondsDoubt(thing, values))))
}

const placed = (seed: string): Measured => {
  const all = labelledPlaces(seed, 2000)
  return measured('far', all.length, plantedOf(all), ids(all.map(({ thing }) => farDoubt(thing, values))))
}

const texts = (seed: string): Measured => {
  const all = labelledTexts(seed, 90)
  const people = new Map<string, Set<string>>()
  for (const { thing } of all)
    for (const sentence of sentencesOf(thing.text)) people.set(sentence, (people.get(sentence) ?? new Set()).add(thing.personId))
  const isPhrase = (sentence: string): boolean => (people.get(sentence)?.size ?? 0) >= values.phrasePeople
  const byBand = new Map<number, Written[]>()
  const raised = all.map(({ thing }) => {
    const bands = bandsOfText(ownWords(thing.text, isPhrase))
    const candidates = new Set(bands.flatMap((band) => byBand.get(band) ?? []))
    for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), thing])
    return [...candidates].map((earlier) => textDoubt(thing, earlier, isPhrase, values)).find((doubt) => doubt !== null) ?? null
  })
  return measured('copiedText', all.length, plantedOf(all), ids(raised))
}

describe('a labelled set with planted fraud and innocent look-alikes', () => {
  it('precision and recall of each kind are above 0.9, whatever the seed', async ({ annotate }) => {
    const rows = ['first', 'second', 'third'].flatMap((seed) => [tracks(seed), times(seed), placed(seed), texts(seed)])
    await annotate(tableOf(rows))
    for (const { kind, precision, recall, planted } of rows) {
      expect(planted, kind).toBeGreaterThan(50)
      expect(precision, kind).toBeGreaterThan(0.9)
      expect(recall, kind).toBeGreaterThan(0.9)
    }
  })
})

const at = (id: string, unit = 'unit-1'): RecordRef => ({ kind: 'visit', id, unitId: unit })
const spot = (id: string, minute: number, north = 0, accuracyMetres = 10): Spot => ({
  record: at(id),
  at: Temporal.Instant.from('2026-11-02T02:00:00Z')
    .add({ seconds: minute * 60 })
    .toString(),
  lng: 120.5,
  lat: 30 + north / 111_320,
  accuracyMetres,
})

describe('travel faster than possible', () => {
  it.each([
    ['20 km in 5 minutes', [spot('a', 0), spot('b', 5, 20_000)], 1],
    ['20 km in half an hour', [spot('a', 0), spot('b', 30, 20_000)], 0],
    ['20 km in 5 minutes by a position that may be off by 18', [spot('a', 0), spot('b', 5, 20_000, 18_000)], 0],
    ['200 km in an hour, as a train goes', [spot('a', 0), spot('b', 60, 200_000)], 0],
    ['200 km in ten minutes', [spot('a', 0), spot('b', 10, 200_000)], 1],
    ['two places at the same moment', [spot('a', 0), spot('b', 0, 9000)], 1],
    ['one visit with two positions', [spot('a', 0), spot('a', 1, 20_000)], 0],
    ['across the street in no time', [spot('a', 0), spot('b', 0, 400)], 0],
  ] as const)('%s', (_title, spots, doubts) => expect(travelDoubts('p', spots, values)).toHaveLength(doubts))

  it('says both positions, the distance and the speed', () => {
    expect(travelDoubts('p', [spot('a', 0), spot('b', 5, 20_000)], values)[0]).toMatchObject({
      kind: 'travel',
      key: 'travel/a/b',
      people: ['p'],
      evidence: { metres: 19_978, surelyMetres: 19_958, seconds: 300, kmPerHour: 239, limitKmPerHour: 150 },
    })
  })
})

const visit = (change: Partial<MadeVisit> = {}): MadeVisit => ({
  record: at('a'),
  personId: 'p',
  at: '2026-11-02T02:00:00Z',
  begunAt: '2026-11-02T01:59:40Z',
  answered: 30,
  inOrder: 30,
  spot: { lng: 120.5, lat: 30.1, accuracyMetres: 10 },
  unit: { lng: 120.5, lat: 30, wide: false },
  ...change,
})

describe('all-clear in seconds', () => {
  it.each([
    ['30 items in 20 seconds', visit(), true],
    ['30 items in a minute', visit({ begunAt: '2026-11-02T01:59:00Z' }), false],
    ['a short list', visit({ answered: 8, inOrder: 8 }), false],
    ['with something found', visit({ inOrder: 29 }), false],
    ['of a ledger, which has no beginning', visit({ begunAt: null }), false],
  ] as const)('%s', (_title, made, raised) => expect(secondsDoubt(made, values) !== null).toBe(raised))
})

describe('a position far from the unit', () => {
  it.each([
    ['11 km away', visit(), true],
    ['within its accuracy', visit({ spot: { lng: 120.5, lat: 30.1, accuracyMetres: 11_000 } }), false],
    ['2 km away', visit({ spot: { lng: 120.5, lat: 30.018, accuracyMetres: 10 } }), true],
    [
      '2 km away, in a village',
      visit({ spot: { lng: 120.5, lat: 30.018, accuracyMetres: 10 }, unit: { lng: 120.5, lat: 30, wide: true } }),
      false,
    ],
    ['of a unit without a place', visit({ unit: null }), false],
    ['of a ledger, which has no position', visit({ spot: null }), false],
  ] as const)('%s', (_title, made, raised) => expect(farDoubt(made, values) !== null).toBe(raised))
})

const long = '三号车间行车吊钩防脱钩装置缺失一处，操作工说上月修过，现场用铁丝代替；东侧配电箱门锁完好，接地可靠，台账记到当天'
const written = (text: string, change: Partial<Written> = {}): Written => ({
  record: at('a'),
  at: '2026-11-02T02:00:00Z',
  personId: 'p',
  organisationId: 'o',
  text,
  ...change,
})
const nobody = (_sentence: string): boolean => false
const everybody = (_sentence: string): boolean => true
type TextCase = readonly [title: string, text: Written, earlier: Written, isPhrase: (sentence: string) => boolean, raised: boolean]

describe('copied text', () => {
  const before = written(long, { record: at('b', 'unit-2') })
  it.each<TextCase>([
    ['the same of another unit', written(long), before, nobody, true],
    ['with other commas', written(long.replaceAll('，', ' ')), before, nobody, true],
    ['with a word changed', written(long.replace('上月', '本月')), before, nobody, true],
    ['by a colleague', written(long, { personId: 'q' }), before, nobody, true],
    ['by a stranger', written(long, { personId: 'q', organisationId: 'x' }), before, nobody, false],
    ['of the same unit', written(long, { record: at('a', 'unit-2') }), before, nobody, false],
    ['short', written('现场良好'), written('现场良好', { record: at('b', 'unit-2') }), nobody, false],
    ['of what everybody writes', written(long), before, everybody, false],
  ])('%s', (_title, text, earlier, isPhrase, raised) => expect(textDoubt(text, earlier, isPhrase, values) !== null).toBe(raised))

  it('a text and one like it have a key in common, and others have not', () => {
    const keys = bandsOfText(bareText(long))
    const shared = (other: string): number => bandsOfText(bareText(other)).filter((key) => keys.includes(key)).length
    expect(shared(long.replace('上月', '本月'))).toBeGreaterThan(0)
    expect(shared('仓库二楼疏散通道堆放纸箱，值班员说当天下午清走，消防水泵压力在绿区')).toBe(0)
    expect(similarity('甲', '甲')).toBe(1)
    expect(similarity('甲', '乙')).toBe(0)
  })
})

describe('a photo seen before', () => {
  const photo = (id: string, recordId: string): PhotoRef => ({
    evidenceId: id,
    record: at(recordId),
    at: '2026-11-02T02:00:00Z',
    personId: id === '1' ? 'p' : 'q',
  })
  const one = { exact: true, agreementPercent: 100, limitPercent: 97 }
  const alone = (recordId: string): string => recordId
  it.each([
    ['behind another record', photo('1', 'a'), photo('2', 'b'), alone, one, 'photoExact'],
    ['behind the same', photo('1', 'a'), photo('2', 'a'), alone, one, null],
    ['behind a hazard of the same visit', photo('1', 'a'), photo('2', 'b'), () => 'visit', one, null],
    ['that looks the same', photo('1', 'a'), photo('2', 'b'), alone, { ...one, exact: false, agreementPercent: 98 }, 'photoNear'],
    ['that looks alike', photo('1', 'a'), photo('2', 'b'), alone, { ...one, exact: false, agreementPercent: 93 }, null],
  ] as const)('%s', (_title, later, earlier, outing, how, kind) => expect(photoDoubt(later, earlier, outing, how)?.kind ?? null).toBe(kind))

  it('is kept from both who brought it', () => {
    expect(photoDoubt(photo('1', 'a'), photo('2', 'b'), alone, one)?.people).toEqual(['p', 'q'])
  })
})
