import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import type { ImportView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'
import { stopSending } from './uploads.ts'

/** Ends an import before its end, and says what stays. */
export const CancelImport = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const [open, setOpen] = useState(false)
  const cancel = useWrite(routes.cancelImport)
  const { take, totalRows } = view
  const effects =
    take === null
      ? [m.cancel.nothing, m.cancel.file]
      : [
          m.cancel.stays(take.taken),
          ...(totalRows !== null && totalRows > take.rows ? [m.cancel.rest(totalRows - take.rows)] : []),
          ...(take.refused > 0 ? [m.cancel.returned(take.refused)] : []),
          m.cancel.again,
        ]
  return (
    <>
      <Button icon="cross" onClick={() => setOpen(true)}>
        {m.cancel.act}
      </Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={m.cancel.title}
        confirm={m.cancel.confirm}
        effects={effects}
        onConfirm={async () => {
          await cancel.write({ params: { importId: view.id } })
          stopSending(view.id)
        }}
      />
    </>
  )
}
