import { useState } from 'react'
import { sentenceOf, type RefusalOf } from '../../../kernel/refusals.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Choice, Field, Form, TextArea, TextInput } from '../../../ui/fields.tsx'
import { useLanguage, useMessages, useSay } from '../../../ui/language.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { refusals, type LawFacts } from '../contract/refusals.ts'
import { judgeTightening, type JudgedLimit, type Value } from '../rules/judgeTightening.ts'
import { messages } from './messages.ts'
import type { Limit } from './parts.tsx'
import { readValue, unitText, withUnit, wordsOf } from './value.ts'

type WindowProps = { readonly limit: Limit; readonly open: boolean; readonly onClose: () => void }

/** A limit as the rule that judges wants it; the browser runs the same rule as the server. */
export const judged = ({ key, value, tighten, strictest, retiredAt }: Limit): JudgedLimit => ({
  key,
  value,
  tighten,
  ...(strictest === null ? {} : { strictest }),
  retired: retiredAt !== null,
})

/** Writes the organisation's value, and tells so with the way back. */
const useTighten = (limit: Limit) => {
  const { language } = useLanguage()
  const m = wordsOf(language)
  const { write, isPending } = useWrite(routes.tightenLimit)
  const set = (value: Value | null, reason: string): Promise<unknown> => write({ params: { key: limit.key }, body: { value, reason } })
  const former = limit.own?.value ?? null
  const run = async (value: Value | null, reason: string): Promise<void> => {
    await set(value, reason)
    const name = limit[language]
    tell({
      text: value === null ? m.dialog.released(name) : m.dialog.tightened(name, withUnit(value, limit.unit, m)),
      undo: () => set(former, m.dialog.undone),
    })
  }
  return { run, isPending }
}

/** One's own organisation makes a limit stricter; what may not be is said while it is typed. */
export const TightenDialog = ({ limit, open, onClose }: WindowProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { run, isPending } = useTighten(limit)
  const [typed, setTyped] = useState(limit.own === null ? '' : String(limit.own.value))
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const value = readValue(typed, limit.value)
  const judge = (why: string) => (value === null ? null : judgeTightening(judged(limit), limit.own?.value ?? null, value, why))
  const verdict = judge(reason)
  // The value is judged as it is typed, before there is a reason; the reason once it was sent without one.
  const ofValue = judge('…')
  const told = (judgement: typeof verdict): string | undefined =>
    judgement === null || judgement.ok ? undefined : say(sentenceOf<LawFacts>(refusals, judgement.refusal as RefusalOf<LawFacts>))
  const valueError = value === null ? (sent ? m.dialog.valueMissing : undefined) : told(ofValue)
  const reasonError = sent && ofValue?.ok === true ? told(verdict) : undefined
  const send = async (): Promise<void> => {
    setSent(true)
    if (value === null || !verdict?.ok) return
    setProblem(null)
    try {
      await run(value, reason.trim())
      onClose()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  const strictest = limit.strictest === null ? null : withUnit(limit.strictest, limit.unit, m)
  const unit = unitText(limit.unit, m)
  return (
    <Dialog open={open} onClose={onClose} title={m.deeds.tighten}>
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="primary" busy={isPending}>
            {m.dialog.tightenNow}
          </Button>
        }
      >
        <Field
          label={unit === '' ? m.dialog.value : `${m.dialog.value} (${unit})`}
          help={m.dialog.valueHelp(withUnit(limit.value, limit.unit, m), m.tighten[limit.tighten], strictest)}
          error={valueError}
        >
          {typeof limit.value === 'boolean' ? (
            <Choice
              label={m.dialog.value}
              value={typed}
              onChange={setTyped}
              options={[
                { value: 'true', label: m.yes },
                { value: 'false', label: m.no },
              ]}
            />
          ) : (
            <TextInput value={typed} onChange={setTyped} inputMode={typeof limit.value === 'number' ? 'decimal' : 'text'} />
          )}
        </Field>
        <Field label={m.dialog.reason} help={m.dialog.reasonHelp} error={reasonError}>
          <TextArea value={reason} onChange={setReason} maxLength={500} />
        </Field>
        <p className="al-quiet">{m.dialog.effect}</p>
        <Problem problem={problem} />
      </Form>
    </Dialog>
  )
}

/** One's own organisation goes by the text again. */
export const ReleaseDialog = ({ limit, open, onClose }: WindowProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { run, isPending } = useTighten(limit)
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const missing = reason.trim() === ''
  const send = async (): Promise<void> => {
    setSent(true)
    if (missing) return
    setProblem(null)
    try {
      await run(null, reason.trim())
      onClose()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  const { zh, en } = refusals.REASON_MISSING
  return (
    <Dialog open={open} onClose={onClose} title={m.deeds.release}>
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="primary" busy={isPending}>
            {m.dialog.releaseNow}
          </Button>
        }
      >
        <p>{m.dialog.releaseEffect(withUnit(limit.value, limit.unit, m))}</p>
        <Field label={m.dialog.reason} help={m.dialog.reasonHelp} error={sent && missing ? say({ zh: zh({}), en: en({}) }) : undefined}>
          <TextArea value={reason} onChange={setReason} maxLength={500} />
        </Field>
        <Problem problem={problem} />
      </Form>
    </Dialog>
  )
}
