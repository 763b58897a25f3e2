import sharp from 'sharp'

const width = 620
const height = 877
const paper = 0xf2
const ink = 0x35

/** A sheet of paper as a camera sees it, with a heading and lines of writing; each place another. */
export const drawSheet = async (place: number): Promise<Uint8Array> => {
  const pixels = new Uint8Array(width * height).fill(paper)
  const bar = (left: number, top: number, length: number, thickness: number): void => {
    for (let row = top; row < top + thickness; row += 1) pixels.fill(ink, row * width + left, row * width + left + length)
  }
  bar(180, 50, 260, 16)
  for (let line = 0; line < 22; line += 1) bar(60, 110 + line * 32, 300 + ((line * 73 + place * 131) % 210), 6)
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 80 })
    .toBuffer()
}
