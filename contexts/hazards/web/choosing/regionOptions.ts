import type { Option } from '../../../../ui/fields.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes as identity } from '../../../identity/contract/index.ts'
import { levelBelow, narrower } from './regionStep.ts'

/**
 * The regions to choose from in one list: the way from `base` down to what is chosen, and what lies directly below that;
 * choosing one opens its own. `base` itself stands for the whole and is the empty value.
 */
export const useRegionOptions = (base: string, value: string): readonly Option[] => {
  const { language } = useLanguage()
  const at = value === '' ? base : value
  const here = useRead(identity.region, { params: { code: at } }, { keepFormer: true })
  const below = useRead(identity.regions, { query: { parent: at } }, { keepFormer: true, enabled: levelBelow(at) !== undefined })
  const named = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string => (language === 'zh' ? name : nameEn)
  const path = (here.data?.path ?? []).filter(({ code }) => code !== base && narrower(code, base) === code)
  const lower = (below.data?.rows ?? []).filter(({ validTo, code }) => validTo === null && !path.some((each) => each.code === code))
  const whole = here.data?.path.find(({ code }) => code === base)
  return [
    { value: '', label: whole === undefined ? base : named(whole) },
    ...path.map((region, depth) => ({ value: region.code, label: `${'  '.repeat(depth + 1)}${named(region)}` })),
    ...lower.map((region) => ({ value: region.code, label: `${'  '.repeat(path.length + 1)}${named(region)}` })),
  ]
}
