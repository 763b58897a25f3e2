import { chanceOf } from '../../../../kernel/chance.ts'

/** By what a frame is divided, so that each part is drawn from in proportion. */
export const strata = ['none', 'county', 'level', 'closer'] as const

export type Strata = (typeof strata)[number]

/** How many: a count, or a share of the frame in percent. */
export type Wanted = { readonly kind: 'count'; readonly count: number } | { readonly kind: 'share'; readonly percent: number }

/** From what is drawn and how. Days are dates in Beijing, both ends included. */
export type DrawOrder = {
  readonly regionCode: string
  readonly from: string
  readonly to: string
  readonly level: 'general' | 'major' | null
  readonly industry: string | null
  readonly strata: Strata
  readonly wanted: Wanted
}

/** One closed hazard of the frame. */
export type FrameLine = {
  readonly unitId: string
  readonly hazardId: string
  /** How many events had made it: what was frozen is this state of it. */
  readonly version: number
  readonly stratum: string
}

const keyOf = ({ unitId, hazardId }: FrameLine): string => `${unitId}.${hazardId}`

const byKey = (one: FrameLine, other: FrameLine): number => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0)

/** The frame as it is frozen: one line a hazard, in the order of their ids. Whoever has it can draw again. */
export const frameText = (frame: readonly FrameLine[]): string =>
  frame
    .toSorted(byKey)
    .map((line) => `${keyOf(line)} ${line.version} ${line.stratum}\n`)
    .join('')

/** The frame that a text holds. */
export const frameOf = (text: string): readonly FrameLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [key = '', version = '', stratum = ''] = line.split(' ')
      const [unitId = '', hazardId = ''] = key.split('.')
      return { unitId, hazardId, version: Number(version), stratum }
    })

/** The last deed on the audit record before the draw; whoever draws can neither foresee nor choose it. */
export type AuditHead = { readonly chain: string; readonly seq: number; readonly hash: string }

/**
 * What the seed is the SM3 of: the order, the frozen frame and the head of the audit. Nobody can look for a seed that spares
 * or hits somebody, because each try has another head and stays on record.
 */
export const commitmentText = (order: DrawOrder, frameSm3: string, head: AuditHead): string =>
  [
    'anlan.draw/1',
    order.regionCode,
    order.from,
    order.to,
    order.level ?? '',
    order.industry ?? '',
    order.strata,
    order.wanted.kind === 'count' ? `count ${order.wanted.count}` : `share ${order.wanted.percent}`,
    frameSm3,
    head.chain,
    String(head.seq),
    head.hash,
  ].join('\n')

/** How many a draw from so many takes: at least one, at most all; a share is rounded up. */
export const sizeOf = (wanted: Wanted, frameSize: number): number =>
  Math.min(frameSize, Math.max(1, wanted.kind === 'count' ? wanted.count : Math.ceil((frameSize * wanted.percent) / 100)))

/**
 * How many are drawn of each stratum: in proportion to its size, what is left over to the largest remainders (of equal ones
 * to the first by name). The sum is the size.
 */
export const allocation = (sizes: ReadonlyMap<string, number>, size: number): ReadonlyMap<string, number> => {
  const total = [...sizes.values()].reduce((sum, each) => sum + each, 0)
  const shares = [...sizes]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([stratum, each]) => {
      const exact = (size * each) / total
      return { stratum, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
    })
  let left = size - shares.reduce((sum, { whole }) => sum + whole, 0)
  const taken = new Map(shares.map(({ stratum, whole }) => [stratum, whole]))
  for (const { stratum, whole } of shares.toSorted((one, other) => other.rest - one.rest)) {
    if (left === 0) break
    taken.set(stratum, whole + 1)
    left -= 1
  }
  return taken
}

/** How many hazards of the frame stand in each stratum. */
export const stratumSizes = (frame: readonly FrameLine[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(frame, ({ stratum }) => stratum)].map(([stratum, lines]) => [stratum, lines.length]))

/**
 * Draws without putting back, each stratum by itself. The same frame, size and seed give the same hazards in the same order,
 * whatever the order of the frame.
 */
export const draw = (frame: readonly FrameLine[], wanted: Wanted, seed: string): readonly FrameLine[] => {
  if (frame.length === 0) return []
  const taken = allocation(stratumSizes(frame), sizeOf(wanted, frame.length))
  return [...Map.groupBy(frame.toSorted(byKey), ({ stratum }) => stratum)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([stratum, lines]) => {
      const chance = chanceOf(`${seed}/${stratum}`)
      const rest = [...lines]
      const drawn: FrameLine[] = []
      for (let left = taken.get(stratum) ?? 0; left > 0; left -= 1) {
        // The one taken gives its place to the last, so that each of the rest is as likely as any other.
        const at = chance.integer(0, rest.length - 1)
        const [line, last] = [rest[at], rest.pop()]
        if (line === undefined || last === undefined) break
        if (at < rest.length) rest[at] = last
        drawn.push(line)
      }
      return drawn
    })
}
