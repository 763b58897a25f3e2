import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Needs } from './needs.ts'

/** Of what a page needs the names; the same may come often, and null where there is none. */
export type Asked = {
  readonly regions?: readonly string[]
  readonly organisations?: readonly (string | null)[]
  readonly people?: readonly (string | null)[]
}

export type PageNames = {
  /** The code itself where the tree knows no name for it. */
  region(code: string): Sentence
  /** Null where the reader does not see the organisation, and where there is none. */
  organisation(id: string | null): string | null
  /** Empty for somebody the product knows no more. */
  person(id: string): string
  personOrNull(id: string | null): string | null
}

const distinct = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))]

export type NameNeeds = Pick<Needs, 'peopleNames' | 'organisationNames' | 'regionNames'>

/** The names for a whole page: one question for each kind, however many rows. */
export const namesFor = async (
  tx: Tx,
  { peopleNames, organisationNames, regionNames }: NameNeeds,
  { regions = [], organisations = [], people = [] }: Asked,
): Promise<PageNames> => {
  const ofRegions = await regionNames(tx, distinct(regions))
  const ofOrganisations = await organisationNames(tx, distinct(organisations))
  const ofPeople = await peopleNames(tx, distinct(people))
  const person = (id: string): string => ofPeople.get(id) ?? ''
  return {
    region: (code) => ofRegions.get(code) ?? { zh: code, en: code },
    organisation: (id) => (id === null ? null : (ofOrganisations.get(id) ?? null)),
    person,
    personOrNull: (id) => (id === null ? null : person(id)),
  }
}
