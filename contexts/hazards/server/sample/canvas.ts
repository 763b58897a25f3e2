import sharp from 'sharp'
import { chanceOf, type Chance } from '../../../../kernel/chance.ts'

export type Colour = readonly [red: number, green: number, blue: number]

/** A picture in a phone's format, drawn by a few shapes; measures are those of a sheet 640 wide and 480 high. */
export type Canvas = {
  readonly chance: Chance
  rect(x: number, y: number, width: number, height: number, colour: Colour): void
  disc(x: number, y: number, radius: number, colour: Colour): void
  line(x1: number, y1: number, x2: number, y2: number, thick: number, colour: Colour): void
}

const sheet = { width: 640, height: 480 }
/** Small on purpose: an album of 150 is drawn at the first start, 10 ms each. */
const width = 480
const height = 360

/** How the sheet is seen: the reviewer stands a little nearer and to the side of the finder. */
export type View = { readonly zoom: number; readonly dx: number; readonly dy: number }

const shade = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value)

/** Draws, and answers the JPEG. The same seed gives the same bytes, so that a history begun again keeps no second file. */
export const drawPicture = async (seed: string, view: View, draw: (canvas: Canvas) => void): Promise<Uint8Array> => {
  const chance = chanceOf(seed)
  const pixels = new Uint8Array(width * height * 3)
  const put = (x: number, y: number, [red, green, blue]: Colour): void => {
    const at = (y * width + x) * 3
    pixels[at] = red
    pixels[at + 1] = green
    pixels[at + 2] = blue
  }
  const fillBox = (x1: number, y1: number, x2: number, y2: number, inside: (x: number, y: number) => boolean, colour: Colour): void => {
    for (let y = Math.max(0, Math.floor(y1)); y < Math.min(height, Math.ceil(y2)); y += 1)
      for (let x = Math.max(0, Math.floor(x1)); x < Math.min(width, Math.ceil(x2)); x += 1) if (inside(x, y)) put(x, y, colour)
  }
  const zoom = (view.zoom * width) / sheet.width
  const left = (x: number): number => (x - sheet.width / 2) * zoom + width / 2 + view.dx
  const top = (y: number): number => (y - sheet.height / 2) * zoom + height / 2 + view.dy
  const canvas: Canvas = {
    chance,
    rect: (x, y, wide, high, colour) => fillBox(left(x), top(y), left(x + wide), top(y + high), () => true, colour),
    disc: (x, y, radius, colour) => {
      const [cx, cy, r] = [left(x), top(y), radius * zoom]
      fillBox(cx - r, cy - r, cx + r + 1, cy + r + 1, (px, py) => (px - cx) ** 2 + (py - cy) ** 2 <= r * r, colour)
    },
    line: (x1, y1, x2, y2, thick, colour) => {
      const [ax, ay, bx, by, r] = [left(x1), top(y1), left(x2), top(y2), (thick * zoom) / 2]
      const along = (bx - ax) ** 2 + (by - ay) ** 2 || 1
      const near = (px: number, py: number): boolean => {
        const t = Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / along))
        return (px - ax - t * (bx - ax)) ** 2 + (py - ay - t * (by - ay)) ** 2 <= r * r
      }
      fillBox(Math.min(ax, bx) - r, Math.min(ay, by) - r, Math.max(ax, bx) + r + 1, Math.max(ay, by) + r + 1, near, colour)
    },
  }
  draw(canvas)
  light(pixels, chance)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .blur(0.7)
    .jpeg({ quality: 76 })
    .toBuffer()
}

/** Light from one upper corner, and the grain of a small sensor. */
const light = (pixels: Uint8Array, chance: Chance): void => {
  const fromLeft = chance.fraction() < 0.5 ? 1 : -1
  let grain = chance.integer(1, 0x7fff_ffff)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      grain = (Math.imul(grain, 1_103_515_245) + 12_345) & 0x7fff_ffff
      const gain = 1.1 - (y / height) * 0.3 + fromLeft * (0.5 - x / width) * 0.22
      const noise = ((grain >> 16) & 15) - 7.5
      const at = (y * width + x) * 3
      for (let band = 0; band < 3; band += 1) pixels[at + band] = shade(pixels[at + band]! * gain + noise)
    }
}
