import { useState } from 'react'
import { distanceMetres } from '../../../../kernel/geometry.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EvidenceInput } from '../../../../ui/evidence/EvidenceInput.tsx'
import { Field, FieldGroup, Form, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useTakenPosition } from '../../../../ui/position.ts'
import { useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { recheckRoutes as routes } from '../../contract/recheckRoutes.ts'
import { findings, type Finding, type Fix } from '../../rules/recheck.ts'
import { messages } from './messages.ts'
import type { Recheck } from './records.ts'

/** What the rechecker saw, where he stood, and how it looks. */
export const FindingForm = ({ recheck }: { recheck: Recheck }) => {
  const m = useMessages(messages)
  const [finding, setFinding] = useState<Finding | ''>('')
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [pending, setPending] = useState(0)
  const [fix, setFix] = useState<Fix | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const position = useTakenPosition(setFix)
  const record = useWrite(routes.recordFinding, { changes: ['supervision', 'evidence', 'hazards'] })
  const send = async (): Promise<void> => {
    setTried(true)
    if (finding === '' || pending > 0) return
    const done = await attempt(
      record.write({
        params: { unitId: recheck.unitId, recheckId: recheck.recheckId },
        body: {
          finding,
          note,
          evidenceIds: [...photos],
          position: fix,
          noPositionReason: reason.trim() === '' ? null : reason,
          claimedAt: new Date(serverNow()).toISOString(),
        },
      }),
    )
    if (done) tell({ text: finding === 'false' ? m.recheck.submittedFalse : m.recheck.submitted })
  }
  return (
    <Section title={m.recheck.find}>
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="primary" large busy={record.isPending}>
            {m.recheck.submit}
          </Button>
        }
      >
        <FieldGroup label={m.recheck.finding} error={tried && finding === '' ? m.recheck.findingMissing : undefined}>
          <div className="rechecks-findings" role="radiogroup" aria-label={m.recheck.finding}>
            {findings.map((each) => (
              <label key={each}>
                <input type="radio" name="finding" value={each} checked={finding === each} onChange={() => setFinding(each)} />
                <span>
                  {m.recheck.findings[each].label}
                  <span>{m.recheck.findings[each].help}</span>
                </span>
              </label>
            ))}
          </div>
        </FieldGroup>
        <Field label={m.recheck.note} help={m.recheck.noteHelp} optional={finding === 'true'}>
          <TextArea value={note} onChange={setNote} maxLength={2000} />
        </Field>
        <EvidenceInput
          label={m.recheck.photos}
          value={photos}
          onChange={setPhotos}
          onPending={setPending}
          optional={finding === 'unjudged'}
        />
        <FieldGroup label={m.recheck.position}>
          <div className="rechecks-position">
            <Button icon="pin" busy={position.state === 'waiting'} onClick={position.take}>
              {m.recheck.takePosition}
            </Button>
            <span role="status">
              {position.state === 'waiting' ? (
                m.recheck.waiting
              ) : fix === null ? (
                position.state === 'failed' ? (
                  m.recheck.failed
                ) : (
                  ''
                )
              ) : (
                <Taken fix={fix} place={recheck.place} />
              )}
            </span>
          </div>
        </FieldGroup>
        {fix === null ? (
          <Field label={m.recheck.reason} help={m.recheck.reasonHelp} optional>
            <TextInput value={reason} maxLength={200} onChange={setReason} />
          </Field>
        ) : null}
        <Problem problem={record.error} />
      </Form>
    </Section>
  )
}

const Taken = ({ fix, place }: { fix: Fix; place: Fix | null }) => {
  const m = useMessages(messages)
  const accuracy = Math.round(fix.accuracyMetres + (place?.accuracyMetres ?? 0)).toLocaleString('en')
  return place === null ? (
    <>{m.recheck.takenNowhere(accuracy)}</>
  ) : (
    <>{m.recheck.taken(Math.round(distanceMetres(fix, place)).toLocaleString('en'), accuracy)}</>
  )
}
