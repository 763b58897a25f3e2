import { describe, expect, it } from 'vitest'
import { cleanName, kindByName, savedName } from './kinds.ts'
import { evidenceLimits, keepUntil } from './law.ts'
import { parseRange } from './range.ts'

describe('a file’s name', () => {
  it.each([
    ['现场照片.jpg', '现场照片.jpg'],
    ['C:\\fakepath\\a.jpg', 'a.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['a\u0000\r\nb.jpg', 'ab.jpg'],
    // Shown from right to left this would read photo.exe as photo.jpg.
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a<b>:"c|d?e*.pdf', 'a_b___c_d_e_.pdf'],
    ['  a.jpg ', 'a.jpg'],
  ])('%j is kept as %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean)
  })

  it('has 200 characters at most, none of them cut in two', () => {
    expect(cleanName('𠮷'.repeat(300))).toBe('𠮷'.repeat(200))
  })

  it('promises a kind by its ending, and is saved with the ending of what it is', () => {
    expect(['a.JPEG', 'a.jpg', 'a.ofd', 'a.m4a', 'a.mov', 'a', 'a.exe', 'jpg'].map(kindByName)).toEqual([
      'photo',
      'photo',
      'paper',
      'audio',
      'video',
      null,
      null,
      null,
    ])
    expect(savedName('a.JPEG', 'jpg')).toBe('a.JPEG')
    expect(savedName('a.exe', 'jpg')).toBe('a.exe.jpg')
    expect(savedName('a.pdf', 'pdf')).toBe('a.pdf')
  })
})

describe('a range of bytes (RFC 9110, 14.1.2)', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-9', { first: 0, last: 9 }],
    ['bytes=90-', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=50-1000', { first: 50, last: 99 }],
    ['bytes=99-99', { first: 99, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=-', 'whole'],
  ])('%s of 100', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected)
  })
})

describe('a time of keeping', () => {
  const rule = (value: number, unit: string) => ({ ...evidenceLimits.photo, value, unit })
  const until = (value: number, unit: string, from: string): string => keepUntil(rule(value, unit), Temporal.Instant.from(from)).toString()

  it('民法典 art. 201: the day itself is not counted, and the last day runs to 24:00 in Beijing', () => {
    expect(until(1, 'd', '2026-11-24T01:00:00Z')).toBe('2026-11-25T16:00:00Z')
    // 00:30 on the 25th in Beijing.
    expect(until(1, 'd', '2026-11-24T16:30:00Z')).toBe('2026-11-26T16:00:00Z')
  })

  it('民法典 art. 202: months and years end on the day of the same number, or the last of the month', () => {
    expect(until(1, 'mo', '2026-01-31T04:00:00Z')).toBe('2026-02-28T16:00:00Z')
    expect(until(1, 'a', '2028-02-29T04:00:00Z')).toBe('2029-02-28T16:00:00Z')
  })

  it('counts in nothing else', () => {
    expect(() => until(1, 'h', '2026-01-31T04:00:00Z')).toThrow(RangeError)
  })
})
