/** How well a text answers what was typed; null: not at all. Greater is better. */
export type Match = { readonly score: number; readonly marked: readonly number[] }

const boundary = /[\s/·.,:_\-()（）、]/

/**
 * Fuzzy, in order, without regard to case: every word that was typed must be found. A word found whole counts more
 * than one found letter by letter, at the beginning more than in the middle, in a short text more than in a long one.
 */
export const matchText = (typed: string, text: string): Match | null => {
  const target = text.toLowerCase()
  const marked: number[] = []
  let score = 0
  for (const word of typed
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '')) {
    const found = matchWord(word, target)
    if (!found) return null
    score += found.score
    marked.push(...found.marked)
  }
  return { score: score - target.length * 0.05, marked: [...new Set(marked)].toSorted((one, other) => one - other) }
}

const matchWord = (word: string, target: string): Match | null => {
  const whole = target.indexOf(word)
  if (whole >= 0) {
    const begins = whole === 0 ? 30 : boundary.test(target[whole - 1] ?? '') ? 20 : 0
    return { score: 40 + word.length * 4 + begins, marked: Array.from(word, (_, index) => whole + index) }
  }
  const marked: number[] = []
  let from = 0
  let score = 0
  for (const letter of word) {
    const at = target.indexOf(letter, from)
    if (at < 0) return null
    const close = marked.length > 0 && at === (marked.at(-1) ?? 0) + 1
    score += close ? 6 : at === 0 || boundary.test(target[at - 1] ?? '') ? 4 : 1
    marked.push(at)
    from = at + letter.length
  }
  // Letters strewn over a long text say nothing.
  const spread = (marked.at(-1) ?? 0) - (marked[0] ?? 0) + 1
  return spread > word.length * 4 ? null : { score, marked }
}

/** The entries that answer, the best first; each by the best of its texts. An empty input keeps all in their order. */
export const rank = <Entry>(typed: string, entries: readonly Entry[], textsOf: (entry: Entry) => readonly string[]): readonly Entry[] => {
  if (typed.trim() === '') return entries
  return entries
    .map((entry, order) => {
      const scores = textsOf(entry).map((text, index) => {
        const match = matchText(typed, text)
        // Further words find an entry, but its own title comes first.
        return match ? match.score - (index === 0 ? 0 : 12) : Number.NEGATIVE_INFINITY
      })
      return { entry, order, score: Math.max(Number.NEGATIVE_INFINITY, ...scores) }
    })
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .toSorted((one, other) => other.score - one.score || one.order - other.order)
    .map(({ entry }) => entry)
}
