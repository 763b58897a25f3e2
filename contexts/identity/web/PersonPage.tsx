import { useState } from 'react'
import { Link, usePathParameters } from '../../../ui/address.tsx'
import { Tag } from '../../../ui/Button.tsx'
import { minuteText } from '../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../ui/Page.tsx'
import { useRead } from '../../../ui/query.ts'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { PersonDeeds } from './PersonDeeds.tsx'
import { PersonPosts } from './PersonPosts.tsx'
import type { Person } from './records.ts'
import { RegionPath, useRegion } from './regions.ts'
import { pathText } from '../../../ui/choosing/regionText.ts'
import { RevealNumbers, type Numbers } from './RevealNumbers.tsx'
import { RecordRead } from './RecordRead.tsx'
import './identity.css'

const PersonPage = () => {
  const m = useMessages(messages)
  const { id } = usePathParameters<'id'>()
  const query = useRead(routes.person, { params: { id } })
  return (
    <RecordRead query={query} title={m.person.one} list={{ title: m.person.title, to: '/people' }}>
      {(person) => <Shown key={person.id} person={person} />}
    </RecordRead>
  )
}

const Shown = ({ person }: { person: Person }) => {
  const m = useMessages(messages)
  const [numbers, setNumbers] = useState<Numbers | null>(null)
  return (
    <>
      <PageHead
        crumbs={[{ title: m.person.title, to: '/people' }]}
        marks={
          <>
            {person.leftOn === null ? null : <Tag tone="silent">{m.person.leftOn(person.leftOn)}</Tag>}
            {person.lockedUntil === null ? null : <Tag tone="accent">{m.person.accountLocked(minuteText(person.lockedUntil))}</Tag>}
          </>
        }
        title={person.name}
        facts={
          <>
            <span>
              {m.person.organisation}{' '}
              <Link to={`/organisations/${person.organisationId}`} className="identity-link">
                {person.organisationName}
              </Link>
            </span>
            <span>
              {m.organisation.region} <RegionPath code={person.regionCode} />
            </span>
          </>
        }
      />
      <Columns side={<PersonDeeds person={person} />}>
        <Section
          title={m.person.facts}
          rule="none"
          aside={<RevealNumbers person={person} shown={numbers !== null} onReveal={setNumbers} />}
        >
          <Facts person={person} numbers={numbers} />
        </Section>
        <PersonPosts person={person} />
      </Columns>
    </>
  )
}

const Facts = ({ person, numbers }: { person: Person; numbers: Numbers | null }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useRegion(person.regionCode)
  const moved = data !== undefined && pathText(data.path, 'zh') !== person.regionOnPaper
  const number = (masked: string | null, whole: string | null | undefined) => {
    if (masked === null) return <span className="al-quiet">{m.person.noNumber}</span>
    if (whole === undefined) return masked
    return whole === null ? <span className="al-quiet">{m.person.destroyed}</span> : <b className="al-code">{whole}</b>
  }
  const account =
    person.login === null ? (
      <span className="al-quiet">{m.person.accountNone}</span>
    ) : (
      <>
        {person.login}
        <span className="identity-row-note">
          {person.leftOn !== null
            ? m.person.left
            : person.lockedUntil === null
              ? m.person.accountOpen
              : m.person.accountLocked(minuteText(person.lockedUntil))}
        </span>
      </>
    )
  return (
    <DescriptionList
      termWidth={112}
      terms={[
        { term: m.person.phone, detail: number(person.phone, numbers?.phone) },
        { term: m.person.identityNumber, detail: number(person.identityNumber, numbers?.identityNumber) },
        { term: m.person.login, detail: account },
        { term: m.organisation.recordedRegion, detail: person.regionOnPaper },
        {
          term: m.organisation.currentRegion,
          detail: (
            <>
              {data === undefined ? (
                person.regionCode
              ) : (
                <Link to={`/regions/${person.regionCode}`} className="identity-link">
                  {pathText(data.path, language)}
                </Link>
              )}
              {data !== undefined && !moved ? <span className="identity-row-note">{m.organisation.sameRegion}</span> : null}
            </>
          ),
        },
        { term: m.person.joinedOn, detail: person.joinedOn },
      ]}
    />
  )
}

export default PersonPage
