import type { RouteCall } from '../../../../kernel/contract.ts'
import type { routes } from '../../contract/index.ts'
import type { Sector } from '../../rules/criteria/checklist.ts'
import type { ChecklistFault } from '../../rules/criteria/faults.ts'
import type { Checklist, Item } from './records.ts'

export type EditionBody = NonNullable<RouteCall<typeof routes.addChecklist>['body']>

/** An edition while it is filled in: the checklist itself, with a running number for each item so that rows keep their place. */
export type EditionDraft = Omit<Checklist, 'items'> & { readonly items: readonly (Item & { readonly row: number })[] }

const nobody = { kinds: [], industries: [], tags: [] }

/** A list with nothing in it yet, of a sector. */
export const emptyEdition = (sector: Sector): EditionDraft => ({
  key: '',
  edition: '',
  title: { zh: '', en: '' },
  documentNumber: null,
  sector,
  purpose: 'routine',
  inForceFrom: '',
  inForceTo: null,
  source: '',
  confidence: 'medium',
  appliesTo: nobody,
  note: null,
  items: [],
})

/** The next edition of a list: everything as it stands but its name and its days, which are new. */
export const nextEdition = (list: Checklist): EditionDraft => ({
  ...list,
  edition: '',
  inForceFrom: '',
  inForceTo: null,
  items: list.items.map((item, row) => ({ ...item, row })),
})

/** An item to fill in, its key following those that are there. */
export const blankItem = ({ key, items }: EditionDraft): EditionDraft['items'][number] => {
  const row = items.reduce((most, item) => Math.max(most, item.row), -1) + 1
  const taken = new Set(items.map((item) => item.key))
  let number = items.length + 1
  const named = (): string => `${key}.${String(number).padStart(2, '0')}`
  while (taken.has(named())) number += 1
  return { key: named(), clause: '', zh: '', en: '', makesMajor: false, confidence: 'medium', howToCheck: null, appliesTo: nobody, row }
}

/** What the route takes. */
export const editionBody = ({ items, ...list }: EditionDraft): EditionBody => ({
  ...list,
  items: items.map(({ row: _row, ...item }) => item),
})

/** The fields of the list itself that are still empty. */
export const emptyFields = ({ key, edition, title, inForceFrom, source }: EditionDraft): ReadonlySet<string> =>
  new Set(
    Object.entries({ key, edition, titleZh: title.zh, titleEn: title.en, from: inForceFrom, source })
      .filter(([, value]) => value.trim() === '')
      .map(([name]) => name),
  )

/** The shape of a key, as the route asks for it. */
export const isKey = (key: string): boolean => /^[a-zA-Z][a-zA-Z0-9.-]{0,79}$/.test(key)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads pasted JSON into a draft: what is there counts, what is missing stays as in a blank list; the server judges the rest. */
export const readEdition = (
  text: string,
  sector: Sector,
): { readonly ok: true; readonly draft: EditionDraft } | { readonly ok: false; readonly why: string } => {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (problem) {
    return { ok: false, why: problem instanceof Error ? problem.message : String(problem) }
  }
  if (!isRecord(read)) return { ok: false, why: '{ … }' }
  const blank = emptyEdition(sector)
  const given = read['items']
  const items = Array.isArray(given) ? given.filter(isRecord) : []
  const draft = { ...blank, ...read, items: [] } as EditionDraft
  return {
    ok: true,
    draft: { ...draft, items: items.map((item, row) => ({ ...blankItem({ ...draft, items: [] }), ...item, row })) },
  }
}

/** The faults that concern the list itself, and those of each item by its key. */
export const faultsByPlace = (
  { key }: Pick<EditionDraft, 'key'>,
  faults: readonly ChecklistFault[],
): { readonly ofList: readonly ChecklistFault[]; readonly ofItem: ReadonlyMap<string, readonly ChecklistFault[]> } => ({
  ofList: faults.filter((fault) => fault.key === key),
  ofItem: Map.groupBy(
    faults.filter((fault) => fault.key !== key),
    (fault) => fault.key,
  ),
})
