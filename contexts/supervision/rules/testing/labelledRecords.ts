import { chanceOf, type Chance } from '../../../../kernel/chance.ts'
import type { RecordRef, Spot } from '../doubts/doubt.ts'
import type { Written } from '../doubts/text.ts'
import type { MadeVisit } from '../doubts/visit.ts'

/** A thing of the labelled set, and whether somebody cheated in it. */
export type Labelled<Thing> = { readonly thing: Thing; readonly planted: boolean }

const record = (id: string, unit: number): RecordRef => ({ kind: 'visit', id: `unit-${unit}.${id}`, unitId: `unit-${unit}` })

const metresNorth = (lat: number, metres: number): number => lat + metres / 111_320
const metresEast = (lng: number, metres: number): number => lng + metres / (111_320 * Math.cos((30 * Math.PI) / 180))

const moved = (at: { readonly lng: number; readonly lat: number }, metres: number, chance: Chance) => {
  const turn = chance.fraction() * 2 * Math.PI
  return { lng: metresEast(at.lng, metres * Math.cos(turn)), lat: metresNorth(at.lat, metres * Math.sin(turn)) }
}

const between = (chance: Chance, least: number, most: number): number => least + chance.fraction() * (most - least)

export type Track = { readonly personId: string; readonly spots: readonly Spot[] }

type Leg = {
  readonly metres: number
  readonly kmPerHour: number
  readonly accuracyMetres: number
  readonly off: number
  readonly planted: boolean
}

/** How one gets from one unit to the next: as people drive, by train, from a basement, or not at all. */
const leg = (chance: Chance): Leg => {
  const kind = chance.fraction()
  const usual = { accuracyMetres: between(chance, 4, 40), off: 0, planted: false }
  // Somebody answers for a unit of another town from his desk.
  if (kind < 0.05) return { ...usual, metres: between(chance, 12_000, 55_000), kmPerHour: between(chance, 190, 1500), planted: true }
  // The same, and barely beyond what a car does.
  if (kind < 0.055) return { ...usual, metres: between(chance, 9000, 20_000), kmPerHour: between(chance, 130, 180), planted: true }
  // A fast train to the other end of the province.
  if (kind < 0.09) return { ...usual, metres: between(chance, 90_000, 240_000), kmPerHour: between(chance, 150, 290) }
  // A motorway.
  if (kind < 0.2) return { ...usual, metres: between(chance, 15_000, 50_000), kmPerHour: between(chance, 80, 118) }
  // A basement: the phone takes the mast for its place, and mostly says how little it knows.
  if (kind < 0.32) {
    const off = between(chance, 300, 6000)
    return {
      metres: between(chance, 200, 2000),
      kmPerHour: between(chance, 4, 30),
      off,
      planted: false,
      accuracyMetres: off * between(chance, 0.5, 1.5),
    }
  }
  // The next door, the next street.
  return { ...usual, metres: between(chance, 50, 9000), kmPerHour: between(chance, 5, 60) }
}

/** Days of inspectors. Every third goes in the car of the one before, to the same units at the same times. */
export const labelledTracks = (
  seed: string,
  people: number,
): readonly { readonly track: Track; readonly planted: ReadonlySet<string> }[] => {
  const tracks: { readonly track: Track; readonly planted: ReadonlySet<string> }[] = []
  for (let person = 0; person < people; person += 1) {
    const chance = chanceOf(`${seed}/track/${person}`)
    const before = tracks.at(-1)
    if (person % 3 === 2 && before !== undefined) {
      const spots = before.track.spots.map((spot, at) => ({ ...spot, record: record(`car-${person}-${at}`, at) }))
      const planted = new Set(
        spots.filter((_spot, at) => before.planted.has(before.track.spots[at]?.record.id ?? '')).map((spot) => spot.record.id),
      )
      tracks.push({ track: { personId: `person-${person}`, spots }, planted })
      continue
    }
    let at = { lng: between(chance, 119, 121), lat: between(chance, 29, 31) }
    let moment = Temporal.Instant.from('2026-11-02T00:30:00Z')
    const spots: Spot[] = []
    const planted = new Set<string>()
    for (let stop = 0; stop < 9; stop += 1) {
      const { metres, kmPerHour, accuracyMetres, off, planted: cheat } = leg(chance)
      at = moved(at, metres, chance)
      const onTheWay = (metres / 1000 / kmPerHour) * 3600
      // Who goes there looks around as well; who does not has nothing to look at.
      const there = cheat ? 0 : between(chance, 420, 3600)
      moment = moment.add({ seconds: Math.round(onTheWay + there) })
      const ref = record(`track-${person}-${stop}`, person * 10 + stop)
      if (cheat && stop > 0) planted.add(ref.id)
      const told = off > 0 ? moved(at, off, chance) : at
      spots.push({ record: ref, at: moment.toString(), ...told, accuracyMetres })
    }
    tracks.push({ track: { personId: `person-${person}`, spots }, planted })
  }
  return tracks
}

const visitOf = (id: string, unit: number, change: Partial<MadeVisit>): MadeVisit => ({
  record: record(id, unit),
  personId: 'person',
  at: '2026-11-02T02:00:00Z',
  begunAt: null,
  answered: 0,
  inOrder: 0,
  spot: null,
  unit: null,
  ...change,
})

/** Checks with their items and how long they took. */
export const labelledTimes = (seed: string, count: number): readonly Labelled<MadeVisit>[] =>
  Array.from({ length: count }, (_, at) => {
    const chance = chanceOf(`${seed}/time/${at}`)
    const kind = chance.fraction()
    const planted = kind < 0.15
    // A small shop has a list that anybody goes through at once; a plant takes its time.
    const short = !planted && kind < 0.45
    const answered = short ? chance.integer(3, 11) : chance.integer(14, 70)
    const perItem = planted
      ? kind < 0.007
        ? between(chance, 2, 2.6)
        : between(chance, 0.1, 1.6)
      : short
        ? between(chance, 0.8, 20)
        : kind < 0.455
          ? between(chance, 1.7, 2.4)
          : between(chance, 2.6, 45)
    const found = !planted && chance.fraction() < 0.3 ? chance.integer(1, 3) : 0
    const begunAt = Temporal.Instant.from('2026-11-02T02:00:00Z').subtract({ seconds: Math.round(answered * perItem) })
    return { thing: visitOf(`time-${at}`, at, { answered, inOrder: answered - found, begunAt: begunAt.toString() }), planted }
  })

/** Checks with where they were made and where their units are. */
export const labelledPlaces = (seed: string, count: number): readonly Labelled<MadeVisit>[] =>
  Array.from({ length: count }, (_, at) => {
    const chance = chanceOf(`${seed}/place/${at}`)
    const kind = chance.fraction()
    const planted = kind < 0.12
    const wide = chance.fraction() < 0.2
    const unit = { lng: between(chance, 119, 121), lat: between(chance, 29, 31) }
    const basement = !planted && kind > 0.85
    const off = planted
      ? kind < 0.006
        ? between(chance, 700, 1200)
        : between(chance, wide ? 4000 : 1600, 40_000)
      : // A village, a site; the office of a plant stands in the register instead of its gate; else the phone's own error.
        wide
        ? between(chance, 0, 2600)
        : kind < 0.128
          ? between(chance, 900, 1900)
          : between(chance, 0, 450)
    const drift = basement ? between(chance, 500, 5000) : 0
    const accuracyMetres = basement ? drift * between(chance, 0.8, 1.6) : between(chance, 4, 60)
    const spot = { ...moved(unit, off + drift, chance), accuracyMetres }
    return { thing: visitOf(`place-${at}`, at, { spot, unit: { ...unit, wide } }), planted }
  })

const phrases = [
  '现场总体情况良好，未发现重大事故隐患',
  '要求企业严格落实安全生产主体责任，举一反三开展自查自纠',
  '已告知企业负责人并当场签字确认',
  '检查中发现的问题已责令限期整改，整改完成后报监管部门复查',
]
const things = [
  '配电箱',
  '危化品仓库',
  '行车',
  '喷漆房',
  '有限空间',
  '消防水泵',
  '疏散通道',
  '粉尘除尘器',
  '叉车',
  '冲压机',
  '氨制冷机房',
  '脚手架',
]
const sights = [
  '门锁完好',
  '铭牌清楚',
  '接地可靠',
  '台账齐全',
  '标识脱落一处',
  '堆放整齐',
  '防护罩已装',
  '压力在绿区',
  '通风开启',
  '照明不足',
  '巡检记录到当天',
  '软管有龟裂',
]
const wheres = ['东侧', '二楼', '南门', '地下', '三号车间', '西北角', '装卸区', '屋顶', '厂区主道旁', '后院']
const names = ['老周', '班长', '安全员', '值班电工', '仓管员', '车间主任', '门卫', '夜班组长']

const ownSentence = (chance: Chance): string =>
  `${chance.pick(wheres)}${chance.pick(things)}${chance.pick(sights)}，${chance.pick(names)}说${chance.integer(2, 28)}日${chance.pick(['换过', '修过', '查过', '清理过', '试过'])}，${chance.pick(things)}${chance.pick(sights)}`

const describing = (chance: Chance, sentences: number): string => Array.from({ length: sentences }, () => ownSentence(chance)).join('。')

/** The same again, with a word or two made other. */
const touchedUp = (text: string, chance: Chance): string => {
  const characters = [...text]
  for (let edit = chance.integer(0, 3); edit > 0; edit -= 1)
    characters[chance.integer(0, characters.length - 1)] = chance.pick(['已', '的', '有', '在', '7'])
  return characters.join('')
}

/** What people write at the end of their checks: of their own, with what everybody writes, short, or copied. */
export const labelledTexts = (seed: string, people: number): readonly Labelled<Written>[] => {
  const texts: Labelled<Written>[] = []
  for (let person = 0; person < people; person += 1) {
    const chance = chanceOf(`${seed}/text/${person}`)
    const organisationId = `bureau-${person % 6}`
    const own: string[] = []
    for (let turn = 0; turn < 12; turn += 1) {
      const kind = chance.fraction()
      const source = own.length > 0 && kind < 0.09 ? chance.pick(own) : null
      const standard = Array.from({ length: chance.integer(0, 3) }, () => chance.pick(phrases))
      const words =
        source !== null
          ? touchedUp(source, chance)
          : kind < 0.3
            ? ''
            : kind < 0.42
              ? chance.pick(sights)
              : describing(chance, chance.integer(2, 5))
      if (source === null && words.length > 40) own.push(words)
      const text = [words, ...standard].filter((part) => part !== '').join('。')
      const ref = record(`text-${person}-${turn}`, person * 20 + turn)
      const at = Temporal.Instant.from('2026-11-02T02:00:00Z')
        .add({ hours: 24 * turn + (person % 24) })
        .toString()
      texts.push({ thing: { record: ref, at, personId: `person-${person}`, organisationId, text }, planted: source !== null })
    }
  }
  return texts
}
