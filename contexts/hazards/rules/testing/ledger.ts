import type { Chance } from '../../../../kernel/chance.ts'
import { begin } from '../begin.ts'
import { ledgerStandings, levels, type LedgerRecord } from '../hazard.ts'
import { whoOf, type Person } from '../people.ts'
import { beijing, monday, type Story } from './story.ts'

/** What a ledger says of an open general hazard that is due in the week after the taking over. */
export const ledgerRecord = (more: Partial<LedgerRecord> = {}): LedgerRecord => ({
  importId: 'import-1',
  sheet: 0,
  row: 2,
  number: 'AH-17',
  takenAt: '2026-11-02T01:00:00.000Z',
  foundOn: '2026-09-15',
  foundBy: '张三',
  level: 'general',
  dueOn: '2026-11-10',
  responsible: '李四',
  measures: '更换',
  fundsYuan: 3000,
  stands: 'open',
  rectifiedOn: null,
  rectification: null,
  reviewedOn: null,
  reviewedBy: null,
  closedOn: null,
  ...more,
})

/** A hazard that somebody took over from a ledger on the Monday of the stories. */
export const enteredBy = (
  person: Person,
  ledger: Partial<LedgerRecord> = {},
  more: { readonly organisationId?: string | null } = {},
): Story => {
  const at = beijing(monday)
  const receivedAt = at.toString({ smallestUnit: 'millisecond' })
  const event = {
    kind: 'entered',
    hazardId: 'hazard-1',
    unitId: 'unit-1',
    organisationId: 'plant',
    step: { by: whoOf(person), claimedAt: receivedAt, receivedAt },
    how: person.side === 'authority' ? 'departmentCheck' : 'selfCheck',
    description: '灭火器失效',
    place: null,
    item: null,
    ledger: ledgerRecord(ledger),
    ...more,
  } as const
  return { hazard: begin(event), events: [event], at }
}

/** A record as far along as it may be, with the days that belong to it. */
export const randomLedger = (chance: Chance): Partial<LedgerRecord> => {
  const stands = chance.pick(ledgerStandings)
  const done = stands === 'rectified' || stands === 'closed'
  const level = done ? chance.pick(levels) : chance.pick([...levels, null])
  return {
    stands,
    level,
    dueOn: level === 'major' ? '2026-10-20' : chance.pick(['2026-10-01', '2026-11-20', null]),
    ...(done ? { rectifiedOn: '2026-10-02', rectification: '已更换' } : {}),
    ...(stands === 'closed' ? { reviewedOn: '2026-10-05', reviewedBy: '王五', closedOn: '2026-10-06' } : {}),
  }
}
