import { useCallback, useMemo, useState } from 'react'
import { attempt } from '../../../../ui/attempt.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead, useWrite } from '../../../../ui/query.ts'
import { Empty, Problem } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { isUnderway } from '../../rules/exporting.ts'
import { useAskedWhileUnderway, type Exported } from './exported.ts'
import { DownloadLink, ExportFilters, ExportOutcome, ExportShown } from './ExportShown.tsx'
import { messages } from './messages.ts'
import './exports.css'

const useColumns = (): readonly Column<Exported>[] => {
  const m = useMessages(messages)
  const say = useSay()
  return useMemo(
    () => [
      {
        key: 'list',
        title: m.list,
        leading: true,
        render: ({ title }) => (title === null ? m.unknownList : say(title)),
      },
      {
        key: 'kind',
        title: m.format,
        width: 140,
        render: ({ format, encoding }) => m.kind[encoding ?? (format === 'xlsx' ? 'xlsx' : 'utf-8')],
      },
      {
        key: 'rows',
        title: m.count,
        width: 110,
        align: 'right',
        render: ({ state, rowsDone, rowsExpected }) => (isUnderway(state) ? rowsExpected : rowsDone).toLocaleString('en'),
      },
      { key: 'size', title: m.size, width: 90, align: 'right', render: ({ file }) => (file === null ? '' : m.sizeText(file.sizeBytes)) },
      { key: 'state', title: m.state, width: 250, render: (row) => <ExportOutcome exported={row} /> },
      { key: 'begunAt', title: m.begunAt, width: 116, render: ({ begunAt }) => dayMinuteText(begunAt) },
      { key: 'expiresAt', title: m.expiresAt, width: 116, render: ({ expiresAt }) => (expiresAt === null ? '' : dayMinuteText(expiresAt)) },
    ],
    [m, say],
  )
}

/** One's exports in the present post, the newest first. */
const ExportsPage = () => {
  const m = useMessages(messages)
  const columns = useColumns()
  const list = usePagedRead<Exported>(routes.exports, {})
  const { refetch } = list.query
  useAskedWhileUnderway(
    list.rows,
    useCallback(() => void refetch(), [refetch]),
  )
  const [openId, setOpenId] = useState<string | null>(null)
  const open = list.rows.find(({ id }) => id === openId)
  return (
    <>
      <PageHead title={m.title} note={m.note} />
      <DataTable
        {...list}
        columns={columns}
        rowKey={({ id }) => id}
        label={m.title}
        onOpen={({ id }) => setOpenId(id)}
        empty={
          <Empty title={m.empty} icon="download">
            {m.emptyNext}
          </Empty>
        }
      />
      {open === undefined ? null : <One exported={open} onClose={() => setOpenId(null)} />}
    </>
  )
}

const One = ({ exported, onClose }: { exported: Exported; onClose: () => void }) => {
  const m = useMessages(messages)
  const say = useSay()
  const cancel = useWrite(routes.cancelExport)
  const callOff = async (): Promise<void> => {
    if ((await attempt(cancel.write({ params: { exportId: exported.id } }))) !== null) tell({ text: m.cancelled })
  }
  return (
    <Dialog
      open
      form="drawer"
      onClose={onClose}
      title={exported.title === null ? m.unknownList : say(exported.title)}
      actions={
        <>
          {exported.state === 'ready' ? <DownloadLink exported={exported} primary /> : null}
          {isUnderway(exported.state) ? (
            <Button busy={cancel.isPending} onClick={() => void callOff()}>
              {m.cancel}
            </Button>
          ) : null}
          <Button onClick={onClose}>{m.close}</Button>
        </>
      }
    >
      <ExportShown exported={exported} />
      <ExportFilters exported={exported} />
      {cancel.error === null ? null : <Problem problem={cancel.error} />}
    </Dialog>
  )
}

export default ExportsPage
