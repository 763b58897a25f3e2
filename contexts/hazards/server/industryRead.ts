import { ok } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { criteriaRoutes } from '../contract/criteriaRoutes.ts'
import { industryPathText, searchIndustries } from '../rules/industries.ts'

/** The table of industries by what was typed; it is too large for the browser to carry. */
export const readIndustries: RouteHandler = handle(criteriaRoutes.industries, async (_tx, { query: { find, limit } }) =>
  ok(searchIndustries(find, { limit }).map(({ code, name, nameEn }) => ({ code, name, nameEn, path: industryPathText(code) }))),
)
