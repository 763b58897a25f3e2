import type { Language } from '../language.tsx'

type Named = { readonly name: string; readonly nameEn: string }

/** The name of a region in the language of the screen. */
export const regionName = (region: Named, language: Language): string => (language === 'zh' ? region.name : region.nameEn)

/** The path in one line, as papers write it: 浙江省杭州市钱塘区; Qiantang District, Hangzhou, Zhejiang Province. */
export const pathText = (path: readonly Named[], language: Language): string => {
  const names = path.map((region) => regionName(region, language))
  return language === 'zh' ? names.join('') : names.toReversed().join(', ')
}

/** A level that may have another below it in the code table; towns may have villages, which it does not hold. */
export const mayHaveBelow = ({ level }: { readonly level: string }): boolean => level !== 'town' && level !== 'village'
