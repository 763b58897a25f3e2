import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Language } from '../../../ui/language.tsx'
import type { routes } from '../contract/index.ts'

export type Region = RouteOutput<typeof routes.regions>['rows'][number]
export type RegionRecord = RouteOutput<typeof routes.region>
type Named = { readonly name: string; readonly nameEn: string }

/** The name of a region in the language of the screen. */
export const regionName = (region: Named, language: Language): string => (language === 'zh' ? region.name : region.nameEn)

/** The path in one line, as papers write it: 浙江省杭州市钱塘区; Qiantang District, Hangzhou, Zhejiang Province. */
export const pathText = (path: readonly Named[], language: Language): string => {
  const names = path.map((region) => regionName(region, language))
  return language === 'zh' ? names.join('') : names.toReversed().join(', ')
}

/** A level that may have another below it in the code table; towns may have villages, which it does not hold. */
export const mayHaveBelow = ({ level }: Pick<Region, 'level'>): boolean => level !== 'town' && level !== 'village'

/** Regions next to what they became, by the day; one row of the succession as the page shows it. */
export type SuccessionRow = RegionRecord['became'][number]

/** The rows of a succession by the act that made them: its day and its source. */
export const actsOf = (
  rows: readonly SuccessionRow[],
): readonly { readonly on: string; readonly source: string; readonly rows: readonly SuccessionRow[] }[] =>
  [...Map.groupBy(rows, ({ on, source }) => `${on} ${source}`).values()].flatMap((act) => {
    const [first] = act
    return first === undefined ? [] : [{ on: first.on, source: first.source, rows: act }]
  })

/** How the successor took over: as the main one, a part of it, or only by decision. */
export const successionRole = ({ main, needsDecision }: Pick<SuccessionRow, 'main' | 'needsDecision'>): 'main' | 'part' | 'needsDecision' =>
  needsDecision ? 'needsDecision' : main ? 'main' : 'part'
