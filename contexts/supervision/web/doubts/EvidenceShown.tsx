import { Link } from '../../../../ui/address.tsx'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { fullText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { DescriptionList, PlainTable, Section } from '../../../../ui/Page.tsx'
import { doubtNames } from '../../contract/inspectionNames.ts'
import { useLanguage } from '../../../../ui/language.tsx'
import type { Evidence, PhotoRef, RecordRef, Spot, TextRef } from '../../rules/doubts/doubt.ts'
import type { DoubtView } from './records.ts'
import { messages } from './messages.ts'

type Props = { readonly doubt: DoubtView }

/** What there is to see, by the kind of the doubt. */
export const EvidenceShown = ({ doubt }: Props) => {
  const { language } = useLanguage()
  return (
    <Section title={doubtNames[doubt.kind][language]} rule="line" level={3}>
      <ByKind doubt={doubt} />
    </Section>
  )
}

const ByKind = ({ doubt }: Props) => {
  const { evidence } = doubt
  if ('photo' in evidence) return <Photos doubt={doubt} evidence={evidence} />
  if ('from' in evidence) return <Travel doubt={doubt} evidence={evidence} />
  if ('text' in evidence) return <Texts doubt={doubt} evidence={evidence} />
  if ('spot' in evidence) return <Far doubt={doubt} evidence={evidence} />
  return <Seconds doubt={doubt} evidence={evidence} />
}

/** A record by its kind and its unit, opening it. */
const RecordLink = ({ record, doubt }: { record: RecordRef; doubt: DoubtView }) => {
  const m = useMessages(messages)
  const to = record.kind === 'visit' ? `/visits/${record.id.replace('.', '/')}` : `/hazards/${record.id.replace('.', '/')}`
  return (
    <Link to={to}>
      {m.record[record.kind]} · {doubt.units[record.unitId] ?? ''}
    </Link>
  )
}

const nameOf = (doubt: DoubtView, personId: string | null): string =>
  doubt.people.find((person) => person.personId === personId)?.name ?? ''

const PhotoSide = ({ title, photo, doubt }: { title: string; photo: PhotoRef; doubt: DoubtView }) => {
  const m = useMessages(messages)
  return (
    <figure className="doubts-side">
      <figcaption>{title}</figcaption>
      <EvidenceStrip recordKind={photo.record.kind} recordId={photo.record.id} ids={[photo.evidenceId]} size="large" />
      <DescriptionList
        termWidth={72}
        terms={[
          { term: m.photo.record, detail: <RecordLink record={photo.record} doubt={doubt} /> },
          { term: m.photo.at, detail: fullText(photo.at) },
          { term: m.photo.by, detail: nameOf(doubt, photo.personId) },
        ]}
      />
    </figure>
  )
}

const Photos = ({ doubt, evidence }: Props & { evidence: Evidence['photoExact'] | Evidence['photoNear'] }) => {
  const m = useMessages(messages)
  return (
    <>
      <div className="doubts-sides">
        <PhotoSide title={m.photo.this} photo={evidence.photo} doubt={doubt} />
        <PhotoSide title={m.photo.earlier} photo={evidence.earlier} doubt={doubt} />
      </div>
      {'agreementPercent' in evidence ? (
        <p>
          {m.photo.agreement} <b>{evidence.agreementPercent}%</b>{' '}
          <span className="al-quiet">
            {m.limit} {evidence.limitPercent}%
          </span>
        </p>
      ) : null}
    </>
  )
}

const placeText = ({ lng, lat }: { readonly lng: number; readonly lat: number }): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`

const Travel = ({ doubt, evidence }: Props & { evidence: Evidence['travel'] }) => {
  const m = useMessages(messages)
  const row = (title: string, spot: Spot) => [
    title,
    fullText(spot.at),
    placeText(spot),
    m.metresText(Math.round(spot.accuracyMetres)),
    <RecordLink key={spot.record.id} record={spot.record} doubt={doubt} />,
  ]
  return (
    <>
      <PlainTable
        caption={m.travel.caption}
        head={[m.travel.which, m.travel.at, m.travel.position, m.travel.accuracy, m.travel.record]}
        rows={[row(m.travel.from, evidence.from), row(m.travel.to, evidence.to)]}
      />
      <DescriptionList
        termWidth={128}
        terms={[
          { term: m.travel.metres, detail: m.metresText(evidence.metres) },
          { term: m.travel.surely, detail: m.metresText(evidence.surelyMetres) },
          { term: m.travel.between, detail: m.secondsText(evidence.seconds) },
          {
            term: m.travel.speed,
            detail: m.travel.speedText(evidence.kmPerHour.toLocaleString('en'), evidence.limitKmPerHour.toLocaleString('en')),
          },
        ]}
      />
    </>
  )
}

const Far = ({ doubt, evidence }: Props & { evidence: Evidence['far'] }) => {
  const m = useMessages(messages)
  return (
    <DescriptionList
      termWidth={168}
      terms={[
        { term: m.travel.record, detail: <RecordLink record={evidence.spot.record} doubt={doubt} /> },
        { term: m.travel.at, detail: fullText(evidence.spot.at) },
        {
          term: m.far.device,
          detail: `${placeText(evidence.spot)} · ${m.travel.accuracy} ${m.metresText(Math.round(evidence.spot.accuracyMetres))}`,
        },
        { term: m.far.unit, detail: placeText(evidence.unit) },
        { term: m.far.distance, detail: `${m.metresText(evidence.metres)} · ${m.limit} ${m.metresText(evidence.limitMetres)}` },
      ]}
    />
  )
}

const Seconds = ({ doubt, evidence }: Props & { evidence: Evidence['seconds'] }) => {
  const m = useMessages(messages)
  return (
    <DescriptionList
      termWidth={96}
      terms={[
        { term: m.travel.record, detail: <RecordLink record={evidence.record} doubt={doubt} /> },
        { term: m.seconds.items, detail: m.seconds.allClear(evidence.items) },
        { term: m.seconds.took, detail: m.secondsText(evidence.seconds) },
        {
          term: m.seconds.perItem,
          detail: `${(evidence.seconds / evidence.items).toFixed(1)} s · ${m.seconds.limit(evidence.limitSecondsPerItem)}`,
        },
      ]}
    />
  )
}

const TextSide = ({ title, text, doubt }: { title: string; text: TextRef; doubt: DoubtView }) => (
  <div className="doubts-side">
    <p className="doubts-side-title">{title}</p>
    <blockquote>{text.text}</blockquote>
    <p className="al-quiet">
      <RecordLink record={text.record} doubt={doubt} /> {nameOf(doubt, text.personId)} {fullText(text.at)}
    </p>
  </div>
)

const Texts = ({ doubt, evidence }: Props & { evidence: Evidence['copiedText'] }) => {
  const m = useMessages(messages)
  return (
    <>
      <div className="doubts-sides">
        <TextSide title={m.text.this} text={evidence.text} doubt={doubt} />
        <TextSide title={m.text.earlier} text={evidence.earlier} doubt={doubt} />
      </div>
      <p>
        {m.text.similarity} <b>{evidence.similarityPercent}%</b>{' '}
        <span className="al-quiet">
          {m.limit} {evidence.limitPercent}%
        </span>
      </p>
    </>
  )
}
