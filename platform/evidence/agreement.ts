/** A picture made 32 by 32, in grey. */
export const lookSidePx = 32

const pixels = lookSidePx * lookSidePx

/** A part of a picture as shares of its sides. */
type Part = { readonly left: number; readonly top: number; readonly side: number }

const whole: Part = { left: 0, top: 0, side: 1 }

/** Nobody cuts more away and still has the same picture. */
const smallestSide = 0.8

/** The part, made as large as the whole; between pixels by their neighbours. */
const cut = (look: Uint8Array, { left, top, side }: Part): Float64Array => {
  const seen = new Float64Array(pixels)
  const place = (share: number, at: number): number =>
    Math.min(lookSidePx - 1.001, Math.max(0, (share + ((at + 0.5) / lookSidePx) * side) * lookSidePx - 0.5))
  for (let y = 0; y < lookSidePx; y += 1) {
    const down = place(top, y)
    const row = Math.floor(down) * lookSidePx
    const below = down - Math.floor(down)
    for (let x = 0; x < lookSidePx; x += 1) {
      const across = place(left, x)
      const at = row + Math.floor(across)
      const beside = across - Math.floor(across)
      const upper = (look[at] ?? 0) * (1 - beside) + (look[at + 1] ?? 0) * beside
      const lower = (look[at + lookSidePx] ?? 0) * (1 - beside) + (look[at + lookSidePx + 1] ?? 0) * beside
      seen[y * lookSidePx + x] = upper * (1 - below) + lower * below
    }
  }
  return seen
}

/** Pearson's correlation of the first `count` pixels: how one is brightened or darkened does not matter. */
const correlation = (one: Float64Array, other: Uint8Array, count: number): number => {
  let [meanOne, meanOther] = [0, 0]
  for (let at = 0; at < count; at += 1) {
    meanOne += (one[at] ?? 0) / count
    meanOther += (other[at] ?? 0) / count
  }
  let [both, ofOne, ofOther] = [0, 0, 0]
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [(one[at] ?? 0) - meanOne, (other[at] ?? 0) - meanOther]
    both += a * b
    ofOne += a * a
    ofOther += b * b
  }
  return ofOne === 0 || ofOther === 0 ? 0 : both / Math.sqrt(ofOne * ofOther)
}

/** With and without the strip below, where watermark cameras write place and time. */
const alike = (one: Float64Array, other: Uint8Array): number =>
  Math.max(correlation(one, other, pixels), correlation(one, other, lookSidePx * (lookSidePx - 4)))

const within = ({ left, top, side }: Part): boolean =>
  left >= 0 && top >= 0 && side <= 1 && side >= smallestSide && left + side <= 1.0001 && top + side <= 1.0001

const firstGuesses: readonly Part[] = [
  whole,
  ...[0.95, 0.9, 0.85].flatMap((side) =>
    [0, 0.5, 1].flatMap((across) => [0, 0.5, 1].map((down) => ({ left: (1 - side) * across, top: (1 - side) * down, side }))),
  ),
]

const leastGuess = 0.86

/** The part of one picture that agrees best with the whole of the other: guessed first, then moved as long as it gets better. */
const bestPart = (look: Uint8Array, other: Uint8Array): number => {
  let [best, at] = [-1, whole]
  for (const guess of firstGuesses) {
    const agrees = alike(cut(look, guess), other)
    if (agrees > best) [best, at] = [agrees, guess]
  }
  // Moving a guess a little adds some hundredths; what is this far off is another picture.
  if (best < leastGuess) return best
  for (const step of [0.02, 0.01, 0.005])
    for (let turn = 0; turn < 6; turn += 1) {
      const before: number = best
      const moves = [
        [step, 0, 0],
        [-step, 0, 0],
        [0, step, 0],
        [0, -step, 0],
        [0, 0, step],
        [0, 0, -step],
        [step / 2, step / 2, -step],
        [-step / 2, -step / 2, step],
      ] as const
      for (const [right, down, larger] of moves) {
        const moved = { left: at.left + right, top: at.top + down, side: at.side + larger }
        const agrees = within(moved) ? alike(cut(look, moved), other) : -1
        if (agrees > best + 1e-6) [best, at] = [agrees, moved]
      }
      if (best === before) break
    }
  return best
}

/** How far two pictures agree, from -1 to 1, where either may be cut from the other: 1 is the same picture. About 6 ms. */
export const agreement = (one: Uint8Array, other: Uint8Array): number => Math.max(bestPart(one, other), bestPart(other, one))
