/**
 * The number by which people speak of a hazard: the code of the county it was recorded in (of the city or the province
 * where the unit lies higher), the year it was found in, and its place among those, from 1 on, with five digits or more.
 */
export const numberText = ({
  regionCode,
  year,
  place,
}: {
  readonly regionCode: string
  readonly year: number
  readonly place: number
}): string => `${seriesOf(regionCode)}-${year}-${String(place).padStart(5, '0')}`

/** The code that numbers are counted under: the county's of whatever lies in it. */
export const seriesOf = (regionCode: string): string => regionCode.slice(0, 6)

/** How it is said where the county is plain: `330114-2026-00417` is 26-00417. */
export const shortNumber = (number: string): string => number.slice('330114-20'.length)
