import type { ReactNode } from 'react'
import { Field, SelectInput, TextInput } from '../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { departmentLines } from '../contract/index.ts'
import { messages } from './messages.ts'
import { usccProblem, type OrganisationDraft } from './organisationDraft.ts'
import { OrganisationField } from './OrganisationPicker.tsx'
import { sentenceAt } from './refusalPlaces.ts'

const places = { uscc: ['USCC_INVALID', 'USCC_TAKEN'], region: ['REGION_UNKNOWN', 'REGION_ENDED', 'OUT_OF_SCOPE'] } as const

/** The refusals of both forms that are told at a field. */
export const organisationProblems = (problem: unknown) => sentenceAt(problem, places)

export type OrganisationFieldsProps = {
  readonly draft: OrganisationDraft
  readonly onChange: (part: Partial<OrganisationDraft>) => void
  /** Whether to tell what is missing. */
  readonly tried: boolean
  readonly problem: unknown
  /** What stands between what must be filled in and what may be. */
  readonly children?: ReactNode
}

/** What registering and changing an organisation have in common. */
export const OrganisationFields = ({ draft, onChange, tried, problem, children }: OrganisationFieldsProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const wrongCode = usccProblem(draft.uscc)
  const refused = organisationProblems(problem)
  // Told once it is as long as a code can be, or once the form was tried: not while the first half is typed.
  const usccError = (tried || draft.uscc.trim().length >= 18) && wrongCode ? say(wrongCode) : refused.uscc && say(refused.uscc)
  return (
    <>
      <Field
        label={m.organisation.name}
        help={m.organisation.nameHelp}
        error={tried && draft.name.trim() === '' ? m.organisation.fields.missingName : undefined}
      >
        <TextInput name="name" maxLength={200} value={draft.name} onChange={(name) => onChange({ name })} />
      </Field>
      <Field
        label={m.organisation.shortName}
        help={m.organisation.shortNameHelp}
        error={tried && draft.shortName.trim() === '' ? m.organisation.fields.missingShort : undefined}
      >
        <TextInput name="shortName" maxLength={200} value={draft.shortName} onChange={(shortName) => onChange({ shortName })} />
      </Field>
      {children}
      <Field label={m.organisation.uscc} optional help={m.organisation.usccHelp} error={usccError}>
        <TextInput
          name="uscc"
          className="identity-code-input"
          maxLength={18}
          autoCapitalize="characters"
          spellCheck={false}
          value={draft.uscc}
          onChange={(uscc) => onChange({ uscc })}
        />
      </Field>
      <Field label={m.organisation.line} optional help={m.organisation.lineHelp}>
        <SelectInput
          options={departmentLines.map((value) => ({ value, label: m.lines[value] }))}
          placeholder={m.words.none}
          value={draft.line}
          onChange={(line) => onChange({ line })}
        />
      </Field>
      <OrganisationField label={m.organisation.parent} optional value={draft.parent} onChange={(parent) => onChange({ parent })} />
      <OrganisationField
        label={m.organisation.alsoReportsTo}
        optional
        help={m.organisation.alsoReportsToHelp}
        value={draft.alsoReportsTo}
        onChange={(alsoReportsTo) => onChange({ alsoReportsTo })}
      />
    </>
  )
}
