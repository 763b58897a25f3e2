import { sql } from 'kysely'
import type { RecordNames } from '../../../platform/room.ts'

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A draw is called as its maker named it. */
const drawNames: RecordNames = async (tx, texts) => {
  const ids = texts.filter((text) => isUuid.test(text))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text as id, name from supervision.draw where id = any(${ids}::uuid[])`.execute(tx.tables())
  return new Map(rows.map(({ id, name }) => [id, { zh: name, en: name }]))
}

const pairsOf = (texts: readonly string[]): readonly (readonly [string, string])[] =>
  texts.flatMap((text) => {
    const [unit = '', id = ''] = text.split('.')
    return isUuid.test(unit) && isUuid.test(id) ? [[unit, id] as const] : []
  })

/** A recheck is called by the hazard, a doubt by the unit. */
const namesFrom =
  (table: 'recheck' | 'doubt', column: 'description' | 'unit_name'): RecordNames =>
  async (tx, texts) => {
    const pairs = pairsOf(texts)
    if (pairs.length === 0) return new Map()
    const { rows } = await sql<{ id: string; name: string }>`
      select unit_id || '.' || id as id, ${sql.ref(column)} as name from supervision.${sql.ref(table)}
      where (unit_id, id) in (select * from unnest(${pairs.map(([unit]) => unit)}::uuid[], ${pairs.map(([, id]) => id)}::uuid[]))`.execute(
      tx.tables(),
    )
    return new Map(rows.map(({ id, name }) => [id, { zh: name, en: name }]))
  }

export const inspectionNames: Readonly<Record<string, RecordNames>> = {
  draw: drawNames,
  recheck: namesFrom('recheck', 'description'),
  doubt: namesFrom('doubt', 'unit_name'),
}
