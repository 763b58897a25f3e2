import { sql } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { builtInLibrary, type Checklist } from '../rules/criteria.ts'
import { inSequence } from '../rules/criteria/editions.ts'
import { tables } from './unitStore.ts'

/** Every edition as it was entered: those of the program, then those of administrators. */
export const enteredLists = async (tx: Tx): Promise<readonly Checklist[]> => {
  const rows = await tables(tx).selectFrom('hazards.checklist').select('content').orderBy('key').orderBy('edition').execute()
  return [...builtInLibrary, ...rows.map(({ content }) => content)]
}

/** The library that counts: each edition ends where the next one of its list begins. */
export const libraryOf = async (tx: Tx): Promise<readonly Checklist[]> => inSequence(await enteredLists(tx))

/** Two who enter editions of one list at once come one after the other. */
export const lockChecklist = async (tx: Tx, key: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hazards.checklist/${key}`}, 0))`.execute(tx.tables())
}

export const insertChecklist = async (tx: Tx, list: Checklist, { personId, postId }: PersonActor): Promise<void> => {
  await tables(tx)
    .insertInto('hazards.checklist')
    .values({ key: list.key, edition: list.edition, content: JSON.stringify(list), person_id: personId, post_id: postId, at: tx.at })
    .execute()
}
