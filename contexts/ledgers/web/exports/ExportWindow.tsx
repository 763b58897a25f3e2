import { useCallback, useEffect, useRef, useState } from 'react'
import { attempt } from '../../../../ui/attempt.ts'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import type { ExportWindowProps } from '../../../../ui/exportWindow.ts'
import { Choice, FieldGroup, Form } from '../../../../ui/fields.tsx'
import { keep, recall } from '../../../../ui/keep.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { Problem, Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { exportEncodings, exportFormats, exportLanguages, isUnderway, type ExportFormat } from '../../rules/exporting.ts'
import { fileAddress, useAskedWhileUnderway, type Exported } from './exported.ts'
import { DownloadLink, ExportShown } from './ExportShown.tsx'
import { messages } from './messages.ts'
import './exports.css'

/** Rows of one sheet below its head, in every spreadsheet program. */
const rowsASheet = 1_048_575

const formatName = 'exportFormat'
const recalledFormat = (): ExportFormat => exportFormats.find((format) => format === recall(formatName)) ?? 'xlsx'

/** The window in which a list is exported: what is wanted, then how far it is, then the file. */
const ExportWindow = ({ onClose, ...asked }: ExportWindowProps) => {
  const [exportId, setExportId] = useState<string | null>(null)
  return exportId === null ? (
    <Asking {...asked} onClose={onClose} onBegun={({ id }) => setExportId(id)} />
  ) : (
    <Going exportId={exportId} title={asked.title} onClose={onClose} />
  )
}

const Asking = ({ list, title, query, total, onClose, onBegun }: ExportWindowProps & { onBegun: (begun: Exported) => void }) => {
  const m = useMessages(messages)
  const { language: shown } = useLanguage()
  const [format, setFormat] = useState(recalledFormat)
  const [encoding, setEncoding] = useState<(typeof exportEncodings)[number]>('utf-8')
  const [language, setLanguage] = useState(shown)
  const { write, isPending, error } = useWrite(routes.beginExport)
  const begin = async (): Promise<void> => {
    keep(formatName, format)
    const begun = await attempt(write({ body: { list, query: { ...query }, format, encoding, language } }))
    if (begun !== null) onBegun(begun.value)
  }
  const sheets = total === undefined ? 1 : Math.ceil(total / rowsASheet)
  return (
    <Dialog open onClose={onClose} title={m.export(title)}>
      <Form
        onSubmit={() => void begin()}
        actions={
          <>
            <Button type="submit" kind="primary" icon="download" busy={isPending}>
              {m.begin}
            </Button>
            <Button onClick={onClose}>{m.close}</Button>
          </>
        }
      >
        <p className="exports-note">{total === undefined ? m.rowsUnknown : m.rows(total.toLocaleString('en'))}</p>
        <FieldGroup label={m.format} help={format === 'xlsx' && sheets > 1 ? m.sheets(sheets) : undefined}>
          <Choice
            label={m.format}
            value={format}
            onChange={setFormat}
            options={exportFormats.map((value) => ({ value, label: m.formats[value] }))}
          />
        </FieldGroup>
        {format === 'csv' ? (
          <FieldGroup label={m.encoding} help={m.encodingHelp[encoding]}>
            <Choice
              label={m.encoding}
              value={encoding}
              onChange={setEncoding}
              options={exportEncodings.map((value) => ({ value, label: m.encodings[value] }))}
            />
          </FieldGroup>
        ) : null}
        <FieldGroup label={m.language}>
          <Choice
            label={m.language}
            value={language}
            onChange={setLanguage}
            options={exportLanguages.map((value) => ({ value, label: m.languages[value] }))}
          />
        </FieldGroup>
        {error === null ? null : <Problem problem={error} />}
      </Form>
    </Dialog>
  )
}

/** The file is saved by itself when it becomes ready before the person's eyes. */
const useSavedWhenReady = (exported: Exported | undefined): void => {
  const saved = useRef(false)
  useEffect(() => {
    if (exported?.state !== 'ready' || saved.current) return
    saved.current = true
    const link = document.createElement('a')
    link.href = fileAddress(exported)
    link.download = exported.file?.name ?? ''
    link.click()
  }, [exported])
}

const Going = ({ exportId, title, onClose }: { exportId: string; title: string; onClose: () => void }) => {
  const m = useMessages(messages)
  const query = useRead(routes.oneExport, { params: { exportId } })
  const { refetch } = query
  const exported = query.data
  useAskedWhileUnderway(
    exported ? [exported] : [],
    useCallback(() => void refetch(), [refetch]),
  )
  useSavedWhenReady(exported)
  const cancel = useWrite(routes.cancelExport)
  const callOff = async (): Promise<void> => {
    if ((await attempt(cancel.write({ params: { exportId } }))) === null) return
    tell({ text: m.cancelled })
    onClose()
  }
  const underway = exported !== undefined && isUnderway(exported.state)
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.export(title)}
      actions={
        <>
          {exported?.state === 'ready' ? <DownloadLink exported={exported} primary /> : null}
          <Button kind={underway ? 'primary' : 'plain'} onClick={onClose}>
            {underway ? m.goOn : m.close}
          </Button>
          {underway ? (
            <Button busy={cancel.isPending} onClick={() => void callOff()}>
              {m.cancel}
            </Button>
          ) : null}
          <ButtonLink to="/exports" kind="bare" icon="list">
            {m.allExports}
          </ButtonLink>
        </>
      }
    >
      <Read query={query} rows={3} what={m.title}>
        {(value) => (
          <>
            <ExportShown exported={value} />
            {value.state === 'ready' ? <p className="exports-note">{m.downloadBegan}</p> : null}
            {cancel.error === null ? null : <Problem problem={cancel.error} />}
          </>
        )}
      </Read>
    </Dialog>
  )
}

export default ExportWindow
