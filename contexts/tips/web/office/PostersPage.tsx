import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { posterKindNames } from '../../contract/names.ts'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import { posterMessages } from './posterMessages.ts'
import { RegionChip } from './regions.ts'
import './office.css'

type Poster = RouteOutput<typeof routes.posters>['rows'][number]

const noFilters = { region: '', ended: '', find: '' }

/** The printed codes of the region. */
const PostersPage = () => {
  const m = useMessages(posterMessages)
  const { title, reset, noMatch } = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const mayAdd = useMay('poster.add')
  const [values, change] = useFilters(noFilters)
  const query = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const list = usePagedRead<Poster>(routes.posters, { query })
  const columns = useMemo(
    (): readonly Column<Poster>[] => [
      { key: 'title', title: m.name, leading: true, render: (row) => row.title },
      { key: 'kind', title: m.kind, width: language === 'zh' ? 96 : 150, render: (row) => posterKindNames[row.kind][language] },
      { key: 'unit', title: m.unit, width: 200, render: (row) => row.unit?.name ?? '' },
      { key: 'region', title: m.region, width: language === 'zh' ? 112 : 150, render: (row) => row.regionName[language] },
      { key: 'made', title: m.made, width: 100, render: (row) => dateText(row.madeAt) },
      {
        key: 'state',
        title: m.state,
        width: 140,
        leading: true,
        render: (row) => (row.endedAt === null ? m.inUse : m.ended(dateText(row.endedAt))),
      },
      { key: 'tips', title: m.tips, width: 84, align: 'right', render: (row) => String(row.tips) },
    ],
    [m, language],
  )
  return (
    <>
      <PageHead
        title={m.title}
        crumbs={[{ title, to: '/tips?open=true' }, { title: m.title }]}
        actions={
          <>
            <ExportButton list="tips.posters" title={m.title} query={query} total={list.total} />
            {mayAdd ? (
              <ButtonLink to="/tips/posters/new" kind="primary" icon="plus">
                {m.add}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters
        filters={[
          {
            name: 'ended',
            label: m.endedFilter,
            value: values.ended,
            options: [
              { value: 'true', label: m.yes },
              { value: 'false', label: m.no },
            ],
          },
        ]}
        onChange={(name, value) => change({ [name]: value })}
      >
        <FindBox value={values.find} onChange={(find) => change({ find })} label={m.findLabel} placeholder={m.find} />
        <RegionChip label={m.region} value={values.region} onChange={(region) => change({ region })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ id }) => id}
        label={m.title}
        onOpen={({ id }) => navigate(`/tips/posters/${id}`)}
        empty={
          Object.keys(query).length > 0 ? (
            <Empty title={noMatch} icon="filter" action={<Button onClick={() => change(noFilters)}>{reset}</Button>} />
          ) : (
            <Empty title={m.empty} icon="scan" action={mayAdd ? <ButtonLink to="/tips/posters/new">{m.add}</ButtonLink> : undefined}>
              {m.emptyNext}
            </Empty>
          )
        }
      />
    </>
  )
}

export default PostersPage
