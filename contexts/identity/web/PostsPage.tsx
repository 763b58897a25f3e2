import { useMemo, useState } from 'react'
import { useFilters, useNavigate } from '../../../ui/address.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { startOfDay, type Instant } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../ui/query.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { useMay, useSession } from '../../../ui/session.ts'
import { Empty } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { routes } from '../contract/index.ts'
import { OrganisationChip } from './OrganisationPicker.tsx'
import { GrantRoles } from './GrantRoles.tsx'
import { messages } from './messages.ts'
import { RoleList } from './parts.tsx'
import type { Post } from './records.ts'
import { ScopeOf } from './ScopeOf.tsx'
import './identity.css'

const defaults = { waiting: '', organisationId: '' }

/** Whole days from a day to now, in Beijing. */
const daysSince = (day: string, now: Instant): number => Math.round((startOfDay(now) - startOfDay(`${day}T00:00:00+08:00`)) / 86_400_000)

const useColumns = (waiting: boolean): readonly Column<Post>[] => {
  const m = useMessages(messages)
  const now = useNow(60_000)
  return useMemo(
    () => [
      { key: 'person', title: m.post.person, width: 110, leading: true, render: (row) => row.personName },
      { key: 'title', title: m.post.name, width: 200, leading: true, render: (row) => row.title },
      { key: 'organisation', title: m.person.organisation, render: (row) => row.organisationName },
      { key: 'scope', title: m.post.scope, width: 200, render: (row) => <ScopeOf post={row} /> },
      ...(waiting ? [] : [{ key: 'roles', title: m.person.roles, width: 200, render: (row: Post) => <RoleList roles={row.roles} /> }]),
      { key: 'since', title: m.post.since, width: 100, align: 'right', render: (row) => row.startsOn },
      ...(waiting
        ? [
            {
              key: 'waiting',
              title: m.post.waitingFor,
              width: 80,
              align: 'right' as const,
              render: (row: Post) => m.post.waited(daysSince(row.startsOn, now)),
            },
          ]
        : []),
    ],
    [m, waiting, now],
  )
}

/** The posts in scope; those that wait for roles are the security administrator's list of work. */
const PostsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const { person } = useSession()
  const mayGrant = useMay('post.grant')
  const [{ waiting, organisationId }, setValues] = useFilters(defaults)
  const [granting, setGranting] = useState<Post | null>(null)
  const isWaiting = waiting === 'true'
  const columns = useColumns(isWaiting)
  const at = organisationId === '' ? {} : { organisationId }
  const list = usePagedRead<Post>(routes.posts, { query: { ...at, ...(isWaiting ? { waiting } : {}) } })
  const waitingCount = useRead(routes.posts, { query: { ...at, waiting: 'true', limit: 1 } }).data?.total
  const address = (query: string): string =>
    `/posts${query}${organisationId === '' ? '' : `${query === '' ? '?' : '&'}organisationId=${organisationId}`}`
  return (
    <>
      <PageHead
        title={m.post.title}
        rule={false}
        actions={
          <ExportButton
            list="identity.posts"
            title={m.post.title}
            query={{ ...at, ...(isWaiting ? { waiting } : {}) }}
            total={list.total}
          />
        }
      />
      <Tabs
        label={m.post.title}
        chosen={isWaiting ? 'waiting' : 'all'}
        tabs={[
          { id: 'waiting', title: m.post.waiting, count: waitingCount, to: address('?waiting=true') },
          { id: 'all', title: m.post.all, count: isWaiting ? undefined : list.total, to: address('') },
        ]}
      />
      <Filters
        filters={[]}
        onChange={() => undefined}
        aside={
          list.total === undefined ? undefined : (
            <output className="identity-total">{m.words.total(list.total.toLocaleString('en'))}</output>
          )
        }
      >
        <OrganisationChip value={organisationId} onChange={(id) => setValues({ organisationId: id })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.id}
        label={isWaiting ? m.post.waiting : m.post.all}
        onOpen={(row) => (isWaiting && mayGrant && row.personId !== person.id ? setGranting(row) : navigate(`/people/${row.personId}`))}
        empty={
          isWaiting ? (
            <Empty title={m.post.noWaiting} icon="key">
              {m.post.noWaitingNext}
            </Empty>
          ) : (
            <Empty title={m.post.noPosts} icon="person" />
          )
        }
      />
      {granting === null ? null : <GrantHere key={granting.id} post={granting} onClose={() => setGranting(null)} />}
    </>
  )
}

/** The roles of a post from the list: the person's other posts decide too, so they are read first. */
const GrantHere = ({ post, onClose }: { post: Post; onClose: () => void }) => {
  const { data } = useRead(routes.person, { params: { id: post.personId } })
  return data === undefined ? null : (
    <GrantRoles post={data.posts.find(({ id }) => id === post.id) ?? post} posts={data.posts} onClose={onClose} />
  )
}

export default PostsPage
