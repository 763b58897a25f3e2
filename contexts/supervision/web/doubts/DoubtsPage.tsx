import { useMemo } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { doubtFigures, doubtRoutes as routes } from '../../contract/doubtRoutes.ts'
import { doubtNames, doubtStateNames } from '../../contract/inspectionNames.ts'
import { doubtKinds, doubtStates } from '../../rules/doubts/doubt.ts'
import { RegionChip } from '../bulletins/regions.ts'
import { messages } from './messages.ts'
import './doubts.css'

type Line = RouteOutput<typeof routes.doubts>['rows'][number]

const defaults = { kind: '', state: '', region: '', counts: '', from: '', to: '', unitId: '' }

const useColumns = (): readonly Column<Line>[] => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return useMemo(
    (): readonly Column<Line>[] => [
      { key: 'kind', title: m.kind, leading: true, render: ({ kind }) => doubtNames[kind][language] },
      { key: 'unit', title: m.unit, width: 280, render: ({ unitName }) => unitName },
      { key: 'region', title: m.region, width: language === 'zh' ? 112 : 150, render: ({ regionName }) => regionName[language] },
      {
        key: 'people',
        title: m.people,
        width: 160,
        render: ({ people }) => people.map(({ name }) => name).join(language === 'zh' ? '、' : ', '),
      },
      { key: 'raised', title: m.raised, width: 116, align: 'right', render: ({ raisedAt }) => dayMinuteText(raisedAt) },
      {
        key: 'state',
        title: m.state,
        width: language === 'zh' ? 96 : 130,
        render: ({ state }) => <Tag tone={state === 'substantiated' ? 'accent' : 'plain'}>{doubtStateNames[state][language]}</Tag>,
      },
    ],
    [m, language],
  )
}

/** Doubts in sight; the filters stand in the address. */
const DoubtsPage = () => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [values, setValues] = useFilters(defaults)
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const list = usePagedRead<Line>(routes.doubts, { query: given })
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={m.title}
        note={m.note}
        actions={<ExportButton list="supervision.doubts" title={m.title} query={given} total={list.total} />}
      />
      <Filters
        filters={[
          {
            name: 'kind',
            label: m.kind,
            value: values.kind,
            options: doubtKinds.map((value) => ({ value, label: doubtNames[value][language] })),
          },
          {
            name: 'state',
            label: m.state,
            value: values.state,
            options: doubtStates.map((value) => ({ value, label: doubtStateNames[value][language] })),
          },
          {
            name: 'counts',
            label: m.counts.label,
            value: values.counts,
            options: doubtFigures.map((value) => ({ value, label: m.counts[value] })),
          },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
      >
        <RegionChip label={m.region} value={values.region} onChange={(region) => setValues({ region })} />
        <DayChip label={m.from} value={values.from} onChange={(from) => setValues({ from })} />
        <DayChip label={m.to} value={values.to} onChange={(to) => setValues({ to })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ doubtId }) => doubtId}
        label={m.title}
        onOpen={({ unitId, doubtId }) => navigate(`/doubts/${unitId}/${doubtId}`)}
        empty={
          Object.keys(given).every((name) => name === 'state') ? (
            <Empty title={m.empty} icon="eye">
              {m.emptyNext}
            </Empty>
          ) : (
            <Empty title={m.noMatch} icon="filter" action={<Button onClick={() => setValues(defaults)}>{m.clear}</Button>} />
          )
        }
      />
    </>
  )
}

export default DoubtsPage
