import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import { parentCode, regionCode, type RegionCode } from '../../../kernel/region.ts'
import type { IdentityTables } from './tables.ts'

const columns = [
  'code',
  'name',
  'name_en as nameEn',
  'level',
  'parent_code as parentCode',
  'valid_from as validFrom',
  'valid_to as validTo',
  'statistical_only as statisticalOnly',
] as const

const regionsTable = (tx: Tx) => tx.tables<IdentityTables>().selectFrom('identity.region')

/** A region, ended ones too. */
export const regionOf = async (tx: Tx, code: string) => regionsTable(tx).select(columns).where('code', '=', code).executeTakeFirst()

/** A region and everything above it, the province first. */
export const regionPathOf = async (tx: Tx, code: string) => {
  const codes: string[] = []
  for (let at: RegionCode | null = regionCode(code); at !== null; at = parentCode(at)) codes.push(at)
  const rows = await regionsTable(tx).select(columns).where('code', 'in', codes).where('level', '!=', 'country').execute()
  return rows.toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
}

/** The regions directly below one, on a day. */
export const regionsBelow = async (tx: Tx, parent: string, on: string) =>
  regionsTable(tx)
    .select(columns)
    .where('parent_code', '=', parent)
    .where((row) => row.or([row('valid_from', 'is', null), row('valid_from', '<=', on)]))
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', on)]))
    .orderBy('code')
    .execute()

/** Regions whose name or code begins with what was typed, those that ended last, so that a paper's old name is found; a screenful. */
export const findRegions = async (tx: Tx, find: string) => {
  const typed = `${find.replaceAll(/[%_\\]/g, '\\$&')}%`
  return regionsTable(tx)
    .select(columns)
    .where((row) =>
      row.or([row('name', 'like', typed), row('name_en', 'ilike', typed), row('code', 'like', `${find.replaceAll(/\D/g, '') || '-'}%`)]),
    )
    .orderBy(sql`valid_to is not null`)
    .orderBy('code')
    .limit(50)
    .execute()
}

const successions = (tx: Tx) => tx.tables<IdentityTables>().selectFrom('identity.region_succession as succession')

/** What a region became. */
export const becameOf = async (tx: Tx, code: string) =>
  successions(tx)
    .innerJoin('identity.region as region', 'region.code', 'succession.to_code')
    .select([
      'region.code',
      'region.name',
      'region.name_en as nameEn',
      'succession.on_date as on',
      'succession.main',
      'succession.needs_decision as needsDecision',
      'succession.source',
    ])
    .where('succession.from_code', '=', code)
    .orderBy('succession.to_code')
    .execute()

/** What a region was made of. */
export const madeOf = async (tx: Tx, code: string) =>
  successions(tx)
    .innerJoin('identity.region as region', 'region.code', 'succession.from_code')
    .select([
      'region.code',
      'region.name',
      'region.name_en as nameEn',
      'succession.on_date as on',
      'succession.main',
      'succession.needs_decision as needsDecision',
      'succession.source',
    ])
    .where('succession.to_code', '=', code)
    .orderBy('succession.from_code')
    .execute()
