import { useMemo, useState } from 'react'
import { roles as everyRole } from '../../../kernel/actor.ts'
import { useFilters, useNavigate } from '../../../ui/address.tsx'
import { FindBox } from '../../../ui/FindBox.tsx'
import { Button, ButtonLink, Tag } from '../../../ui/Button.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { minuteText } from '../../../ui/instant.ts'
import { useShortcut } from '../../../ui/keys.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { usePagedRead } from '../../../ui/query.ts'
import { roleNames } from '../../../ui/roles.ts'
import { useMay } from '../../../ui/session.ts'
import { Empty } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { routes } from '../contract/index.ts'
import { OrganisationChip } from './OrganisationPicker.tsx'
import { RegionChip } from './regions.ts'
import { messages } from './messages.ts'
import { RoleList } from './parts.tsx'
import { isPersonalNumber } from './personalFind.ts'
import type { Person } from './records.ts'
import './identity.css'

const defaults = { find: '', organisationId: '', region: '', role: '', left: '' }

const inForce = (person: Person): Person['posts'] => person.posts.filter((post) => post.endsOn === null)

const useColumns = (): readonly Column<Person>[] => {
  const m = useMessages(messages)
  return useMemo(
    () => [
      {
        key: 'name',
        title: m.person.name,
        width: 130,
        leading: true,
        render: (row) => (
          <span className="identity-name">
            {row.name}
            {row.lockedUntil === null ? null : <Tag tone="silent">{m.person.accountLocked(minuteText(row.lockedUntil))}</Tag>}
          </span>
        ),
      },
      { key: 'organisation', title: m.person.organisation, render: (row) => row.organisationName },
      {
        key: 'posts',
        title: m.person.posts,
        width: 190,
        render: (row) =>
          inForce(row)
            .map((post) => post.title)
            .join(' · '),
      },
      {
        key: 'roles',
        title: m.person.roles,
        width: 190,
        render: (row) => (inForce(row).length === 0 ? '' : <RoleList roles={[...new Set(inForce(row).flatMap((post) => post.roles))]} />),
      },
      { key: 'phone', title: m.person.phone, width: 120, render: (row) => row.phone ?? '' },
      { key: 'login', title: m.person.login, width: 140, render: (row) => row.login ?? '' },
      { key: 'day', title: m.person.joinedOn, width: 100, align: 'right', render: (row) => row.leftOn ?? row.joinedOn },
    ],
    [m],
  )
}

const PeoplePage = () => {
  const m = useMessages(messages)
  const say = useSay()
  const navigate = useNavigate()
  const mayAdd = useMay('person.add')
  const [values, setValues] = useFilters(defaults)
  const [number, setNumber] = useState('')
  const find = number === '' ? values.find : number
  const { organisationId, region, role, left } = values
  const filtered = number !== '' || Object.values(values).some((value) => value !== '')
  const columns = useColumns()
  const list = usePagedRead<Person>(routes.people, {
    query: Object.fromEntries(Object.entries({ find, organisationId, region, role, left }).filter(([, value]) => value !== '')),
  })
  const addAt = organisationId === '' ? '/people/new' : `/people/new?organisationId=${organisationId}`
  useShortcut({ keys: 'n', title: { zh: '登记人员', en: 'Register a person' }, when: mayAdd }, () => navigate(addAt))
  const look = (text: string): void => {
    const personal = isPersonalNumber(text)
    setNumber(personal ? text.replaceAll(/[\s-]/g, '') : '')
    setValues({ find: personal ? '' : text })
  }
  const takeAllOff = (): void => {
    setNumber('')
    setValues(defaults)
  }
  return (
    <>
      <PageHead
        title={m.person.title}
        actions={
          <>
            {/* A number that was typed is kept nowhere, and an export would keep it. */}
            {number === '' ? <ExportButton list="identity.people" title={m.person.title} query={values} total={list.total} /> : null}
            {mayAdd ? (
              <ButtonLink to={addAt} kind="primary" icon="plus" shortcut="N">
                {m.person.add}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters
        filters={[
          {
            name: 'role',
            label: m.person.roles,
            value: role,
            options: everyRole.map((value) => ({ value, label: say(roleNames[value]) })),
          },
          {
            name: 'left',
            label: m.person.status,
            value: left,
            options: [
              { value: '', label: m.person.inOffice },
              { value: 'true', label: m.person.left },
            ],
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={
          list.total === undefined ? undefined : (
            <output className="identity-total">{m.words.total(list.total.toLocaleString('en'))}</output>
          )
        }
      >
        <FindBox value={find} onChange={look} label={m.find.personLabel} placeholder={m.find.person} />
        <OrganisationChip value={organisationId} onChange={(id) => setValues({ organisationId: id })} />
        <RegionChip label={m.region.one} value={region} onChange={(code) => setValues({ region: code })} />
      </Filters>
      {number === '' ? null : <p className="identity-note">{m.person.numberNotInAddress}</p>}
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.id}
        label={m.person.title}
        onOpen={(row) => navigate(`/people/${row.id}`)}
        empty={
          filtered ? (
            <Empty title={m.find.noMatch} icon="filter" action={<Button onClick={takeAllOff}>{m.find.clear}</Button>}>
              {m.find.noMatchNext}
            </Empty>
          ) : (
            <Empty
              title={m.person.empty}
              icon="people"
              action={mayAdd ? <ButtonLink to="/people/new">{m.person.add}</ButtonLink> : undefined}
            >
              {m.person.emptyNext}
            </Empty>
          )
        }
      />
    </>
  )
}

export default PeoplePage
