/** A place in degrees. Which coordinate system the degrees are of is the holder's to know (`coordinates.ts`). */
export type Position = { readonly lng: number; readonly lat: number }

/** A closed line; the last point joins the first and is not repeated. */
export type Ring = readonly Position[]

export type Polygon = { readonly outer: Ring; readonly holes: readonly Ring[] }

export type BoundingBox = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** Mean radius of the earth (IUGG), metres. */
const earthRadiusMetres = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * The way along the great circle between two places, in metres, on a sphere: off by 0.5 % at most, and by less than
 * 2 m within a plant.
 */
export const distanceMetres = (from: Position, to: Position): number => {
  const halfLat = Math.sin(radians(to.lat - from.lat) / 2)
  const halfLng = Math.sin(radians(to.lng - from.lng) / 2)
  const chord = halfLat ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * halfLng ** 2
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The direction in which the great circle leaves the first place: degrees clockwise from north, 0 to below 360. */
export const bearingDegrees = (from: Position, to: Position): number => {
  const lng = radians(to.lng - from.lng)
  const y = Math.sin(lng) * Math.cos(radians(to.lat))
  const x =
    Math.cos(radians(from.lat)) * Math.sin(radians(to.lat)) - Math.sin(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.cos(lng)
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360
}

/** The smallest box that holds every point, null without points. Nothing of ours crosses the 180th meridian. */
export const boundingBox = (points: readonly Position[]): BoundingBox | null =>
  points.reduce<BoundingBox | null>(
    (box, { lng, lat }) =>
      box === null
        ? { west: lng, south: lat, east: lng, north: lat }
        : {
            west: Math.min(box.west, lng),
            south: Math.min(box.south, lat),
            east: Math.max(box.east, lng),
            north: Math.max(box.north, lat),
          },
    null,
  )

/** Whether the box holds the place, its edges included. */
export const inBox = (box: BoundingBox, { lng, lat }: Position): boolean =>
  lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north

/** About 0.1 mm: a place nearer to an edge than this lies on it. */
const onEdgeDegrees = 1e-9

const onEdge = (point: Position, from: Position, to: Position): boolean => {
  const lng = to.lng - from.lng
  const lat = to.lat - from.lat
  const length = Math.hypot(lng, lat)
  if (length === 0) return Math.hypot(point.lng - from.lng, point.lat - from.lat) <= onEdgeDegrees
  const across = (lng * (point.lat - from.lat) - lat * (point.lng - from.lng)) / length
  const along = (lng * (point.lng - from.lng) + lat * (point.lat - from.lat)) / length
  return Math.abs(across) <= onEdgeDegrees && along >= -onEdgeDegrees && along <= length + onEdgeDegrees
}

type Side = 'inside' | 'edge' | 'outside'

/** Counts how often a ray to the east crosses the ring. An edge belongs to its lower end, so a corner counts once. */
const sideOfRing = (ring: Ring, point: Position): Side => {
  let inside = false
  let from = ring.at(-1)
  for (const to of ring) {
    if (from !== undefined) {
      if (onEdge(point, from, to)) return 'edge'
      if (from.lat > point.lat !== to.lat > point.lat) {
        const crossing = from.lng + ((point.lat - from.lat) / (to.lat - from.lat)) * (to.lng - from.lng)
        if (crossing > point.lng) inside = !inside
      }
    }
    from = to
  }
  return inside ? 'inside' : 'outside'
}

/**
 * Whether a place lies in a polygon, straight lines in degrees between its points. Edges are inside, those of holes
 * too: who stands on the line of a zone has entered it.
 */
export const inPolygon = ({ outer, holes }: Polygon, point: Position): boolean =>
  sideOfRing(outer, point) !== 'outside' && holes.every((hole) => sideOfRing(hole, point) !== 'inside')
