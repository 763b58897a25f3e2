import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { becameOf, findRegions, madeOf, regionOf, regionPathOf, regionsBelow } from './regionStore.ts'

/** The region tree, open to anybody who has signed in. */
export const openRegions = (): readonly RouteHandler[] => [
  handle(routes.regions, async (tx, { query }) => {
    const on = query.on ?? dateInBeijing(tx.now).toString()
    return ok({ rows: query.find ? await findRegions(tx, query.find) : await regionsBelow(tx, query.parent, on) })
  }),

  handle(routes.region, async (tx, { params }) => {
    const region = await regionOf(tx, params.code)
    if (!region) return refuse('REGION_UNKNOWN', { regionCode: params.code })
    return ok({
      region,
      path: await regionPathOf(tx, params.code),
      became: await becameOf(tx, params.code),
      madeOf: await madeOf(tx, params.code),
    })
  }),
]
