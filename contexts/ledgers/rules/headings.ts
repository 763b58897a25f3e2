const marks = /[\s*#:;,.、，。；：“”"'‘’·\-—_]/g

/** A heading as headings are compared: one width, no blanks and no marks; the slash between two rows of a head stays. */
export const plainHeading = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(marks, '')

/** Without what stands in brackets (units, 必填), without a number before it. */
export const bareHeading = (text: string): string => {
  const folded = text.normalize('NFKC')
  const open = folded
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|\{[^{}]*\}/g, '')
    .replace(/^\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]\s*/, '')
  const bare = plainHeading(open)
  return bare === '' ? plainHeading(folded) : bare
}

const pairsOf = (text: string): readonly string[] => {
  const letters = Array.from(text)
  return letters.length < 2 ? letters : letters.slice(1).map((letter, place) => letters[place]! + letter)
}

const isWithin = (short: string, long: string): boolean => {
  let from = 0
  for (const letter of short) {
    const place = long.indexOf(letter, from)
    if (place < 0) return false
    from = place + letter.length
  }
  return true
}

/** How alike two headings are, 0 to 1: pairs of neighbouring characters that both have (Dice), or how much of one is the other. */
export const alike = (one: string, other: string): number => {
  if (one === other) return one === '' ? 0 : 1
  if (one === '' || other === '') return 0
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  // 隐患描述 in 隐患具体描述: all of its characters, in their order.
  const inside = short.length >= 2 && isWithin(short, long) ? (long.includes(short) ? 0.55 : 0.4) + 0.4 * (short.length / long.length) : 0
  const left = [...pairsOf(long)]
  const total = left.length + pairsOf(short).length
  let common = 0
  for (const pair of pairsOf(short)) {
    const place = left.indexOf(pair)
    if (place < 0) continue
    left.splice(place, 1)
    common += 1
  }
  return Math.max(inside, (2 * common) / total)
}

/** The headings of what the product adds to rows that it sends back; known and passed over when they come in again. */
export const reasonHeading = '退回原因'
export const faultyHeading = '有误列'

/** Whether a column is one that the product added. */
export const isReturnHeading = (heading: string): boolean => {
  const plain = plainHeading(heading)
  return plain === reasonHeading || plain === faultyHeading
}

const counting = new Set(['序号', '序', 'no', 'no.', 'serial', '行号', '项次'].map(plainHeading))

/** Whether a column counts the rows of its file and says nothing of a record, so that no column of a kind can be meant. */
export const isCountingHeading = (heading: string): boolean => counting.has(bareHeading(heading))

/** Whether a column may only number the rows: one called 编号 may also hold numbers of records. */
export const isSerialHeading = (heading: string): boolean => isCountingHeading(heading) || bareHeading(heading) === '编号'
