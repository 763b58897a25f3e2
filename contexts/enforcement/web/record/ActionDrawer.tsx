import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm, Dialog } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/fields.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { keyText, useShortcut } from '../../../../ui/keys.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { useRead } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import type { SentAction, SentPartyAction } from '../../contract/caseActions.ts'
import { actionNames, missingNames, stateNames } from '../../contract/names.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { messages } from '../messages.ts'
import { titled } from '../text.ts'
import { ActionField } from './ActionFields.tsx'
import { actionOf, draftOf, fieldsOf, type Draft, type FieldName } from './drafts.ts'
import { judge, personOf, reckons, type Judgement } from './judge.ts'
import type { Names } from './names.ts'
import { heldOf, type AnyRecord } from './record.ts'
import { Refusal } from './Refusal.tsx'

/** Deeds that stand against somebody or end something: asked once more, with what follows. */
const grave: ReadonlySet<ActionKind> = new Set([
  'refuseOpening',
  'serve',
  'decide',
  'withdraw',
  'close',
  'holdHearing',
  'reviewLegally',
  'endRemedy',
  'dropHearing',
])

const useNarrow = createMediaFollower('(max-width: 800px)')

export type ActionDrawerProps = {
  readonly kind: ActionKind
  readonly record: AnyRecord
  readonly names: Names
  readonly send: (action: SentAction | SentPartyAction, baseVersion: number) => Promise<unknown>
  readonly onClose: () => void
}

/** The form of one action: judged by the room's rule as it is filled in, where the reader has the whole case, and sent over the version that was seen. */
export const ActionDrawer = ({ kind, record, names, send, onClose }: ActionDrawerProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const narrow = useNarrow()
  const me = useRead(identity.me).data
  const held = heldOf(record)
  const [baseVersion] = useState(record.line.version)
  const [changed, setChanged] = useState<Partial<Draft>>({})
  const [pending, setPending] = useState(0)
  const [tried, setTried] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const draft: Draft = { ...draftOf(record, dateText(serverNow())), ...changed }
  const set = <Name extends keyof Draft>(name: Name, value: Draft[Name]): void => setChanged((former) => ({ ...former, [name]: value }))
  const drafted = actionOf(kind, draft, record)
  const sent = 'sent' in drafted ? drafted.sent : null
  const numberOf = (hazardId: string): string =>
    'hazards' in record ? (record.hazards.find((each) => each.hazardId === hazardId)?.number ?? '') : ''
  const judgement: Judgement | null =
    !reckons || me === undefined || sent === null || held === null
      ? null
      : judge(held, sent, personOf(me, held), Temporal.Instant.fromEpochMilliseconds(serverNow()), numberOf)
  const refusal = judgement?.refusal ?? null
  const missing = refusal?.code === 'CASE_INCOMPLETE' ? refusal.facts.missing : []
  const fields = fieldsOf(kind, draft)
  const deed = titled(actionNames[kind][language], language)
  const errorOf = (field: FieldName): string | undefined => {
    if (!tried) return undefined
    const label = m.fields[field as keyof typeof m.fields]
    if ('lacking' in drafted && drafted.lacking === field) return m.form.missing(label)
    const part = missing.find((each) => each === field)
    return part === undefined ? undefined : m.form.missing(missingNames[part][language])
  }
  const stale = record.line.version !== baseVersion

  const post = async (): Promise<void> => {
    if (sent === null) return
    await send(sent, record.line.version)
    tell({ text: m.form.done(deed) })
    onClose()
  }
  const run = async (): Promise<void> => {
    setProblem(null)
    setBusy(true)
    try {
      await post()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  const submit = (): void => {
    setTried(true)
    if (sent === null || pending > 0 || refusal !== null) return
    if (grave.has(kind)) setConfirming(true)
    else void run()
  }
  useShortcut({ keys: 'mod+enter', title: actionNames[kind], group: 'window', when: !confirming && !busy }, submit)
  const effects = [
    ...(judgement === null || judgement.refusal !== null
      ? []
      : [
          ...(judgement.after.state === record.line.state
            ? []
            : [m.form.becomes(titled(stateNames[judgement.after.state][language], language))]),
          ...judgement.owed.map(({ kind: owes, owner }) => m.form.owes(names.duty(owes), names.owner(owner))),
        ]),
    m.form.recorded,
  ]
  const title = m.form.title(deed, record.line.number)
  if (fields.length === 0 && refusal === null)
    return <Confirm open onClose={onClose} title={title} effects={effects} confirm={deed} onConfirm={post} />
  return (
    <>
      <Dialog open form={narrow ? 'sheet' : 'drawer'} onClose={onClose} title={title}>
        <Form
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" kind="primary" busy={busy} shortcut={narrow ? undefined : keyText('mod+enter')} large={narrow}>
                {deed}
              </Button>
              <Button onClick={onClose} large={narrow}>
                {m.form.close}
              </Button>
            </>
          }
        >
          {stale ? (
            <p className="case-refusal" role="alert">
              {m.form.changed}
            </p>
          ) : null}
          {fields.map((field) => (
            <ActionField
              key={field}
              field={field}
              kind={kind}
              draft={draft}
              set={set}
              record={record}
              error={errorOf(field)}
              onPending={setPending}
            />
          ))}
          {pending > 0 && tried ? <p className="case-still">{m.form.pending(pending)}</p> : null}
          {refusal === null ? null : <Refusal refusal={refusal} tried={tried} />}
          {refusal === null && fields.length > 0 ? (
            <section className="case-effects" aria-label={m.form.effects}>
              <h3>{m.form.effects}</h3>
              <ul className="al-effects">
                {effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
            </section>
          ) : null}
          <Problem problem={problem} />
        </Form>
      </Dialog>
      <Confirm open={confirming} onClose={() => setConfirming(false)} title={title} effects={effects} confirm={deed} onConfirm={post} />
    </>
  )
}
