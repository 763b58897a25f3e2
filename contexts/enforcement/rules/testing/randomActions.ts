import type { Chance } from '../../../../kernel/chance.ts'
import type { Action, ActionKind } from '../actions.ts'
import { results, served, serviceWays, type Case, type Penalty } from '../case.ts'
import { penaltyTable } from '../penalties.ts'
import { todayOf } from '../fine.ts'
import { officers, people } from './story.ts'

/** Everybody who might do something. */
export const crowd = Object.values(people)

const text = (chance: Chance): string => (chance.fraction() < 0.9 ? '理由' : ' ')
const files = (chance: Chance): readonly string[] => (chance.fraction() < 0.7 ? ['file'] : [])

const randomPenalty = (chance: Chance): Penalty => {
  const row = chance.pick(penaltyTable.filter(({ who, measure }) => who === 'unit' && measure === 'yuan'))
  const usual = chance.fraction() < 0.8
  return {
    penaltyKey: usual ? 'a97.record.first.unit' : row.key,
    fineYuan: usual ? chance.pick([20_000, 30_000, 80_000]) : chance.integer(0, 120_000),
    others: chance.fraction() < 0.1 ? ['warning'] : [],
    incomeYuan: null,
    discretion: { kind: 'usual', reasons: text(chance) },
  }
}

/** Some action of a kind; details mostly fit, and sometimes do not. */
export const randomAction = (kind: ActionKind, held: Case, chance: Chance, now: Temporal.Instant): Action => {
  const today = todayOf(now)
  const later = (days: number): string => Temporal.PlainDate.from(today).add({ days }).toString()
  const reason = text(chance)
  const noticed = 'notice' in held && held.notice !== null ? held.notice.penalty : null
  const actions: { readonly [Kind in ActionKind]: () => Action } = {
    approveOpening: () => ({ kind: 'approveOpening' }),
    refuseOpening: () => ({ kind: 'refuseOpening', reason }),
    replaceOfficers: () => ({ kind: 'replaceOfficers', officers: chance.pick([officers, officers.slice(1)]), reason }),
    askRecusal: () => ({ kind: 'askRecusal', personId: chance.pick(['inspector', 'mate', 'nobody']), reason }),
    decideRecusal: () => ({
      kind: 'decideRecusal',
      agree: chance.fraction() < 0.3,
      reason,
      replacement: { personId: `third-${chance.integer(1, 3)}`, certificateNo: '3', validTo: '2030-01-01' },
    }),
    addFact: () => ({ kind: 'addFact', text: reason, happenedOn: null, evidence: files(chance), hazard: null }),
    strikeFact: () => ({ kind: 'strikeFact', place: chance.integer(1, 3), reason }),
    proposePenalty: () => ({ kind: 'proposePenalty', penalty: randomPenalty(chance) }),
    notify: () => ({ kind: 'notify' }),
    serve: () => ({
      kind: 'serve',
      paper: chance.pick(served),
      way: chance.pick(serviceWays),
      servedOn: chance.pick([today, later(-1)]),
      receiver: reason,
      witness: chance.pick([null, '见证人']),
      evidence: files(chance),
    }),
    confirmReceipt: () => ({
      kind: 'confirmReceipt',
      paper: held.state === 'noticed' ? 'notice' : held.state === 'hearingCalled' ? 'hearingNotice' : 'decision',
    }),
    state: () => ({ kind: 'state', text: reason, evidence: files(chance) }),
    answerStatement: () => ({ kind: 'answerStatement', place: chance.integer(1, 2), accepted: chance.fraction() < 0.5, reason }),
    askHearing: () => ({ kind: 'askHearing', reason }),
    waive: () => ({ kind: 'waive' }),
    closeRights: () => ({ kind: 'closeRights' }),
    callHearing: () => ({
      kind: 'callHearing',
      heldAt: now.add({ hours: 24 * chance.integer(3, 16) }).toString(),
      place: reason,
      presiderId: chance.pick(['officer', 'leader', 'inspector']),
    }),
    holdHearing: () => ({ kind: 'holdHearing', opinion: reason, record: files(chance) }),
    dropHearing: () => ({ kind: 'dropHearing', reason }),
    reviewLegally: () => ({ kind: 'reviewLegally', passed: chance.fraction() < 0.8, opinion: reason }),
    discuss: () => ({ kind: 'discuss', attendees: ['leader', 'deputy'].slice(0, chance.integer(1, 2)), opinion: reason }),
    extend: () => ({ kind: 'extend', toOn: later(chance.integer(10, 150)), reason }),
    decide: () => {
      const result = chance.fraction() < 0.8 ? 'penalty' : chance.pick(results)
      return {
        kind: 'decide',
        result,
        penalty: result === 'penalty' ? (chance.fraction() < 0.8 && noticed !== null ? noticed : randomPenalty(chance)) : null,
        reasons: reason,
        rectifyBy: chance.pick([null, later(10)]),
        lateReason: chance.pick([null, '延误']),
      }
    },
    recordPayment: () => ({
      kind: 'recordPayment',
      yuan: chance.pick([10_000, 20_000, 30_000, 80_000, 1]),
      paidOn: today,
      receiptNo: reason,
    }),
    askInstalments: () => ({ kind: 'askInstalments', reason }),
    decideInstalments: () => ({ kind: 'decideInstalments', agree: chance.fraction() < 0.5, dueOn: later(30), reason }),
    recordRectified: () => ({ kind: 'recordRectified', opinion: reason, evidence: files(chance) }),
    noteRemedy: () => ({ kind: 'noteRemedy', remedy: chance.pick(['reconsideration', 'lawsuit']), filedOn: today }),
    endRemedy: () => ({ kind: 'endRemedy', endedOn: today, outcome: chance.fraction() < 0.8 ? 'upheld' : 'revoked' }),
    urge: () => ({ kind: 'urge' }),
    askCourt: () => ({ kind: 'askCourt' }),
    withdraw: () => ({ kind: 'withdraw', reason }),
    close: () => ({ kind: 'close', reason }),
  }
  return actions[kind]()
}
