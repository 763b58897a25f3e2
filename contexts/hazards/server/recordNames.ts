import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RecordNames } from '../../../platform/room.ts'
import { libraryOf } from './criteriaStore.ts'
import { tables, unitsInScope } from './unitStore.ts'

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const alike = (names: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, Sentence> =>
  new Map(names.map(({ id, name }) => [id, { zh: name, en: name }]))

/** Any text may come as an id: only what can be one is asked for. */
const asked =
  (ask: (tx: Tx, ids: readonly string[]) => Promise<readonly { readonly id: string; readonly name: string }[]>): RecordNames =>
  async (tx, texts) => {
    const ids = texts.filter((text) => isId.test(text))
    return ids.length === 0 ? new Map() : alike(await ask(tx, ids))
  }

const checklists: RecordNames = async (tx, texts) => {
  const library = await libraryOf(tx)
  return new Map(
    texts.flatMap((text) => {
      const list = library.find(({ key, edition }) => `${key}@${edition}` === text)
      return list ? [[text, list.title] as const] : []
    }),
  )
}

/** A visit is called by its unit and its day. Its record id is `<unit>.<visit>`. */
const visits: RecordNames = async (tx, texts) => {
  const ids = texts.map((text) => text.split('.')[1] ?? '').filter((id) => isId.test(id))
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('hazards.visit as visit')
    .innerJoin('hazards.unit as unit', 'unit.unit_id', 'visit.unit_id')
    .select(['visit.unit_id', 'visit.id', 'unit.name', 'visit.on_day'])
    .where('visit.id', 'in', ids)
    .execute()
  return alike(rows.map(({ unit_id, id, name, on_day }) => ({ id: `${unit_id}.${id}`, name: `${name} ${on_day}` })))
}

/** How the records of register, criteria, campaigns and visits are called elsewhere. */
export const registerNames: Readonly<Record<string, RecordNames>> = {
  unit: asked((tx, ids) => unitsInScope(tx).select(['unit.unit_id as id', 'unit.name']).where('unit.unit_id', 'in', ids).execute()),
  campaign: asked((tx, ids) => tables(tx).selectFrom('hazards.campaign').select(['id', 'name']).where('id', 'in', ids).execute()),
  specialList: asked((tx, ids) => tables(tx).selectFrom('hazards.special_list').select(['id', 'name']).where('id', 'in', ids).execute()),
  checklist: checklists,
  visit: visits,
}
