import { useState } from 'react'
import { attempt } from '../../../../ui/attempt.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Choice, Field, FieldGroup, Form, SelectInput, TextArea } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { doubtRoutes as routes } from '../../contract/doubtRoutes.ts'
import type { DoubtView } from './records.ts'
import { messages } from './messages.ts'

/** What looking came to; a closed hazard of it may be rechecked on the spot. */
export const LookForm = ({ doubt }: { doubt: DoubtView }) => {
  const m = useMessages(messages)
  const [state, setState] = useState<'' | 'explained' | 'substantiated'>('')
  const [note, setNote] = useState('')
  const [hazardId, setHazardId] = useState('')
  const [tried, setTried] = useState(false)
  const look = useWrite(routes.lookAtDoubt)
  const send = async (): Promise<void> => {
    setTried(true)
    if (state === '' || note.trim() === '') return
    const recheckHazardId = state === 'substantiated' && hazardId !== '' ? hazardId : null
    const params = { unitId: doubt.unitId, doubtId: doubt.doubtId }
    const done = await attempt(look.write({ params, body: { state, note, recheckHazardId } }))
    if (done) tell({ text: m.looked })
  }
  return (
    <Section title={m.look}>
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="primary" busy={look.isPending}>
            {m.submit}
          </Button>
        }
      >
        <FieldGroup
          label={m.result}
          help={state === '' ? undefined : m.stateHelp[state]}
          error={tried && state === '' ? m.stateMissing : undefined}
        >
          <Choice
            label={m.result}
            options={(['explained', 'substantiated'] as const).map((value) => ({ value, label: m.states[value] }))}
            value={state}
            onChange={setState}
          />
        </FieldGroup>
        <Field label={m.lookNote} help={m.lookNoteHelp} error={tried && note.trim() === '' ? m.noteMissing : undefined}>
          <TextArea value={note} onChange={setNote} maxLength={2000} />
        </Field>
        {state === 'substantiated' && doubt.closedHazards.length > 0 ? (
          <Field label={m.recheck} optional>
            <SelectInput
              placeholder={m.recheckNone}
              value={hazardId}
              onChange={setHazardId}
              options={doubt.closedHazards.map((hazard) => ({
                value: hazard.hazardId,
                label: `${hazard.number} ${hazard.description}`,
              }))}
            />
          </Field>
        ) : null}
        <Problem problem={look.error} />
      </Form>
    </Section>
  )
}
