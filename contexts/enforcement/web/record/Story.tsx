import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, type Language } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { eventNames, otherPenaltyNames, remedyNames, resultNames, servedNames, wayNames } from '../../contract/names.ts'
import type { Penalty } from '../../rules/case.ts'
import type { CaseEvent } from '../../rules/events.ts'
import { messages, type CaseWords } from '../messages.ts'
import { amount, titled } from '../text.ts'
import type { Names } from './names.ts'
import type { AnyRecord } from './record.ts'

/** Everything that happened, the newest first, each on its evidence. */
export const Story = ({ record, names }: { record: AnyRecord; names: Names }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const told = record.history.toReversed()
  return (
    <Section title={m.record.story} rule="ink" note={m.record.storyNote(told.length)}>
      <Timeline
        label={m.record.story}
        items={told.map((event, at) => {
          const evidence = evidenceOf(event)
          return {
            key: `${event.kind}-${told.length - at}`,
            at: event.step.at,
            title: titled(eventNames[event.kind][language], language),
            who: names.personOf(event.step.by.personId),
            text: wordsOf(event, m, names, language)
              .filter((part) => part !== null && part !== '')
              .join(language === 'zh' ? '；' : '; '),
            hollow: event.kind === 'factStruck' || event.kind === 'returned' || event.kind === 'withdrawn',
            ...(evidence.length === 0
              ? {}
              : {
                  evidence: (
                    <EvidenceStrip
                      recordKind="case"
                      recordId={record.recordId}
                      ids={evidence}
                      most={4}
                      nameOf={names.personOf}
                      follows={['enforcement']}
                    />
                  ),
                }),
          }
        })}
      />
    </Section>
  )
}

const evidenceOf = (event: CaseEvent): readonly string[] => {
  if (event.kind === 'hearingHeld') return event.record
  if (event.kind === 'proposed' || event.kind === 'decidedOnSpot') return event.fact.evidence
  return 'evidence' in event ? event.evidence : []
}

const penaltyText = ({ fineYuan, others }: Penalty, m: CaseWords, language: Language): string =>
  [fineYuan > 0 ? m.story.fine(amount(fineYuan)) : '', ...others.map((each) => otherPenaltyNames[each][language])]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '，' : ', ')

/** What an event says beyond its name. */
const wordsOf = (event: CaseEvent, m: CaseWords, names: Names, language: Language): readonly (string | null)[] => {
  const s = m.story
  const answer = (agree: boolean): string => (agree ? s.agree : s.disagree)
  switch (event.kind) {
    case 'proposed':
      return [event.matter, event.fact.text]
    case 'decidedOnSpot':
      return [event.fact.text, penaltyText(event.penalty, m, language), event.receiver]
    case 'openingRefused':
    case 'withdrawn':
    case 'hearingDropped':
    case 'hearingAsked':
    case 'instalmentsAsked':
    case 'closed':
      return [event.reason]
    case 'officersReplaced':
      return [
        s.replaced(event.officers.map(({ personId }) => names.personOf(personId)).join(language === 'zh' ? '、' : ', ')),
        event.reason,
      ]
    case 'recusalAsked':
      return [names.personOf(event.personId), event.reason]
    case 'recusalDecided':
      return [answer(event.agree), names.personOf(event.personId), event.reason]
    case 'factAdded':
      return [event.text, event.hazard === null ? null : m.record.proof(event.hazard.number, event.hazard.version)]
    case 'factStruck':
      return [s.place(event.place), event.reason]
    case 'penaltyProposed':
      return [penaltyText(event.penalty, m, language), event.penalty.discretion.reasons]
    case 'notified':
      return [penaltyText(event.penalty, m, language), event.mayBeHeard ? s.mayBeHeard : null]
    case 'served':
      return [s.way(servedNames[event.paper][language], wayNames[event.way][language], event.servedOn, event.receiver)]
    case 'stated':
      return [event.text]
    case 'statementAnswered':
      return [s.place(event.place), event.accepted ? m.record.accepted : m.record.notAccepted, event.reason]
    case 'hearingCalled':
      return [s.hearing(dayMinuteText(event.heldAt), event.place, names.personOf(event.presiderId))]
    case 'hearingHeld':
    case 'reviewed':
    case 'returned':
    case 'rectified':
      return [event.opinion]
    case 'discussed':
      return [s.attendees(event.attendees.map(names.personOf).join(language === 'zh' ? '、' : ', ')), event.opinion]
    case 'extended':
      return [s.until(event.toOn), event.reason]
    case 'decided':
      return [
        resultNames[event.result][language],
        event.penalty === null ? null : penaltyText(event.penalty, m, language),
        event.reasons,
        event.lateReason,
      ]
    case 'paid':
      return [s.paid(amount(event.yuan), event.paidOn, event.receiptNo)]
    case 'instalmentsDecided':
      return [answer(event.agree), event.dueOn === null ? null : s.until(event.dueOn), event.reason]
    case 'remedyNoted':
      return [remedyNames[event.remedy][language], event.filedOn]
    case 'remedyEnded':
      return [m.remedyOutcomes[event.outcome], event.endedOn]
    case 'opened':
    case 'waived':
    case 'rightsLapsed':
    case 'urged':
    case 'courtAsked':
      return []
  }
}
