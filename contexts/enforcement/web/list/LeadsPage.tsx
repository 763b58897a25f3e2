import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { causeNames } from '../../contract/names.ts'
import { routes } from '../../contract/routes.ts'
import { messages } from '../messages.ts'
import { titled } from '../text.ts'
import '../cases.css'

type Lead = RouteOutput<typeof routes.leads>['rows'][number]

const useNarrow = createMediaFollower('(max-width: 800px)')

/** Hazards that call for enforcement and stand in no case yet. */
const LeadsPage = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const mayPropose = useMay('case.propose')
  const [values] = useFilters({ region: '' })
  const query = useRead(routes.leads, { query: values.region === '' ? {} : { region: values.region } }, { follows: ['hazards'] })
  const level: Column<Lead> = {
    key: 'level',
    title: m.columns.level,
    width: language === 'en' ? 90 : 76,
    leading: true,
    render: (lead) => <LevelChip level={lead.level === 'major' ? 1 : 3} word={m.levels[lead.level]} />,
  }
  const text: Column<Lead> = {
    key: 'hazard',
    title: m.columns.hazard,
    render: (lead) => (
      <span className="case-matter" title={lead.description}>
        {lead.description}
      </span>
    ),
  }
  const unit: Column<Lead> = {
    key: 'unit',
    title: m.record.unit,
    width: 220,
    render: (lead) => <span className="case-one-line">{lead.unitName}</span>,
  }
  const cause: Column<Lead> = {
    key: 'cause',
    title: m.columns.cause,
    width: language === 'en' ? 200 : 128,
    render: (lead) => titled(causeNames[lead.cause][language], language),
  }
  const dueOn: Column<Lead> = { key: 'dueOn', title: m.columns.dueOn, width: 104, render: (lead) => lead.dueOn ?? m.none }
  const place: Column<Lead> = { key: 'place', title: m.columns.place, width: 110, render: (lead) => lead.regionName[language] }
  const open: Column<Lead> = {
    key: 'open',
    title: '',
    width: language === 'en' ? 120 : 76,
    render: (lead) => (
      <ButtonLink to={`/cases/new?unitId=${lead.unitId}&hazardId=${lead.hazardId}&cause=${lead.cause}`}>{m.openCase}</ButtonLink>
    ),
  }
  const columns = [level, text, unit, cause, dueOn, ...(narrow ? [] : [place]), ...(mayPropose ? [open] : [])]
  return (
    <>
      <PageHead
        title={m.leads}
        crumbs={[{ title: m.title, to: '/cases?open=true' }]}
        note={m.leadsNote}
        actions={<ExportButton list="enforcement.leads" title={m.leads} query={{ region: values.region }} total={query.data?.total} />}
      />
      <Read query={query} rows={8}>
        {({ rows, total }) => (
          <DataTable
            rows={rows}
            total={total}
            columns={columns}
            rowKey={({ hazardId }) => hazardId}
            label={m.leads}
            onOpen={({ unitId, hazardId }) => navigate(`/hazards/${unitId}/${hazardId}`)}
            empty={
              <Empty title={m.leadsEmpty} icon="shield">
                {m.leadsEmptyNext}
              </Empty>
            }
          />
        )}
      </Read>
    </>
  )
}

export default LeadsPage
