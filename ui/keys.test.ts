import { describe, expect, test } from 'vitest'
import { isPressed, keyText } from './keys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key', () => {
  test('is pressed with just its modifiers', () => {
    expect(isPressed('p', press('p'))).toBe(true)
    expect(isPressed('p', press('P', { shiftKey: true }))).toBe(false)
    expect(isPressed('p', press('p', { ctrlKey: true }))).toBe(false)
    expect(isPressed('shift+n', press('N', { shiftKey: true }))).toBe(true)
    expect(isPressed('mod+k', press('k', { ctrlKey: true }))).toBe(true)
    expect(isPressed('mod+k', press('k', { metaKey: true }))).toBe(true)
    expect(isPressed('mod+k', press('k'))).toBe(false)
    expect(isPressed('space', press(' '))).toBe(true)
  })

  test('a sign is itself whether the keyboard needs Shift for it or not', () => {
    expect(isPressed('?', press('?', { shiftKey: true }))).toBe(true)
    expect(isPressed('?', press('?'))).toBe(true)
  })

  test('is written as people know it', () => {
    expect(keyText('mod+k')).toBe('Ctrl K')
    expect(keyText('enter')).toBe('↵')
    expect(keyText('?')).toBe('?')
  })
})
