import { useId } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Field, SelectInput, TextInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { categoryTable, substanceTable, type DangerCategory } from '../../rules/majorHazardSource.ts'
import { formMessages } from './formMessages.ts'
import type { SourceVerdict } from './records.ts'
import { SourceExplained } from './SourceExplained.tsx'
import { previewOf, type ChemicalDraft, type UnitDraft } from './unitDraft.ts'

type Props = { readonly draft: UnitDraft; readonly onChange: (part: Partial<UnitDraft>) => void; readonly tried: boolean }

const blank: ChemicalDraft = { substance: '', tonnes: '', category: '' }

/** The substances with their quantities, and at once what GB 18218 says to them. */
export const ChemicalFields = ({ draft, onChange, tried }: Props) => {
  const m = useMessages(formMessages)
  const { language } = useLanguage()
  const names = useId()
  const change = (at: number, part: Partial<ChemicalDraft>): void =>
    onChange({ chemicals: draft.chemicals.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  return (
    <>
      <datalist id={names}>
        {substanceTable.map(({ no, zh, cas }) => (
          <option key={no} value={zh}>
            {cas.join(' ')}
          </option>
        ))}
      </datalist>
      {draft.chemicals.map((chemical, index) => (
        <div key={index} className="hazards-unit-chemical">
          <Field label={m.substance} help={index === 0 ? m.substanceHelp : undefined}>
            <TextInput list={names} maxLength={200} value={chemical.substance} onChange={(substance) => change(index, { substance })} />
          </Field>
          <Field
            label={m.tonnes}
            error={
              tried && chemical.substance.trim() !== '' && !/^\d+(\.\d+)?$/.test(chemical.tonnes.trim())
                ? m.tonnesWrong(chemical.substance)
                : undefined
            }
          >
            <TextInput inputMode="decimal" value={chemical.tonnes} onChange={(tonnes) => change(index, { tonnes })} />
          </Field>
          <Field label={m.category}>
            <SelectInput
              placeholder={m.byTable1}
              options={categoryTable.map(({ code, zh, en }) => ({ value: code, label: `${code} ${language === 'zh' ? zh : en}` }))}
              value={chemical.category}
              onChange={(category: DangerCategory) => change(index, { category })}
            />
          </Field>
          <Button
            kind="bare"
            icon="cross"
            aria-label={m.removeSubstance(chemical.substance)}
            onClick={() => onChange({ chemicals: draft.chemicals.filter((_each, at) => at !== index) })}
          />
        </div>
      ))}
      <Button icon="plus" onClick={() => onChange({ chemicals: [...draft.chemicals, blank] })}>
        {m.addSubstance}
      </Button>
      <Field
        label={m.exposed}
        optional
        help={m.exposedHelp}
        error={draft.exposedPeople.trim() !== '' && !/^\d{1,8}$/.test(draft.exposedPeople.trim()) ? m.exposedWrong : undefined}
      >
        <TextInput inputMode="numeric" value={draft.exposedPeople} onChange={(exposedPeople) => onChange({ exposedPeople })} />
      </Field>
      <Preview draft={draft} />
    </>
  )
}

const Preview = ({ draft }: Pick<Props, 'draft'>) => {
  const m = useMessages(formMessages)
  const verdict = previewOf(draft)
  if (verdict === null) return null
  if (!verdict.ok) {
    const { code, facts } = verdict.refusal
    if (code === 'SUBSTANCE_UNKNOWN') return <p className="al-problem">{m.unknown(facts.substance)}</p>
    if (code === 'SUBSTANCE_AMBIGUOUS')
      return <p className="al-problem">{m.ambiguous(facts.substance, facts.candidates.join(m.separator))}</p>
    return null
  }
  const people = draft.exposedPeople.trim() === '' ? null : Number(draft.exposedPeople)
  return (
    <div className="hazards-unit-preview" role="group" aria-label={m.preview}>
      <p className="hazards-unit-label">{m.preview}</p>
      <SourceExplained verdict={verdict.value as unknown as SourceVerdict} exposedPeople={people} />
    </div>
  )
}
