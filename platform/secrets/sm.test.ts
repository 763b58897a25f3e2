import { describe, expect, test } from 'vitest'
import { hmacSm3Hex, sm3Hex, sm4EcbEncryptHex, sm4GcmEncryptHex } from './sm.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

describe('SM3', () => {
  test('GB/T 32905-2016 annex A.1: "abc"', () => {
    expect(sm3Hex('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  test('GB/T 32905-2016 annex A.2: 16 times "abcd"', () => {
    const hash = 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'
    expect(sm3Hex('abcd'.repeat(16))).toBe(hash)
    expect(sm3Hex(bytes('61626364'.repeat(16)))).toBe(hash)
  })

  test('GB/T 15852.2: an HMAC follows its definition', () => {
    const key = bytes('0102030405')
    const padded = new Uint8Array(64)
    padded.set(key)
    const inner = sm3Hex(Buffer.concat([padded.map((byte) => byte ^ 0x36), Buffer.from('安澜')]))
    expect(hmacSm3Hex(key, '安澜')).toBe(sm3Hex(Buffer.concat([padded.map((byte) => byte ^ 0x5c), bytes(inner)])))
  })
})

describe('SM4', () => {
  const key = bytes('0123456789abcdeffedcba9876543210')

  test('GB/T 32907-2016 annex A.1: one block', () => {
    expect(sm4EcbEncryptHex(key, key)).toBe('681edf34d206965e86b3e94f536e4246')
  })

  test('each block stands alone', () => {
    expect(sm4EcbEncryptHex(key, Buffer.concat([key, key]))).toBe('681edf34d206965e86b3e94f536e4246'.repeat(2))
  })

  test('a short key and a part of a block are refused', () => {
    expect(() => sm4EcbEncryptHex(bytes('01'), key)).toThrow('16 bytes, not 1')
    expect(() => sm4EcbEncryptHex(key, bytes('0123'))).toThrow('whole blocks')
  })

  test('RFC 8998 annex A.1: SM4-GCM', () => {
    expect(
      sm4GcmEncryptHex(
        key,
        bytes('00001234567800000000abcd'),
        bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
        bytes(
          'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd' +
            'eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
        ),
      ),
    ).toEqual({
      hex:
        '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
        'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
      tag: '83de3541e4c2b58177e065a9bf7b62ec',
    })
  })
})
