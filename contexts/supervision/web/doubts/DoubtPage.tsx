import { Link, usePathParameters } from '../../../../ui/address.tsx'
import { Tag } from '../../../../ui/Button.tsx'
import { dayMinuteText, fullText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { doubtRoutes as routes } from '../../contract/doubtRoutes.ts'
import { doubtNames, doubtStateNames } from '../../contract/inspectionNames.ts'
import { EvidenceShown } from './EvidenceShown.tsx'
import { LookForm } from './LookForm.tsx'
import { messages } from './messages.ts'
import type { DoubtView } from './records.ts'
import './doubts.css'

/** One doubt: what there is to see side by side, what else it may be, and what looking came to. */
const DoubtPage = () => {
  const m = useMessages(messages)
  const { unitId, doubtId } = usePathParameters<'unitId' | 'doubtId'>()
  const query = useRead(routes.doubt, { params: { unitId, doubtId } })
  return (
    <>
      {query.data === undefined ? <PageHead crumbs={[{ title: m.title, to: '/doubts' }]} title={m.one} /> : null}
      <Read query={query} rows={8} what={m.one}>
        {(doubt) => <Shown doubt={doubt} />}
      </Read>
    </>
  )
}

const Shown = ({ doubt }: { doubt: DoubtView }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const mayLook = useMay('doubt.look')
  return (
    <>
      <PageHead
        crumbs={[{ title: m.title, to: '/doubts' }]}
        marks={<Tag tone={doubt.state === 'substantiated' ? 'accent' : 'plain'}>{doubtStateNames[doubt.state][language]}</Tag>}
        title={doubtNames[doubt.kind][language]}
        note={m.please}
        facts={
          <>
            <span>
              {m.unit} <Link to={`/units/${doubt.unitId}`}>{doubt.unitName}</Link>
            </span>
            <span>
              {m.region} {doubt.regionName[language]}
            </span>
            <span>
              {m.people} {doubt.people.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')}
            </span>
            <span>
              {m.raised} {dayMinuteText(doubt.raisedAt)}
            </span>
          </>
        }
      />
      <Columns side={<Innocent doubt={doubt} />}>
        <p className="doubts-why">{m.why[doubt.kind]}</p>
        <EvidenceShown doubt={doubt} />
        {doubt.lookedAt === null ? mayLook ? <LookForm doubt={doubt} /> : null : <Looked doubt={doubt} />}
      </Columns>
    </>
  )
}

const Innocent = ({ doubt }: { doubt: DoubtView }) => {
  const m = useMessages(messages)
  return (
    <Section title={m.innocentTitle} rule="none">
      <ul className="doubts-innocent">
        {Object.values(m.innocent[doubt.kind]).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="al-quiet">{m.note}</p>
    </Section>
  )
}

const Looked = ({ doubt }: { doubt: DoubtView }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <Section title={m.result}>
      <DescriptionList
        termWidth={96}
        terms={[
          { term: m.state, detail: doubtStateNames[doubt.state][language] },
          { term: m.lookNote, detail: doubt.note ?? '' },
          { term: m.lookedBy, detail: `${doubt.lookedByName ?? ''} ${doubt.lookedAt === null ? '' : fullText(doubt.lookedAt)}` },
          ...(doubt.recheckId === null
            ? []
            : [{ term: m.recheck, detail: <Link to={`/rechecks/${recheckUnit(doubt)}/${doubt.recheckId}`}>{m.openRecheck}</Link> }]),
        ]}
      />
    </Section>
  )
}

/** The recheck stands with the unit of its hazard. */
const recheckUnit = ({ closedHazards, unitId }: DoubtView): string => closedHazards[0]?.unitId ?? unitId

export default DoubtPage
