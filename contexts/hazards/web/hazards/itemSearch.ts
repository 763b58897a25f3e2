import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { routes } from '../../contract/index.ts'

export type Checklist = RouteOutput<typeof routes.unitChecklists>[number]
export type ChecklistItem = Checklist['items'][number]

/** An item with the list it stands in. */
export type FoundItem = { readonly item: ChecklistItem; readonly list: Pick<Checklist, 'key' | 'title' | 'documentNumber'> }

/**
 * The items that hold every word of the text, in the item, its clause or the title of its list, in either language; those
 * that make a hazard major come first.
 */
export const itemsWith = (checklists: readonly Checklist[], text: string, most: number): readonly FoundItem[] => {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fits = ({ item, list }: FoundItem): boolean => {
    const whole = [item.zh, item.en, item.clause, list.title.zh, list.title.en, list.documentNumber ?? ''].join('\n').toLowerCase()
    return words.every((word) => whole.includes(word))
  }
  return checklists
    .flatMap((list) => list.items.map((item) => ({ item, list })))
    .filter(fits)
    .toSorted((a, b) => Number(b.item.makesMajor) - Number(a.item.makesMajor))
    .slice(0, most)
}
