import type { Confidence } from '../../../../kernel/law.ts'
import { anyUnit } from './checklist.ts'
import type { Item, Scope } from './checklist.ts'
import { unitKinds, unitTags } from './unit.ts'
import type { UnitKind, UnitTag } from './unit.ts'

/** What the items of a table have in common. */
export type ItemDefaults = { readonly key: string; readonly makesMajor: boolean; readonly confidence: Confidence }

const isTag = (word: string): word is UnitTag => word in unitTags
const isKind = (word: string): word is UnitKind => word in unitKinds

/** `&site #31 #324 @dust`: kinds, industries, tags. A word that is none of these is a slip, and throws. */
const scopeOf = (text: string): Scope => {
  const words = text.split(' ').filter((word) => word !== '')
  const marked = (mark: string): readonly string[] => words.filter((word) => word.startsWith(mark)).map((word) => word.slice(1))
  const kinds = marked('&').filter(isKind)
  const industries = marked('#')
  const tags = marked('@').filter(isTag)
  if (kinds.length + industries.length + tags.length !== words.length) throw new Error(`scope not understood: ${text}`)
  return { kinds, industries, tags }
}

const confidences: Readonly<Record<string, Confidence>> = { H: 'high', M: 'medium', L: 'low' }

/**
 * Items as a table, a line an item: `number | clause | Chinese | English`, and where it differs from the list, H, M or L as
 * a fifth field. A line `> Chinese | English` tells how to check the item before it. A line `[&site #31 @dust]` narrows
 * the items after it, `[]` opens again. A line of another shape throws when the program starts.
 */
export const readItems = (defaults: ItemDefaults, table: string): readonly Item[] => {
  const items: Item[] = []
  let appliesTo = anyUnit
  for (const line of table.split('\n').map((text) => text.trim())) {
    if (line === '') continue
    if (line.startsWith('[')) {
      appliesTo = scopeOf(line.slice(1, -1))
      continue
    }
    const fields = line.replace(/^> /, '').split(' | ')
    const last = items.at(-1)
    if (line.startsWith('> ') && last && fields.length === 2) {
      items[items.length - 1] = { ...last, howToCheck: { zh: fields[0] ?? '', en: fields[1] ?? '' } }
      continue
    }
    const [number = '', clause = '', zh = '', en = '', mark] = fields
    const confidence = mark === undefined ? defaults.confidence : confidences[mark]
    if (fields.length < 4 || fields.length > 5 || !confidence) throw new Error(`item not understood: ${line}`)
    const { makesMajor } = defaults
    items.push({ key: `${defaults.key}.${number}`, clause, zh, en, makesMajor, confidence, howToCheck: null, appliesTo })
  }
  return items
}
