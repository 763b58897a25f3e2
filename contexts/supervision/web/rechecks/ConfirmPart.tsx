import { useState } from 'react'
import { Button, RefusedAction } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import { messages } from './messages.ts'
import type { Recheck } from './records.ts'

/** The second person: agreed, the hazard is open again and counts against who closed it; that cannot be taken back. */
export const ConfirmPart = ({ recheck }: { recheck: Recheck }) => {
  const m = useMessages(messages)
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const answer = useWrite(routes.confirmRecheck, { changes: ['supervision', 'hazards'] })
  const params = { unitId: recheck.unitId, recheckId: recheck.recheckId }
  const { confirm } = recheck.may
  const agree = async (): Promise<void> => {
    await answer.write({ params, body: { agree: true, note } })
    tell({ text: m.recheck.reopened })
  }
  const disagree = async (): Promise<void> => {
    const done = await attempt(answer.write({ params, body: { agree: false, note } }))
    if (done) tell({ text: m.recheck.disagreed })
  }
  return (
    <Section title={m.recheck.confirmTitle}>
      {confirm === null ? (
        <>
          <Field label={m.recheck.confirmNote} help={m.recheck.confirmNoteHelp} optional>
            <TextArea value={note} onChange={setNote} maxLength={2000} />
          </Field>
          <div className="rechecks-buttons">
            <Button kind="primary" onClick={() => setOpen(true)}>
              {m.recheck.agree}
            </Button>
            <Button busy={answer.isPending && !open} onClick={() => void disagree()}>
              {m.recheck.disagree}
            </Button>
          </div>
          <Problem problem={open ? null : answer.error} />
          <Confirm
            open={open}
            onClose={() => setOpen(false)}
            title={m.recheck.agree}
            effects={[
              m.recheck.agreeEffects.reopen,
              m.recheck.agreeEffects.counts(recheck.closerName),
              m.recheck.agreeEffects.barred(recheck.reviewerName, recheck.closerName),
              m.recheck.agreeEffects.told,
            ]}
            confirm={m.recheck.agree}
            onConfirm={agree}
          />
        </>
      ) : (
        <RefusedAction title={m.recheck.agree} because={confirm} />
      )}
    </Section>
  )
}
