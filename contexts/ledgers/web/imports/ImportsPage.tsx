import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { Filters } from '../../../../ui/Filters.tsx'
import { shortText } from '../../../../ui/instant.ts'
import { useMessages, useSay, type Told } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { refreshRoom, usePagedRead, useWrite } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import type { ImportRow } from '../../contract/importShapes.ts'
import { DropZone } from './DropZone.tsx'
import { KindsTaken } from './KindsTaken.tsx'
import { messages } from './messages.ts'
import type { zh } from './messages.zh.ts'
import { StateTag } from './parts.tsx'
import { sendFile, useSendings, type Sending } from './uploads.ts'
import './imports.css'

const states = ['all', 'open', 'ended'] as const
const defaults = { state: 'all', whose: 'mine' }

const countText = (count: number): string => (count === 0 ? '' : count.toLocaleString('en'))

const progressText = (m: Told<typeof zh>, row: ImportRow, sending: Sending | undefined): string => {
  if (row.state === 'uploading')
    return sending ? m.sent(Math.floor((100 * sending.sentBytes) / Math.max(1, row.sizeBytes))) : row.mine ? m.brokenOff : ''
  if (row.rowsDone === 0) return ''
  return row.totalRows === null || row.state === 'checking' ? m.rowsSoFar(row.rowsDone) : m.rowsOf(row.rowsDone, row.totalRows)
}

const shareOf = (row: ImportRow, sending: Sending | undefined): number | null => {
  if (row.state === 'uploading') return sending ? sending.sentBytes / Math.max(1, row.sizeBytes) : null
  const moves = row.state === 'taking' || row.state === 'paused' || row.state === 'stopped'
  return moves && row.totalRows !== null ? row.rowsDone / Math.max(1, row.totalRows) : null
}

const useColumns = (others: boolean): readonly Column<ImportRow>[] => {
  const m = useMessages(messages)
  const say = useSay()
  const now = useNow(60_000)
  const sendings = useSendings()
  return useMemo((): readonly Column<ImportRow>[] => {
    const count = (key: 'taken' | 'present' | 'refused'): Column<ImportRow> => ({
      key,
      title: m.columns[key],
      width: 84,
      align: 'right',
      // A check takes nothing: what it counts stands on the page of the import.
      render: ({ state, counts }) => (['taking', 'paused', 'stopped', 'done', 'cancelled'].includes(state) ? countText(counts[key]) : ''),
    })
    return [
      { key: 'name', title: m.columns.name, leading: true, render: ({ name }) => name ?? m.fileGone },
      { key: 'kind', title: m.columns.kind, width: 168, render: ({ kindTitle }) => (kindTitle === null ? '' : say(kindTitle)) },
      { key: 'state', title: m.columns.state, width: 150, render: ({ state }) => <StateTag state={state} /> },
      {
        key: 'progress',
        title: m.columns.progress,
        width: 176,
        render: (row) => {
          const text = progressText(m, row, sendings.get(row.id))
          const share = shareOf(row, sendings.get(row.id))
          if (text === '') return ''
          return (
            <span className="ledgers-progress">
              {text}
              {share === null ? null : <progress max={1} value={share} aria-label={`${m.columns.progress} ${row.name ?? ''}`} />}
            </span>
          )
        },
      },
      count('taken'),
      count('present'),
      count('refused'),
      ...(others ? [{ key: 'by', title: m.columns.by, width: 132, render: ({ by }: ImportRow) => by.name ?? '' }] : []),
      { key: 'at', title: m.columns.at, width: 104, align: 'right', render: ({ madeAt }) => shortText(madeAt, now) },
    ]
  }, [m, say, now, sendings, others])
}

/** What was imported and what is under way; ledgers are sent here. */
const ImportsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const mayImport = useMay('ledger.import')
  const [values, setValues] = useFilters(defaults)
  const state = states.find((each) => each === values.state) ?? 'all'
  const mine = mayImport && values.whose !== 'scope'
  const list = usePagedRead<ImportRow>(routes.imports, { query: { state, mine: String(mine) } })
  const columns = useColumns(!mine)
  const { send, busy, problem } = useSend()
  const onFiles = async (files: readonly File[]): Promise<void> => {
    const ids = await send(files)
    if (files.length === 1 && ids[0] !== undefined) navigate(`/imports/${ids[0]}`)
  }
  const address = (next: string): string => `/imports?state=${next}${values.whose === 'scope' ? '&whose=scope' : ''}`
  return (
    <>
      <PageHead title={m.title} note={mayImport ? undefined : m.noneReadOnly} rule={false} />
      {mayImport ? <DropZone onFiles={(files) => void onFiles(files)} busy={busy} problem={problem} /> : null}
      <Tabs
        label={m.states}
        chosen={state}
        tabs={states.map((each) => ({ id: each, title: m.tabs[each], to: each === 'all' ? address('') : address(each) }))}
      />
      {mayImport ? (
        <Filters
          filters={[
            {
              name: 'whose',
              label: m.whose,
              value: values.whose,
              standing: 'mine',
              options: [
                { value: 'mine', label: m.mine },
                { value: 'scope', label: m.scope },
              ],
            },
          ]}
          onChange={(name, value) => setValues({ [name]: value })}
        />
      ) : null}
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ id }) => id}
        label={m.list}
        onOpen={({ id }) => navigate(`/imports/${id}`)}
        empty={
          state === 'all' ? (
            <Empty title={m.noneYet} icon="table">
              {m.noneYetNext}
            </Empty>
          ) : (
            <Empty title={state === 'open' ? m.noneOpen : m.noneEnded} icon="filter" />
          )
        }
      />
      <KindsTaken />
    </>
  )
}

/** Begins an import for each file, and sends them one beside the other; answers the imports that were begun. */
const useSend = () => {
  const client = useQueryClient()
  const begin = useWrite(routes.beginImport)
  return {
    busy: begin.isPending,
    problem: begin.error,
    send: async (files: readonly File[]): Promise<readonly string[]> => {
      const ids: string[] = []
      for (const file of files) {
        const begun = await attempt(begin.write({ body: { name: file.name, sizeBytes: file.size } }))
        if (begun === null) break
        ids.push(begun.value.id)
        void sendFile(begun.value.id, file, () => void refreshRoom(client, 'ledgers'))
      }
      return ids
    },
  }
}

export default ImportsPage
