import { useMemo, type ReactNode } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Link, useNavigate } from '../../../../ui/address.tsx'
import { Tag } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { findingNames, routes } from '../../contract/index.ts'
import type { visitRoutes } from '../../contract/visitRoutes.ts'
import { latenessOf, spanParts } from './lateness.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import './visits.css'

export type VisitLine = RouteOutput<typeof visitRoutes.visits>['rows'][number]

type Times = Pick<VisitLine, 'claimedAt' | 'receivedAt'>

/** That a visit arrived late. */
export const LateTag = ({ visit }: { visit: Times }) => {
  const m = useMessages(messages)
  return latenessOf(visit).late ? <Tag tone="silent">{m.late}</Tag> : null
}

/** How late a visit arrived, in words; nothing where it came at once. */
export const LateText = ({ visit }: { visit: Times }) => {
  const m = useMessages(messages)
  const { late, minutes } = latenessOf(visit)
  if (!late) return null
  const parts = spanParts(minutes)
  return <span className="al-quiet">{m.lateBy(parts.days, parts.hours, parts.minutes)}</span>
}

const useColumns = (without: 'campaign' | 'unit' | undefined): readonly Column<VisitLine>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const say = useSay()
  return useMemo(
    (): readonly Column<VisitLine>[] =>
      (
        [
          {
            key: 'day',
            title: m.day,
            width: 136,
            render: (row) => (
              <span className="visits-day">
                {row.on} {row.ledger === null ? <LateTag visit={row} /> : <Tag tone="silent">{m.ledger}</Tag>}
              </span>
            ),
          },
          { key: 'unit', title: m.unit, leading: true, render: (row) => row.unitName },
          regionColumn(m.region, language),
          {
            key: 'how',
            title: m.how,
            width: 130,
            render: (row) => (
              <>
                {say(findingNames[row.how])} <span className="al-quiet">{row.announced ? m.announced : ''}</span>
              </>
            ),
          },
          { key: 'who', title: m.who, width: 76, render: (row) => (row.ledger === null ? row.personName : (row.ledger.by ?? '')) },
          {
            key: 'campaign',
            title: m.campaign,
            width: 140,
            render: (row) => (row.campaignId === null ? '' : <Link to={`/campaigns/${row.campaignId}`}>{row.campaignName}</Link>),
          },
          {
            key: 'result',
            title: m.result,
            width: 90,
            render: (row) => (row.result === 'checked' ? m.results.checked : <Tag tone="silent">{m.results.notAdmitted}</Tag>),
          },
          {
            key: 'answers',
            title: m.answersTitle,
            width: 96,
            align: 'right',
            render: (row) =>
              row.answered === 0 ? '' : m.answeredOf(row.notInOrder.toLocaleString('en'), row.answered.toLocaleString('en')),
          },
          { key: 'hazards', title: m.hazards, width: 52, align: 'right', render: (row) => row.hazards.toLocaleString('en') },
          {
            key: 'position',
            title: m.position,
            width: 110,
            render: (row) =>
              row.position === null ? (
                <span title={row.noPositionReason ?? undefined}>
                  <Tag tone="silent">{row.noPositionReason ?? m.noPosition}</Tag>
                </span>
              ) : (
                m.positioned(Math.round(row.position.accuracyMetres).toLocaleString('en'))
              ),
          },
        ] satisfies readonly Column<VisitLine>[]
      ).filter(({ key }) => key !== without),
    [m, say, language, without],
  )
}

export type VisitTableProps = {
  readonly query: Readonly<Record<string, string>>
  /** A column that the page itself stands for. */
  readonly without?: 'campaign' | 'unit'
  /** What stands where nothing fits; absent where nothing was narrowed. */
  readonly empty?: ReactNode
}

/** Visits, the latest first, with their exact number. */
export const VisitTable = ({ query, without, empty }: VisitTableProps) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const columns = useColumns(without)
  const list = usePagedRead<VisitLine>(routes.visits, { query })
  return (
    <DataTable
      {...list}
      columns={columns}
      rowKey={(row) => row.id}
      label={m.title}
      onOpen={(row) => navigate(`/visits/${row.unitId}/${row.id}`)}
      empty={
        empty ?? (
          <Empty title={m.empty} icon="paper">
            {m.emptyNext}
          </Empty>
        )
      }
    />
  )
}
