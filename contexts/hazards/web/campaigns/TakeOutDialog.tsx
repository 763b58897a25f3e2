import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'

type Props = { readonly campaign: Campaign; readonly unitIds: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }

/** Takes units out of a campaign with a reason; they stand among those taken out, from where they can be put back. */
export const TakeOutDialog = ({ campaign, unitIds, onClose, onDone }: Props) => {
  const m = useMessages(messages)
  const take = useWrite(routes.removeTargets)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const params = { id: campaign.id }
  const send = async (): Promise<void> => {
    setTried(true)
    if (reason.trim() === '') return
    const done = await attempt(take.write({ params, body: { unitIds: [...unitIds], reason } }))
    if (!done) return
    tell({ text: m.targets.taken(done.value.removed) })
    onDone()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.targets.takeTitle(unitIds.length)}
      actions={
        <>
          <Button kind="primary" busy={take.isPending} onClick={() => void send()}>
            {m.targets.take}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <p>{m.targets.takeEffects}</p>
      <Field label={m.targets.reason} error={tried && reason.trim() === '' ? m.targets.reasonMissing : undefined}>
        <TextArea name="reason" maxLength={2000} value={reason} onChange={setReason} />
      </Field>
      <Problem problem={take.error} />
    </Dialog>
  )
}
