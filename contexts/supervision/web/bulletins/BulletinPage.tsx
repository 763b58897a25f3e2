import type { ReactNode } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Link, usePathParameters } from '../../../../ui/address.tsx'
import { addressOf } from '../../../../ui/api.ts'
import { ButtonLink, RefusedAction, Tag } from '../../../../ui/Button.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { fullText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, PlainTable, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { bulletinRoutes as routes } from '../../contract/bulletinRoutes.ts'
import { recordsOf, type FigureName } from '../../rules/bulletin/figures.ts'
import { issueText } from '../../rules/bulletin/issue.ts'
import { BulletinBody } from './BulletinBody.tsx'
import { messages, refusedBecause } from './messages.ts'
import './bulletins.css'

type Bulletin = RouteOutput<typeof routes.bulletin>

/** One issued bulletin: what it says, whose it is, and what its numbers have become. */
const BulletinPage = () => {
  const m = useMessages(messages)
  const { id } = usePathParameters<'id'>()
  const query = useRead(routes.bulletin, { params: { id } })
  return (
    <>
      {query.data === undefined ? <PageHead crumbs={[{ title: m.title, to: '/bulletins' }]} title={m.one} /> : null}
      <Read query={query} rows={10} what={m.one}>
        {(bulletin) => <Shown bulletin={bulletin} />}
      </Read>
    </>
  )
}

const Shown = ({ bulletin }: { bulletin: Bulletin }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const number = issueText(bulletin, language)
  return (
    <>
      <PageHead
        crumbs={[{ title: m.title, to: '/bulletins' }]}
        title={number}
        note={bulletin[language].subtitle}
        marks={bulletin.superseded ? <Tag tone="silent">{m.list.superseded}</Tag> : undefined}
        actions={<Deeds bulletin={bulletin} />}
      />
      <Columns side={<Side bulletin={bulletin} />}>
        <BulletinBody text={bulletin[language]} frozen />
        <ThenAndNow bulletin={bulletin} />
      </Columns>
    </>
  )
}

const Deeds = ({ bulletin: { id, superseded, regionCode, from, to, campaignId } }: { bulletin: Bulletin }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const mayIssue = useMay('bulletin.issue')
  const file = { params: { id }, query: { language } }
  const correct = new URLSearchParams({
    region: regionCode,
    // The very days that were told: a month that still ran has more of them by now.
    kind: 'own',
    from,
    to,
    ...(campaignId === null ? {} : { campaignId }),
    corrects: id,
  }).toString()
  return (
    <>
      <a className="al-button" href={addressOf(routes.bulletinPaper, file)} target="_blank" rel="noreferrer" aria-label={m.download(m.pdf)}>
        <Icon name="print" /> {m.pdf}
      </a>
      <a className="al-button" href={addressOf(routes.bulletinDocument, file)} download aria-label={m.download(m.word)}>
        <Icon name="download" /> {m.word}
      </a>
      {!mayIssue ? null : superseded ? (
        <RefusedAction small title={m.correct} because={refusedBecause.superseded} />
      ) : (
        <ButtonLink to={`/bulletins/new?${correct}`} icon="edit">
          {m.correct}
        </ButtonLink>
      )}
    </>
  )
}

const Side = ({ bulletin }: { bulletin: Bulletin }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { reason, campaignName } = bulletin
  const terms = [
    { term: m.facts.region, detail: say(bulletin.regionName) },
    { term: m.facts.days, detail: `${bulletin.from} – ${bulletin.to}` },
    ...(campaignName === null ? [] : [{ term: m.facts.campaign, detail: campaignName }]),
    { term: m.facts.issuer, detail: bulletin.issuer },
    { term: m.facts.by, detail: bulletin.issuedBy },
    { term: m.facts.at, detail: fullText(bulletin.asOf) },
    ...(reason === null ? [] : [{ term: m.facts.reason, detail: reason }]),
    {
      term: m.facts.check,
      detail: (
        <>
          <span className="al-code">{bulletin.sm3.slice(0, 8)}</span> {bulletin.sound ? m.sound : <b>{m.unsound}</b>}
        </>
      ),
    },
  ]
  return (
    <>
      <Section title={m.about}>
        <DescriptionList terms={terms} termWidth={96} />
      </Section>
      {bulletin.editions.length > 1 ? (
        <Section title={m.facts.editions} rule="line">
          <ul className="supervision-editions">
            {bulletin.editions.map((edition) => (
              <li key={edition.id}>
                {edition.id === bulletin.id ? (
                  <span>
                    {m.edition(edition.edition)} · {m.thisOne}
                  </span>
                ) : (
                  <Link to={`/bulletins/${edition.id}`}>{m.edition(edition.edition)}</Link>
                )}
                <span className="al-quiet">{fullText(edition.asOf)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

type Named = keyof (typeof messages)['zh']['names'] & FigureName

const ofAll: readonly Named[] = [
  'visits',
  'register',
  'unitsChecked',
  'found',
  'foundMajor',
  'foundClosed',
  'closed',
  'open',
  'overdue',
  'openMajor',
]
const ofCampaign: readonly Named[] = [
  'visits',
  'targets',
  'targetsChecked',
  'found',
  'foundMajor',
  'foundClosed',
  'closed',
  'open',
  'overdue',
  'openMajor',
]

/** What was counted then beside what the same question counts now. */
const ThenAndNow = ({ bulletin: { facts, regionCode, from, to, campaignId } }: { bulletin: Bulletin }) => {
  const m = useMessages(messages)
  const now = useRead(
    routes.previewBulletin,
    { query: { regionCode, kind: 'own', from, to, ...(campaignId === null ? {} : { campaignId }) } },
    { follows: ['hazards'] },
  )
  const where = { region: regionCode, alone: false, from, to, campaignId }
  return (
    <Section title={m.nowTitle} note={m.nowNote}>
      <Read query={now} rows={6} what={m.nowTitle}>
        {({ facts: present }) => (
          <PlainTable
            caption={m.nowTitle}
            head={[
              m.figure,
              <Right key="then">{m.asIssued}</Right>,
              <Right key="now">{m.now}</Right>,
              <Right key="difference">{m.difference}</Right>,
            ]}
            rows={(campaignId === null ? ofAll : ofCampaign).map((name) => {
              const [then, value] = [facts.tally[name] ?? 0, present.tally[name] ?? 0]
              const address = recordsOf(name, where)
              const shown = value.toLocaleString('en')
              return [
                m.names[name],
                <Right key="then">{then.toLocaleString('en')}</Right>,
                <Right key="now">{address === null ? shown : <Link to={address}>{shown}</Link>}</Right>,
                <Right key="difference">
                  {value === then ? m.unchanged : `${value > then ? '+' : '−'}${Math.abs(value - then).toLocaleString('en')}`}
                </Right>,
              ]
            })}
          />
        )}
      </Read>
    </Section>
  )
}

const Right = ({ children }: { children: ReactNode }) => <span className="supervision-right">{children}</span>

export default BulletinPage
