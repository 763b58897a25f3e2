import { sentenceOf } from '../../../../kernel/refusals.ts'
import { parseUscc } from '../../../../kernel/identifiers.ts'
import { RefusalError } from '../../../../ui/api.ts'
import { Checkbox, Choice, Field, SelectInput, TextInput, FieldGroup } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useMay } from '../../../../ui/session.ts'
import type { RegisterFacts } from '../../contract/index.ts'
import { registerRefusals } from '../../contract/registerRefusals.ts'
import { unitKinds, unitTags, type UnitKind, type UnitTag } from '../../rules/criteria/unit.ts'
import { riskColourNames, riskColours } from '../../rules/risk.ts'
import { ChemicalFields } from './ChemicalFields.tsx'
import { FoundField } from './FoundField.tsx'
import { formMessages } from './formMessages.ts'
import { PlaceField } from './PlaceField.tsx'
import { RegionField } from '../choosing/regions.ts'
import { RiskHelper } from './RiskHelper.tsx'
import { draftProblems, type UnitDraft } from './unitDraft.ts'

/** Refusals that are told at a field, so that they are not told twice. */
export const toldAtField = new Set([
  'REGION_UNKNOWN',
  'REGION_ENDED',
  'OUT_OF_SCOPE',
  'USCC_INVALID',
  'INDUSTRY_UNKNOWN',
  'INDUSTRY_SECTION_WRONG',
])

export type UnitFieldsProps = {
  readonly draft: UnitDraft
  readonly onChange: (part: Partial<UnitDraft>) => void
  readonly tried: boolean
  readonly problem: unknown
}

/** The fields of a unit, in registering and changing alike. */
export const UnitFields = ({ draft, onChange, tried, problem }: UnitFieldsProps) => {
  const m = useMessages(formMessages)
  const say = useSay()
  const { language } = useLanguage()
  const mayFindOrganisation = useMay('organisation.read')
  const mayFindPerson = useMay('person.read')
  const wrong = draftProblems(draft)
  const refused = (...codes: readonly string[]): string | undefined =>
    problem instanceof RefusalError && codes.includes(problem.code) ? say(problem.sentence) : undefined
  const uscc = draft.uscc.trim() === '' ? null : parseUscc(draft.uscc)
  const usccError =
    uscc !== null && !uscc.ok && (tried || draft.uscc.trim().length >= 18)
      ? say(sentenceOf<Pick<RegisterFacts, 'USCC_INVALID'>>(registerRefusals, uscc.refusal))
      : refused('USCC_INVALID')
  return (
    <>
      <Section title={m.who} rule="line">
        <FieldGroup label={m.kind} error={tried && wrong.has('kind') ? m.kindMissing : undefined}>
          <Choice
            label={m.kind}
            options={(Object.keys(unitKinds) as UnitKind[]).map((value) => ({ value, label: say(unitKinds[value]) }))}
            value={draft.kind}
            onChange={(kind) => onChange({ kind })}
          />
        </FieldGroup>
        <Field label={m.name} help={m.nameHelp} error={tried && wrong.has('name') ? m.nameMissing : undefined}>
          <TextInput name="name" maxLength={200} value={draft.name} onChange={(name) => onChange({ name })} />
        </Field>
        <Field label={m.uscc} optional help={m.usccHelp} error={usccError}>
          <TextInput
            name="uscc"
            className="hazards-unit-uscc"
            maxLength={18}
            autoCapitalize="characters"
            spellCheck={false}
            value={draft.uscc}
            onChange={(typed) => onChange({ uscc: typed })}
          />
        </Field>
        <FoundField
          what="industry"
          label={m.industry}
          help={m.industryHelp}
          value={draft.industry}
          onChange={(industry) => onChange({ industry })}
          error={tried && wrong.has('industry') ? m.industryMissing : refused('INDUSTRY_UNKNOWN', 'INDUSTRY_SECTION_WRONG')}
        />
        {mayFindOrganisation ? (
          <FoundField
            what="organisation"
            optional
            label={m.organisation}
            help={m.organisationHelp}
            value={draft.organisation}
            onChange={(organisation) => onChange({ organisation })}
          />
        ) : null}
        {mayFindPerson ? (
          <FoundField
            what="person"
            optional
            label={m.responsible}
            within={draft.organisation?.id}
            value={draft.responsible}
            onChange={(responsible) => onChange({ responsible })}
          />
        ) : null}
        <Tags draft={draft} onChange={onChange} />
      </Section>
      <Section title={m.where} rule="line">
        <RegionField
          label={m.region}
          help={m.regionHelp}
          value={draft.regionCode}
          onChange={(regionCode) => onChange({ regionCode })}
          error={tried && wrong.has('region') ? m.regionMissing : refused('REGION_UNKNOWN', 'REGION_ENDED', 'OUT_OF_SCOPE')}
        />
        <Field label={m.address} optional>
          <TextInput name="address" maxLength={200} value={draft.address} onChange={(address) => onChange({ address })} />
        </Field>
        <PlaceField value={draft.place} onChange={(place) => onChange({ place })} />
      </Section>
      <Section title={m.risk} rule="line">
        <Field label={m.riskColour} optional>
          <SelectInput
            placeholder={m.notGraded}
            options={riskColours.map((value) => ({ value, label: riskColourNames[value][language] }))}
            value={draft.riskColour}
            onChange={(riskColour) => onChange({ riskColour })}
          />
        </Field>
        <details className="hazards-unit-fold">
          <summary>{m.compute}</summary>
          <RiskHelper onTake={(riskColour) => onChange({ riskColour })} />
        </details>
      </Section>
      <Section title={m.chemicals} note="GB 18218-2018" rule="line">
        <ChemicalFields draft={draft} onChange={onChange} tried={tried} />
      </Section>
    </>
  )
}

const Tags = ({ draft, onChange }: Pick<UnitFieldsProps, 'draft' | 'onChange'>) => {
  const m = useMessages(formMessages)
  const say = useSay()
  return (
    <FieldGroup label={m.tags} optional help={m.tagsHelp}>
      <details className="hazards-unit-fold">
        <summary>{m.tagsChosen(draft.tags.length)}</summary>
        <div className="hazards-unit-tags">
          {(Object.keys(unitTags) as UnitTag[]).map((tag) => (
            <Checkbox
              key={tag}
              label={say(unitTags[tag])}
              checked={draft.tags.includes(tag)}
              onChange={(on) => onChange({ tags: on ? [...draft.tags, tag] : draft.tags.filter((other) => other !== tag) })}
            />
          ))}
        </div>
      </details>
    </FieldGroup>
  )
}
