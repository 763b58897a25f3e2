import { describe, expect, it } from 'vitest'
import { acts, after, applied, majorOrdered, ordered, outcome, people } from '../testing/story.ts'
import type { Case, Story } from '../testing/story.ts'

const { head, town, inspector, county, city, province } = people

const reviewed = (): Story => after(applied(majorOrdered()), [acts.review, inspector])
const listedReviewed = (): Story => after(applied(after(majorOrdered(), [acts.list, city])), [acts.review, inspector])

describe('挂牌督办 (安全生产法 art. 41): a listed hazard stays open until the authority lifts the listing', () => {
  it.each<Case>([
    ['a general one is not listed', ordered, [acts.list, county], 'LEVEL_UNSUITED'],
    ['a town lists nothing', majorOrdered, [acts.list, town], 'NOT_YOURS_TO_DO'],
    ['the county lists a major one', majorOrdered, [acts.list, county], 'listed'],
    ['without a document', majorOrdered, [{ ...acts.list, documentNo: '' }, county], 'DEED_INCOMPLETE'],
    ['until a day gone by', majorOrdered, [{ ...acts.list, dueOn: '2026-11-01' }, county], 'DUE_IN_PAST'],
    ['not twice by the same tier', () => after(majorOrdered(), [acts.list, county]), [acts.list, inspector], 'LISTED_ALREADY'],
    ['a higher tier takes it over', () => after(majorOrdered(), [acts.list, county]), [acts.list, city], 'listed'],
    ['closed while listed', listedReviewed, [acts.close, inspector], 'LISTING_NOT_LIFTED'],
    ['lifted by a lower tier', listedReviewed, [acts.lift, county], 'LISTING_TIER_TOO_LOW'],
    ['lifted by the unit', listedReviewed, [acts.lift, head], 'NOT_YOURS_TO_DO'],
    ['lifted by who listed it', listedReviewed, [acts.lift, city], 'listingLifted'],
    ['closed once lifted', () => after(listedReviewed(), [acts.lift, city]), [acts.close, inspector], 'closed'],
    ['nothing to lift', reviewed, [acts.lift, city], 'NOT_LISTED'],
    [
      'lifted before the review by who listed it',
      () => after(majorOrdered(), [acts.list, city]),
      [{ ...acts.lift, reason: '误挂' }, city],
      'SECOND_PERSON_NEEDED',
    ],
    ['lifted before the review without a reason', () => after(majorOrdered(), [acts.list, city]), [acts.lift, province], 'DEED_INCOMPLETE'],
    [
      'set right before the review by another',
      () => after(majorOrdered(), [acts.list, city]),
      [{ ...acts.lift, reason: '误挂' }, province],
      'listingLifted',
    ],
  ])('%s', (_title, given, when, then) => {
    expect(outcome(given(), when)).toBe(then)
  })
})
