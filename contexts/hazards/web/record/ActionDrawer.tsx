import { useState } from 'react'
import { sentenceOf, type Sentence } from '../../../../kernel/refusals.ts'
import { RefusalError } from '../../../../ui/api.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm, Dialog } from '../../../../ui/Dialog.tsx'
import { Form } from '../../../../ui/fields.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { keyText, useShortcut } from '../../../../ui/keys.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { routes } from '../../contract/index.ts'
import { actionNames, eventNames, missingNames, stateNames } from '../../contract/names.ts'
import { refusals } from '../../contract/refusals.ts'
import type { ActionKind } from '../../rules/actions.ts'
import type { Fix, Hazard } from '../../rules/hazard.ts'
import type { HazardRefusal, MissingPart } from '../../rules/refusalFacts.ts'
import { clauseOf } from './clauses.ts'
import { actionOf, draftOf, fieldOfPart, fieldsOf, type Draft, type FieldName } from './drafts.ts'
import { DraftField } from './DraftField.tsx'
import { judge, type Judgement } from './judge.ts'
import { personOf } from './me.ts'
import { messages } from './messages.ts'
import type { Names } from './names.ts'
import { Notes } from './Notes.tsx'
import { dueText, reckons, type HazardRecord } from './record.ts'

/** Deeds that end or begin something for others: asked once more, with what will happen. */
const grave: ReadonlySet<ActionKind> = new Set([
  'order',
  'start',
  'review',
  'close',
  'list',
  'lift',
  'decideWithdrawal',
  'decideSoftening',
  'decideExtension',
])

const useNarrow = createMediaFollower('(max-width: 800px)')

export type ActionDrawerProps = {
  readonly kind: ActionKind
  readonly record: HazardRecord
  readonly names: Names
  readonly onClose: () => void
}

/** The form of one action: judged by the room's rule as it is filled in, sent over the version that was seen. */
export const ActionDrawer = ({ kind, record, names, onClose }: ActionDrawerProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const say = useSay()
  const narrow = useNarrow()
  const { hazard, line } = record
  const me = useRead(identity.me).data
  const self = me === undefined ? null : { personId: me.person.id, organisationId: me.post.organisationId, name: me.person.name }
  const [baseVersion, setBaseVersion] = useState(hazard.version)
  const [changed, setChanged] = useState<Partial<Draft>>({})
  const [position, setPosition] = useState<Fix | null>(null)
  const [pending, setPending] = useState(0)
  const [tried, setTried] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { write, isPending } = useWrite(routes.actOnHazard)

  const draft: Draft = { ...draftOf(kind, hazard, record.people, self), ...changed }
  const set = <Name extends keyof Draft>(name: Name, value: Draft[Name]): void => setChanged((former) => ({ ...former, [name]: value }))
  const drafted = actionOf(kind, draft)
  const sent = 'sent' in drafted ? drafted.sent : null
  const judgement: Judgement | null =
    !reckons || me === undefined || sent === null
      ? null
      : judge(hazard, sent, {
          person: personOf(me, hazard.organisationId),
          at: new Date(serverNow()).toISOString(),
          position,
          earlierFoundAt: draft.earlier?.foundAt ?? null,
        })
  const refusal = judgement?.refusal ?? null
  const missing: readonly MissingPart[] = refusal?.code === 'DEED_INCOMPLETE' ? refusal.facts.missing : []
  const fields = fieldsOf(kind, hazard, draft)
  const title = titled(actionNames[kind][language], language)

  const errorOf = (field: FieldName): string | undefined => {
    if (!tried) return undefined
    if ('lacking' in drafted && drafted.lacking === field) return m.form.lacking[drafted.lacking]
    const part = missing.find((each) => fieldOfPart[each] === field)
    return part === undefined ? undefined : m.form.still(missingNames[part][language])
  }
  // What this person did a moment ago, before the page had it, is no surprise to him.
  const meanwhile = record.history
    .slice(baseVersion)
    .filter((event) => event.kind !== 'escalated')
    .filter((event) => event.step.by.personId !== self?.personId)
  const seenVersion = meanwhile.length === 0 ? hazard.version : baseVersion

  const post = async (): Promise<void> => {
    if (sent === null) return
    const at = new Date(serverNow()).toISOString()
    await write({
      params: { unitId: line.unitId, hazardId: line.hazardId },
      body: { action: sent, baseVersion: seenVersion, claimedAt: at, position },
    })
    tell({ text: m.form.done(title) })
    onClose()
  }
  const run = async (): Promise<void> => {
    setProblem(null)
    try {
      await post()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  const submit = (): void => {
    setTried(true)
    if (sent === null || pending > 0 || refusal !== null || meanwhile.length > 0) return
    if (grave.has(kind) && fields.length > 0) setConfirming(true)
    else void run()
  }
  useShortcut({ keys: 'mod+enter', title: actionNames[kind], group: 'window', when: !confirming && !isPending }, submit)
  const effects = effectsOf(hazard, judgement, m, names, language)

  if (fields.length === 0 && refusal === null && meanwhile.length === 0) {
    return <Confirm open onClose={onClose} title={m.form.title(title, line.number)} effects={effects} confirm={title} onConfirm={post} />
  }
  return (
    <>
      <Dialog open form={narrow ? 'sheet' : 'drawer'} onClose={onClose} title={m.form.title(title, line.number)}>
        {meanwhile.length === 0 ? null : (
          <div className="hazard-meanwhile" role="alert">
            <b>{m.form.changed}</b>
            <ul>
              {meanwhile.map((event) => (
                <li key={event.step.receivedAt}>
                  {dayMinuteText(event.step.receivedAt)} {names.personOf(event.step.by.personId)} {eventNames[event.kind][language]}
                </li>
              ))}
            </ul>
            <p>{m.form.changedNote}</p>
            <div>
              <Button
                onClick={() => {
                  setBaseVersion(hazard.version)
                  setProblem(null)
                }}
              >
                {m.form.look}
              </Button>
            </div>
          </div>
        )}
        <Form
          onSubmit={submit}
          actions={
            <>
              <Button type="submit" kind="primary" busy={isPending} shortcut={narrow ? undefined : keyText('mod+enter')} large={narrow}>
                {title}
              </Button>
              <Button onClick={onClose} large={narrow}>
                {m.form.close}
              </Button>
            </>
          }
        >
          <Notes kind={kind} record={record} names={names} judgement={judgement} />
          {fields.map((field) => (
            <DraftField
              key={field}
              field={field}
              kind={kind}
              draft={draft}
              set={set}
              record={record}
              self={self}
              error={errorOf(field)}
              position={position}
              onPosition={setPosition}
              onPending={setPending}
            />
          ))}
          {pending > 0 && tried ? <p className="hazard-still">{m.form.pending(pending)}</p> : null}
          {refusal === null ? null : <Refusal refusal={refusal} language={language} tried={tried} />}
          {refusal === null && effects.length > 0 ? (
            <section className="hazard-effects" aria-label={m.form.effects}>
              <h3>{m.form.effects}</h3>
              <ul className="al-effects">
                {effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {problem instanceof RefusalError && problem.code === 'CHANGED_MEANWHILE' ? (
            <p className="hazard-refusal" role="alert">
              {say(problem.sentence)}
              <span>{problem.code}</span>
            </p>
          ) : (
            <Problem problem={problem} />
          )}
        </Form>
      </Dialog>
      <Confirm
        open={confirming}
        onClose={() => setConfirming(false)}
        title={m.form.title(title, line.number)}
        effects={effects}
        confirm={title}
        onConfirm={post}
      />
    </>
  )
}

const titled = (name: string, language: 'zh' | 'en'): string =>
  language === 'en' ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name

/** Why the rule would refuse it as it stands; what is merely not filled in yet stays quiet until it is sent. */
const Refusal = ({ refusal, language, tried }: { refusal: HazardRefusal; language: 'zh' | 'en'; tried: boolean }) => {
  const sentence: Sentence = sentenceOf(refusals, refusal)
  if (refusal.code === 'DEED_INCOMPLETE' && !tried) return <p className="hazard-still">{sentence[language]}</p>
  return (
    <p className="hazard-refusal" role={tried ? 'alert' : 'status'}>
      {sentence[language]}
      <span>{[clauseOf(refusal.code)?.[language], refusal.code].filter((part) => part !== undefined).join(' · ')}</span>
    </p>
  )
}

const effectsOf = (
  before: Hazard,
  judgement: Judgement | null,
  m: (typeof messages)['zh'],
  names: Names,
  language: 'zh' | 'en',
): readonly string[] => {
  const always = [m.form.told, m.form.recorded]
  if (judgement === null || judgement.refusal !== null) return always
  const { after, owed } = judgement
  return [
    ...(after.state === before.state ? [] : [m.form.becomes(stateNames[after.state][language])]),
    ...(after.state === 'closed' ? [m.form.ends] : []),
    ...owed.map(({ kind, owner, step, law }) => {
      const due = step ?? law
      return m.form.owes(
        names.duty(kind),
        names.owner(owner),
        due === null ? '' : dueText({ endsAt: due.endsAt.toString(), lastDay: due.lastDay?.toString() ?? null }),
      )
    }),
    ...always,
  ]
}
