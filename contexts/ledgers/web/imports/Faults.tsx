import type { ReactNode } from 'react'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PlainTable, Section } from '../../../../ui/Page.tsx'
import { usePagedRead } from '../../../../ui/query.ts'
import { Empty } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import type { ImportView, PassView, RowView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'
import { useKindOf, useLabelOf } from './parts.tsx'

/** Rows and sheets of one pass. */
type Of = 'check' | 'take'

const Right = ({ children }: { children: ReactNode }) => <span className="ledgers-right">{children}</span>

/** The reasons for which rows come back, the most frequent first. */
export const FaultCounts = ({ view, pass }: { view: ImportView; pass: PassView }) => {
  const m = useMessages(messages)
  const say = useSay()
  const labelOf = useLabelOf(useKindOf(view))
  if (pass.faults.length === 0) return null
  return (
    <Section title={m.faults.title}>
      <div className="ledgers-fault-counts">
        <PlainTable
          caption={m.faults.title}
          head={[<Right key="rows">{m.faults.rows}</Right>, m.faults.column, m.faults.reason]}
          rows={pass.faults.map(({ column, rows, sentence }) => [
            <Right key="rows">{rows.toLocaleString('en')}</Right>,
            <span key="column" className="ledgers-column-name">
              {labelOf(column)}
            </span>,
            <span key="reason" className="ledgers-reason">
              <span className="al-quiet">{rows > 1 ? m.faults.like : ''}</span>
              {say(sentence)}
            </span>,
          ])}
        />
      </div>
    </Section>
  )
}

/** What came to what in each sheet. */
export const BySheet = ({ view, pass, of }: { view: ImportView; pass: PassView; of: Of }) => {
  const m = useMessages(messages)
  if (pass.sheets.length < 2) return null
  const right = (key: string, count: number) => <Right key={key}>{count === 0 ? '' : count.toLocaleString('en')}</Right>
  const title = (text: string) => <Right key={text}>{text}</Right>
  return (
    <Section title={m.bySheet.title}>
      <PlainTable
        caption={m.bySheet.title}
        head={[
          m.bySheet.sheet,
          title(of === 'check' ? m.bySheet.ready : m.bySheet.taken),
          title(m.bySheet.present),
          title(m.bySheet.refused),
          title(m.bySheet.skipped),
        ]}
        rows={pass.sheets.map(({ index, taken, present, refused, skipped }) => [
          view.sheets.find((sheet) => sheet.index === index)?.name ?? '',
          right('taken', taken),
          right('present', present),
          right('refused', refused),
          right('skipped', skipped),
        ])}
      />
    </Section>
  )
}

/** The rows that were not taken, each with everything that is wrong with it. */
export const FaultyRows = ({ view, of, outcome }: { view: ImportView; of: Of; outcome: RowView['outcome'] }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const labelOf = useLabelOf(useKindOf(view))
  const list = usePagedRead<RowView>(routes.importRows, { params: { importId: view.id }, query: { of, outcome } })
  const several = view.sheets.length > 1
  const columns: readonly Column<RowView>[] = [
    ...(several
      ? [
          {
            key: 'sheet',
            title: m.faults.sheet,
            width: 140,
            leading: true,
            render: ({ sheet }: RowView) => view.sheets.find(({ index }) => index === sheet)?.name ?? '',
          },
        ]
      : []),
    { key: 'row', title: m.faults.row, width: 84, align: 'right', leading: true, render: ({ row }) => m.match.row(row) },
    {
      key: 'why',
      title: m.faults.why,
      render: ({ faults }) => (
        <ul className="ledgers-faults">
          {faults.map(({ column, code, sentence }) => (
            <li key={`${column} ${code}`}>
              {column === null ? null : <b>{labelOf(column)} </b>}
              {sentence[language]}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  const title = outcome === 'refused' ? m.faults.list : m.faults.skippedList
  return (
    <Section title={title} note={of === 'check' && outcome === 'refused' ? m.faults.listNote : undefined}>
      <div className="ledgers-rows">
        <DataTable
          {...list}
          columns={columns}
          rowKey={({ sheet, row }) => `${sheet}.${row}`}
          label={title}
          empty={<Empty title={m.faults.none} icon="check" />}
        />
      </div>
    </Section>
  )
}
