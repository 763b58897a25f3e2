import { describe, expect, it } from 'vitest'
import { actionKinds, partyActions } from '../../rules/decide.ts'
import {
  after,
  askingHearing,
  calling,
  decidedCase,
  heardCase,
  noticedCase,
  openedCase,
  people,
  proposedCase,
  servedCase,
} from '../../rules/testing/story.ts'
import { actionOf, draftOf, fieldsOf } from './drafts.ts'
import type { CaseRecord } from './record.ts'
import { trackOf } from './track.ts'

const recordOf = ({ held, history }: ReturnType<typeof servedCase>): CaseRecord =>
  ({
    held,
    history: [...history],
    outstandingYuan: 30_000,
    surchargeYuan: 0,
    people: {},
    line: { version: held.version, state: held.state, party: held.party, cause: held.cause },
  }) as unknown as CaseRecord

describe('the form of each action', () => {
  it.each(actionKinds)('%s sends an action of its kind, or names the field that it lacks', (kind) => {
    const record = recordOf(kind === 'decide' ? heardCase() : servedCase())
    const draft = draftOf(record, '2026-11-24')
    const drafted = actionOf(kind, draft, record)
    const fields = fieldsOf(kind, draft)
    const told = 'sent' in drafted ? drafted.sent.kind : fields.includes(drafted.lacking) ? kind : drafted.lacking
    expect(told).toBe(kind)
  })
  it('what the notice said stands in the decision at once, and what is due in the payment', () => {
    expect(draftOf(recordOf(heardCase()), '2026-11-24').penalty).toMatchObject({ penaltyKey: 'a97.record.first.unit', fine: '100000' })
    expect(draftOf(recordOf(servedCase()), '2026-11-24').yuan).toBe('30000')
  })
  it('a hearing is called for an hour of Beijing', () => {
    const record = recordOf(after(noticedCase({ penaltyKey: 'a97.record.first.unit', fineYuan: 100_000 }), askingHearing))
    const draft = { ...draftOf(record, '2026-11-24'), heldOn: '2026-12-08', heldAt: '09:30', place: '三楼', presiderId: 'officer' }
    expect(actionOf('callHearing', draft, record)).toMatchObject({ sent: { heldAt: '2026-12-08T01:30:00.000Z' } })
  })
  it('the party has its own', () => expect(actionKinds).toEqual(expect.arrayContaining([...partyActions])))
})

describe('the course of a case', () => {
  const stopsOf = ({ held, history }: ReturnType<typeof servedCase>, ofParty = false) =>
    trackOf(held.state, held.state === 'closed' ? held.outcome : null, history, ofParty)
  it('is seven steps, nine with a hearing, and for the party without what is internal', () => {
    expect(stopsOf(openedCase()).stops).toHaveLength(7)
    expect(stopsOf(heardCase()).stops).toHaveLength(9)
    expect(stopsOf(servedCase(), true).stops.map(({ state }) => state)).toEqual(['noticed', 'weighing', 'decided', 'served', 'closed'])
  })
  it('stands where the case stands', () => {
    expect(stopsOf(decidedCase()).present).toBe(4)
    expect(stopsOf(after(noticedCase({ penaltyKey: 'a97.record.first.unit', fineYuan: 100_000 }), askingHearing, calling)).present).toBe(4)
  })
  it('ends before its time where it was turned down, and turns where the review sent it back', () => {
    const refused = after(proposedCase(), [people.leader, { kind: 'refuseOpening', reason: '无管辖权' }, '2026-11-03T09:00'])
    expect(stopsOf(refused)).toMatchObject({ present: 2, stops: [{ state: 'proposed' }, { state: 'closed' }] })
    const returned = after(heardCase(), [people.officer, { kind: 'reviewLegally', passed: false, opinion: '证据不足' }, '2026-11-24T09:00'])
    expect(stopsOf(returned)).toMatchObject({ present: 1, turns: [{ from: 5, to: 1, reason: '证据不足' }] })
  })
})
