import { Link, usePathParameters } from '../../../ui/address.tsx'
import { ButtonLink, Tag } from '../../../ui/Button.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { DescriptionList, PageHead, PlainTable, Section } from '../../../ui/Page.tsx'
import { useRead } from '../../../ui/query.ts'
import { useMay } from '../../../ui/session.ts'
import { Read } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { mayHaveBelow, pathText, regionName } from '../../../ui/choosing/regionText.ts'
import { successionRole, type RegionRecord, type SuccessionRow } from './succession.ts'
import { RecordRead } from './RecordRead.tsx'
import './identity.css'

const RegionPage = () => {
  const m = useMessages(messages)
  const { code } = usePathParameters<'code'>()
  const query = useRead(routes.region, { params: { code } })
  return (
    <RecordRead query={query} title={m.region.one} list={{ title: m.region.title, to: '/regions' }}>
      {(record) => <Shown record={record} />}
    </RecordRead>
  )
}

const Shown = ({ record }: { record: RegionRecord }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const mayOrganisations = useMay('organisation.read')
  const mayPeople = useMay('person.read')
  const { region, path, became, madeOf } = record
  const above = path.slice(0, -1)
  // A region that kept its code while its territory changed stands in the list of what became of it; once is enough.
  const grownFrom = madeOf.filter(({ code }) => code !== region.code)
  return (
    <>
      <PageHead
        crumbs={[
          { title: m.region.title, to: '/regions' },
          ...above.map((step) => ({ title: regionName(step, language), to: `/regions/${step.code}` })),
        ]}
        marks={
          <>
            <Tag>{m.levels[region.level]}</Tag>
            {region.statisticalOnly ? <Tag>{m.region.statistical}</Tag> : null}
            {region.validTo === null ? null : <Tag tone="silent">{m.region.ended(region.validTo)}</Tag>}
          </>
        }
        title={regionName(region, language)}
        note={<span lang={language === 'zh' ? 'en' : 'zh-CN'}>{language === 'zh' ? region.nameEn : region.name}</span>}
        actions={
          region.validTo === null ? (
            <>
              {mayOrganisations ? (
                <ButtonLink icon="building" to={`/organisations?region=${region.code}`}>
                  {m.region.organisations}
                </ButtonLink>
              ) : null}
              {mayPeople ? (
                <ButtonLink icon="people" to={`/people?region=${region.code}`}>
                  {m.region.people}
                </ButtonLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Section title={m.organisation.facts} rule="none">
        <DescriptionList
          termWidth={112}
          terms={[
            { term: m.region.code, detail: <span className="al-code">{region.code}</span> },
            { term: m.region.fullName, detail: pathText(path, language) },
            {
              term: m.region.inForce,
              detail: m.region.period(region.validFrom ?? m.region.fromStart, region.validTo ?? m.region.untilNow),
            },
            { term: m.region.kind, detail: region.statisticalOnly ? m.region.statisticalHelp : m.region.administrative },
          ]}
        />
      </Section>
      <Section title={m.region.succession}>
        {became.length === 0 && madeOf.length === 0 ? <p className="al-quiet">{m.region.noSuccession}</p> : null}
        {became.length === 0 ? null : <Succession title={m.region.became} own={region.code} rows={became} />}
        {grownFrom.length === 0 ? null : <Succession title={m.region.madeOf} own={region.code} rows={grownFrom} />}
      </Section>
      {mayHaveBelow(region) && region.validTo === null ? <Below code={region.code} /> : null}
    </>
  )
}

/** The acts that changed a region: when, into what or out of what, how, and on whose word. */
const Succession = ({ title, own, rows }: { title: string; own: string; rows: readonly SuccessionRow[] }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <>
      <h3 className="identity-subhead">{title}</h3>
      <ul className="identity-rows">
        {rows.map((row, index) => (
          <li key={`${row.on} ${row.code}`}>
            <span className="identity-whole">{row.on}</span>
            {row.code === own ? (
              <span>{m.region.sameCode}</span>
            ) : (
              <span>
                <Link to={`/regions/${row.code}`} className="identity-link">
                  {regionName(row, language)}
                </Link>{' '}
                <span className="al-code">{row.code}</span>
              </span>
            )}
            <Tag tone={row.needsDecision ? 'accent' : 'plain'}>{m.region[successionRole(row)]}</Tag>
            {rows[index + 1]?.source === row.source ? null : <span className="identity-source">{row.source}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What lies directly below, as it stands today. */
const Below = ({ code }: { code: string }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const query = useRead(routes.regions, { query: { parent: code } })
  const count = query.data?.rows.length
  return (
    <Section title={m.region.below} note={count === undefined || count === 0 ? undefined : m.region.count(count)}>
      <Read query={query} rows={4} what={m.region.below}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="al-quiet">{m.region.nothingBelow}</p>
          ) : (
            <PlainTable
              caption={m.region.below}
              head={[m.region.code, m.region.name, m.region.otherName, m.region.kind]}
              rows={rows.map((region) => [
                <span key="code" className="al-code">
                  {region.code}
                </span>,
                <Link key="name" to={`/regions/${region.code}`}>
                  {regionName(region, language)}
                </Link>,
                <span key="other" lang={language === 'zh' ? 'en' : 'zh-CN'}>
                  {language === 'zh' ? region.nameEn : region.name}
                </span>,
                region.statisticalOnly ? <Tag key="kind">{m.region.statistical}</Tag> : m.region.administrative,
              ])}
            />
          )
        }
      </Read>
    </Section>
  )
}

export default RegionPage
