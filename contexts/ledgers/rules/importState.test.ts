import { describe, expect, it } from 'vitest'
import { afterDeed, deedsIn, importDeeds, importStates, runs, type ImportState } from './importState.ts'

describe('the states of an import', () => {
  it.each([
    ['uploading', ['cancel']],
    ['reading', ['cancel']],
    ['waiting', ['match', 'check', 'cancel']],
    ['checking', ['match', 'cancel']],
    ['checked', ['match', 'check', 'begin', 'cancel']],
    ['taking', ['pause', 'cancel']],
    ['paused', ['goOn', 'cancel']],
    ['stopped', ['goOn', 'cancel']],
    ['done', []],
    ['cancelled', []],
    ['unreadable', []],
  ] as const)('%s: its person may %s', (state, deeds) => expect(deedsIn(state)).toEqual(deeds))

  it('nothing is taken in that was not checked, and each refusal tells the state', () => {
    expect(afterDeed('waiting', 'begin')).toEqual({
      ok: false,
      refusal: { code: 'IMPORT_STATE_WRONG', facts: { state: 'waiting', deed: 'begin' } },
    })
    expect(afterDeed('checked', 'begin')).toEqual({ ok: true, value: 'taking' })
  })

  it('what has ended stays so', () => {
    for (const state of ['done', 'cancelled', 'unreadable'] as const)
      for (const deed of importDeeds) expect(afterDeed(state, deed).ok).toBe(false)
  })

  it('the worker has to do with three of them', () =>
    expect(importStates.filter((state: ImportState) => runs(state))).toEqual(['reading', 'checking', 'taking']))
})
