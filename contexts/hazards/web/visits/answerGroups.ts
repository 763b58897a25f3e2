/** What of an answer decides where it stands. */
type Answered = { readonly itemKey: string; readonly answer: 'yes' | 'no' | 'notApplicable' }

const rank = { no: 0, yes: 1, notApplicable: 2 } as const

/**
 * Answers by the list that their items belong to (the part of a key before its last dot). What is not in order stands first,
 * in the groups and in each; the rest keeps the order in which it was asked.
 */
export const answerGroups = <Answer extends Answered>(
  answers: readonly Answer[],
): readonly { readonly list: string; readonly answers: readonly Answer[] }[] => {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers) {
    const dot = answer.itemKey.lastIndexOf('.')
    const list = dot < 0 ? answer.itemKey : answer.itemKey.slice(0, dot)
    groups.set(list, [...(groups.get(list) ?? []), answer])
  }
  const wrong = (group: readonly Answer[]): number => group.filter(({ answer }) => answer === 'no').length
  return [...groups]
    .map(([list, group]) => ({ list, answers: group.toSorted((one, other) => rank[one.answer] - rank[other.answer]) }))
    .toSorted((one, other) => wrong(other.answers) - wrong(one.answers))
}
