import { Link, usePathParameters } from '../../../../ui/address.tsx'
import { RefusedAction } from '../../../../ui/Button.tsx'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { dateText, fullText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { findingNames, tierNames } from '../../contract/inspectionNames.ts'
import { recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import { RecheckState } from './columns.tsx'
import { ConfirmPart } from './ConfirmPart.tsx'
import { FindingForm } from './FindingForm.tsx'
import { messages } from './messages.ts'
import { shortNumber, type Recheck } from './records.ts'
import './rechecks.css'

/** One recheck: which closure, what was seen on the spot, and the second person’s answer. Made for a phone too. */
const RecheckPage = () => {
  const m = useMessages(messages)
  const { unitId, recheckId } = usePathParameters<'unitId' | 'recheckId'>()
  const query = useRead(routes.recheck, { params: { unitId, recheckId } })
  return (
    <>
      {query.data === undefined ? <PageHead crumbs={[{ title: m.title, to: '/rechecks' }]} title={m.one} /> : null}
      <Read query={query} rows={8} what={m.one}>
        {(recheck) => <Shown recheck={recheck} />}
      </Read>
    </>
  )
}

const Shown = ({ recheck }: { recheck: Recheck }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const mayConfirm = useMay('recheck.confirm')
  const mayFind = useMay('recheck.find')
  return (
    <>
      <PageHead
        crumbs={[{ title: m.title, to: '/rechecks' }, { title: shortNumber(recheck.number) }]}
        marks={
          <>
            <LevelChip level={recheck.level === 'major' ? 1 : 3} word={m.levels[recheck.level]} />
            <RecheckState row={recheck} />
          </>
        }
        title={recheck.description}
        facts={
          <>
            <span>
              {m.unit} <Link to={`/units/${recheck.unitId}`}>{recheck.unitName}</Link>
            </span>
            <span>
              {m.region} {recheck.regionName[language]}
            </span>
            {recheck.settledAt === null ? (
              <span>
                {m.due} <RemainingText dueAt={recheck.state === 'unconfirmed' ? (recheck.confirmDueAt ?? recheck.dueAt) : recheck.dueAt} />
              </span>
            ) : null}
          </>
        }
      />
      <Columns side={<Subject recheck={recheck} />}>
        {mayFind && recheck.may.find === null ? <FindingForm recheck={recheck} /> : null}
        {mayFind && recheck.may.find !== null && recheck.state === 'assigned' ? (
          <RefusedAction title={m.recheck.find} because={recheck.may.find} />
        ) : null}
        {recheck.finding === null ? null : <Result recheck={recheck} />}
        {recheck.state === 'unconfirmed' && mayConfirm ? <ConfirmPart recheck={recheck} /> : null}
        {recheck.settledAt === null && recheck.state !== 'cancelled' ? <p className="rechecks-note">{m.recheck.quiet}</p> : null}
      </Columns>
    </>
  )
}

const Subject = ({ recheck }: { recheck: Recheck }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { place } = recheck
  return (
    <Section title={m.recheck.subject} rule="none">
      <DescriptionList
        termWidth={96}
        terms={[
          { term: m.number, detail: <Link to={`/hazards/${recheck.unitId}/${recheck.hazardId}`}>{recheck.number}</Link> },
          { term: m.reviewer, detail: recheck.reviewerName },
          { term: m.closer, detail: `${recheck.closerName} · ${tierNames[recheck.closerTier][language]}` },
          { term: m.closedOn, detail: dateText(recheck.closedAt) },
          {
            term: m.recheck.place,
            detail: place === null ? m.recheck.noPlace : `${place.lng.toFixed(5)}, ${place.lat.toFixed(5)} WGS 84`,
          },
          { term: m.assignee, detail: recheck.assigneeName ?? m.nobody },
          ...(recheck.drawId === null
            ? []
            : [{ term: m.recheck.drawnIn, detail: <Link to={`/draws/${recheck.drawId}`}>{m.recheck.openDraw}</Link> }]),
          ...(recheck.doubtId === null
            ? []
            : [
                {
                  term: m.recheck.fromDoubt,
                  detail: <Link to={`/doubts/${recheck.unitId}/${recheck.doubtId}`}>{m.recheck.openDoubt}</Link>,
                },
              ]),
        ]}
      />
      <p>
        <Link to={`/hazards/${recheck.unitId}/${recheck.hazardId}`}>{m.recheck.open}</Link>
      </p>
    </Section>
  )
}

const Result = ({ recheck }: { recheck: Recheck }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { finding, note, foundByName, foundAt, distanceMetres, noPositionReason, confirmedByName, confirmedAt, confirmNote } = recheck
  return (
    <Section title={m.recheck.result}>
      <DescriptionList
        termWidth={96}
        terms={[
          { term: m.recheck.finding, detail: finding === null ? '' : findingNames[finding][language] },
          ...(note === null || note === '' ? [] : [{ term: m.recheck.note, detail: note }]),
          { term: m.recheck.foundBy, detail: foundByName ?? '' },
          { term: m.recheck.foundAt, detail: foundAt === null ? '' : fullText(foundAt) },
          {
            term: m.recheck.distance,
            detail:
              noPositionReason === null
                ? distanceMetres === null
                  ? m.recheck.noPlace
                  : m.recheck.metres(distanceMetres.toLocaleString('en'))
                : m.recheck.noPosition(noPositionReason),
          },
          ...(confirmedByName === null || confirmedAt === null
            ? []
            : [
                {
                  term: m.recheck.confirmedBy,
                  detail: [confirmedByName, fullText(confirmedAt), confirmNote].filter((part) => part !== null && part !== '').join(' · '),
                },
              ]),
        ]}
      />
      <EvidenceStrip recordKind="recheck" recordId={recheck.recordId} size="medium" follows={['supervision']} />
    </Section>
  )
}

export default RecheckPage
