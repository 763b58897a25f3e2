import { parseUscc } from '../../../../kernel/identifiers.ts'
import type { RouteCall } from '../../../../kernel/contract.ts'
import type { routes } from '../../contract/index.ts'
import type { UnitKind, UnitTag } from '../../rules/criteria/unit.ts'
import { majorHazardSource, type DangerCategory, type SourceVerdict } from '../../rules/majorHazardSource.ts'
import type { RiskColour } from '../../rules/risk.ts'
import type { Chosen } from './FoundField.tsx'
import type { UnitRecord } from './records.ts'

/** A substance as it is typed. */
export type ChemicalDraft = { readonly substance: string; readonly tonnes: string; readonly category: DangerCategory | '' }

/** What the form of a unit holds while it is filled in. */
export type UnitDraft = {
  readonly kind: UnitKind | ''
  readonly name: string
  readonly uscc: string
  readonly regionCode: string
  readonly organisation: Chosen | null
  readonly industry: Chosen | null
  readonly tags: readonly UnitTag[]
  readonly riskColour: RiskColour | ''
  readonly responsible: Chosen | null
  readonly address: string
  /** `longitude, latitude` in WGS 84. */
  readonly place: string
  readonly chemicals: readonly ChemicalDraft[]
  readonly exposedPeople: string
  readonly doubleReason: string
}

export type UnitBody = NonNullable<RouteCall<typeof routes.addUnit>['body']>

export const emptyDraft: UnitDraft = {
  kind: '',
  name: '',
  uscc: '',
  regionCode: '',
  organisation: null,
  industry: null,
  tags: [],
  riskColour: '',
  responsible: null,
  address: '',
  place: '',
  chemicals: [],
  exposedPeople: '',
  doubleReason: '',
}

/** The register's record as the form shows it; of whom the reader does not see, the place is kept without a name. */
export const draftOf = ({ unit, chemicals, exposedPeople }: UnitRecord, unseen: string): UnitDraft => ({
  kind: unit.kind,
  name: unit.name,
  uscc: unit.uscc ?? '',
  regionCode: unit.regionCode,
  organisation: unit.organisationId === null ? null : { id: unit.organisationId, name: unit.organisationName ?? unseen },
  industry: { id: unit.industryCode, name: `${unit.industryCode} ${unit.industryName}` },
  tags: unit.tags,
  riskColour: unit.riskColour ?? '',
  responsible: unit.responsiblePersonId === null ? null : { id: unit.responsiblePersonId, name: unit.responsiblePersonName ?? unseen },
  address: unit.address ?? '',
  place: unit.place === null ? '' : `${unit.place.lng}, ${unit.place.lat}`,
  chemicals: chemicals.map(({ substance, tonnes, category }) => ({ substance, tonnes: String(tonnes), category: category ?? '' })),
  exposedPeople: exposedPeople === null ? '' : String(exposedPeople),
  doubleReason: unit.doubleReason ?? '',
})

/** `120.4931, 30.2794` or with a Chinese comma or a blank between; null where it is no place. */
export const readPlace = (typed: string): { readonly lng: number; readonly lat: number } | null => {
  const [, first, second] = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(typed) ?? []
  if (first === undefined || second === undefined) return null
  const [lng, lat] = [Number(first), Number(second)]
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : null
}

const isAmount = (typed: string): boolean => /^\d+(\.\d+)?$/.test(typed.trim())
const isCount = (typed: string): boolean => /^\d{1,8}$/.test(typed.trim())

/** The substances that were named; an empty line is none. */
const named = (chemicals: readonly ChemicalDraft[]): readonly ChemicalDraft[] =>
  chemicals.filter(({ substance }) => substance.trim() !== '')

const holdings = (chemicals: readonly ChemicalDraft[]) =>
  named(chemicals).map(({ substance, tonnes, category }) => ({
    substance: substance.trim(),
    tonnes: Number(tonnes),
    ...(category === '' ? {} : { category }),
  }))

export type DraftProblem = 'kind' | 'name' | 'uscc' | 'region' | 'industry' | 'place' | 'exposed' | 'tonnes'

/** What keeps the form from being sent, each found here before the server would. */
export const draftProblems = (draft: UnitDraft): ReadonlySet<DraftProblem> => {
  const wrong: readonly [DraftProblem, boolean][] = [
    ['kind', draft.kind === ''],
    ['name', draft.name.trim() === ''],
    ['uscc', draft.uscc.trim() !== '' && !parseUscc(draft.uscc).ok],
    ['region', draft.regionCode === ''],
    ['industry', draft.industry === null],
    ['place', draft.place.trim() !== '' && readPlace(draft.place) === null],
    ['exposed', draft.exposedPeople.trim() !== '' && !isCount(draft.exposedPeople)],
    ['tonnes', named(draft.chemicals).some(({ tonnes }) => !isAmount(tonnes))],
  ]
  return new Set(wrong.filter(([, is]) => is).map(([problem]) => problem))
}

/** The body of both routes; null while something is missing. */
export const bodyOf = (draft: UnitDraft): UnitBody | null => {
  const { kind, industry } = draft
  if (kind === '' || industry === null || draftProblems(draft).size > 0) return null
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  return {
    kind,
    name: draft.name.trim(),
    uscc: orNull(draft.uscc)?.toUpperCase() ?? null,
    regionCode: draft.regionCode,
    organisationId: draft.organisation?.id ?? null,
    industryCode: industry.id,
    tags: [...draft.tags],
    riskColour: draft.riskColour === '' ? null : draft.riskColour,
    responsiblePersonId: draft.responsible?.id ?? null,
    address: orNull(draft.address),
    place: readPlace(draft.place),
    chemicals: holdings(draft.chemicals),
    exposedPeople: draft.exposedPeople.trim() === '' ? null : Number(draft.exposedPeople),
    doubleReason: orNull(draft.doubleReason),
  }
}

/** The verdict on what is filled in now, by the rule that the server runs too; null while nothing can be judged. */
export const previewOf = ({ chemicals, exposedPeople }: UnitDraft): ReturnType<typeof majorHazardSource> | null => {
  const filled = named(chemicals)
  if (filled.length === 0 || filled.some(({ tonnes }) => !isAmount(tonnes))) return null
  return majorHazardSource(holdings(filled), isCount(exposedPeople) ? Number(exposedPeople) : null)
}

export type { SourceVerdict }

/** The fields of the form in which two states of a unit differ. */
export const changedFields = (before: UnitDraft, after: UnitDraft): readonly (keyof UnitDraft)[] =>
  (Object.keys(before) as (keyof UnitDraft)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
