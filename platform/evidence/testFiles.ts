import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** Places and times in a photo's EXIF block, as a phone writes them. */
export const phoneExif = {
  IFD0: { Make: 'Anlan', Model: 'Test phone' },
  IFD2: { DateTimeOriginal: '2026:03:01 10:20:30', OffsetTimeOriginal: '+08:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '30/1 15/1 30/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '120/1 9/1 0/1',
    GPSHPositioningError: '8/1',
  },
} as const

/** A picture: red above, blue below, as it lies in the file. */
export const picture = (widthPx: number, heightPx: number) => {
  const half = Math.floor(heightPx / 2)
  const top = { create: { width: widthPx, height: half, channels: 3 as const, background: '#f00' } }
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#00f' } }).composite([
    { input: top, top: 0, left: 0 },
  ])
}

/** A JPEG with the position of a place in Hangzhou, lying on its side as phones keep them. */
export const phonePhoto = (widthPx = 1600, heightPx = 1200, seed = 0): Promise<Buffer> =>
  picture(widthPx, heightPx + seed)
    .withMetadata({ orientation: 6 })
    .withExifMerge(phoneExif)
    .jpeg()
    .toBuffer()

/** An archive of files that are not compressed (APPNOTE 6.3.10). */
export const zip = (files: Readonly<Record<string, string>>): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, Buffer.from(name)]))
    bodies.push(body)
    at += body.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, entries, Buffer.from('PK\x05\x06'), end])
}

const contentTypes = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.${main}.main+xml"/></Types>`

export const docx = (): Buffer =>
  zip({ '[Content_Types].xml': contentTypes('openxmlformats-officedocument.wordprocessingml.document'), 'word/document.xml': '<w/>' })
export const docxWithMacros = (): Buffer =>
  zip({ '[Content_Types].xml': contentTypes('ms-word.document.macroEnabled'), 'word/document.xml': '<w/>', 'word/vbaProject.bin': 'x' })
export const xlsx = (): Buffer =>
  zip({ '[Content_Types].xml': contentTypes('openxmlformats-officedocument.spreadsheetml.sheet'), 'xl/workbook.xml': '<w/>' })
export const ofd = (): Buffer => zip({ 'Doc_0/Document.xml': '<ofd:Document/>', 'OFD.xml': '<ofd:OFD/>' })

/** One box of the ISO base media file format. */
export const box = (type: string, ...parts: readonly (Buffer | string)[]): Buffer => {
  const payload = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(payload.length + 8)
  return Buffer.concat([head, Buffer.from(type, 'latin1'), payload])
}

const zeros = (length: number): Buffer => Buffer.alloc(length)
const handler = (type: string): Buffer => box('mdia', box('hdlr', zeros(8), type, zeros(13)))

/** Where the film below says it was taken. */
export const filmPlace = '+30.2583+120.1500/'

/** A film of a phone: its place stands in the film, in a track's own data, and in a track of positions along the way. */
export const film = (): Buffer =>
  Buffer.concat([
    box('ftyp', 'isom', zeros(4), 'isommp42'),
    box(
      'moov',
      box('mvhd', zeros(100)),
      box('trak', handler('vide'), box('udta', box('\xa9xyz', filmPlace))),
      box('trak', handler('meta'), box('data', filmPlace)),
      box('udta', box('\xa9xyz', filmPlace), box('meta', zeros(4), filmPlace)),
    ),
    box('mdat', 'moving pictures '.repeat(2000)),
  ])

const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
const u32 = (value: number): Buffer => Buffer.concat([u16(value >>> 16), u16(value & 65_535)])

/** A HEIC photo as far as its boxes go: an item that would be the picture, and one that is the EXIF block. */
export const heic = async (): Promise<{ bytes: Buffer; exif: Buffer }> => {
  const { exif: block } = await sharp(await picture(40, 30).withExif(phoneExif).jpeg().toBuffer()).metadata()
  const exif = Buffer.concat([u32(6), block!])
  const pixels = Buffer.from('coded picture '.repeat(20))
  const item = (id: number, type: string): Buffer => box('infe', Buffer.from([2, 0, 0, 0]), u16(id), u16(0), type, '\0')
  const start = box('ftyp', 'heic', zeros(4), 'mif1heic')
  const meta = (pixelsAt: number, exifAt: number): Buffer =>
    box(
      'meta',
      zeros(4),
      box('hdlr', zeros(8), 'pict', zeros(13)),
      box('iinf', zeros(4), u16(2), item(1, 'hvc1'), item(2, 'Exif')),
      // Version 1, offsets and lengths of four bytes, no base, no index.
      box(
        'iloc',
        Buffer.from([1, 0, 0, 0, 0x44, 0]),
        u16(2),
        ...[
          [1, pixelsAt, pixels.length],
          [2, exifAt, exif.length],
        ].flatMap(([id, at, length]) => [u16(id!), u16(0), u16(0), u16(1), u32(at!), u32(length!)]),
      ),
    )
  const pixelsAt = start.length + meta(0, 0).length + 8
  const bytes = Buffer.concat([start, meta(pixelsAt, pixelsAt + pixels.length), box('mdat', pixels, exif)])
  return { bytes, exif }
}

/** Small files of every other kind, as far as their own marks go. */
export const wav = (): Buffer => Buffer.concat([Buffer.from('RIFF'), Buffer.from([36, 0, 0, 0]), Buffer.from('WAVEfmt '), zeros(100)])
export const mp3 = (): Buffer =>
  Buffer.concat([Buffer.from('ID3'), Buffer.from([3, 0, 0, 0, 0, 0, 10]), zeros(10), Buffer.from([0xff, 0xfb, 0x90, 0x64]), zeros(413)])
export const m4a = (): Buffer =>
  Buffer.concat([box('ftyp', 'M4A ', zeros(4), 'M4A mp42'), box('moov', box('mvhd', zeros(100))), box('mdat', 'sound')])
export const webm = (): Buffer =>
  Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]), Buffer.from('webm'), zeros(40)])
export const pdf = (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

/** The head of a PNG that claims this size and has no picture. */
export const pngClaiming = (widthPx: number, heightPx: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([u32(data.length), body, u32(crc32(body))])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([u32(widthPx), u32(heightPx), Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01])),
    chunk('IEND', zeros(0)),
  ])
}
