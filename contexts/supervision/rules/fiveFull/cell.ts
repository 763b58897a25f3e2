import { periodOnPeriodPercent, rate } from '../../../../kernel/statistics.ts'
import { counterOf, recordsOf, type FigureName, type Tally, type Where } from '../bulletin/figures.ts'
import { countText, isSmall, plainText, shareText, smallForTenThousand, type Language } from '../bulletin/numbers.ts'
import type { Measure } from './measures.ts'

/** A number with the address of its records; null where no list shows them. */
export type Told = { readonly text: string; readonly value: number; readonly address: string | null }

export type Cell = {
  /** The measure as it is read: `93.2%`, `12`, `3.6万元`; null where it cannot be told. */
  readonly text: string | null
  /** By what rows are put in order; null last. */
  readonly order: number | null
  readonly numerator: Told
  readonly denominator: Told | null
  /** So few that a rate of them says little. */
  readonly small: boolean
  /** Why there is no rate: nothing to divide by, or more counted than there is to divide by. */
  readonly without: 'noWhole' | 'morePart' | null
  /** Against the period before: in points of percent for shares, in percent for counts. Null where nothing can be said. */
  readonly change: { readonly way: 'up' | 'down' | 'same'; readonly text: string; readonly small: boolean } | null
}

/** Too few to divide by for what is told of them. */
const isFew = ({ kind }: Measure, whole: number): boolean => (kind === 'perTenThousand' ? whole < smallForTenThousand : isSmall(whole))

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10)

const ratioOf = ({ kind, figure, of }: Measure, tally: Tally): number | null => {
  const value = tally[figure] ?? 0
  if (of === null) return value
  const whole = tally[of] ?? 0
  if (kind === 'share' && value > whole) return null
  return rate(value, whole, kind === 'perTenThousand' ? 10_000 : 100)
}

const changeOf = (measure: Measure, tally: Tally, before: Tally, language: Language): Cell['change'] => {
  if (measure.when !== 'days') return null
  const [now, then] = [ratioOf(measure, tally), ratioOf(measure, before)]
  if (now === null || then === null) return null
  const small = measure.of === null ? isSmall(then) : isFew(measure, tally[measure.of] ?? 0) || isFew(measure, before[measure.of] ?? 0)
  const way = now > then ? 'up' : now < then ? 'down' : 'same'
  if (measure.kind === 'share') {
    const points = oneDecimal(Math.abs(now - then))
    return { way, text: language === 'zh' ? `${points} 个百分点` : `${points} points`, small }
  }
  const percent = periodOnPeriodPercent(now, then)
  if (percent === null) return null
  return { way, text: `${oneDecimal(Math.abs(percent))}%`, small }
}

/** Where a measure is counted: only what belongs to a campaign is counted in one. */
export const whereOf = (
  { when, figure }: Measure,
  place: Omit<Where, 'campaignId'>,
  { campaignId, floodId }: { readonly campaignId: string | null; readonly floodId: string | null },
): Where => ({ ...place, campaignId: when !== 'campaign' ? null : figure === 'reinspected' ? floodId : campaignId })

/** Whether the house keeps what a measure is made of. */
export const isKept = ({ figure, of }: Measure, tally: Tally): boolean =>
  tally[figure] !== undefined && (of === null || tally[of] !== undefined)

/** A measure at one place, with its numerator, its denominator and the records of both. */
export const cellOf = (
  measure: Measure,
  at: { readonly tally: Tally; readonly before: Tally; readonly where: Where },
  language: Language,
): Cell => {
  const { tally, before, where } = at
  const { kind, figure, of } = measure
  const told = (name: FigureName): Told => ({
    // English says what is counted once, in the title of the measure.
    text:
      language === 'en' && counterOf(name) !== 'yuan'
        ? plainText(tally[name] ?? 0, 'en')
        : countText(tally[name] ?? 0, counterOf(name), language),
    value: tally[name] ?? 0,
    address: recordsOf(name, where),
  })
  const [numerator, denominator] = [told(figure), of === null ? null : told(of)]
  const order = ratioOf(measure, tally)
  const whole = denominator?.value ?? 0
  const text = ((): string | null => {
    if (order === null) return null
    if (kind === 'count') return plainText(order, language)
    if (kind === 'yuan') return countText(order, 'yuan', language)
    return kind === 'share' ? shareText(numerator.value, whole, language) : oneDecimal(order)
  })()
  return {
    text,
    order,
    numerator,
    denominator,
    small: of !== null && whole > 0 && isFew(measure, whole),
    without: of === null || order !== null ? null : whole === 0 ? 'noWhole' : 'morePart',
    change: changeOf(measure, tally, before, language),
  }
}

/** The greater first, or the smaller; rates of few come after those of enough, and what cannot be told last. */
export const inOrder = (one: Cell, other: Cell, way: 'ascending' | 'descending'): number => {
  const rank = ({ order, small }: Cell): number => (order === null ? 2 : small ? 1 : 0)
  if (rank(one) !== rank(other)) return rank(one) - rank(other)
  const difference = (one.order ?? 0) - (other.order ?? 0)
  return way === 'ascending' ? difference : -difference
}
