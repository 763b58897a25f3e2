import { Link as RouterLink, useNavigate as useRouterNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo, type ComponentPropsWithRef } from 'react'
import type { Navigate } from './room.ts'

/*
 * Addresses are plain texts here (`/people/p-1?tab=posts`): the rooms are joined when the product starts,
 * so the router cannot know their paths when it compiles.
 */

export type LinkProps = Omit<ComponentPropsWithRef<'a'>, 'href'> & { readonly to: string }

const split = (address: string): { to: string; search: Record<string, string>; hash?: string } => {
  const { pathname, searchParams, hash } = new URL(address, 'http://inside')
  return { to: pathname, search: searchOf(searchParams), ...(hash === '' ? {} : { hash: hash.slice(1) }) }
}

/** Repeated names are joined by a comma, so that an address can be read and typed. */
export const searchOf = (parameters: URLSearchParams): Record<string, string> => {
  const search: Record<string, string> = {}
  for (const [name, value] of parameters) search[name] = search[name] === undefined ? value : `${search[name]},${value}`
  return search
}

/** A link inside the product; the page it leads to is fetched when the pointer or the focus comes near. */
export const Link = ({ to, ...rest }: LinkProps) => (
  // Only the very same view counts as the present one: `/hazards` is not `/hazards?open=true`.
  <RouterLink {...split(to)} preload="intent" activeOptions={{ exact: true }} {...(rest as object)} />
)

/** Goes to an address inside the product. */
export const useNavigate = (): Navigate => {
  const navigate = useRouterNavigate()
  return useCallback((address: string) => void navigate(split(address)), [navigate])
}

/** The path of the page that is shown. */
export const usePathname = (): string => useRouterState({ select: (state) => state.location.pathname })

/** The parameters that the page's path names with `$`. */
export const usePathParameters = <Name extends string>(): Readonly<Record<Name, string>> =>
  useParams({ strict: false }) as Readonly<Record<Name, string>>

/**
 * Filters that live in the address bar, so that a view can be sent as a link. A value equal to its default
 * is left out of the address; setting does not add a step to the history unless `push` asks for it.
 */
export const useFilters = <Name extends string>(
  defaults: Readonly<Record<Name, string>>,
): [values: Readonly<Record<Name, string>>, set: (next: Partial<Record<Name, string>>, push?: boolean) => void] => {
  const navigate = useRouterNavigate()
  const search = useRouterState({ select: (state) => state.location.search as Readonly<Record<string, string>> })
  const values = useMemo(() => {
    const present = Object.entries(search).filter(([name]) => name in defaults)
    return { ...defaults, ...Object.fromEntries(present) } as Readonly<Record<Name, string>>
  }, [search, defaults])
  const set = useCallback(
    (next: Partial<Record<Name, string>>, push = false) => {
      // On the address as it will be by then: two filters may be set before the page is drawn again.
      const joined = (former: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries({ ...former, ...next }).filter(([name, value]) => value !== (name in defaults ? defaults[name as Name] : '')),
        )
      void navigate({ to: '.', search: joined as never, replace: !push })
    },
    [navigate, defaults],
  )
  return [values, set]
}
