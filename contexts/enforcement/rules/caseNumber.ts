/** The series that numbers a region's cases: the county's, or the city's or province's where the authority sits there. */
export const seriesOf = (regionCode: string): string => regionCode.slice(0, 6)

/** As people speak of a case: 钱塘应急〔2026〕3号. */
export const numberText = (shortName: string, year: number, place: number): string => `${shortName}〔${year}〕${place}号`

/** The number of one of its papers: 钱塘应急罚告〔2026〕3号. */
export const paperNumber = (caseNumber: string, letters: string): string => caseNumber.replace('〔', `${letters}〔`)
