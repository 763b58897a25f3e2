import type { PersonActor } from '../kernel/actor.ts'
import type { Route, RouteInput } from '../kernel/contract.ts'
import type { Sentence } from '../kernel/refusals.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import type { Tx } from './database/transaction.ts'
import type { ExportList } from './ledger.ts'
import type { Written, WrittenColumn } from './sheets/sheet.ts'

export type ExportLanguage = 'zh' | 'en'

/** A column of an exported list: its head, how it looks, and what stands in it of a row. */
export type ExportColumn<Row> = {
  readonly key: string
  readonly label: Sentence
  readonly looks: WrittenColumn
  readonly value: (row: Row, say: Say) => Written
}

/** Words in the language of the export. */
export type Say = (sentence: Sentence) => string

type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string | null; readonly total?: number }

export type ExportOf<R extends Route, Row> = {
  readonly list: string
  readonly title: Sentence
  /** The route of the list: its action is needed, and its schemas judge the filters. */
  readonly route: R
  readonly ledger?: string
  readonly opens?: `/${string}`
  readonly columns: readonly ExportColumn<Row>[]
  /**
   * The list as its route answers it: the same function with the same filters, so that an export holds the rows of the screen.
   * Parameters of the path come among the filters, by their names.
   */
  readonly read: (tx: Tx, asked: Pick<RouteInput<R>, 'params' | 'query'> & { readonly actor: PersonActor }) => Promise<Result<Page<Row>>>
  /** How many rows there are; where absent, the total of a page of one row, or all rows of a list without pages. */
  readonly count?: (tx: Tx, asked: Pick<RouteInput<R>, 'params' | 'query'>) => Promise<Result<number>>
}

/** The filters as the route reads them. */
const asked = <R extends Route>(route: R, given: Readonly<Record<string, string>>): Result<Pick<RouteInput<R>, 'params' | 'query'>> => {
  const { after: _after, limit: _limit, ...filters } = given
  const params = route.params?.safeParse(filters)
  const query = route.query?.safeParse(filters)
  const issues = [params, query].flatMap((parsed) => (parsed?.success === false ? parsed.error.issues : []))
  if (issues.length > 0)
    return refuse('INPUT_INVALID', {
      issues: issues.map(({ path, message }) => ({ path: ['query', ...path.map(String)].join('.'), problem: message })),
    })
  return ok({ params: params?.data ?? {}, query: query?.data ?? {} } as Pick<RouteInput<R>, 'params' | 'query'>)
}

const reader = ({ actor }: Tx): PersonActor => {
  if (actor.kind !== 'person') throw new Error('a list is exported for a person')
  return actor
}

/** A list that can be exported, by the function that its route answers with. */
export const exportOf = <R extends Route, Row>({ route, columns, read, count, ...list }: ExportOf<R, Row>): ExportList => {
  const page = async (
    tx: Tx,
    given: Readonly<Record<string, string>>,
    place: { readonly after: string | null; readonly limit: number },
  ) => {
    const filters = asked(route, given)
    if (!filters.ok) return filters
    const { params, query } = filters.value
    const placed = { ...(query as object), limit: place.limit, ...(place.after === null ? {} : { after: place.after }) } as typeof query
    return read(tx, { params, query: placed, actor: reader(tx) })
  }
  return {
    ...list,
    action: route.action,
    columns: columns.map(({ key, label, looks }) => ({ key, label, looks })),
    page: async (tx, given, { after, limit, language }) => {
      const found = await page(tx, given, { after, limit })
      if (!found.ok) return found
      const say: Say = (sentence) => sentence[language]
      return ok({
        rows: found.value.rows.map((row) => columns.map(({ value }) => value(row, say))),
        next: found.value.next ?? null,
      })
    },
    count: async (tx, given) => {
      const filters = asked(route, given)
      if (!filters.ok) return filters
      if (count) return count(tx, filters.value)
      const found = await page(tx, given, { after: null, limit: 1 })
      return found.ok ? ok(found.value.total ?? found.value.rows.length) : found
    },
  }
}

type Looks = { readonly width?: number; readonly as?: WrittenColumn['as'] }

/** A column in few words: key, head, value. Width in characters of half width, 16 where nothing is said. */
export const exportColumn = <Row>(
  key: string,
  [zh, en]: readonly [zh: string, en: string],
  value: ExportColumn<Row>['value'],
  { width = 16, as = 'text' }: Looks = {},
): ExportColumn<Row> => ({ key, label: { zh, en }, looks: { width, as }, value })

/** A moment as a person writes it in a table, in Beijing time: 2026-11-24 10:30. */
export const minuteInBeijing = (instant: string | null): string | null =>
  instant === null
    ? null
    : Temporal.Instant.from(instant)
        .toZonedDateTimeISO('Asia/Shanghai')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ')
