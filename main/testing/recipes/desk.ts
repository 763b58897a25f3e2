import type { contract } from '../../../contexts/desk/contract/index.ts'
import type { Recipe } from '../walk.ts'

export const deskRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  desk: { elsewhere: false, request: () => ({}) },
  acknowledgeAlarm: {
    elsewhere: false,
    request: async (_site, _actor, house) => {
      const id = crypto.randomUUID()
      await house.services.database.pool.query(
        `insert into work.alarm (id, kind, subject, facts, first_at, last_at, failures) values ($1, 'jobFailing', $2, '{}', now(), now(), 5)`,
        [id, `test.${id}`],
      )
      return { params: { id } }
    },
  },
}
