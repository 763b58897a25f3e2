import type { ReactNode } from 'react'
import { Field, SelectInput, TextInput } from '../../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { sectors, type Sector } from '../../rules/criteria/checklist.ts'
import { emptyFields, isKey, type EditionDraft } from './editionDraft.ts'
import { messages } from './messages.ts'

export type EditionFieldsProps = {
  readonly draft: EditionDraft
  readonly onChange: (part: Partial<EditionDraft>) => void
  readonly tried: boolean
}

const confidences = ['high', 'medium', 'low'] as const

/** What an edition says of itself: its names, its days, where it is from. */
export const EditionFields = ({ draft, onChange, tried }: EditionFieldsProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const empty = emptyFields(draft)
  const missing = (name: string): string | undefined => (tried && empty.has(name) ? m.enter.missing : undefined)
  return (
    <>
      <Pair>
        <Field label={m.enter.key} help={m.enter.keyHelp} error={draft.key !== '' && !isKey(draft.key) ? m.enter.keyWrong : missing('key')}>
          <TextInput maxLength={80} spellCheck={false} value={draft.key} onChange={(key) => onChange({ key: key.trim() })} />
        </Field>
        <Field label={m.enter.edition} help={m.enter.editionHelp} error={missing('edition')}>
          <TextInput maxLength={200} value={draft.edition} onChange={(edition) => onChange({ edition })} />
        </Field>
      </Pair>
      <Pair>
        <Field label={m.enter.titleZh} error={missing('titleZh')}>
          <TextInput value={draft.title.zh} onChange={(zh) => onChange({ title: { ...draft.title, zh } })} />
        </Field>
        <Field label={m.enter.titleEn} error={missing('titleEn')}>
          <TextInput value={draft.title.en} onChange={(en) => onChange({ title: { ...draft.title, en } })} />
        </Field>
      </Pair>
      <Pair>
        <Field label={m.sector}>
          <SelectInput
            options={(Object.keys(sectors) as Sector[]).map((value) => ({ value, label: say(sectors[value]) }))}
            value={draft.sector}
            onChange={(sector) => onChange({ sector })}
          />
        </Field>
        <Field label={m.purpose}>
          <SelectInput
            options={[
              { value: 'major' as const, label: m.major },
              { value: 'routine' as const, label: m.routine },
            ]}
            value={draft.purpose}
            onChange={(purpose) => onChange({ purpose })}
          />
        </Field>
      </Pair>
      <Pair>
        <Field label={m.enter.from} error={missing('from')}>
          <TextInput type="date" value={draft.inForceFrom} onChange={(inForceFrom) => onChange({ inForceFrom })} />
        </Field>
        <Field label={m.enter.to} optional>
          <TextInput type="date" value={draft.inForceTo ?? ''} onChange={(day) => onChange({ inForceTo: day === '' ? null : day })} />
        </Field>
      </Pair>
      <Pair>
        <Field label={m.enter.document} optional>
          <TextInput
            maxLength={200}
            value={draft.documentNumber ?? ''}
            onChange={(text) => onChange({ documentNumber: text.trim() === '' ? null : text })}
          />
        </Field>
        <Field label={m.confidence}>
          <SelectInput
            options={confidences.map((value) => ({ value, label: m.confidences[value] }))}
            value={draft.confidence}
            onChange={(confidence) => onChange({ confidence })}
          />
        </Field>
      </Pair>
      <Field label={m.enter.source} help={m.enter.sourceHelp} error={missing('source')}>
        <TextInput maxLength={2000} value={draft.source} onChange={(source) => onChange({ source })} />
      </Field>
    </>
  )
}

export const Pair = ({ children }: { children: ReactNode }) => <div className="hazards-criteria-pair">{children}</div>
