/** A step on the racetrack, in pixels; `above` steps run to the right, the others back to the left. */
export type TrackPoint = { readonly x: number; readonly y: number; readonly above: boolean }

export type TrackGeometry = {
  readonly height: number
  readonly points: readonly TrackPoint[]
  /** The way from each step to the next, as SVG path data. */
  readonly legs: readonly string[]
  /** The half-circle that joins the last step to the first. */
  readonly closing: string
  readonly labelWidth: number
  readonly returnFrom: (from: number, to: number) => string
}

const topPixels = 40
const bottomPixels = 130
const edgePixels = 20

/** Lays the steps of a loop out on a racetrack of that width: half of them above, the rest below on the way back. */
export const trackGeometry = (count: number, width: number): TrackGeometry => {
  const above = Math.ceil(count / 2)
  const radius = (bottomPixels - topPixels) / 2
  const first = edgePixels + radius + 40
  const last = Math.max(first, width - edgePixels - radius - 120)
  const gap = above > 1 ? (last - first) / (above - 1) : 0
  const points = Array.from({ length: count }, (_, index): TrackPoint => {
    const isAbove = index < above
    const column = isAbove ? index : 2 * above - 1 - index
    return { x: Math.round(first + column * gap), y: isAbove ? topPixels : bottomPixels, above: isAbove }
  })
  const bend = width - edgePixels - radius
  const legs = points.slice(0, -1).map((from, index) => {
    const to = points[index + 1] ?? from
    if (from.y === to.y) return `M${from.x} ${from.y}H${to.x}`
    return `M${from.x} ${from.y}H${bend}A${radius} ${radius} 0 0 1 ${bend} ${to.y}H${to.x}`
  })
  const start = points[0]
  const end = points.at(-1)
  const turn = edgePixels + radius
  return {
    height: 190,
    points,
    legs,
    closing: start && end && end.y !== start.y ? `M${end.x} ${end.y}H${turn}A${radius} ${radius} 0 0 1 ${turn} ${start.y}H${start.x}` : '',
    labelWidth: Math.max(96, Math.min(gap, 190) - 12),
    returnFrom: (from, to) => {
      const a = points[from]
      const b = points[to]
      if (!a || !b) return ''
      const middle = (topPixels + bottomPixels) / 2
      const corner = Math.min(18, Math.abs(a.x - b.x) / 2)
      const side = b.x >= a.x ? 1 : -1
      const startY = a.y + (a.above ? 10 : -10)
      const endY = b.y + (b.above ? 14 : -14)
      const tip = `M${b.x - 5} ${endY + (b.above ? 6 : -6)}L${b.x} ${endY}L${b.x + 5} ${endY + (b.above ? 6 : -6)}`
      return `M${a.x} ${startY}V${middle + (a.above ? -corner : corner)}Q${a.x} ${middle} ${a.x + side * corner} ${middle}H${b.x - side * corner}Q${b.x} ${middle} ${b.x} ${middle + (b.above ? -corner : corner)}V${endY}${tip}`
    },
  }
}
