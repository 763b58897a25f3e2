import {
  QueryClient,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Route, RouteOutput } from '../kernel/contract.ts'
import { ask, ConnectionLost, newKey, ServerFault, type AnyInput, type CallArguments, type CallInput, type CallOptions } from './api.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly follows?: readonly string[] }
    defaultError: Error
  }
}

/** Only what may mend itself is tried again: a lost connection, or a server that says it is busy or away. */
export const mayMendItself = (problem: Error): boolean =>
  problem instanceof ConnectionLost || (problem instanceof ServerFault && [502, 503, 504].includes(problem.status))

const attempts = 3
/** 1, 2, 4 s, each spread by a half so that a county's phones do not come back at one instant. */
export const retryDelayMilliseconds = (failures: number, random: number = Math.random()): number =>
  Math.min(1_000 * 2 ** failures, 15_000) * (0.75 + random / 2)

/** The cache of everything read from the server. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Hints over the live connection tell what changed, so an answer stays good until then.
        staleTime: 60_000,
        retry: (failures, problem) => failures < attempts && mayMendItself(problem),
        retryDelay: (failures) => retryDelayMilliseconds(failures),
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })

export type ReadOptions = {
  /** False: not asked yet. */
  readonly enabled?: boolean
  /** Further rooms whose changes make this answer stale, beside the route's own. */
  readonly follows?: readonly string[]
  /** While the input changes, the former answer stays on the screen. */
  readonly keepFormer?: boolean
  readonly refreshEveryMilliseconds?: number
}

type ReadArguments<R> =
  Record<never, never> extends CallInput<R> ? [input?: CallInput<R>, options?: ReadOptions] : [input: CallInput<R>, options?: ReadOptions]

/** The key of a read; hints find it by the path, which begins with `/api/<room>`. */
export const readKey = (route: Route, input: AnyInput | undefined): QueryKey => [route.path, input ?? {}]

/** Reads a GET route, keeps the answer, and asks again when a hint says that it changed. */
export const useRead = <R extends Route>(route: R, ...[input, options = {}]: ReadArguments<R>): UseQueryResult<RouteOutput<R>> =>
  useQuery<RouteOutput<R>>({
    queryKey: readKey(route, input),
    queryFn: async ({ signal }) => (await ask(route, input ?? {}, { signal })) as RouteOutput<R>,
    enabled: options.enabled ?? true,
    ...(options.follows ? { meta: { follows: options.follows } } : {}),
    ...(options.keepFormer === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.refreshEveryMilliseconds === undefined ? {} : { refetchInterval: options.refreshEveryMilliseconds }),
  })

/** A list read page by page, each after the key of the last row. */
export type PagedRead<Row> = {
  readonly rows: readonly Row[]
  /** The exact number of rows that match; undefined until the first page has come. */
  readonly total: number | undefined
  readonly more: boolean
  readonly loadMore: () => void
  readonly loadingMore: boolean
  readonly query: {
    readonly isPending: boolean
    readonly error: Error | null
    readonly refetch: () => unknown
    readonly dataUpdatedAt: number
  }
}

/**
 * Reads a list route that answers `{ rows, total, next }` (`next` is the key to go on from, null at the end)
 * and takes that key as `query.after`.
 */
export const usePagedRead = <Row>(
  route: Route,
  input: { readonly params?: object; readonly query?: object },
  options: Pick<ReadOptions, 'enabled' | 'follows'> = {},
): PagedRead<Row> => {
  type Page = { readonly rows: readonly Row[]; readonly total: number; readonly next: string | null }
  const query = useInfiniteQuery({
    queryKey: readKey(route, input),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) =>
      (await ask(route, { ...input, query: { ...input.query, ...(pageParam === null ? {} : { after: pageParam }) } }, { signal })) as Page,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    ...(options.follows ? { meta: { follows: options.follows } } : {}),
  })
  const pages = query.data?.pages
  return {
    rows: useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]),
    total: pages?.[0]?.total,
    more: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    loadingMore: query.isFetchingNextPage,
    query,
  }
}

export type WriteOptions = {
  /** Rooms whose reads are asked again afterwards; absent: the route's own. */
  readonly changes?: readonly string[]
}

/** A deed of the person: `write` runs it and answers what the server answered. */
export type Write<R> = {
  readonly write: (...input: CallArguments<R>) => Promise<RouteOutput<R>>
  readonly isPending: boolean
  /** What went wrong the last time, until the next attempt or `reset`. */
  readonly error: Error | null
  readonly reset: () => void
}

type Deed = { readonly input: AnyInput; readonly options: CallOptions }

/**
 * Writes through a route. Every attempt of one deed carries the same Idempotency-Key, so a repeat over a bad
 * network does nothing twice; a route whose repeat is `natural` is not tried again by itself.
 */
export const useWrite = <R extends Route>(route: R, options: WriteOptions = {}): Write<R> => {
  const client = useQueryClient()
  const mutation = useMutation<RouteOutput<R>, Error, Deed>({
    mutationFn: async (deed) => (await ask(route, deed.input, deed.options)) as RouteOutput<R>,
    retry: (failures, problem) => (route.repeat ?? 'key') !== 'natural' && failures < attempts && mayMendItself(problem),
    retryDelay: (failures) => retryDelayMilliseconds(failures),
    onSuccess: () => {
      for (const room of options.changes ?? [roomOf(route)]) void refreshRoom(client, room)
    },
  })
  const { mutateAsync } = mutation
  const write = useCallback(
    (...[input, given]: CallArguments<R>) => mutateAsync({ input: input ?? {}, options: { ...given, key: given?.key ?? newKey() } }),
    [mutateAsync],
  )
  return { write, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset }
}

const roomOf = (route: Route): string => route.path.split('/')[2] ?? ''

/** Whether an answer under this key can have changed when something changed in the room. */
export const concernsRoom = (key: QueryKey, follows: readonly string[] | undefined, room: string): boolean => {
  const [path] = key
  return (typeof path === 'string' && path.startsWith(`/api/${room}/`)) || (follows?.includes(room) ?? false)
}

/** Asks again for everything on the screen that concerns the room; the rest is asked when it is next shown. */
export const refreshRoom = (client: QueryClient, room: string): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey, meta }) => concernsRoom(queryKey, meta?.follows, room) })
