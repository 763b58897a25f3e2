import { useId, useState } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import type { TipRecord } from './record.ts'

/** The name, for a purpose on the record; gone as soon as the window is closed. */
export const RevealDialog = ({ record: { line }, onClose }: { record: TipRecord; onClose: () => void }) => {
  const m = useMessages(messages)
  const form = useId()
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const [seen, setSeen] = useState<RouteOutput<typeof routes.revealInformant> | null>(null)
  const reveal = useWrite(routes.revealInformant)
  const send = async (): Promise<void> => {
    setTried(true)
    if (purpose.trim().length < 2) return showFirstWrong()
    const done = await attempt(reveal.write({ params: { tipId: line.tipId }, body: { purpose: purpose.trim() } }))
    if (done) setSeen(done.value)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${m.acts.reveal.title} · ${line.number}`}
      actions={
        seen === null ? (
          <>
            <Button type="submit" form={form} kind="primary" busy={reveal.isPending}>
              {m.form.look}
            </Button>
            <Button onClick={onClose}>{m.form.cancel}</Button>
          </>
        ) : (
          <Button onClick={onClose}>{m.form.close}</Button>
        )
      }
    >
      {seen === null ? (
        <form
          id={form}
          className="al-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <p>{m.help.reveal}</p>
          <Field label={m.acts.reveal.text} error={tried && purpose.trim().length < 2 ? m.form.missing : undefined}>
            <TextInput maxLength={200} value={purpose} onChange={setPurpose} />
          </Field>
          <Problem problem={reveal.error} />
        </form>
      ) : (
        <div className="tips-revealed">
          <span className="al-quiet">{m.form.name}</span>
          <b>{seen.name}</b>
          <span className="al-quiet">{m.form.phone}</span>
          <b>{seen.phone}</b>
          <span className="al-quiet">{m.form.looks(seen.looks)}</span>
        </div>
      )}
    </Dialog>
  )
}
