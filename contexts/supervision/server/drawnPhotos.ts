import sharp from 'sharp'
import { chanceOf, type Chance } from '../../../kernel/chance.ts'

type Colour = readonly [red: number, green: number, blue: number]

const width = 480
const height = 360

/** A colour of a workshop: grey with a little of something in it. */
const pick = (chance: Chance, least: number, most: number): Colour => {
  const grey = chance.integer(least, most)
  const tinted = (): number => Math.max(0, Math.min(255, grey + chance.integer(-22, 22)))
  return [tinted(), tinted(), tinted()]
}

export type Motif = 'workshop' | 'extinguisher'

/** A raw picture: wall and floor, things on them, light from a side, the grain of a small sensor. */
type Scene = { readonly pixels: Uint8Array; readonly chance: Chance }

const rect = ({ pixels }: Scene, x: number, y: number, wide: number, high: number, [red, green, blue]: Colour): void => {
  for (let row = Math.max(0, Math.round(y)); row < Math.min(height, Math.round(y + high)); row += 1)
    for (let column = Math.max(0, Math.round(x)); column < Math.min(width, Math.round(x + wide)); column += 1)
      pixels.set([red, green, blue], (row * width + column) * 3)
}

const disc = ({ pixels }: Scene, x: number, y: number, radius: number, colour: Colour): void => {
  for (let row = Math.max(0, Math.floor(y - radius)); row < Math.min(height, y + radius); row += 1)
    for (let column = Math.max(0, Math.floor(x - radius)); column < Math.min(width, x + radius); column += 1)
      if ((column - x) ** 2 + (row - y) ** 2 <= radius ** 2) pixels.set(colour, (row * width + column) * 3)
}

const light = ({ pixels, chance }: Scene): void => {
  const fromLeft = chance.fraction() < 0.5 ? 1 : -1
  const strength = 0.15 + chance.fraction() * 0.3
  for (let at = 0; at < width * height; at += 1) {
    const gain = 1 + fromLeft * (0.5 - (at % width) / width) * strength
    const noise = chance.integer(-6, 6)
    for (let band = 0; band < 3; band += 1) pixels[at * 3 + band] = Math.max(0, Math.min(255, (pixels[at * 3 + band] ?? 0) * gain + noise))
  }
}

/** Boxes, pipes, boards and machines, as they stand in one corner of one workshop. */
const surroundings = (scene: Scene): void => {
  const { chance } = scene
  const horizon = chance.integer(170, 290)
  rect(scene, 0, 0, width, height, pick(chance, 140, 215))
  rect(scene, 0, horizon, width, height - horizon, pick(chance, 70, 140))
  for (let thing = chance.integer(4, 9); thing > 0; thing -= 1) {
    const [x, y] = [chance.integer(-40, 440), chance.integer(-20, 320)]
    const kind = chance.integer(0, 3)
    if (kind === 0) rect(scene, x, y, chance.integer(30, 160), chance.integer(30, 150), pick(chance, 30, 240))
    else if (kind === 1) rect(scene, 0, y, width, chance.integer(10, 34), pick(chance, 60, 220))
    else if (kind === 2) rect(scene, x, 0, chance.integer(10, 34), height, pick(chance, 60, 220))
    else disc(scene, x, y, chance.integer(14, 60), pick(chance, 30, 240))
  }
}

/** The extinguisher of one maker, hung as the standard asks: it looks the same wherever it hangs. */
const extinguisher = (scene: Scene): void => {
  const { chance } = scene
  const [x, y] = [210 + chance.integer(-46, 46), 90 + chance.integer(-30, 30)]
  const size = 0.85 + chance.fraction() * 0.3
  rect(scene, x, y, 62 * size, 170 * size, [186, 36, 30])
  rect(scene, x + 8 * size, y + 60 * size, 46 * size, 56 * size, [238, 236, 228])
  rect(scene, x + 20 * size, y - 26 * size, 22 * size, 28 * size, [40, 40, 44])
  disc(scene, x + 31 * size, y - 30 * size, 13 * size, [220, 220, 216])
}

/** A photo as a phone takes it, drawn: the same seed gives the same bytes. */
export const drawnPhoto = (seed: string, motif: Motif): Promise<Buffer> => {
  const scene: Scene = { pixels: new Uint8Array(width * height * 3), chance: chanceOf(seed) }
  surroundings(scene)
  if (motif === 'extinguisher') extinguisher(scene)
  light(scene)
  return sharp(scene.pixels, { raw: { width, height, channels: 3 } })
    .blur(0.7)
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** The same photo, as somebody uses it again: cut, made smaller, brightened, compressed anew, under another watermark. */
export const usedAgain = async (photo: Buffer, chance: Chance): Promise<Buffer> => {
  const kind = chance.integer(0, 4)
  const cut = kind === 1 || kind === 4 ? 0.03 + chance.fraction() * 0.12 : 0
  const [wide, high] = [Math.round(width * (1 - cut)), Math.round(height * (1 - cut))]
  const area = { left: chance.integer(0, width - wide), top: chance.integer(0, height - high), width: wide, height: high }
  const smaller = kind === 2 || kind === 4 ? 0.5 + chance.fraction() * 0.3 : 1
  const bright = 0.85 + chance.fraction() * 0.3
  const base = sharp(photo)
    .extract(area)
    .resize(Math.round(wide * smaller))
    .modulate({ brightness: bright })
  const { data, info } = await base.raw().toBuffer({ resolveWithObject: true })
  if (kind === 3) {
    // A watermark camera writes place and time on a strip below.
    const strip = Math.round(info.height * 0.09)
    for (let row = info.height - strip; row < info.height; row += 1)
      for (let column = 0; column < info.width * 0.55; column += 1) {
        const value = chance.fraction() < 0.25 ? 245 : 40
        for (let band = 0; band < 3; band += 1) data[(row * info.width + column) * info.channels + band] = value
      }
  }
  for (let at = 0; at < data.length; at += 1) data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + chance.integer(-5, 5)))
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .jpeg({ quality: chance.integer(35, 75) })
    .toBuffer()
}
