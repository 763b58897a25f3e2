import exifr from 'exifr'
import type { ExifClaim } from './contract.ts'

const absent: ExifClaim = { state: 'absent', position: null, takenLocal: null, takenAt: null }
const unreadable: ExifClaim = { ...absent, state: 'unreadable' }

/** Without what exifr would make of them: dates in the zone of this machine, and words for numbers. */
const plain = { tiff: true, exif: true, gps: true, translateValues: false, reviveValues: false } as const

/**
 * What a photo says of place and time. A device may say anything, and a file may be made to harm a reader, so a fault
 * here is a state of the claim and never stops the evidence from being kept.
 * @param block the EXIF block, with or without the six bytes that JPEG puts before it. Never a path: exifr leaves
 *   files open, and Node ends a process that does so.
 */
export const readExif = async (block: Buffer | undefined): Promise<ExifClaim> => {
  if (block === undefined) return absent
  try {
    const tags: unknown = await exifr.parse(tiffOf(block), plain)
    return typeof tags === 'object' && tags !== null ? claimOf(tags as Tags) : absent
  } catch {
    return unreadable
  }
}

/** JPEG and WebP put six bytes before the TIFF block, PNG does not. */
const tiffOf = (block: Buffer): Buffer => (block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block)

type Tags = Readonly<Record<string, unknown>>

const claimOf = (tags: Tags): ExifClaim => {
  const lng = within(tags['longitude'], 180)
  const lat = within(tags['latitude'], 90)
  const accuracyMetres = within(tags['GPSHPositioningError'], 1e7)
  const takenLocal = localTime(tags['DateTimeOriginal'] ?? tags['CreateDate'])
  return {
    state: 'read',
    position:
      lng === null || lat === null
        ? null
        : { lng, lat, accuracyMetres: accuracyMetres !== null && accuracyMetres >= 0 ? accuracyMetres : null },
    takenLocal: takenLocal?.toString({ smallestUnit: 'second' }) ?? null,
    takenAt:
      (offsetTime(takenLocal, tags['OffsetTimeOriginal'] ?? tags['OffsetTime']) ?? satelliteTime(tags))?.toString({
        smallestUnit: 'millisecond',
      }) ?? null,
  }
}

const within = (value: unknown, most: number): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most ? value : null

/** `2026:03:01 10:20:30`; a camera without a clock writes zeros or blanks. */
const localTime = (value: unknown): Temporal.PlainDateTime | null => {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(typeof value === 'string' ? value.trim() : '')
  return match ? orNull(() => Temporal.PlainDateTime.from(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`)) : null
}

const offsetTime = (local: Temporal.PlainDateTime | null, offset: unknown): Temporal.Instant | null =>
  local && typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset.trim())
    ? orNull(() => Temporal.Instant.from(`${local.toString()}${offset.trim()}`))
    : null

/** The time of the satellites is UTC. */
const satelliteTime = (tags: Tags): Temporal.Instant | null => {
  const date = tags['GPSDateStamp']
  const time = tags['GPSTimeStamp']
  if (typeof date !== 'string' || !Array.isArray(time) || time.length !== 3) return null
  const [hour, minute, second] = time.map((part) => String(Math.floor(Number(part))).padStart(2, '0'))
  return orNull(() => Temporal.Instant.from(`${date.trim().replaceAll(':', '-')}T${hour}:${minute}:${second}Z`))
}

/** A date that does not exist is no date. */
const orNull = <Value>(make: () => Value): Value | null => {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
