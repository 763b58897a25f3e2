import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
  type AnyRouter,
} from '@tanstack/react-router'
import { lazy, type FunctionComponent } from 'react'
import { searchOf, usePathname } from '../../ui/address.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { ExportWindowContext, type ExportWindowProps } from '../../ui/exportWindow.ts'
import { useMessages } from '../../ui/language.tsx'
import { PageHead } from '../../ui/Page.tsx'
import type { Surface, WebPage, WebRoom } from '../../ui/room.ts'
import { Empty, PageBoundary } from '../../ui/states.tsx'
import { words } from '../../ui/words.ts'
import { Frame } from './Frame.tsx'
import { Gate } from './Gate.tsx'
import { Guard } from './Guard.tsx'
import { Home } from './Home.tsx'
import { createLive } from './liveBinding.ts'
import { ShellContext } from './shell.ts'

/** `?region=330211&state=open`: plain values that a person can read, type and send. */
const stringifySearch = (search: Readonly<Record<string, unknown>>): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value)
  }
  const text = parameters.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** Every page of every room, behind the sign-in; what is public, and the gallery of screen parts, stand before it. */
export const createShellRouter = (rooms: readonly WebRoom[], client: QueryClient): AnyRouter => {
  const shell = { rooms, live: createLive(client) }
  const root = createRootRoute({ component: Outlet, notFoundComponent: Lost })
  const exportWindow = rooms.find((room) => room.exportWindow)?.exportWindow
  const ExportWindow = exportWindow ? lazy(exportWindow) : null
  const drawExport = ExportWindow ? (asked: ExportWindowProps) => <ExportWindow {...asked} /> : null
  const gate = createRoute({
    getParentRoute: () => root,
    id: 'gate',
    component: () => (
      <ShellContext value={shell}>
        <ExportWindowContext value={drawExport}>
          <Gate>
            <Outlet />
          </Gate>
        </ExportWindowContext>
      </ShellContext>
    ),
  })
  const framed = createRoute({ getParentRoute: () => gate, id: 'framed', component: Framed })
  const bare = createRoute({ getParentRoute: () => gate, id: 'bare', component: Bare })
  const pocket = createRoute({
    getParentRoute: () => gate,
    id: 'pocket',
    component: lazyRouteComponent(() => import('./pocket/PocketFrame.tsx')),
  })
  const open = createRoute({ getParentRoute: () => root, id: 'public', component: Open })
  const pages = rooms.flatMap((room) => room.pages)
  const routeOf = (page: WebPage, parent: AnyRoute): AnyRoute => {
    const Page = lazyRouteComponent(page.load as () => Promise<{ readonly default: FunctionComponent }>)
    const route: AnyRoute = createRoute({
      getParentRoute: () => parent,
      path: page.path,
      component: () => (
        <Guard page={page}>
          <Page />
        </Guard>
      ),
      loader: () => Page.preload?.(),
    })
    return route
  }
  const openTo = (page: WebPage, parent: AnyRoute): AnyRoute =>
    createRoute({
      getParentRoute: () => parent,
      path: page.path,
      component: lazyRouteComponent(page.load as () => Promise<{ readonly default: FunctionComponent }>),
    })
  const onSurface = (...surfaces: readonly Surface[]): readonly WebPage[] =>
    pages.filter(({ surface = 'work' }) => surfaces.includes(surface))
  const home = pages.some((page) => page.path === '/') ? [] : [createRoute({ getParentRoute: () => framed, path: '/', component: Home })]
  const gallery = createRoute({
    getParentRoute: () => root,
    path: '/gallery',
    component: lazyRouteComponent(() => import('./gallery/Gallery.tsx')),
  })
  const elsewhere = createRoute({ getParentRoute: () => framed, path: '$', component: Elsewhere })
  return createRouter({
    routeTree: root.addChildren([
      gallery,
      open.addChildren(onSurface('public').map((page) => openTo(page, open))),
      gate.addChildren([
        framed.addChildren([...onSurface('work').map((page) => routeOf(page, framed)), ...home, elsewhere]),
        pocket.addChildren(onSurface('pocket').map((page) => routeOf(page, pocket))),
        bare.addChildren(onSurface('screen').map((page) => routeOf(page, bare))),
      ]),
    ]),
    parseSearch: (text) => searchOf(new URLSearchParams(text)),
    stringifySearch,
    defaultPreload: false,
    scrollRestoration: true,
  })
}

const Framed = () => {
  const pathname = usePathname()
  return (
    <Frame>
      <PageBoundary key={pathname}>
        <Outlet />
      </PageBoundary>
    </Frame>
  )
}

const Bare = () => {
  const pathname = usePathname()
  return (
    <main id="page">
      <PageBoundary key={pathname}>
        <Outlet />
      </PageBoundary>
    </main>
  )
}

const Open = () => {
  const pathname = usePathname()
  return (
    <PageBoundary key={pathname}>
      <Outlet />
    </PageBoundary>
  )
}

const Elsewhere = () => {
  const m = useMessages(words)
  return (
    <>
      <PageHead title={m.states.notFound} />
      <Empty title={m.states.notFoundNext} icon="question" action={<ButtonLink to="/">{m.states.backToDesk}</ButtonLink>} />
    </>
  )
}

const Lost = () => (
  <main className="shell-alone">
    <div>
      <Elsewhere />
    </div>
  </main>
)
