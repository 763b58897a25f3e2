import { useState, type ReactNode } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { keyText, useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Problem } from '../../../../ui/states.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { messages } from './messages.ts'

export type ReasonedDeedProps = {
  readonly title: string
  /** Exactly what will happen, one line each. */
  readonly effects: readonly string[]
  /** The deed in its own words. */
  readonly confirm: string
  readonly onClose: () => void
  /** Does the deed; false where something of the form is still missing. */
  readonly onConfirm: (reason: string) => Promise<unknown> | false
  readonly busy: boolean
  readonly problem: unknown
  /** Further fields, above the reason. */
  readonly children?: ReactNode
}

/** A deed that goes on the record with a reason: what will happen, why, then one key. */
export const ReasonedDeed = ({ title, effects, confirm, onClose, onConfirm, busy, problem, children }: ReasonedDeedProps) => {
  const m = useMessages(messages)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim() === ''
  const run = async (): Promise<void> => {
    setTried(true)
    if (missing) return
    const doing = onConfirm(reason.trim())
    if (doing !== false && (await attempt(doing))) onClose()
  }
  useShortcut({ keys: 'mod+enter', title: { zh: confirm, en: confirm }, group: 'window', when: !busy }, () => void run())
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="urgent" busy={busy} onClick={() => void run()} shortcut={keyText('mod+enter')}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <ul className="al-effects">
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <div className="al-form hazards-unit-deed-fields">
        {children}
        <Field label={m.reason} error={tried && missing ? m.reasonMissing : undefined}>
          <TextArea value={reason} maxLength={2000} onChange={setReason} />
        </Field>
      </div>
      <Problem problem={problem} />
    </Dialog>
  )
}
