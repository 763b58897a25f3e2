import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { shortText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { bulletinRoutes as routes } from '../../contract/bulletinRoutes.ts'
import { issueText } from '../../rules/bulletin/issue.ts'
import { messages } from './messages.ts'
import { RegionChip } from './regions.ts'
import './bulletins.css'

type Line = RouteOutput<typeof routes.bulletins>['rows'][number]

const defaults = { region: '', kind: '', newest: 'true' }

const useColumns = (): readonly Column<Line>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const say = useSay()
  const now = useNow(60_000)
  return useMemo(
    (): readonly Column<Line>[] => [
      {
        key: 'title',
        title: m.list.title,
        leading: true,
        render: (line) => (
          <>
            {say(line.title)} {line.superseded ? <Tag tone="silent">{m.list.superseded}</Tag> : null}
          </>
        ),
      },
      { key: 'number', title: m.list.number, width: 170, render: (line) => issueText(line, language) },
      { key: 'region', title: m.list.region, width: 144, render: (line) => say(line.regionName) },
      { key: 'kind', title: m.list.kind, width: 104, render: (line) => m.period.kinds[line.kind] },
      { key: 'days', title: m.list.days, width: 190, render: (line) => `${line.from} – ${line.to}` },
      { key: 'issuer', title: m.list.issuer, width: 160, render: (line) => line.issuer },
      { key: 'at', title: m.list.issuedAt, width: 120, align: 'right', render: (line) => shortText(line.asOf, now) },
    ],
    [m, say, language, now],
  )
}

/** The bulletins that were issued in scope. */
const BulletinsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const mayIssue = useMay('bulletin.issue')
  const [values, setValues] = useFilters(defaults)
  const { region, kind, newest } = values
  const query = { ...(region === '' ? {} : { region }), ...(kind === '' ? {} : { kind }), ...(newest === 'true' ? { newest } : {}) }
  const list = usePagedRead<Line>(routes.bulletins, { query })
  const columns = useColumns()
  const write = (
    <ButtonLink to="/bulletins/new" kind="primary" icon="plus">
      {m.write}
    </ButtonLink>
  )
  return (
    <>
      <PageHead
        title={m.title}
        note={m.note}
        actions={
          <>
            <ExportButton list="supervision.bulletins" title={m.title} query={query} total={list.total} />
            {mayIssue ? write : undefined}
          </>
        }
      />
      <Filters
        filters={[
          {
            name: 'kind',
            label: m.period.label,
            value: kind,
            options: (['week', 'month', 'yearToDate', 'own'] as const).map((value) => ({ value, label: m.period.kinds[value] })),
          },
          {
            name: 'newest',
            label: m.list.editions,
            value: newest,
            standing: 'true',
            options: [
              { value: 'true', label: m.list.newestOnly },
              { value: 'all', label: m.list.all },
            ],
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
      >
        <RegionChip label={m.region} value={region} onChange={(code) => setValues({ region: code })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ id }) => id}
        label={m.title}
        onOpen={({ id }) => navigate(`/bulletins/${id}`)}
        empty={
          region === '' && kind === '' ? (
            <Empty title={m.list.empty} icon="paper" action={mayIssue ? write : undefined}>
              {m.list.emptyNext}
            </Empty>
          ) : (
            <Empty title={m.list.noMatch} icon="filter" action={<Button onClick={() => setValues(defaults)}>{m.list.clear}</Button>} />
          )
        }
      />
    </>
  )
}

export default BulletinsPage
