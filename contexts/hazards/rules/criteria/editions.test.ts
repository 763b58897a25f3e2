import { describe, expect, it } from 'vitest'
import type { Checklist } from './checklist.ts'
import { inSequence } from './editions.ts'
import { libraryFaults } from './faults.ts'
import { editionInForce } from './lookup.ts'

const edition = (name: string, inForceFrom: string, inForceTo: string | null = null, key = 'planted'): Checklist => ({
  key,
  edition: name,
  title: { zh: '试验', en: 'Planted' },
  documentNumber: null,
  sector: 'general',
  purpose: 'routine',
  inForceFrom,
  inForceTo,
  source: 'planted',
  confidence: 'low',
  appliesTo: { kinds: [], industries: [], tags: [] },
  note: null,
  items: [],
})

describe('editions of a checklist follow each other', () => {
  const library = inSequence([
    edition('2', '2025-01-01'),
    edition('1', '2020-01-01'),
    edition('3', '2026-06-01'),
    edition('other', '2021-01-01', null, 'other'),
  ])
  it.each([
    ['2024-12-31', '1'],
    ['2025-01-01', '2'],
    ['2026-05-31', '2'],
    ['2026-06-01', '3'],
    ['2030-01-01', '3'],
  ])('on %s edition %s counts', (on, name) => {
    expect(editionInForce(library, 'planted', on)?.edition).toBe(name)
  })
  it('without an overlap, and a list of its own stays open', () => {
    expect(libraryFaults(library)).toEqual([])
    expect(editionInForce(library, 'other', '2030-01-01')?.inForceTo).toBeNull()
  })
  it('an end that was entered stays, also where it overlaps', () => {
    const overlapping = inSequence([edition('1', '2020-01-01', '2025-06-01'), edition('2', '2025-01-01')])
    expect(libraryFaults(overlapping)).toEqual([{ code: 'EDITIONS_OVERLAP', key: 'planted', editions: ['1', '2'] }])
  })
})
