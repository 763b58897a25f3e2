/** Brightness from 0 to 255, row by row. */
export type Grey = { readonly widthPx: number; readonly heightPx: number; readonly values: Uint8Array }

/**
 * How a picture, or a part of it, looks: two hashes of 64 bits that stay nearly the same when it is compressed anew, made
 * smaller, brightened or given noise. By them candidates are found; whether they are one picture `agreement` says.
 */
export type Fingerprint = { readonly part: number; readonly coarse: bigint; readonly fine: bigint }

/** The picture is made this wide and high before it is read, whatever its own shape. */
export const greySidePx = 128

/** Parts by which a cropped picture is found: the whole first, then its middle and its corners, as shares of each side. */
const parts: readonly { readonly left: number; readonly top: number; readonly side: number }[] = [
  { left: 0, top: 0, side: 1 },
  ...[0.92, 0.84].flatMap((side) => {
    const rest = 1 - side
    return [
      { left: rest / 2, top: rest / 2, side },
      { left: 0, top: 0, side },
      { left: rest, top: 0, side },
      { left: 0, top: rest, side },
      { left: rest, top: rest, side },
    ]
  }),
]

const gridSide = 32
const frequencies = 8

/** cos((2x + 1) uπ / 64) for the eight lowest frequencies: a discrete cosine transform of 32 samples. */
const cosines = Array.from({ length: frequencies + 1 }, (_, u) =>
  Array.from({ length: gridSide }, (_each, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * gridSide))),
)

/** The mean brightness of each cell of a grid laid over a part. */
const gridOf = ({ widthPx, heightPx, values }: Grey, part: (typeof parts)[number], columns: number, rows: number): Float64Array => {
  const grid = new Float64Array(columns * rows)
  const left = part.left * widthPx
  const top = part.top * heightPx
  const cellWidth = (part.side * widthPx) / columns
  const cellHeight = (part.side * heightPx) / rows
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const x0 = Math.floor(left + column * cellWidth)
      const y0 = Math.floor(top + row * cellHeight)
      const x1 = Math.max(x0 + 1, Math.min(widthPx, Math.round(left + (column + 1) * cellWidth)))
      const y1 = Math.max(y0 + 1, Math.min(heightPx, Math.round(top + (row + 1) * cellHeight)))
      let sum = 0
      for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) sum += values[y * widthPx + x] ?? 0
      grid[row * columns + column] = sum / ((x1 - x0) * (y1 - y0))
    }
  return grid
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const bitsOf = (bits: readonly boolean[]): bigint => bits.reduce((sum, bit) => (sum << 1n) | (bit ? 1n : 0n), 0n)

/** Which of the 64 lowest frequencies are above their median (perceptual hash by cosine transform). */
const coarseOf = (grid: Float64Array): bigint => {
  const rows = Array.from({ length: frequencies + 1 }, (_, u) => {
    const cosine = cosines[u] ?? []
    return Array.from({ length: gridSide }, (_each, y) => {
      let sum = 0
      for (let x = 0; x < gridSide; x += 1) sum += (grid[y * gridSide + x] ?? 0) * (cosine[x] ?? 0)
      return sum
    })
  })
  const coefficient = (u: number, v: number): number => (rows[u] ?? []).reduce((sum, value, y) => sum + value * (cosines[v]?.[y] ?? 0), 0)
  const all = Array.from({ length: frequencies * frequencies }, (_, at) => {
    const [u, v] = [at % frequencies, Math.floor(at / frequencies)]
    // The mean brightness says nothing of the picture; the next frequency takes its place.
    return u === 0 && v === 0 ? coefficient(frequencies, 0) : coefficient(u, v)
  })
  const middle = median(all)
  return bitsOf(all.map((value) => value > middle))
}

/** Which cells are brighter than the one to their right (difference hash). */
const fineOf = (grid: Float64Array): bigint =>
  bitsOf(
    Array.from({ length: 64 }, (_, at) => {
      const cell = Math.floor(at / 8) * 9 + (at % 8)
      return (grid[cell] ?? 0) > (grid[cell + 1] ?? 0)
    }),
  )

/** A lens cap, a white wall, a night without light: every such picture looks like every other. */
const leastDeviation = 8

const deviationOf = (grid: Float64Array): number => {
  const mean = grid.reduce((sum, value) => sum + value, 0) / grid.length
  return Math.sqrt(grid.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grid.length)
}

/** The fingerprints of a picture and of its parts; none where it shows too little to be told from another. */
export const fingerprintsOf = (grey: Grey): readonly Fingerprint[] =>
  parts.flatMap((part, index) => {
    const grid = gridOf(grey, part, gridSide, gridSide)
    return deviationOf(grid) < leastDeviation ? [] : [{ part: index, coarse: coarseOf(grid), fine: fineOf(gridOf(grey, part, 9, 8)) }]
  })

/** How many of 64 bits differ. */
export const bitsApart = (one: bigint, other: bigint): number => {
  let apart = 0
  for (let rest = BigInt.asUintN(64, one ^ other); rest !== 0n; rest &= rest - 1n) apart += 1
  return apart
}

/** Four times sixteen bits. A picture at most seven bits away has one of them with at most one bit changed. */
export const bandsOf = (coarse: bigint): readonly number[] => [48n, 32n, 16n, 0n].map((shift) => Number((coarse >> shift) & 0xffffn))

/** A band and the sixteen that are one bit away. */
export const bandsAround = (band: number): readonly number[] => [band, ...Array.from({ length: 16 }, (_, bit) => band ^ (1 << bit))]
