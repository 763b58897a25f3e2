import type { Tx } from '../../../platform/database/transaction.ts'
import { tables } from './tipStore.ts'

/** Each informant has a key of his own, so that one can be forgotten without the others. */
const keyOf = (tipId: string): string => `informant:${tipId}`

export type Informant = { readonly name: string; readonly phone: string }

/** Seals who told. */
export const keepInformant = async (tx: Tx, tipId: string, regionCode: string, { name, phone }: Informant): Promise<void> => {
  const personId = keyOf(tipId)
  const [nameSealed, phoneSealed] = await tx.secrets.sealAllFor(tx.tables<unknown>(), [
    { personId, plain: name },
    { personId, plain: phone },
  ])
  await tables(tx)
    .insertInto('tips.informant')
    .values({ tip_id: tipId, region_code: regionCode, name_sealed: nameSealed!, phone_sealed: phoneSealed!, destroyed_at: null })
    .execute()
}

/** Who told, in the clear; null where nobody was named or the key is destroyed. The one place that opens it. */
export const openInformant = async (tx: Tx, tipId: string): Promise<Informant | null> => {
  const row = await tables(tx).selectFrom('tips.informant').selectAll().where('tip_id', '=', tipId).executeTakeFirst()
  if (!row || row.destroyed_at !== null) return null
  const personId = keyOf(tipId)
  const [name, phone] = await tx.secrets.openAllFor(tx.tables<unknown>(), [
    { personId, sealed: row.name_sealed },
    { personId, sealed: row.phone_sealed },
  ])
  return name == null || phone == null ? null : { name, phone }
}

/** Nobody opens it again, here or in any backup once the key is gone from there. */
export const destroyInformant = async (tx: Tx, tipId: string): Promise<void> => {
  await tx.secrets.destroyKeyOf(tx.tables<unknown>(), keyOf(tipId))
  await tables(tx)
    .updateTable('tips.informant')
    .set({ name_sealed: '', phone_sealed: '', destroyed_at: tx.at })
    .where('tip_id', '=', tipId)
    .execute()
}
