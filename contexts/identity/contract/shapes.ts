import { z } from 'zod'
import { roles } from '../../../kernel/actor.ts'
import { parseRegionCode } from '../../../kernel/region.ts'
import { departmentLines, organisationKinds } from '../rules/organisations.ts'

export const id = z.uuid()
export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')
export const day = z.iso.date()
export const instant = z.iso.datetime()
export const role = z.enum(roles)
export const text = z.string().trim().min(1).max(200)
/** A record named by the path. */
export const byId = z.object({ id })
/** The version that the writer saw. */
export const version = z.number().int().min(1)
export const nothing = z.null()

/** A page of a list: its rows, the exact total, and where the next page begins. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })

export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

export const postInHand = z.object({
  id,
  title: z.string(),
  organisationId: id,
  organisationName: z.string(),
  regionCode,
  /** From the province down, each with its code and both names. */
  regionPath: z.array(z.object({ code: regionCode, name: z.string(), nameEn: z.string() })),
  roles: z.array(role),
  /** The region it answers for, unless it sees only its own organisation. */
  scopeRegion: regionCode,
  ownOrganisationOnly: z.boolean(),
})

export const me = z.object({
  person: z.object({ id, name: z.string(), login: z.string() }),
  post: postInHand,
  posts: z.array(postInHand),
  /** Every action the present post may do, over all rooms. */
  actions: z.array(z.string()),
  mustChangePassword: z.boolean(),
  serverTime: instant,
})

export const session = z.object({
  id,
  startedAt: instant,
  lastSeenAt: instant,
  address: z.string().nullable(),
  device: z.string().nullable(),
  current: z.boolean(),
})

export const region = z.object({
  code: regionCode,
  name: z.string(),
  nameEn: z.string(),
  level: z.enum(['country', 'province', 'city', 'county', 'town', 'village']),
  parentCode: regionCode.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  statisticalOnly: z.boolean(),
})

export const organisation = z.object({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: z.string(),
  uscc: z.string().nullable(),
  line: z.enum(departmentLines).nullable(),
  regionCode,
  regionName: z.string(),
  regionNameEn: z.string(),
  /** The region on its paper, for ever; `regionCode` is where it counts now. */
  recordedRegion: regionCode,
  /** What stood on paper when the record was made, e.g. 浙江省杭州市下城区. */
  regionOnPaper: z.string(),
  /** Its old region was split: it counts under `regionCode` until somebody chooses among the candidates. */
  regionToDecide: z.boolean(),
  regionCandidates: z.array(regionCode),
  parent: z.object({ id, name: z.string() }).nullable(),
  alsoReportsTo: z.object({ id, name: z.string() }).nullable(),
  openedOn: day,
  closedOn: day.nullable(),
  people: z.number().int(),
  version: z.number().int(),
})

export const post = z.object({
  id,
  title: z.string(),
  personId: id,
  personName: z.string(),
  organisationId: id,
  organisationName: z.string(),
  regionCode,
  roles: z.array(role),
  scopeRegion: regionCode,
  scopeRegionName: z.string(),
  scopeRegionNameEn: z.string(),
  ownOrganisationOnly: z.boolean(),
  startsOn: day,
  endsOn: day.nullable(),
  rolesGrantedAt: instant.nullable(),
  version: z.number().int(),
})

export const person = z.object({
  id,
  name: z.string(),
  organisationId: id,
  organisationName: z.string(),
  regionCode,
  regionOnPaper: z.string(),
  /** Masked; the whole number only by `revealPerson`. */
  identityNumber: z.string().nullable(),
  phone: z.string().nullable(),
  login: z.string().nullable(),
  lockedUntil: instant.nullable(),
  joinedOn: day,
  leftOn: day.nullable(),
  posts: z.array(post),
  version: z.number().int(),
})
