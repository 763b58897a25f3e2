import { parseUscc } from '../../../kernel/identifiers.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { DepartmentLine, OrganisationKind } from '../contract/index.ts'
import { refusals } from '../contract/refusals.ts'
import type { ChosenOrganisation } from './OrganisationPicker.tsx'

/** What the form of an organisation holds while it is filled in. */
export type OrganisationDraft = {
  readonly kind: OrganisationKind | ''
  readonly name: string
  readonly shortName: string
  readonly uscc: string
  readonly line: DepartmentLine | ''
  readonly regionCode: string
  readonly parent: ChosenOrganisation | null
  readonly alsoReportsTo: ChosenOrganisation | null
}

export const emptyDraft: OrganisationDraft = {
  kind: '',
  name: '',
  shortName: '',
  uscc: '',
  line: '',
  regionCode: '',
  parent: null,
  alsoReportsTo: null,
}

/** The fields of a draft as both routes take them. */
export const bodyOf = (draft: OrganisationDraft) => ({
  name: draft.name.trim(),
  shortName: draft.shortName.trim(),
  uscc: draft.uscc.trim() === '' ? null : draft.uscc.trim().toUpperCase(),
  line: draft.line === '' ? null : draft.line,
  parentId: draft.parent?.id ?? null,
  alsoReportsToId: draft.alsoReportsTo?.id ?? null,
})

/** What a change sends: a superior that was not touched is not named, for one outside the scope is not shown and must stay. */
export const changeOf = (draft: OrganisationDraft, before: OrganisationDraft) => {
  const { parentId, alsoReportsToId, ...rest } = bodyOf(draft)
  return {
    ...rest,
    ...(draft.parent?.id === before.parent?.id ? {} : { parentId }),
    ...(draft.alsoReportsTo?.id === before.alsoReportsTo?.id ? {} : { alsoReportsToId }),
  }
}

/** What is wrong with a credit code, by the rule that the server runs too; nothing where none is given. */
export const usccProblem = (typed: string): Sentence | null => {
  if (typed.trim() === '') return null
  const parsed = parseUscc(typed)
  if (parsed.ok) return null
  const { facts } = parsed.refusal
  return { zh: refusals.USCC_INVALID.zh(facts), en: refusals.USCC_INVALID.en(facts) }
}
