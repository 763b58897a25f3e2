import { useState } from 'react'
import { Checkbox, Choice, Field, SelectInput, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { sectors, type Sector } from '../../rules/criteria/checklist.ts'
import type { CampaignDraft, DraftFault } from './draft.ts'
import { messages } from './messages.ts'

export type FieldsProps = {
  readonly draft: CampaignDraft
  readonly onChange: (part: Partial<CampaignDraft>) => void
  readonly faults: Partial<Record<keyof CampaignDraft, DraftFault>>
}

/** A fault in words, at its field. */
export const useFaultText = (faults: FieldsProps['faults']) => {
  const m = useMessages(messages)
  return (field: keyof CampaignDraft): string | undefined => {
    const fault = faults[field]
    return fault === undefined ? undefined : m.form[fault]
  }
}

/** The goals of a campaign and the share of its units that is to be checked. */
export const GoalFields = ({ draft, onChange, faults }: FieldsProps) => {
  const m = useMessages(messages)
  const fault = useFaultText(faults)
  return (
    <>
      <Field label={m.goals} help={m.form.goalsHelp} error={fault('goals')}>
        <TextArea name="goals" maxLength={2000} value={draft.goals} onChange={(goals) => onChange({ goals })} />
      </Field>
      <Field label={m.form.goalPercent} error={fault('goalPercent')}>
        <TextInput
          name="goalPercent"
          inputMode="numeric"
          maxLength={3}
          className="campaigns-short"
          value={draft.goalPercent}
          onChange={(goalPercent) => onChange({ goalPercent })}
        />
      </Field>
    </>
  )
}

/** What kind of campaign it is. */
export const KindField = ({ draft, onChange }: Pick<FieldsProps, 'draft' | 'onChange'>) => {
  const m = useMessages(messages)
  return (
    <div className="al-field">
      <span className="campaigns-label">{m.kind}</span>
      <Choice
        label={m.kind}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        options={[
          { value: 'ordinary', label: m.kinds.ordinary },
          { value: 'flood', label: m.kinds.flood },
        ]}
      />
    </div>
  )
}

/** The checklists that the campaign asks by: those in force in its days, by sector. */
export const ChecklistsField = ({ draft, onChange, faults }: FieldsProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const fault = useFaultText(faults)('checklists')
  const [sector, setSector] = useState<Sector | ''>('')
  const query = useRead(routes.checklists, draft.from === '' ? {} : { query: { on: draft.from } }, { keepFormer: true })
  const chosen = new Set(draft.checklists)
  const choose = (key: string, on: boolean): void =>
    onChange({ checklists: on ? [...draft.checklists, key] : draft.checklists.filter((each) => each !== key) })
  return (
    <fieldset className={fault === undefined ? 'al-field campaigns-checklists' : 'al-field al-field-wrong campaigns-checklists'}>
      <legend>
        {m.checklists} <span className="al-quiet">{m.form.chosen(chosen.size)}</span>
      </legend>
      <Read query={query} rows={5} what={m.checklists}>
        {(lists) => {
          const present = [...new Map(lists.map((list) => [list.key, list])).values()]
          const known = (Object.keys(sectors) as Sector[]).filter((each) => present.some((list) => list.sector === each))
          return (
            <>
              <SelectInput
                label={m.form.sector}
                placeholder={m.form.anySector}
                value={sector}
                onChange={setSector}
                options={known.map((each) => ({ value: each, label: say(sectors[each]) }))}
              />
              <ul>
                {present
                  .filter((list) => sector === '' || list.sector === sector || chosen.has(list.key))
                  .map((list) => (
                    <li key={list.key}>
                      <Checkbox
                        label={list.title[language]}
                        help={`${m.form.purposes[list.purpose]} · ${m.form.items(list.items)}`}
                        checked={chosen.has(list.key)}
                        onChange={(on) => choose(list.key, on)}
                      />
                    </li>
                  ))}
              </ul>
            </>
          )
        }}
      </Read>
      {fault === undefined ? null : (
        <p className="al-field-said">
          <span className="al-field-error">{fault}</span>
        </p>
      )}
    </fieldset>
  )
}
