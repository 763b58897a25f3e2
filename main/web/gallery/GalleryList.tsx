import { useMemo, useState } from 'react'
import { Button, Tag } from '../../../ui/Button.tsx'
import { ChosenBar } from '../../../ui/ChosenBar.tsx'
import { RemainingText } from '../../../ui/Clocks.tsx'
import { SearchInput } from '../../../ui/fields.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { dayMinuteText } from '../../../ui/instant.ts'
import { useMessages } from '../../../ui/language.tsx'
import { LevelChip } from '../../../ui/LevelChip.tsx'
import { Section } from '../../../ui/Page.tsx'
import { StateDots } from '../../../ui/StateTrack.tsx'
import { DataTable, type Column } from '../../../ui/table/DataTable.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { list, messages } from './messages.ts'
import { sampleRows, type SampleRow } from './sample.ts'

const useColumns = (order: 'ascending' | 'descending' | null): readonly Column<SampleRow>[] => {
  const m = useMessages(messages)
  const c = m.columns
  const owed = list(m.owed)
  const places = list(m.places)
  const steps = list(m.steps)
  const pick = (texts: readonly string[], row: SampleRow): string => texts[row.evidence % texts.length] ?? ''
  return [
    { key: 'number', title: c.number, width: 84, render: (row) => row.id, leading: true },
    { key: 'level', title: c.level, width: 84, order, render: (row) => <LevelChip level={row.level} />, leading: true },
    {
      key: 'hazard',
      title: c.hazard,
      width: 300,
      render: (row) => (
        <>
          {row.level === 1 ? <Tag tone="accent">{m.listed}</Tag> : null} {pick(owed, row)}
        </>
      ),
    },
    { key: 'site', title: c.site, width: 190, render: (row) => pick(places, row) },
    { key: 'loop', title: c.loop, width: 170, render: (row) => <StateDots present={row.step} name={steps[row.step] ?? ''} /> },
    { key: 'left', title: c.left, width: 130, align: 'right', render: (row) => <RemainingText dueAt={row.stepDueAt} /> },
    { key: 'due', title: c.due, width: 110, align: 'right', render: (row) => dayMinuteText(row.legalDueAt) },
    { key: 'evidence', title: c.evidence, width: 80, align: 'right', render: (row) => row.evidence },
  ]
}

export const ListPart = () => {
  const m = useMessages(messages)
  const [values, setValues] = useState<Readonly<Record<string, string>>>({
    region: 'zhenhai',
    sector: 'chemical,metal',
    state: 'open',
    level: '',
  })
  const [find, setFind] = useState('')
  const [tab, setTab] = useState('all')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [order, setOrder] = useState<'ascending' | 'descending' | null>('descending')
  const rows = useMemo(() => sampleRows(12), [])
  const f = m.filters
  return (
    <Section title={m.parts.list} rule="none">
      <Tabs
        label={m.parts.list}
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { id: 'all', title: m.tabs.all, count: 153 },
          { id: 'mine', title: m.tabs.mine, count: 7 },
          { id: 'review', title: m.tabs.review, count: 12 },
          { id: 'due', title: m.tabs.due },
        ]}
      />
      <Filters
        onChange={(name, value) => setValues({ ...values, [name]: value })}
        filters={[
          {
            name: 'region',
            label: f.region,
            value: values['region'] ?? '',
            options: [
              { value: 'zhenhai', label: f.zhenhai },
              { value: 'beilun', label: f.beilun },
            ],
          },
          {
            name: 'sector',
            label: f.sector,
            value: values['sector'] ?? '',
            several: true,
            options: [
              { value: 'chemical', label: f.chemical },
              { value: 'metal', label: f.metal },
              { value: 'food', label: f.food },
            ],
          },
          {
            name: 'state',
            label: f.state,
            value: values['state'] ?? '',
            standing: 'open',
            options: [
              { value: 'open', label: f.open },
              { value: 'closed', label: f.closed },
            ],
          },
          { name: 'level', label: f.level, value: values['level'] ?? '', options: [{ value: '1', label: '1' }] },
        ]}
        aside="?region=330211&sector=26,31"
      >
        <SearchInput label={f.find} placeholder={f.find} value={find} onChange={setFind} />
      </Filters>
      <DataTable
        label={m.parts.list}
        columns={useColumns(order)}
        rows={rows}
        total={153}
        more
        loadMore={() => tell({ text: m.more })}
        rowKey={(row) => row.id}
        onOpen={(row) => tell({ text: row.id })}
        onOrder={(_, next) => setOrder(next)}
        chosen={chosen}
        onChoose={setChosen}
      />
      <ChosenBar count={chosen.length} note={m.chosenNote} onClear={() => setChosen([])}>
        <Button kind="primary" onClick={() => tell({ text: m.urge })}>
          {m.urge}
        </Button>
        <Button>{m.export}</Button>
      </ChosenBar>
    </Section>
  )
}

export const ManyPart = () => {
  const m = useMessages(messages)
  const rows = useMemo(() => sampleRows(1_000), [])
  return (
    <Section title={m.parts.many} rule="none">
      <DataTable label={m.parts.many} columns={useColumns(null)} rows={rows} total={1_000} rowKey={(row) => row.id} />
    </Section>
  )
}
