import type { Sentence } from '../../../../kernel/refusals.ts'
import type { Finding, LedgerRecord, Level } from '../hazard.ts'
import type { Side } from '../people.ts'
import type { Values } from './column.ts'
import { placeIn } from './place.ts'
import { dayIn, moneyIn, positionIn, readingOf, usccIn, type Reading } from './reading.ts'
import { rowRead, type RowFacts, type RowRead } from './unitRow.ts'
import { levelOf, standingOf, wayOf, yesOrNo } from './words.ts'

/** The unit that a row speaks of, as the row names it. */
export type UnitNamed = {
  readonly name: string
  readonly uscc: string | null
  /** Null where the row names no place. */
  readonly regionCode: string | null
}

/** What a ledger says of a hazard, without which import and row it was. */
export type Said = Omit<LedgerRecord, 'importId' | 'sheet' | 'row' | 'takenAt'>

/** A hazard as a row tells it. */
export type HazardEntry = {
  readonly unit: UnitNamed
  readonly how: Finding
  readonly description: string
  /** Key of an item of the checklists; looked up on the day of the finding. */
  readonly itemKey: string | null
  readonly place: { readonly lng: number; readonly lat: number } | null
  readonly said: Said
}

/** Whose ledger it is: a unit's own, or an authority's. */
export type HazardRowFacts = RowFacts & { readonly side: Side }

/** Fewer characters tell nobody what is wrong and where. */
export const leastDescription = 4

/** The unit that a row names; what is wrong with it is among the faults. */
export const unitNamedIn = (reading: Reading, facts: RowFacts): UnitNamed => {
  const name = reading.words('unitName', { most: 100, needed: true }) ?? ''
  const uscc = usccIn(reading, 'uscc')
  return { name, uscc, regionCode: placeIn(reading, facts.place)?.code ?? null }
}

/** How something came to light; without a word, as whoever keeps the ledger goes about it. */
export const wayIn = (reading: Reading, side: Side): Finding => {
  const usual = side === 'unit' ? 'selfCheck' : 'departmentCheck'
  const text = reading.text('how')
  return text === '' ? usual : (wayOf(text) ?? reading.wrong('how', 'WAY_UNKNOWN', { text: text.slice(0, 40) }) ?? usual)
}

const levelIn = (reading: Reading): Level | null => {
  const asked = reading.text('isMajor')
  if (asked !== '') {
    const major = yesOrNo(asked)
    if (major === null) return reading.wrong('isMajor', 'LEVEL_UNKNOWN', { text: asked.slice(0, 40) })
    return major ? 'major' : 'general'
  }
  const text = reading.text('level')
  if (text === '') return null
  return levelOf(text) ?? reading.wrong('level', 'LEVEL_UNKNOWN', { text: text.slice(0, 40) })
}

type Days = Pick<Said, 'rectifiedOn' | 'reviewedOn' | 'closedOn'>

/** How far along it is: by its words; where there are none, by the days that are told. */
const standsIn = (reading: Reading, { rectifiedOn, reviewedOn, closedOn }: Days, reviewed: boolean): Said['stands'] | null => {
  const asked = reading.text('isClosed')
  const closed = asked === '' ? null : yesOrNo(asked)
  if (asked !== '' && closed === null && standingOf(asked) === null)
    return reading.wrong('isClosed', 'STATE_UNKNOWN', { text: asked.slice(0, 40) })
  if (closed === true || (asked !== '' && standingOf(asked) === 'closed')) return 'closed'
  const text = reading.text('state')
  const word = text === '' ? null : standingOf(text)
  // A sentence of what was done, beside the day on which it was done, says that it was done.
  if (text !== '' && word === null && rectifiedOn === null) return reading.wrong('state', 'STATE_UNKNOWN', { text: text.slice(0, 40) })
  if (word === 'open' || word === 'underway' || word === 'closed') return word
  if (closedOn !== null && closed === null) return 'closed'
  // Put right, and reviewed on a day by somebody: nothing is left to do. Most ledgers have no column for closing.
  if (reviewedOn !== null && reviewed && closed === null) return 'closed'
  return word ?? (rectifiedOn === null ? 'open' : 'rectified')
}

const standingWords: { readonly [Stands in Said['stands']]: Sentence } = {
  open: { zh: '未整改', en: 'not put right' },
  underway: { zh: '整改中', en: 'being put right' },
  rectified: { zh: '已整改，未销号', en: 'put right and not closed' },
  closed: { zh: '已销号', en: 'closed' },
}

const before = (one: string | null, other: string | null): boolean => one !== null && other !== null && one < other

/** What must not be, across the days of a row. */
const checkDays = (reading: Reading, said: Said): void => {
  const { foundOn, dueOn, rectifiedOn, reviewedOn, closedOn } = said
  if (foundOn === '') return
  if (dueOn !== null && dueOn < foundOn) reading.wrong('dueOn', 'DUE_BEFORE_FOUND', { dueOn, foundOn })
  if (rectifiedOn !== null && rectifiedOn < foundOn) reading.wrong('rectifiedOn', 'RECTIFIED_BEFORE_FOUND', { rectifiedOn, foundOn })
  if (reviewedOn !== null && reviewedOn < foundOn) reading.wrong('reviewedOn', 'REVIEWED_BEFORE_FOUND', { reviewedOn, foundOn })
  else if (reviewedOn !== null && rectifiedOn !== null && before(reviewedOn, rectifiedOn))
    reading.wrong('reviewedOn', 'REVIEWED_BEFORE_RECTIFIED', { reviewedOn, rectifiedOn })
  if (closedOn !== null && closedOn < foundOn) reading.wrong('closedOn', 'CLOSED_BEFORE_FOUND', { closedOn, foundOn })
  else if (closedOn !== null && reviewedOn !== null && before(closedOn, reviewedOn))
    reading.wrong('closedOn', 'CLOSED_BEFORE_REVIEWED', { closedOn, reviewedOn })
}

const namesIn = (text: string | null): readonly string[] =>
  (text ?? '').split(/[、,，;；/／\s]+/u).filter((name) => name !== '' && name !== '等')

/** What must not be, across how far along it is said to be and what is told of the way there. */
const checkStanding = (reading: Reading, said: Said, side: Side): void => {
  const { stands, level, dueOn, rectifiedOn, reviewedOn, reviewedBy, closedOn, responsible } = said
  const done = stands === 'rectified' || stands === 'closed'
  if (level === null && done && reading.text('level') === '' && reading.text('isMajor') === '') reading.wrong('level', 'LEVEL_MISSING', {})
  if (level === 'major' && dueOn === null && stands !== 'closed' && reading.text('dueOn') === '')
    reading.wrong('dueOn', 'MAJOR_WITHOUT_DEADLINE', {})
  if (!done) {
    const later = rectifiedOn ?? reviewedOn ?? closedOn
    if (later !== null) reading.wrong('state', 'STATE_CONTRADICTED', { state: standingWords[stands], day: later })
  }
  if (stands === 'rectified' && closedOn !== null)
    reading.wrong('isClosed', 'STATE_CONTRADICTED', { state: standingWords[stands], day: closedOn })
  const misread = reading.text('rectifiedOn') !== '' && rectifiedOn === null
  if (done && rectifiedOn === null && reviewedOn === null && closedOn === null && !misread)
    reading.wrong('rectifiedOn', 'CLOSED_WITHOUT_RECTIFICATION', {})
  if (stands === 'closed') {
    if (reviewedBy === null) reading.wrong('reviewedBy', 'CLOSED_WITHOUT_REVIEW', {})
    if (closedOn === null && reading.text('closedOn') === '') reading.wrong('closedOn', 'CLOSED_WITHOUT_DAY', {})
    if (level === 'major' && side === 'unit') reading.wrong('level', 'MAJOR_CLOSED_BY_UNIT', {})
  }
  const [did, looked] = [namesIn(responsible), namesIn(reviewedBy)]
  if (looked.length > 0 && looked.every((name) => did.includes(name)))
    reading.wrong('reviewedBy', 'REVIEWER_IS_RECTIFIER', { name: looked.join('、') })
}

/** The hazard that a row of a ledger tells of. */
export const readHazardRow = (values: Values, facts: HazardRowFacts): RowRead<HazardEntry> => {
  const reading = readingOf(values)
  const { today, side } = facts
  const unit = unitNamedIn(reading, facts)
  const description = reading.words('description', { most: 2000, needed: true }) ?? ''
  const length = description.length > leastDescription ? leastDescription : Array.from(description).length
  if (description !== '' && length < leastDescription)
    reading.wrong('description', 'DESCRIPTION_TOO_SHORT', { length, least: leastDescription })
  const how = wayIn(reading, side)
  const days = {
    rectifiedOn: dayIn(reading, values, 'rectifiedOn', { today }),
    reviewedOn: dayIn(reading, values, 'reviewedOn', { today }),
    closedOn: dayIn(reading, values, 'closedOn', { today }),
  }
  const reviewedBy = reading.words('reviewedBy', { most: 60 })
  const stands = standsIn(reading, days, reviewedBy !== null)
  const rectification = reading.words('state', { most: 500 })
  const said: Said = {
    number: reading.words('number', { most: 60 }),
    foundOn: dayIn(reading, values, 'foundOn', { today, needed: true }) ?? '',
    foundBy: reading.words('foundBy', { most: 60 }),
    level: levelIn(reading),
    dueOn: dayIn(reading, values, 'dueOn', { today: null }),
    responsible: reading.words('responsible', { most: 60 }),
    measures: reading.words('measures', { most: 1000 }),
    fundsYuan: moneyIn(reading, 'fundsTenThousandYuan', 10_000) ?? moneyIn(reading, 'fundsYuan', 1),
    stands: stands ?? 'open',
    rectification: stands === 'rectified' || stands === 'closed' ? rectification : null,
    reviewedBy,
    ...days,
    closedOn: stands === 'closed' ? (days.closedOn ?? days.reviewedOn) : days.closedOn,
  }
  const itemKey = reading.words('item', { most: 60 })
  const place = positionIn(reading, 'lng', 'lat')
  // Days that could not be read were told already; what follows from them would be told twice.
  const legible = reading.faults.every(({ code }) => !code.startsWith('DAY_')) && stands !== null
  if (legible) {
    checkDays(reading, said)
    checkStanding(reading, said, side)
  }
  return rowRead(reading, () => ({ unit, how, description, itemKey, place, said }))
}
