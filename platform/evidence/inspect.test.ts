import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWritten } from '../../kernel/law.ts'
import type { Result } from '../../kernel/result.ts'
import { inspect, type Findings } from './inspect.ts'
import { acceptedExtensions } from './kinds.ts'
import { evidenceLimits } from './law.ts'
import { refusalOf, valueOf } from './testEvidence.ts'
import {
  box,
  docx,
  docxWithMacros,
  film,
  heic,
  m4a,
  mp3,
  ofd,
  pdf,
  phonePhoto,
  picture,
  pngClaiming,
  wav,
  webm,
  xlsx,
  zip,
} from './testFiles.ts'
import { writeWorkFile } from './workFiles.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-inspect-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const inspected = async (bytes: Buffer | string, tightened = asWritten): Promise<Result<Findings>> => {
  const whole = Buffer.from(bytes)
  return inspect(await writeWorkFile(folder, Readable.from([whole]), whole.length), tightened)
}

describe('what a file is', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['a JPEG', () => phonePhoto(60, 40), 'photo', 'image/jpeg'],
    ['a PNG', () => picture(60, 40).png().toBuffer(), 'photo', 'image/png'],
    ['a WebP', () => picture(60, 40).webp().toBuffer(), 'photo', 'image/webp'],
    ['a HEIC', async () => (await heic()).bytes, 'photo', 'image/heic'],
    ['a PDF', pdf, 'paper', 'application/pdf'],
    ['a Word paper', docx, 'paper', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['an Excel sheet', xlsx, 'paper', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['an OFD paper (GB/T 33190-2016)', ofd, 'paper', 'application/ofd'],
    ['an MP3', mp3, 'audio', 'audio/mpeg'],
    ['a WAV', wav, 'audio', 'audio/wav'],
    ['an M4A', m4a, 'audio', 'audio/mp4'],
    ['an MP4', film, 'video', 'video/mp4'],
    ['a WebM', webm, 'video', 'video/webm'],
  ])('is read from its own bytes: %s', async (_what, make, kind, mediaType) => {
    expect(valueOf(await inspected(await make())).type).toMatchObject({ kind, mediaType })
  })

  it.each<[string, () => Buffer | string | Promise<Buffer>, string | null]>([
    ['HTML', () => '<!doctype html><script>alert(1)</script>', null],
    ['SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', null],
    ['XML that holds an SVG', () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'application/xml'],
    ['plain text', () => 'only words', null],
    ['an empty archive', () => zip({ 'a.txt': 'a' }), 'application/zip'],
    ['an archive that names OFD elsewhere', () => zip({ 'a/OFD.xml': 'a' }), 'application/zip'],
    ['a paper with macros', docxWithMacros, 'application/vnd.ms-word.document.macroenabled.12'],
    ['a program of Windows', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/x-msdownload'],
    ['a program of Linux', () => Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(60)]), 'application/x-elf'],
    ['a GIF', () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40)]), 'image/gif'],
  ])('keeps %s out', async (_what, make, found) => {
    expect(refusalOf(await inspected(await make()))).toEqual({
      code: 'EVIDENCE_TYPE_REFUSED',
      facts: { found, extensions: acceptedExtensions },
    })
  })
})

describe('a photo', () => {
  it('that claims more pixels than may be drawn is refused unopened', async () => {
    const bomb = pngClaiming(60_000, 60_000)
    expect(bomb.length).toBeLessThan(100)
    expect(refusalOf(await inspected(bomb))).toEqual({
      code: 'PHOTO_TOO_LARGE',
      facts: { widthPx: 60_000, heightPx: 60_000, limitMegapixels: 110 },
    })
  })

  it('is held to the pixels an organisation has tightened', async () => {
    const tightened = new Map([[evidenceLimits.pixels.key, 1]])
    expect(refusalOf(await inspected(await phonePhoto(1200, 1000), tightened))).toMatchObject({ code: 'PHOTO_TOO_LARGE' })
    // Upright, as it is seen.
    expect(valueOf(await inspected(await phonePhoto(1000, 900), tightened))).toMatchObject({ widthPx: 900, heightPx: 1000 })
  })

  it('that cannot be opened at all is refused, so that it is taken again', async () => {
    const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('no picture at all')])
    expect(refusalOf(await inspected(broken))).toEqual({ code: 'EVIDENCE_UNREADABLE', facts: { mediaType: 'image/jpeg' } })
  })

  it('with a harmful EXIF block is kept, and its claim is unreadable', async () => {
    const good = await phonePhoto(60, 40)
    const bad = Buffer.from(good)
    const tiff = bad.indexOf('Exif') + 6
    bad.write('XX', tiff)
    expect(valueOf(await inspected(bad)).claim).toEqual({ state: 'unreadable', position: null, takenLocal: null, takenAt: null })
  })

  it('with a position that is on no globe claims none', async () => {
    const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '95/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 0/1 0/1' } }
    expect(valueOf(await inspected(await picture(60, 40).withExif(exif).jpeg().toBuffer())).claim).toMatchObject({
      state: 'read',
      position: null,
    })
  })

  it('of a camera without a clock claims no time, and one with satellites has theirs', async () => {
    const none = { IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } }
    expect(valueOf(await inspected(await picture(60, 40).withExif(none).jpeg().toBuffer())).claim).toMatchObject({
      takenLocal: null,
      takenAt: null,
    })
    const satellites = {
      IFD2: { DateTimeOriginal: '2026:03:01 10:20:30' },
      IFD3: { GPSDateStamp: '2026:03:01', GPSTimeStamp: '2/1 20/1 31/1' },
    }
    expect(valueOf(await inspected(await picture(60, 40).withExif(satellites).jpeg().toBuffer())).claim).toMatchObject({
      takenLocal: '2026-03-01T10:20:30',
      takenAt: '2026-03-01T02:20:31.000Z',
    })
  })
})

describe('a film', () => {
  it('that is made of nothing but boxes is left at that', async () => {
    const many = Buffer.concat([box('ftyp', 'isom', Buffer.alloc(4), 'isom'), ...Array.from({ length: 20_001 }, () => box('free'))])
    expect(valueOf(await inspected(many)).blanks).toBeNull()
  })

  it('may hold a box longer than 4 GiB in name and loses no length by blanking', async () => {
    const long = Buffer.alloc(16)
    long.writeUInt32BE(1)
    long.write('uuid', 4)
    long.writeBigUInt64BE(36n, 8)
    const head = box('ftyp', 'isom', Buffer.alloc(4), 'isom')
    const { blanks } = valueOf(await inspected(Buffer.concat([head, long, Buffer.alloc(20, 7)])))
    expect(blanks).toEqual([
      { start: head.length + 4, length: 4, free: true },
      { start: head.length + 16, length: 20, free: false },
    ])
  })

  it('is not taken for a photo by the reader of photos', async () => {
    await expect(sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')).metadata()).rejects.toThrow(
      /unsupported image format/,
    )
  })
})
