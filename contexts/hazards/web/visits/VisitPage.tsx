import type { RouteOutput } from '../../../../kernel/contract.ts'
import { distanceMetres } from '../../../../kernel/geometry.ts'
import { Link, usePathParameters } from '../../../../ui/address.tsx'
import { ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { fullText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { findingNames, routes, stateNames } from '../../contract/index.ts'
import type { visitRoutes } from '../../contract/visitRoutes.ts'
import { answerGroups } from './answerGroups.ts'
import { messages } from './messages.ts'
import { LateTag, LateText } from './VisitTable.tsx'
import './visits.css'

type Visit = RouteOutput<typeof visitRoutes.visit>

/** One visit: who was where and when, what was asked, what was found and looked at again. */
const VisitPage = () => {
  const m = useMessages(messages)
  const { unitId, visitId } = usePathParameters<'unitId' | 'visitId'>()
  const query = useRead(routes.visit, { params: { unitId, visitId } })
  return (
    <>
      {query.data === undefined ? <PageHead crumbs={[{ title: m.title, to: '/visits' }]} title={m.one} /> : null}
      <Read query={query} rows={8} what={m.one}>
        {(visit) => <Shown visit={visit} />}
      </Read>
    </>
  )
}

const Shown = ({ visit }: { visit: Visit }) => {
  const m = useMessages(messages)
  const say = useSay()
  const mayVisit = useMay('visit.record')
  return (
    <>
      <PageHead
        crumbs={[{ title: m.title, to: '/visits' }]}
        marks={
          <>
            <Tag>{say(findingNames[visit.how])}</Tag>
            <Tag>{visit.announced ? m.announced : m.unannounced}</Tag>
            {visit.result === 'notAdmitted' ? <Tag tone="silent">{m.results.notAdmitted}</Tag> : null}
            {visit.ledger === null ? <LateTag visit={visit} /> : <Tag tone="silent">{m.ledger}</Tag>}
          </>
        }
        title={`${visit.unitName} ${visit.on}`}
        facts={
          <>
            <span>
              {m.unit} <Link to={`/units/${visit.unitId}`}>{visit.unitName}</Link>
            </span>
            <span>
              {m.region} {say(visit.regionName)}
            </span>
            <span>
              {m.visitor}{' '}
              {(visit.ledger === null ? [visit.personName, visit.organisationName] : [visit.ledger.by, visit.ledger.department])
                .filter((part) => part !== null && part !== '')
                .join(' · ')}
            </span>
            {visit.campaignId === null ? null : (
              <span>
                {m.campaign} <Link to={`/campaigns/${visit.campaignId}`}>{visit.campaignName}</Link>
              </span>
            )}
          </>
        }
        actions={
          mayVisit ? (
            <ButtonLink to={`/m/units/${visit.unitId}`} icon="phone">
              {m.go}
            </ButtonLink>
          ) : undefined
        }
      />
      <Columns side={<Side visit={visit} />}>
        <Answers visit={visit} />
        <Found visit={visit} />
        <Looked visit={visit} />
      </Columns>
    </>
  )
}

const Side = ({ visit }: { visit: Visit }) => {
  const m = useMessages(messages)
  return (
    <>
      <Section title={m.facts} rule="none">
        <DescriptionList
          termWidth={112}
          terms={[
            { term: m.result, detail: m.results[visit.result] },
            // A ledger tells the day and no hour.
            { term: m.claimed, detail: visit.ledger === null ? fullText(visit.claimedAt) : visit.on },
            ...(visit.ledger === null
              ? []
              : [{ term: m.ledger, detail: m.fromLedger(visit.ledger.number, visit.ledger.row, visit.personName) }]),
            {
              term: m.received,
              detail: (
                <>
                  {fullText(visit.receivedAt)} {visit.ledger === null ? <LateText visit={visit} /> : null}
                </>
              ),
            },
            { term: m.position, detail: <Position visit={visit} /> },
            ...(visit.position === null ? [] : [{ term: m.distance, detail: <Distance visit={visit} /> }]),
            ...(visit.recordedRegion === visit.regionCode ? [] : [{ term: m.recordedRegion, detail: visit.recordedRegion }]),
            { term: m.note, detail: visit.note === '' ? <span className="al-quiet">{m.noNote}</span> : visit.note },
          ]}
        />
      </Section>
      <Section title={m.photos} rule="none">
        <EvidenceStrip
          recordKind="visit"
          recordId={visit.recordId}
          size="medium"
          follows={['hazards']}
          empty={<p className="al-quiet">{m.noPhotos}</p>}
        />
      </Section>
    </>
  )
}

const Position = ({ visit: { position, noPositionReason } }: { visit: Visit }) => {
  const m = useMessages(messages)
  if (position === null) {
    return (
      <>
        <Tag tone="silent">{m.noPosition}</Tag> {noPositionReason}
      </>
    )
  }
  const { lng, lat, accuracyMetres } = position
  return (
    <>
      {lng.toFixed(5)}, {lat.toFixed(5)} WGS 84 {m.positioned(Math.round(accuracyMetres).toLocaleString('en'))}
    </>
  )
}

/** How far from the unit it was made, where the unit's place is known and the reader may see it. */
const Distance = ({ visit }: { visit: Visit }) => {
  const m = useMessages(messages)
  const unit = useRead(routes.unit, { params: { unitId: visit.unitId } })
  const place = unit.data?.unit.place
  if (visit.position === null || unit.data === undefined) return null
  if (!place) return <span className="al-quiet">{m.unitPlaceUnknown}</span>
  const metres = distanceMetres(visit.position, place)
  return <>{metres < 1000 ? m.metres(Math.round(metres).toLocaleString('en')) : m.kilometres((metres / 1000).toFixed(1))}</>
}

const Answers = ({ visit }: { visit: Visit }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const lists = useRead(routes.checklists, { query: { on: visit.on } }, { enabled: visit.answers.length > 0 })
  const titleOf = (key: string): string => lists.data?.find((list) => list.key === key)?.title[language] ?? key
  return (
    <Section title={m.asked} rule="none" note={visit.answered === 0 ? undefined : m.askedNote(visit.answered, visit.notInOrder)}>
      {visit.answers.length === 0 ? (
        <p className="al-quiet">{visit.result === 'notAdmitted' ? m.noAnswersRefused : m.noAnswers}</p>
      ) : (
        answerGroups(visit.answers).map(({ list, answers }) => (
          <Section
            key={list}
            title={titleOf(list)}
            rule="line"
            level={3}
            note={m.askedNote(answers.length, answers.filter(({ answer }) => answer === 'no').length)}
          >
            <ul className="visits-answers">
              {answers.map(({ itemKey, answer, note, asks, clause }) => (
                <li key={itemKey} className={`visits-answer-${answer}`}>
                  <b>{m.answer[answer]}</b>
                  <span>
                    {say(asks)}
                    <span className="al-quiet"> {clause}</span>
                    {note === '' ? null : <span className="visits-answer-note">{note}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        ))
      )}
    </Section>
  )
}

const Found = ({ visit }: { visit: Visit }) => {
  const m = useMessages(messages)
  const say = useSay()
  return (
    <Section title={m.found} note={visit.found.length === 0 ? undefined : String(visit.found.length)}>
      {visit.found.length === 0 ? (
        <p className="al-quiet">{m.noneFound}</p>
      ) : (
        <ul className="visits-hazards">
          {visit.found.map(({ hazardId, number, description, level, state }) => (
            <li key={hazardId}>
              {level === null ? <Tag>{m.unclassified}</Tag> : <LevelChip level={level === 'major' ? 1 : 3} />}
              <Link to={`/hazards/${visit.unitId}/${hazardId}`}>{description}</Link>
              <span className="al-quiet">
                {number} · {say(stateNames[state])}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Looked = ({ visit }: { visit: Visit }) => {
  const m = useMessages(messages)
  if (visit.reinspections.length === 0)
    return visit.campaignId === null ? null : (
      <Section title={m.looked}>
        <p className="al-quiet">{m.noneLooked}</p>
      </Section>
    )
  return (
    <Section title={m.looked} note={String(visit.reinspections.length)}>
      <ul className="visits-hazards">
        {visit.reinspections.map(({ hazardId, number, description, finding, note }) => (
          <li key={hazardId}>
            <Tag tone={finding === 'gone' ? 'plain' : 'accent'}>{m.findings[finding]}</Tag>
            <Link to={`/hazards/${visit.unitId}/${hazardId}`}>{description}</Link>
            <span className="al-quiet">
              {number}
              {note === '' ? '' : ` · ${note}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export default VisitPage
