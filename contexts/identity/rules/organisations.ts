/**
 * Every kind of organisation the product knows; the words stand in GLOSSARY.md.
 * A venue is a node of its own and never a region: it reports to its region and to its organising committee.
 */
export const organisationKinds = [
  'government',
  'committee',
  'department',
  'townOffice',
  'park',
  'enterprise',
  'contractor',
  'serviceBody',
  'venue',
  'athletesVillage',
  'rescueStation',
  'rescueTeam',
  'grassrootsBody',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** Kinds whose posts answer for a region; the posts of all others see only their own organisation. */
const governing: readonly OrganisationKind[] = ['government', 'committee', 'department', 'townOffice', 'park', 'grassrootsBody']

/** Whether posts of this kind of organisation may see a region, or only their own organisation. */
export const governsRegion = (kind: OrganisationKind): boolean => governing.includes(kind)

/** The lines of government that take part in integrated command. */
export const departmentLines = [
  'emergency',
  'fire',
  'publicSecurity',
  'transport',
  'construction',
  'health',
  'marketRegulation',
  'naturalResources',
  'water',
  'meteorology',
  'ecology',
  'energy',
  'culture',
  'economy',
] as const

export type DepartmentLine = (typeof departmentLines)[number]
