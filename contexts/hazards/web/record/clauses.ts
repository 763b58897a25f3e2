import type { Sentence } from '../../../../kernel/refusals.ts'

const decree16 = (article: string, number: number): Sentence => ({ zh: `总局 16 号令${article}`, en: `SAWS Decree 16, art. ${number}` })
const law41: Sentence = { zh: '安全生产法第四十一条', en: 'Work Safety Law, art. 41' }

/** The clause that a refusal rests on, where one does. */
const clauses: Readonly<Record<string, Sentence>> = {
  FIVE_NOT_IN_PLACE: decree16('第十五条', 15),
  REPORTS_MISSING: law41,
  REPORT_NOT_NEEDED: law41,
  LISTING_NOT_LIFTED: law41,
  LISTING_TIER_TOO_LOW: law41,
  POSITION_MISSING: decree16('第二十三条', 23),
  NOT_ON_THE_SPOT: decree16('第二十三条', 23),
  REVIEWER_NOT_INDEPENDENT: decree16('第二十三条', 23),
}

export const clauseOf = (code: string): Sentence | undefined => clauses[code]
