import { codePath, parseRegionCode, regionLevel } from '../../../../kernel/region.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { ExportColumn } from '../../../../platform/exportOf.ts'
import type { Column } from '../../rules/ledger/column.ts'
import type { NameNeeds } from '../pageNames.ts'

/** The columns of a ledger that are filled in, in the ledger's order and under its heads, so that what goes out can come in. */
export const inLayout = <Key extends string, Row>(
  columns: readonly Column<Key>[],
  values: { readonly [Name in Key]?: ExportColumn<Row>['value'] },
): readonly ExportColumn<Row>[] =>
  columns.flatMap(({ key, label, looks }) => {
    const value = values[key]
    return value === undefined ? [] : [{ key, label, looks, value }]
  })

/** A place as a ledger tells it: the county (or what lies above, where there is none), and what lies below. */
export type LedgerPlace = { readonly county: string; readonly region: string }

/**
 * Places by region code, by their official Chinese names whatever the language of the file: a ledger is read back by them.
 */
export const ledgerPlaces = async (
  tx: Tx,
  { regionNames }: Pick<NameNeeds, 'regionNames'>,
  codes: readonly string[],
): Promise<(code: string) => LedgerPlace> => {
  const paths = new Map(
    [...new Set(codes)].map((code) => {
      const parsed = parseRegionCode(code)
      return [code, parsed.ok ? codePath(parsed.value) : []] as const
    }),
  )
  const names = await regionNames(tx, [...new Set([...paths.values()].flat())])
  const nameOf = (code: string): string => names.get(code)?.zh ?? code
  return (code) => {
    const path = paths.get(code) ?? []
    const below = path.filter((each) => regionLevel(each) === 'town' || regionLevel(each) === 'village')
    const above = path.at(-1 - below.length)
    return { county: above === undefined ? code : nameOf(above), region: below.map(nameOf).join('') }
  }
}
