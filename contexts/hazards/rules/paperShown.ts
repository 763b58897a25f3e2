/** Evidence that is shown, by its ids: of the finding, of the self-check, of the review. */
export type Shown = { readonly found: readonly string[]; readonly selfCheck: readonly string[]; readonly review: readonly string[] }

/** At most so many pictures stand on a paper, so that it stays a paper. */
const mostShown = 6

/** The first of each, then the second of each, and so on, as long as there is room; in the order of their kinds. */
export const shownOf = (asked: Shown): Shown => {
  const pieces = (['found', 'selfCheck', 'review'] as const)
    .flatMap((of) => asked[of].map((id, place) => ({ of, id, place })))
    .toSorted((one, two) => one.place - two.place)
    .slice(0, mostShown)
  const ofKind = (kind: keyof Shown): readonly string[] => pieces.filter(({ of }) => of === kind).map(({ id }) => id)
  return { found: ofKind('found'), selfCheck: ofKind('selfCheck'), review: ofKind('review') }
}
