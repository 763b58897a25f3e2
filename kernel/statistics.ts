/**
 * A change in percent of what it is compared with, null where that is 0 (no comparison can be made; a screen writes
 * "n/a", never 0 % or 100 %). A base below 0 is no count and gives null too.
 */
const changePercent = (current: number, base: number): number | null => (base > 0 ? ((current - base) * 100) / base : null)

/** 同比: against the same period of last year, in percent; null where that was 0. */
export const yearOnYearPercent = (current: number, samePeriodLastYear: number): number | null => changePercent(current, samePeriodLastYear)

/** 环比: against the period just before, in percent; null where that was 0. */
export const periodOnPeriodPercent = (current: number, previousPeriod: number): number | null => changePercent(current, previousPeriod)

/** So many of the part for every `per` of the whole; null where there is no whole. */
export const rate = (part: number, whole: number, per = 1): number | null => (whole > 0 ? (part * per) / whole : null)

/** The share of a part in percent; null where there is no whole. */
export const sharePercent = (part: number, whole: number): number | null => rate(part, whole, 100)

/** 亿元国内生产总值生产安全事故死亡率: deaths for every 100 million yuan of GDP, GDP given in 亿元. */
export const deathsPerYiYuanGdp = (deaths: number, gdpYiYuan: number): number | null => rate(deaths, gdpYiYuan)

/** 工矿商贸就业人员十万人生产安全事故死亡率: deaths for every 100,000 employed in industry, mining, trade and commerce. */
export const deathsPer100000Employed = (deaths: number, employed: number): number | null => rate(deaths, employed, 100_000)

/** 道路交通万车死亡率: deaths for every 10,000 motor vehicles. */
export const deathsPer10000Vehicles = (deaths: number, vehicles: number): number | null => rate(deaths, vehicles, 10_000)

/** 煤矿百万吨死亡率: deaths for every million tonnes of coal, output given in tonnes. */
export const deathsPerMillionTonnes = (deaths: number, tonnes: number): number | null => rate(deaths, tonnes, 1_000_000)

/** Days from the first to the last, both included. */
export type DateRange = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/**
 * The year so far, and the same stretch of last year up to the same day, so that a part of a year is never compared
 * with a whole one. 29 February is compared with 28 February.
 */
export const yearToDate = (lastDay: Temporal.PlainDate): { readonly thisYear: DateRange; readonly lastYear: DateRange } => {
  const thisYear = { from: lastDay.with({ month: 1, day: 1 }), to: lastDay }
  return {
    thisYear,
    lastYear: { from: thisYear.from.subtract({ years: 1 }), to: thisYear.to.subtract({ years: 1 }) },
  }
}
