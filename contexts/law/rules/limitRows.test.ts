import { describe, expect, it } from 'vitest'
import type { LawRow } from '../../../kernel/law.ts'
import { revisionBetween, rowFaults, type HeldRow } from './limitRows.ts'

const row = (key: string, more: Partial<LawRow> = {}): LawRow => ({
  key,
  standard: 'GB 30871',
  edition: '2022',
  clause: '5.3.2',
  inForceFrom: '2022-10-01',
  inForceTo: null,
  confidence: 'high',
  value: 0.5,
  unit: '%vol',
  tighten: 'lower',
  zh: '可燃气体浓度上限',
  en: 'Greatest concentration of combustible gas',
  usedIn: ['permit.start'],
  ...more,
})

const held = (of: LawRow, retired = false): HeldRow => ({ ...of, revision: 1, retired })

describe('the law table follows the rows of the program', () => {
  it('writes nothing where both say the same', () => {
    const rows = [row('permits.gas'), row('permits.oxygen', { value: 23.5, strictest: 21 })]
    expect(
      revisionBetween(
        rows.map((one) => held(one)),
        rows,
      ),
    ).toEqual({ added: [], revised: [], reworded: [], retired: [] })
  })

  it.each<[string, Partial<LawRow>]>([
    ['another value', { value: 0.2 }],
    ['another edition', { edition: '2030' }],
    ['another clause', { clause: '5.3.3' }],
    ['an end', { inForceTo: '2030-01-01' }],
    ['surer knowledge', { confidence: 'medium' }],
    ['another bound for tightening', { strictest: 0.1 }],
  ])('%s is a new revision, which nobody has vouched for', (_title, change) => {
    const changed = row('permits.gas', change)
    expect(revisionBetween([held(row('permits.gas'))], [changed])).toEqual({ added: [], revised: [changed], reworded: [], retired: [] })
  })

  it.each<[string, Partial<LawRow>]>([
    ['other words', { zh: '可燃气体浓度的上限' }],
    ['another place of use', { usedIn: ['permit.start', 'permit.resume'] }],
  ])('%s leave the revision and its vouches as they are', (_title, change) => {
    const changed = row('permits.gas', change)
    expect(revisionBetween([held(row('permits.gas'))], [changed])).toEqual({ added: [], revised: [], reworded: [changed], retired: [] })
  })

  it('a row that the program lost ends once, and a row that comes back is a new revision', () => {
    const gone = row('permits.gas')
    expect(revisionBetween([held(gone)], []).retired).toEqual(['permits.gas'])
    expect(revisionBetween([held(gone, true)], []).retired).toEqual([])
    expect(revisionBetween([held(gone, true)], [gone]).revised).toEqual([gone])
  })

  it('a new row is added', () => {
    expect(revisionBetween([], [row('permits.gas')]).added).toHaveLength(1)
  })
})

describe('a row that cannot be right stops the start', () => {
  it.each<[string, readonly LawRow[], string]>([
    ['one key twice', [row('permits.gas'), row('permits.gas')], 'permits.gas stands twice'],
    ['no key', [row('Gas')], 'Gas is no key: room, then what is limited, with dots between'],
    ['no clause', [row('permits.gas', { clause: ' ' })], 'permits.gas lacks its standard, edition, clause or a sentence'],
    ['no English', [row('permits.gas', { en: '' })], 'permits.gas lacks its standard, edition, clause or a sentence'],
    ['an end before the beginning', [row('permits.gas', { inForceTo: '2022-10-01' })], 'permits.gas ends before it begins'],
    ['no number', [row('permits.gas', { value: Number.NaN })], 'permits.gas has no finite value'],
    ['a text that could be moved', [row('permits.gas', { value: 'A' })], 'permits.gas is a text, of which none is stricter than another'],
    [
      'a bound on the wrong side',
      [row('permits.gas', { strictest: 0.6 })],
      'permits.gas names a strictest value that is looser than its own',
    ],
  ])('%s', (_title, rows, fault) => {
    expect(rowFaults(rows)).toEqual([fault])
  })

  it('right rows have no fault', () => {
    expect(rowFaults([row('permits.gas', { strictest: 0.1 }), row('permits.guardian', { value: true, tighten: 'higher' })])).toEqual([])
  })
})
