import { useMemo } from 'react'
import { useFilters, useNavigate } from '../../../ui/address.tsx'
import { FindBox } from '../../../ui/FindBox.tsx'
import { Button, ButtonLink, Tag } from '../../../ui/Button.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { useShortcut } from '../../../ui/keys.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { usePagedRead } from '../../../ui/query.ts'
import { useMay } from '../../../ui/session.ts'
import { Empty } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { departmentLines, organisationKinds, routes } from '../contract/index.ts'
import { RegionChip } from './regions.ts'
import { messages } from './messages.ts'
import type { Organisation } from './records.ts'
import './identity.css'

const defaults = { find: '', kind: '', line: '', region: '', closed: '' }

const useColumns = (): readonly Column<Organisation>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(
    () => [
      {
        key: 'name',
        title: m.organisation.name,
        leading: true,
        render: (row) => (
          <span className="identity-name">
            {row.name}
            {row.regionToDecide ? <Tag tone="accent">{m.organisation.toDecide}</Tag> : null}
          </span>
        ),
      },
      { key: 'kind', title: m.organisation.kind, width: 130, render: (row) => m.kinds[row.kind] },
      { key: 'line', title: m.organisation.line, width: 136, render: (row) => (row.line === null ? '' : m.lines[row.line]) },
      { key: 'region', title: m.organisation.region, width: 130, render: (row) => (language === 'zh' ? row.regionName : row.regionNameEn) },
      { key: 'parent', title: m.organisation.parent, width: 210, render: (row) => row.parent?.name ?? '' },
      { key: 'uscc', title: m.organisation.uscc, width: 175, render: (row) => row.uscc ?? '' },
      { key: 'people', title: m.organisation.people, width: 64, align: 'right', render: (row) => row.people },
      { key: 'day', title: m.organisation.openedOn, width: 100, align: 'right', render: (row) => row.closedOn ?? row.openedOn },
    ],
    [m, language],
  )
}

const OrganisationsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const mayAdd = useMay('organisation.add')
  const [values, setValues] = useFilters(defaults)
  const { find, kind, line, region, closed } = values
  const filtered = Object.values(values).some((value) => value !== '')
  const columns = useColumns()
  const list = usePagedRead<Organisation>(routes.organisations, {
    query: Object.fromEntries(Object.entries({ find, kind, line, region, closed }).filter(([, value]) => value !== '')),
  })
  useShortcut({ keys: 'n', title: { zh: '登记组织', en: 'Register an organisation' }, when: mayAdd }, () => navigate('/organisations/new'))
  const takeAllOff = (): void => setValues(defaults)

  return (
    <>
      <PageHead
        title={m.organisation.title}
        actions={
          <>
            <ExportButton list="identity.organisations" title={m.organisation.title} query={values} total={list.total} />
            {mayAdd ? (
              <ButtonLink to="/organisations/new" kind="primary" icon="plus" shortcut="N">
                {m.organisation.add}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters
        filters={[
          {
            name: 'kind',
            label: m.organisation.kind,
            value: kind,
            options: organisationKinds.map((value) => ({ value, label: m.kinds[value] })),
          },
          {
            name: 'line',
            label: m.organisation.line,
            value: line,
            options: departmentLines.map((value) => ({ value, label: m.lines[value] })),
          },
          {
            name: 'closed',
            label: m.organisation.status,
            value: closed,
            options: [
              { value: '', label: m.organisation.open },
              { value: 'true', label: m.organisation.closed },
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
        <FindBox
          value={find}
          onChange={(text) => setValues({ find: text })}
          label={m.find.organisationLabel}
          placeholder={m.find.organisation}
        />
        <RegionChip label={m.region.one} value={region} onChange={(code) => setValues({ region: code })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.id}
        label={m.organisation.title}
        onOpen={(row) => navigate(`/organisations/${row.id}`)}
        empty={
          filtered ? (
            <Empty title={m.find.noMatch} icon="filter" action={<Button onClick={takeAllOff}>{m.find.clear}</Button>}>
              {m.find.noMatchNext}
            </Empty>
          ) : (
            <Empty
              title={m.organisation.empty}
              icon="building"
              action={mayAdd ? <ButtonLink to="/organisations/new">{m.organisation.add}</ButtonLink> : undefined}
            >
              {m.organisation.emptyNext}
            </Empty>
          )
        }
      />
    </>
  )
}

export default OrganisationsPage
