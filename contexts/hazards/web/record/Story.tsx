import { addressOf } from '../../../../ui/api.ts'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, type Language } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { eventNames, levelNames } from '../../contract/names.ts'
import { routes } from '../../contract/index.ts'
import { hasPaper } from '../../rules/paper.ts'
import type { HazardEvent } from '../../rules/events.ts'
import type { LedgerRecord } from '../../rules/hazard.ts'
import { messages, type RecordWords } from './messages.ts'
import type { Names } from './names.ts'
import type { HazardRecord } from './record.ts'
import { timelineOf, type Told } from './timelineOf.ts'
import { yuanText } from './yuan.ts'

/** Everything that happened: who, when, where, what, on what evidence; who was told that something is late. */
export const Story = ({ record, names }: { record: HazardRecord; names: Names }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const told = timelineOf(record.history)
  return (
    <Section title={m.story.title} rule="ink" note={m.story.note(told.length, record.line.evidence)}>
      <Timeline
        label={m.story.title}
        items={told.map((each) => ({
          key: String(each.version),
          at: each.at,
          title: titleOf(each.event, language),
          who: <Who told={each} names={names} />,
          text: <Words told={each} record={record} names={names} />,
          hollow: each.hollow,
          ...(each.evidence.length === 0
            ? {}
            : {
                evidence: (
                  <EvidenceStrip
                    recordKind="hazard"
                    recordId={record.recordId}
                    ids={each.evidence}
                    most={4}
                    nameOf={(personId) => record.people[personId]}
                    follows={['hazards']}
                  />
                ),
              }),
        }))}
      />
    </Section>
  )
}

const titleOf = (event: HazardEvent, language: Language): string => {
  const name = eventNames[event.kind][language]
  return language === 'en' ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name
}

const Who = ({ told: { by, receivedAt, place, event }, names }: { told: Told; names: Names }) => {
  const m = useMessages(messages)
  const where =
    place === null
      ? 'presence' in event && event.presence.kind === 'reason'
        ? m.story.noPosition(event.presence.reason)
        : null
      : place.fromFindingMetres === null
        ? m.story.at(Math.round(place.fix.accuracyMetres))
        : m.story.distance(place.fromFindingMetres, Math.round(place.fix.accuracyMetres))
  const parts = [
    by === null ? m.story.nobody : names.personOf(by.personId),
    by === null ? null : (names.organisationOf(by.organisationId) ?? names.tierOf(by.tier)),
    where,
    receivedAt === null ? null : m.story.late(dayMinuteText(receivedAt)),
  ]
  return <>{parts.filter((part) => part !== null).join(' · ')}</>
}

const Words = ({ told: { event, version }, record, names }: { told: Told; record: HazardRecord; names: Names }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const parts = wordsOf(event, m, names, language).filter((part) => part !== null && part !== '')
  const params = { unitId: record.line.unitId, hazardId: record.line.hazardId, version }
  return (
    <>
      {parts.join(language === 'zh' ? '；' : '; ')}
      {hasPaper(event) ? (
        <a className="hazard-paper" href={addressOf(routes.hazardPaper, { params, query: { language } })} target="_blank" rel="noreferrer">
          <Icon name="paper" size={13} /> {m.story.paper} PDF
        </a>
      ) : null}
    </>
  )
}

/** What the ledger says, in the order in which it happened. */
const ledgerWords = (ledger: LedgerRecord, m: RecordWords, language: Language): readonly (string | null)[] => {
  const s = m.story.ledger
  return [
    ledger.number === null ? null : s.number(ledger.number),
    s.found(ledger.foundOn, ledger.foundBy),
    ledger.level === null ? null : m.story.level(levelNames[ledger.level][language]),
    ledger.dueOn === null ? null : s.due(ledger.dueOn),
    ledger.responsible === null ? null : s.responsible(ledger.responsible),
    ledger.measures === null ? null : s.measures(ledger.measures),
    ledger.fundsYuan === null ? null : m.story.cost(yuanText(ledger.fundsYuan)),
    ledger.rectifiedOn === null ? null : s.rectified(ledger.rectifiedOn, ledger.rectification),
    ledger.reviewedOn === null ? null : s.reviewed(ledger.reviewedOn, ledger.reviewedBy),
    ledger.closedOn === null ? null : s.closed(ledger.closedOn),
    s.row(ledger.row),
  ]
}

/** What an event says beyond its name. */
const wordsOf = (event: HazardEvent, m: RecordWords, names: Names, language: Language): readonly (string | null)[] => {
  const s = m.story
  switch (event.kind) {
    case 'found':
      return [event.found.description]
    case 'entered':
      return [event.description, ...ledgerWords(event.ledger, m, language)]
    case 'classified':
      return [s.level(levelNames[event.level][language]), event.reason]
    case 'levelRaised':
    case 'softeningAsked':
    case 'softened':
    case 'softeningRefused':
    case 'extensionRefused':
    case 'withdrawalAsked':
    case 'withdrawalRefused':
    case 'withdrawn':
    case 'listingLifted':
    case 'recurrenceLinked':
      return [event.reason]
    case 'ordered':
      return [
        event.requirement,
        s.toWhom(names.personOf(event.assignee.personId), event.dueOn),
        event.longerReason === null ? null : s.longer(event.longerReason),
        event.controls === null ? null : s.controls(event.controls),
      ]
    case 'controlled':
      return [event.controls]
    case 'reported':
      return [event.to === 'authority' ? s.toAuthority : s.toStaff(s.means[event.means])]
    case 'planned':
      return [event.five.measures, event.five.dueOn === null ? null : s.until(event.five.dueOn)]
    case 'started':
    case 'closed':
    case 'reviewApplied':
      return []
    case 'extensionAsked':
      return [s.until(event.toOn), event.reason, s.controls(event.interimControls)]
    case 'extensionGranted':
      return [s.until(event.toOn)]
    case 'transferred':
      return [names.personOf(event.to.personId), event.reason]
    case 'handedOver':
      return [names.organisationOf(event.to.organisationId) ?? names.tierOf(event.to.tier), event.reason]
    case 'selfChecked':
      return [
        event.description,
        s.rectifiedBy(event.rectifiedBy.map(names.personOf).join(language === 'zh' ? '、' : ', ')),
        event.costYuan === null ? null : s.cost(yuanText(event.costYuan)),
      ]
    case 'evaluated':
    case 'evaluationFailed':
      return [`${s.evaluatedBy[event.by]} ${event.body}`, event.opinion]
    case 'reviewed':
      return [event.opinion]
    case 'reviewRefused':
      return [event.opinion, event.redoOn === null ? null : s.redo(event.redoOn), event.suspend ? s.suspended : null]
    case 'reopened':
      return [event.reason]
    case 'listed':
      return [s.documentNo(event.documentNo, event.dueOn)]
    case 'escalated':
      return [s.told(names.duty(event.escalation.owed), names.tierOf(event.escalation.tier), dayMinuteText(event.escalation.dueAt))]
  }
}
