import { useState } from 'react'
import { attempt } from '../../../../ui/attempt.ts'
import { FormDrawer } from '../../../../ui/Dialog.tsx'
import { Choice, Field, FieldGroup, SelectInput, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import type { SentAction } from '../../contract/tipRoutes.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { CheckFields, checkedOf, noCheck, type CheckDraft } from './CheckFields.tsx'
import { messages } from './messages.ts'
import type { TipRecord } from './record.ts'
import { noReward, proposedOf, RewardFields, type RewardDraft } from './RewardFields.tsx'

type Kind = Exclude<ActionKind, 'reveal'>

type Draft = {
  readonly text: string
  readonly to: string
  readonly into: string
  readonly agree: 'yes' | 'no' | ''
  readonly check: CheckDraft
  readonly reward: RewardDraft
}

/** What is sent, or null while something is missing. */
const sentOf = (kind: Kind, { text, to, into, agree, check, reward }: Draft): SentAction | null => {
  const said = text.trim()
  switch (kind) {
    case 'accept':
      return { kind }
    case 'join':
      return into === '' ? null : { kind, intoId: into }
    case 'refer':
      return said === '' || to.trim() === '' ? null : { kind, to: to.trim(), text: said }
    case 'decline':
    case 'answer':
    case 'write':
      return said === '' ? null : { kind, text: said }
    case 'extend':
    case 'sendBack':
      return said === '' ? null : { kind, reason: said }
    case 'payReward':
      return said === '' ? null : { kind, note: said.slice(0, 200) }
    case 'decideReward':
      return said === '' || agree === '' ? null : { kind, agree: agree === 'yes', reason: said }
    case 'check':
      return said === '' ? null : checkedOf(check, said)
    case 'proposeReward':
      return said === '' ? null : proposedOf(reward, said)
  }
}

const readByInformant: readonly Kind[] = ['decline', 'refer', 'answer', 'write']

/** One deed at a tip, in a drawer. */
export const ActDialog = ({ kind, record, onClose }: { kind: Kind; record: TipRecord; onClose: () => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { line } = record
  const [draft, setDraft] = useState<Draft>({
    text: '',
    to: '',
    into: record.alike[0]?.tipId ?? '',
    agree: '',
    check: noCheck(record),
    reward: noReward,
  })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))
  const act = useWrite(routes.actOnTip, { changes: ['tips', 'hazards', 'desk'] })
  const { title, text: textLabel } = m.acts[kind]
  const missing = (bad: boolean): string | undefined => (tried && bad ? m.form.missing : undefined)
  const send = async (): Promise<void> => {
    setTried(true)
    const action = sentOf(kind, draft)
    if (action === null) return showFirstWrong()
    const done = await attempt(act.write({ params: { tipId: line.tipId }, body: { action, version: line.version } }))
    if (!done) return
    tell({ text: m.form.done(title) })
    onClose()
  }
  return (
    <FormDrawer title={`${title} · ${line.number}`} submit={title} busy={act.isPending} onClose={onClose} onSubmit={() => void send()}>
      {kind === 'accept' ? (
        <p>
          {m.help.accept} {m.form.acceptEffect}
        </p>
      ) : null}
      {kind === 'payReward' ? <p>{m.help.pay}</p> : null}
      {kind === 'refer' ? (
        <Field label={m.form.to} error={missing(draft.to.trim() === '')}>
          <TextInput value={draft.to} placeholder={m.form.toPlaceholder} maxLength={200} onChange={(to) => change({ to })} />
        </Field>
      ) : null}
      {kind === 'join' ? (
        <Field label={m.form.into} help={m.record.alikeHelp} error={tried && draft.into === '' ? m.form.choose : undefined}>
          <SelectInput
            placeholder={m.form.choose}
            value={draft.into}
            onChange={(into) => change({ into })}
            options={record.alike.map(({ tipId, number, words }) => ({ value: tipId, label: `${number} ${words.slice(0, 24)}` }))}
          />
        </Field>
      ) : null}
      {kind === 'check' ? <CheckFields draft={draft.check} onChange={(check) => change({ check })} tried={tried} /> : null}
      {kind === 'proposeReward' ? (
        <RewardFields draft={draft.reward} onChange={(reward) => change({ reward })} tried={tried} insider={line.insider} />
      ) : null}
      {kind === 'decideReward' ? (
        <FieldGroup label={m.acts.decideReward.title} error={tried && draft.agree === '' ? m.form.choose : undefined}>
          <Choice
            label={m.acts.decideReward.title}
            value={draft.agree}
            onChange={(agree) => change({ agree })}
            options={[
              { value: 'yes', label: m.form.agree },
              { value: 'no', label: m.form.refuse },
            ]}
          />
        </FieldGroup>
      ) : null}
      {textLabel === '' ? null : (
        <Field
          label={textLabel}
          help={readByInformant.includes(kind) ? m.help.toInformant : undefined}
          error={missing(draft.text.trim() === '')}
        >
          {kind === 'payReward' ? (
            <TextInput value={draft.text} maxLength={200} lang={language} onChange={(text) => change({ text })} />
          ) : (
            <TextArea value={draft.text} rows={5} maxLength={2000} onChange={(text) => change({ text })} />
          )}
        </Field>
      )}
      <Problem problem={act.error} />
    </FormDrawer>
  )
}
