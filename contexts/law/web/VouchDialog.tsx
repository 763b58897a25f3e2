import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field, Form, TextInput } from '../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { DescriptionList } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import type { Limit } from './parts.tsx'
import { clauseText, withUnit } from './value.ts'

/** An officer who has the official text before him says that the row agrees with it. */
export const VouchDialog = ({ limit, open, onClose }: { limit: Limit; open: boolean; onClose: () => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { write, isPending } = useWrite(routes.vouchLimit)
  const [source, setSource] = useState('')
  const [sent, setSent] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const missing = source.trim() === ''
  const send = async (): Promise<void> => {
    setSent(true)
    if (missing) return
    setProblem(null)
    try {
      await write({ params: { key: limit.key }, body: { source: source.trim() } })
      tell({ text: m.dialog.vouchDone(limit[language]) })
      onClose()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return (
    <Dialog open={open} onClose={onClose} title={m.deeds.vouch}>
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="urgent" busy={isPending}>
            {m.dialog.vouchNow}
          </Button>
        }
      >
        <DescriptionList
          terms={[
            { term: m.record.standard, detail: `${limit.standard}, ${limit.edition}` },
            { term: m.record.clause, detail: clauseText(limit.clause, language) },
            { term: m.record.text, detail: withUnit(limit.value, limit.unit, m) },
            { term: m.record.inForce, detail: m.record.inForceRange(limit.inForceFrom, limit.inForceTo) },
          ]}
        />
        <Field label={m.dialog.source} help={m.dialog.sourceHelp} error={sent && missing ? m.dialog.sourceMissing : undefined}>
          <TextInput value={source} onChange={setSource} maxLength={300} />
        </Field>
        <p className="al-quiet">{m.dialog.vouchEffect}</p>
        <Problem problem={problem} />
      </Form>
    </Dialog>
  )
}
