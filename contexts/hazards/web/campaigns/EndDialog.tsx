import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'

/** Ends a campaign before its day, with the reason; it cannot be taken back, so it says what will happen. */
export const EndDialog = ({ campaign, coming, onClose }: { campaign: Campaign; coming: boolean; onClose: () => void }) => {
  const m = useMessages(messages)
  const end = useWrite(routes.endCampaign)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = async (): Promise<void> => {
    setTried(true)
    if (reason.trim() === '') return
    const done = await attempt(end.write({ params: { id: campaign.id }, body: { reason, version: campaign.version } }))
    if (!done) return
    tell({ text: m.end.done })
    onClose()
  }
  const title = coming ? m.end.callOff : m.end.send
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.end.title(campaign.name)}
      actions={
        <>
          <Button kind="urgent" busy={end.isPending} onClick={() => void send()}>
            {title}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <p>{coming ? m.end.effectsComing : m.end.effects(dateText(serverNow()), campaign.to)}</p>
      <Field label={m.end.reason} error={tried && reason.trim() === '' ? m.targets.reasonMissing : undefined}>
        <TextArea name="reason" maxLength={2000} value={reason} onChange={setReason} />
      </Field>
      <Problem problem={end.error} />
    </Dialog>
  )
}
