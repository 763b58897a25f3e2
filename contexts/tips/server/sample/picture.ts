import sharp from 'sharp'

type Colour = readonly [number, number, number]
type Box = readonly [x: number, y: number, width: number, height: number, colour: Colour]

const [width, height] = [640, 480]

const wall: Colour = [205, 200, 188]
const floor: Colour = [142, 136, 124]
const door: Colour = [70, 104, 96]
const frame: Colour = [52, 60, 58]
const carton: Colour = [176, 132, 84]
const tape: Colour = [214, 190, 150]
const sign: Colour = [28, 110, 86]
const cable: Colour = [40, 38, 36]

/** Cartons stacked before a door, as many as the number says, so that no two pictures are the same. */
const scene = (number: number): readonly Box[] => {
  const stacked = Array.from({ length: 3 + (number % 4) }, (_each, place): readonly Box[] => {
    const [x, y] = [190 + (place % 3) * 96 + number * 5, 330 - Math.floor(place / 3) * 84]
    return [
      [x, y, 90, 80, carton],
      [x + 38, y, 14, 80, tape],
    ]
  }).flat()
  return [
    [0, 0, width, 380, wall],
    [0, 380, width, 100, floor],
    [220, 90, 200, 290, frame],
    [230, 100, 180, 280, door],
    [270, 40, 100, 36, sign],
    [400, 230, 14, 24, tape],
    [20 + number * 17, 0, 5, 200 + number * 9, cable],
    ...stacked,
  ]
}

/** A picture of a blocked exit for the sample: plain boxes of colour with the grain of a phone, never of a real place. */
export const samplePicture = async (number: number): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3)
  for (const [left, top, wide, high, [red, green, blue]] of scene(number))
    for (let y = Math.max(0, top); y < Math.min(height, top + high); y += 1)
      for (let x = Math.max(0, left); x < Math.min(width, left + wide); x += 1) {
        const grain = ((x * 73 + y * 151 + number * 31) % 17) - 8
        pixels.set([red + grain, green + grain, blue + grain], (y * width + x) * 3)
      }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer()
}
