import { Link } from '../../../../ui/address.tsx'
import { RowClocks } from '../../../../ui/Clocks.tsx'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { DescriptionList, Section, type Term } from '../../../../ui/Page.tsx'
import { discretionNames, otherPenaltyNames } from '../../contract/names.ts'
import { standingFacts, type Penalty } from '../../rules/case.ts'
import { penaltyRow } from '../../rules/penalties.ts'
import { messages } from '../messages.ts'
import { amount } from '../text.ts'
import type { Names } from './names.ts'
import { lastOf, type AnyRecord, type CaseRecord } from './record.ts'

/** What somebody owes over the case, with both clocks. */
export const Owed = ({ record, names }: { record: CaseRecord; names: Names }) => {
  const { record: m } = useMessages(messages)
  return (
    <Section title={m.owed} rule="line">
      {record.owed.length === 0 ? (
        <p className="al-quiet">{m.owedNone}</p>
      ) : (
        <ul className="case-owed">
          {record.owed.map((owed) => (
            <li key={`${owed.kind}/${owed.personId ?? ''}`}>
              <span>
                <b>{names.duty(owed.kind)}</b> <span className="al-quiet">{names.owner(owed)}</span>
              </span>
              <RowClocks
                step={owed.stepDueAt === null ? undefined : { startedAt: owed.since, dueAt: owed.stepDueAt }}
                legal={owed.lawDueAt === null ? undefined : { startedAt: owed.since, dueAt: owed.lawDueAt }}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Each fact with what proves it: files, or a hazard's record up to a step. Struck ones stay. */
export const Facts = ({ record, names }: { record: CaseRecord; names: Names }) => {
  const { record: m } = useMessages(messages)
  const { held, line } = record
  return (
    <Section title={m.facts} rule="line" note={m.factsNote(standingFacts(held).length)}>
      <ul className="case-rows">
        {held.facts.map((fact) => (
          <li key={fact.place} className={fact.struck === null ? '' : 'case-struck'}>
            <span className="case-text">
              {fact.place}. {fact.text}
            </span>
            {fact.happenedOn === null ? null : <span className="al-quiet">{m.happenedOn(fact.happenedOn)}</span>}
            {fact.hazard === null ? null : (
              <span className="case-text">
                <Link to={`/hazards/${line.unitId}/${fact.hazard.hazardId}?version=${fact.hazard.version}`}>
                  {m.proof(fact.hazard.number, fact.hazard.version)}
                </Link>
              </span>
            )}
            {fact.struck === null ? null : <span className="al-quiet">{m.struck(fact.struck.reason)}</span>}
            {fact.evidence.length === 0 ? null : (
              <EvidenceStrip
                recordKind="case"
                recordId={record.recordId}
                ids={fact.evidence}
                most={4}
                nameOf={names.personOf}
                follows={['enforcement']}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const usePenaltyTerms = () => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  return (title: string, { penaltyKey, fineYuan, others, discretion }: Penalty, heard: boolean | null): readonly Term[] => {
    const row = penaltyRow(penaltyKey)
    const basis =
      row === undefined
        ? penaltyKey
        : language === 'zh'
          ? `安全生产法${row.clause}：${row.zh}`
          : `Work Safety Law, art. ${row.article}: ${row.en}`
    const parts = [
      fineYuan > 0 ? m.fine(amount(fineYuan)) : m.noFine,
      ...others.map((each) => otherPenaltyNames[each][language]),
      ...(heard === null ? [] : [heard ? m.heard : m.notHeard]),
    ]
    return [
      { term: title, detail: parts.join(language === 'zh' ? '，' : ', ') },
      { term: m.basis, detail: basis },
      { term: m.discretion, detail: `${discretionNames[discretion.kind][language]} · ${discretion.reasons}` },
    ]
  }
}

/** The penalty as proposed, noticed, or decided, whichever came last; and what was paid of it. */
export const PenaltyPart = ({ record }: { record: AnyRecord }) => {
  const { record: m } = useMessages(messages)
  const termsOf = usePenaltyTerms()
  const { history, line } = record
  const decided = lastOf(history, 'decided') ?? lastOf(history, 'decidedOnSpot')
  const notified = lastOf(history, 'notified')
  const proposed = lastOf(history, 'penaltyProposed')
  const terms =
    decided !== undefined && decided.penalty !== null
      ? termsOf(m.decided, decided.penalty, null)
      : notified !== undefined
        ? termsOf(m.intended, notified.penalty, notified.mayBeHeard)
        : proposed !== undefined
          ? termsOf(m.proposed, proposed.penalty, null)
          : []
  const money: readonly Term[] =
    decided === undefined || line.fineYuan === null || line.fineYuan === 0
      ? []
      : [
          { term: m.paid, detail: m.fine(amount(line.paidYuan)) },
          ...(line.state === 'served' ? [{ term: m.outstanding, detail: m.fine(amount(record.outstandingYuan)) }] : []),
          ...(record.surchargeYuan > 0 ? [{ term: m.surcharge, detail: m.fine(amount(record.surchargeYuan)) }] : []),
        ]
  if (terms.length === 0) return null
  return (
    <Section title={m.penalty} rule="line">
      <DescriptionList terms={[...terms, ...money]} />
    </Section>
  )
}

/** What the party said, and how each point was answered. */
export const Statements = ({ record }: { record: AnyRecord }) => {
  const { record: m } = useMessages(messages)
  const stated = record.history.filter((event) => event.kind === 'stated')
  const answered = record.history.filter((event) => event.kind === 'statementAnswered')
  if (stated.length === 0) return null
  return (
    <Section title={m.statements} rule="line">
      <ul className="case-rows">
        {stated.map((statement, at) => {
          const answer = answered.find(({ place }) => place === at + 1)
          return (
            <li key={statement.step.at}>
              <span className="case-text">
                {at + 1}. {statement.text}
              </span>
              <span className="al-quiet">
                {answer === undefined ? m.unanswered : `${answer.accepted ? m.accepted : m.notAccepted} · ${answer.reason}`}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
