import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { useNavigate } from '../../../../ui/address.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes, stateNames } from '../../contract/index.ts'
import type { hazardRoutes } from '../../contract/hazardRoutes.ts'
import { figureLink } from './figureLinks.ts'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'

type Line = RouteOutput<typeof hazardRoutes.hazards>['rows'][number]

/** The hazards that the campaign found itself. */
export const FoundTab = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const say = useSay()
  const navigate = useNavigate()
  const list = usePagedRead<Line>(routes.hazards, { query: { campaignId: campaign.id, withdrawn: 'false' } })
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      { key: 'number', title: m.hazards.number, width: 150, render: (row) => row.number },
      {
        key: 'level',
        title: m.hazards.level,
        width: 108,
        render: (row) => (row.level === null ? m.registered.levels.unclassified : <LevelChip level={row.level === 'major' ? 1 : 3} />),
      },
      { key: 'hazard', title: m.hazards.hazard, leading: true, render: (row) => row.description },
      { key: 'unit', title: m.hazards.unit, width: 220, render: (row) => row.unitName },
      { key: 'state', title: m.hazards.state, width: 110, render: (row) => say(stateNames[row.state]) },
      {
        key: 'clock',
        title: m.hazards.clock,
        width: 140,
        align: 'right',
        render: (row) => (row.lawDueAt === null ? '' : <RemainingText dueAt={row.lawDueAt} />),
      },
    ],
    [m, say],
  )
  return (
    <Section
      title={m.tabs.hazards}
      rule="none"
      aside={
        <ButtonLink to={figureLink('found', campaign.id)} kind="bare" icon="arrowRight">
          {m.hazards.inLedger}
        </ButtonLink>
      }
    >
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.hazardId}
        label={m.tabs.hazards}
        onOpen={(row) => navigate(`/hazards/${row.unitId}/${row.hazardId}`)}
        empty={
          <Empty title={m.hazards.empty} icon="hazard">
            {m.hazards.emptyNext}
          </Empty>
        }
      />
    </Section>
  )
}
