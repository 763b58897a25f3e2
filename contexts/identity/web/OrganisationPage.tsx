import { useState } from 'react'
import { Link, usePathParameters } from '../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction, Tag } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { useShortcut } from '../../../ui/keys.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../ui/query.ts'
import { useMay, useSession } from '../../../ui/session.ts'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { ChangeOrganisation } from './ChangeOrganisation.tsx'
import { DecideRegion } from './DecideRegion.tsx'
import { messages } from './messages.ts'
import { foreseen, HistoryLink, OthersDeeds, SomeRows, type Action } from './parts.tsx'
import { RecordedRegion } from './RecordedRegion.tsx'
import type { Organisation, OrganisationRecord } from './records.ts'
import { RegionPath } from './regions.ts'
import { RecordRead } from './RecordRead.tsx'
import './identity.css'

const OrganisationPage = () => {
  const m = useMessages(messages)
  const { id } = usePathParameters<'id'>()
  const query = useRead(routes.organisation, { params: { id } })
  return (
    <RecordRead query={query} title={m.organisation.one} list={{ title: m.organisation.title, to: '/organisations' }}>
      {(answer) => <Shown answer={answer} />}
    </RecordRead>
  )
}

const Shown = ({ answer }: { answer: OrganisationRecord }) => {
  const m = useMessages(messages)
  const { organisation, children, people } = answer
  return (
    <>
      <PageHead
        crumbs={[{ title: m.organisation.title, to: '/organisations' }]}
        marks={
          <>
            <Tag>{m.kinds[organisation.kind]}</Tag>
            {organisation.line === null ? null : <Tag>{m.lines[organisation.line]}</Tag>}
            {organisation.regionToDecide ? <Tag tone="accent">{m.organisation.toDecide}</Tag> : null}
            {organisation.closedOn === null ? null : <Tag tone="silent">{m.organisation.closedOn(organisation.closedOn)}</Tag>}
          </>
        }
        title={organisation.name}
        facts={
          <>
            <span>
              {m.organisation.region} <RegionPath code={organisation.regionCode} />
            </span>
            {organisation.uscc === null ? null : (
              <span>
                {m.organisation.uscc} <span className="al-code">{organisation.uscc}</span>
              </span>
            )}
          </>
        }
      />
      <Columns side={<Deeds answer={answer} />}>
        <Section title={m.organisation.facts} rule="none">
          <Facts organisation={organisation} />
        </Section>
        {organisation.regionToDecide ? <DecideRegion organisation={organisation} /> : null}
        <Section title={m.organisation.children} note={children.length === 0 ? undefined : m.region.count(children.length)}>
          {children.length === 0 ? (
            <p className="al-quiet">{m.organisation.noChildren}</p>
          ) : (
            <SomeRows rows={children} rowKey={(child) => child.id}>
              {(child) => (
                <>
                  <Link to={`/organisations/${child.id}`}>{child.name}</Link>
                  <span className="identity-row-note">{m.kinds[child.kind]}</span>
                  <span className="identity-row-end">{child.people}</span>
                </>
              )}
            </SomeRows>
          )}
        </Section>
        <Section
          title={m.organisation.staff}
          note={people.length === 0 ? undefined : m.region.count(people.length)}
          aside={people.length === 0 ? undefined : <Link to={`/people?organisationId=${organisation.id}`}>{m.organisation.allPeople}</Link>}
        >
          {people.length === 0 ? (
            <p className="al-quiet">{m.organisation.noStaff}</p>
          ) : (
            <SomeRows rows={people} rowKey={(person) => person.id}>
              {(person) => (
                <>
                  <Link to={`/people/${person.id}`}>{person.name}</Link>
                  <span className="identity-row-note">{person.titles.join(' · ')}</span>
                </>
              )}
            </SomeRows>
          )}
        </Section>
      </Columns>
    </>
  )
}

const Facts = ({ organisation }: { organisation: Organisation }) => {
  const m = useMessages(messages)
  const line = (to: Organisation['parent']) =>
    to === null ? <span className="al-quiet">{m.words.none}</span> : <Link to={`/organisations/${to.id}`}>{to.name}</Link>
  return (
    <DescriptionList
      termWidth={112}
      terms={[
        { term: m.organisation.shortName, detail: organisation.shortName },
        { term: m.organisation.parent, detail: line(organisation.parent) },
        { term: m.organisation.alsoReportsTo, detail: line(organisation.alsoReportsTo) },
        { term: m.organisation.recordedRegion, detail: organisation.regionOnPaper },
        {
          term: m.organisation.currentRegion,
          detail: <RecordedRegion recorded={organisation.recordedRegion} current={organisation.regionCode} />,
        },
        { term: m.organisation.openedOn, detail: organisation.openedOn },
      ]}
    />
  )
}

/** What this post may do with the organisation now, what it may not and why, and what is in other hands. */
const Deeds = ({ answer: { organisation, children } }: { answer: OrganisationRecord }) => {
  const m = useMessages(messages)
  const { actions } = useSession()
  const [open, setOpen] = useState<'change' | 'close' | null>(null)
  const close = useWrite(routes.closeOrganisation)
  const mayAudit = useMay('audit.read')
  const isOpen = organisation.closedOn === null
  const may = (action: Action): boolean => actions.has(action)
  const mayChange = isOpen && may('organisation.change')
  const inUse = organisation.people > 0 || children.length > 0
  useShortcut({ keys: 'e', title: { zh: '修改', en: 'Change' }, when: mayChange }, () => setOpen('change'))
  const deeds: readonly { action: Action; title: string }[] = [
    { action: 'organisation.change', title: m.organisation.change },
    { action: 'person.add', title: m.organisation.addPerson },
    { action: 'organisation.close', title: m.organisation.close },
  ]
  const mayNothing = deeds.every(({ action }) => !may(action))
  return (
    <Section title={m.words.mayNow} rule="none">
      <div className="identity-deeds">
        {isOpen || !may('organisation.change') ? null : (
          <RefusedAction
            title={m.organisation.change}
            because={foreseen('ORGANISATION_CLOSED', { name: organisation.name, closedOn: organisation.closedOn ?? '' })}
          />
        )}
        {mayChange ? (
          <Button wide icon="edit" shortcut="E" onClick={() => setOpen('change')}>
            {m.organisation.change}
          </Button>
        ) : null}
        {isOpen && may('person.add') ? (
          <ButtonLink wide icon="plus" to={`/people/new?organisationId=${organisation.id}`}>
            {m.organisation.addPerson}
          </ButtonLink>
        ) : null}
        {isOpen && may('organisation.close') ? (
          inUse ? (
            <RefusedAction
              title={m.organisation.close}
              because={foreseen('ORGANISATION_IN_USE', { people: organisation.people, children: children.length })}
            />
          ) : (
            <Button wide icon="lock" onClick={() => setOpen('close')}>
              {m.organisation.close}
            </Button>
          )
        ) : null}
        {isOpen && mayNothing ? <p className="al-quiet">{m.words.nothingNow}</p> : null}
        {mayAudit ? (
          <p>
            <HistoryLink kind="organisation" id={organisation.id} /> <span className="al-quiet">{m.words.historyNote}</span>
          </p>
        ) : null}
      </div>
      {isOpen ? <OthersDeeds deeds={deeds.filter(({ action }) => !may(action))} /> : null}
      {open === 'change' ? <ChangeOrganisation organisation={organisation} onClose={() => setOpen(null)} /> : null}
      <Confirm
        open={open === 'close'}
        onClose={() => setOpen(null)}
        title={m.organisation.close}
        effects={[m.organisation.closeEffects.close(organisation.name), m.organisation.closeEffects.kept]}
        confirm={m.organisation.close}
        onConfirm={async () => {
          await close.write({ params: { id: organisation.id }, body: { version: organisation.version } })
          tell({ text: m.organisation.closedNow })
        }}
      />
    </Section>
  )
}

export default OrganisationPage
