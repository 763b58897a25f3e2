/*
 * The service worker: the pocket opens without network, also after the phone was restarted. It keeps files of one build
 * and never an answer of the API. A new build waits until nothing is being filled in (`keeper.ts`).
 */

type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void }
type Asking = Waiting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void }
type Told = { readonly data: unknown }

/** The part of a worker's world that is used here; the browser's types know only that of a page. */
type World = {
  readonly addEventListener: ((kind: 'install' | 'activate', hear: (event: Waiting) => void) => void) &
    ((kind: 'fetch', hear: (event: Asking) => void) => void) &
    ((kind: 'message', hear: (event: Told) => void) => void)
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly location: Location
}

const world = self as unknown as World

/** Filled in by the build: its name, and the files that the pocket is made of. */
const build = JSON.parse('__POCKET_BUILD__') as { readonly name: string; readonly files: readonly string[] }

const own = `anlan-pocket-${build.name}`
/** Faces carry their content in their name, so they outlive a build. */
const faces = 'anlan-faces'
const page = '/m'

const keepFile = async (cache: Cache, file: string): Promise<void> => {
  // What did not change since the last build is on the phone already.
  const held = await caches.match(file)
  const answer = held ?? (await fetch(file))
  if (!answer.ok) throw new Error(`${file} answered ${answer.status}`)
  await cache.put(file, answer)
}

const keepPage = async (cache: Cache): Promise<void> => {
  const answer = await fetch(page, { cache: 'no-store' })
  if (!answer.ok) throw new Error(`${page} answered ${answer.status}`)
  await cache.put(page, answer)
}

const install = async (): Promise<void> => {
  const cache = await caches.open(own)
  await Promise.all([keepPage(cache), ...build.files.map((file) => keepFile(cache, file))])
}

const activate = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith('anlan-') && name !== own && name !== faces) await caches.delete(name)
  await world.clients.claim()
}

const fromPhone = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request)

const faceFile = async (request: Request): Promise<Response> => {
  const held = await caches.match(request)
  if (held) return held
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(faces)).put(request, answer.clone())
  return answer
}

const pocketPage = async (request: Request): Promise<Response> => {
  const cache = await caches.open(own)
  return (await cache.match(page)) ?? fetch(request)
}

/** The desk needs the server; without it the way in is the pocket. */
const desk = (request: Request): Promise<Response> => fetch(request).catch(() => Response.redirect(page))

world.addEventListener('install', (event) => event.waitUntil(install()))
world.addEventListener('activate', (event) => event.waitUntil(activate()))
world.addEventListener('message', ({ data }) => {
  if (data === 'takeOver') void world.skipWaiting()
})
world.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== world.location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === page || pathname.startsWith(`${page}/`)) event.respondWith(pocketPage(request))
    else if (pathname === '/') event.respondWith(desk(request))
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(pathname.endsWith('.woff2') ? faceFile(request) : fromPhone(request))
  }
})
