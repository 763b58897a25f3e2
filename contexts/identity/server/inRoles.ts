import { sql } from 'kysely'
import type { Role } from '../../../kernel/actor.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** Somebody in a post of an organisation, with the title of the post. */
export type PersonInRole = { readonly personId: string; readonly name: string; readonly title: string; readonly roles: readonly Role[] }

/** People of an organisation in scope who hold one of the roles today, by name; each once, in the first of his posts. */
export const peopleInRoles = async (tx: Tx, organisationId: string, roles: readonly Role[]): Promise<readonly PersonInRole[]> => {
  const today = dateInBeijing(tx.now).toString()
  const { rows } = await sql<PersonInRole>`
    select * from (
      select distinct on (post.person_id) post.person_id as "personId", person.name, post.title, post.roles
      from identity.post join identity.person on person.id = post.person_id
      where post.organisation_id = ${organisationId}::uuid and post.roles && ${[...roles]}::text[]
        and post.starts_on <= ${today}::date and (post.ends_on is null or post.ends_on > ${today}::date)
      order by post.person_id, post.made_at, post.id
    ) as held order by held.name, held."personId"`.execute(tx.tables())
  return rows
}
