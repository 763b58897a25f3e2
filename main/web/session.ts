import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { ownRoutes } from '../../contexts/identity/contract/index.ts'
import { call, sessionEnd } from '../../ui/api.ts'
import { useLanguage, type Language } from '../../ui/language.tsx'
import { readKey } from '../../ui/query.ts'
import { learnServerTime } from '../../ui/serverClock.ts'
import type { Session, SessionPost } from '../../ui/session.ts'
import { keepMe, type Me } from './lastSession.ts'

/** Where the answer to "who am I" is kept. */
export const meKey = readKey(ownRoutes.me, undefined)

const isSame = (one: Me | undefined, other: Me): boolean => one?.person.id === other.person.id && one.post.id === other.post.id

/** Takes over who is signed in: the clock, and another post's answers out of the cache before anything shows them. */
const receive = (client: QueryClient, me: Me): Me => {
  learnServerTime(me.serverTime)
  keepMe(me)
  if (!isSame(client.getQueryData<Me>(meKey), me)) client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ownRoutes.me.path })
  return me
}

/** Reads who is signed in. */
export const readMe = async (client: QueryClient, signal?: AbortSignal): Promise<Me> =>
  receive(client, await call(ownRoutes.me, {}, signal ? { signal } : {}))

const postFrom = (post: Me['post'], language: Language): SessionPost => ({
  id: post.id,
  title: post.title,
  organisationName: post.organisationName,
  regionCode: post.regionCode,
  regionPath: post.regionPath.map((region) => (language === 'zh' ? region.name : region.nameEn)),
  roles: post.roles,
})

/** The session as pages see it, its region names in the present language. */
export const useSessionFrom = (me: Me): Session => {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      person: me.person,
      post: postFrom(me.post, language),
      posts: me.posts.map((post) => postFrom(post, language)),
      actions: new Set(me.actions),
    }),
    [me, language],
  )
}

/*
 * The session is one cookie for all tabs: what one tab changes, the others must hear.
 */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('anlan.session')

const enter = (client: QueryClient, me: Me): void => {
  client.setQueryData(meKey, receive(client, me))
  sessionEnd.set(null)
  tabs?.postMessage('changed')
}

export type SessionDeeds = {
  readonly signIn: (login: string, password: string) => Promise<void>
  readonly signOut: () => Promise<void>
  readonly switchPost: (postId: string) => Promise<void>
  readonly changePassword: (present: string, next: string) => Promise<void>
}

/** What a person does with the session. Each throws what `call` throws. */
export const useSessionDeeds = (): SessionDeeds => {
  const client = useQueryClient()
  return useMemo(
    () => ({
      signIn: async (login, password) => {
        const me = await call(ownRoutes.signIn, { body: { login, password } })
        // The same person in the same post finds the page as it was; what it shows is asked for again.
        const same = isSame(client.getQueryData<Me>(meKey), me)
        enter(client, me)
        if (same) await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== ownRoutes.me.path })
      },
      signOut: async () => {
        const me = client.getQueryData<Me>(meKey)
        await call(ownRoutes.signOut)
        keepMe(null)
        if (me) await (await import('./pocket/outboxes.ts')).forgetPacks(me.person.id)
        client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ownRoutes.me.path })
        tabs?.postMessage('changed')
        await client.resetQueries({ queryKey: meKey })
      },
      switchPost: async (postId) => enter(client, await call(ownRoutes.switchPost, { body: { postId } })),
      changePassword: async (present, next) => {
        await call(ownRoutes.changePassword, { body: { present, next } })
        client.setQueryData(meKey, await readMe(client))
      },
    }),
    [client],
  )
}

/** Asks again who is signed in when another tab changed it. */
export const useOtherTabs = (): void => {
  const client = useQueryClient()
  const hear = useCallback(() => void client.invalidateQueries({ queryKey: meKey }), [client])
  useEffect(() => {
    tabs?.addEventListener('message', hear)
    return () => tabs?.removeEventListener('message', hear)
  }, [hear])
}
