import { useMemo, useState } from 'react'
import { useFilters } from '../../../ui/address.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { dateText, fullText } from '../../../ui/instant.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../ui/query.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { Empty } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { routes } from '../contract/index.ts'
import { AuditChains } from './AuditChains.tsx'
import { AuditEntryDrawer } from './AuditEntryDrawer.tsx'
import { RecordOf, useActor } from './auditParts.tsx'
import { deedName, deedNames } from './auditWords.ts'
import { DayChip } from '../../../ui/choosing/DayChip.tsx'
import { instantsOf } from './dayRange.ts'
import { messages } from './messages.ts'
import type { AuditEntry } from './records.ts'
import './identity.css'

const defaults = { action: '', recordKind: '', recordId: '', result: '', from: '', to: '', personId: '' }

const useColumns = (): readonly Column<AuditEntry>[] => {
  const m = useMessages(messages)
  const say = useSay()
  const actor = useActor()
  return useMemo(
    () => [
      { key: 'at', title: m.audit.at, width: 150, render: (row) => fullText(row.at) },
      { key: 'who', title: m.audit.who, width: 200, leading: true, render: (row) => actor(row) },
      { key: 'deed', title: m.audit.deed, width: 180, leading: true, render: (row) => <b>{say(deedName(row.action))}</b> },
      { key: 'record', title: m.audit.record, render: (row) => <RecordOf entry={row} /> },
      {
        key: 'result',
        title: m.audit.result,
        width: 190,
        render: (row) =>
          row.result === 'done' ? m.audit.done : <span className="identity-refused">{`${m.audit.refused} ${row.refusalCode ?? ''}`}</span>,
      },
      { key: 'from', title: m.audit.from, width: 120, render: (row) => row.address ?? '' },
    ],
    [m, say, actor],
  )
}

/** The record of all deeds in scope, newest first, and the state of the chains that hold it. */
const AuditPage = () => {
  const m = useMessages(messages)
  const say = useSay()
  const today = dateText(useNow(60_000))
  const [values, setValues] = useFilters(defaults)
  const [open, setOpen] = useState<AuditEntry | null>(null)
  const { from, to, ...plain } = values
  const columns = useColumns()
  const query = { ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== '')), ...instantsOf(from, to) }
  const list = usePagedRead<AuditEntry>(routes.auditEntries, { query })
  const person = useRead(routes.person, { params: { id: values.personId } }, { enabled: values.personId !== '' })
  const takeAllOff = (): void => setValues(defaults)
  return (
    <>
      <PageHead
        title={m.audit.title}
        note={m.audit.note}
        actions={<ExportButton list="identity.audit" title={m.audit.title} query={query} />}
      />
      <AuditChains />
      <Filters
        filters={[
          {
            name: 'action',
            label: m.audit.filters.action,
            value: values.action,
            options: [...deedNames].map(([value, sentence]) => ({ value, label: say(sentence) })),
          },
          {
            name: 'recordKind',
            label: m.audit.filters.kind,
            value: values.recordKind,
            options: Object.entries(m.audit.recordKinds).map(([value, label]) => ({ value, label })),
          },
          {
            name: 'result',
            label: m.audit.filters.result,
            value: values.result,
            options: [
              { value: 'done', label: m.audit.done },
              { value: 'refused', label: m.audit.refused },
            ],
          },
          ...(values.personId === ''
            ? []
            : [
                {
                  name: 'personId',
                  label: m.audit.filters.person,
                  value: values.personId,
                  options: [{ value: values.personId, label: person.data?.name ?? values.personId.slice(0, 8) }],
                },
              ]),
          ...(values.recordId === ''
            ? []
            : [
                {
                  name: 'recordId',
                  label: m.audit.filters.record,
                  value: values.recordId,
                  options: [{ value: values.recordId, label: values.recordId.slice(0, 12) }],
                },
              ]),
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
      >
        <DayChip
          label={m.audit.filters.from}
          value={from}
          face={m.audit.anyDay}
          max={to === '' ? today : to}
          onChange={(day) => setValues({ from: day })}
        />
        <DayChip label={m.audit.filters.to} value={to} face={m.audit.anyDay} max={today} onChange={(day) => setValues({ to: day })} />
      </Filters>
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => `${row.chain} ${row.seq}`}
        label={m.audit.title}
        onOpen={setOpen}
        empty={<Empty title={m.audit.empty} icon="filter" action={<Button onClick={takeAllOff}>{m.find.clear}</Button>} />}
      />
      {open === null ? null : (
        <AuditEntryDrawer
          key={`${open.chain} ${open.seq}`}
          entry={open}
          onClose={() => setOpen(null)}
          onNarrow={(filter) => {
            setValues({ ...defaults, ...filter }, true)
            setOpen(null)
          }}
        />
      )}
    </>
  )
}

export default AuditPage
