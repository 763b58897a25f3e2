import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { usePathname } from '../../ui/address.tsx'
import { RefusalError, sessionEnd } from '../../ui/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { mayMendItself, retryDelayMilliseconds } from '../../ui/query.ts'
import { SessionContext } from '../../ui/session.ts'
import { useStateOf } from '../../ui/state.ts'
import { Failed } from '../../ui/states.tsx'
import { isPocketPath, lastMe, type Me } from './lastSession.ts'
import { followBrowser } from './liveBinding.ts'
import { messages } from './messages.ts'
import { meKey, readMe, useOtherTabs, useSessionFrom } from './session.ts'
import { useShell } from './shell.ts'
import { SignIn } from './SignIn.tsx'

const ChangePassword = lazy(() => import('./ChangePassword.tsx'))

/** How often a phone that began without an answer asks anew who is signed in. */
const askAgainMilliseconds = 30_000

/**
 * Nobody passes without a session. When one ends in the middle of work, the sign-in covers the page and leaves it
 * as it was underneath, so that nothing that was typed is lost.
 */
export const Gate = ({ children }: { children: ReactNode }) => {
  useOtherTabs()
  const ended = useStateOf(sessionEnd)
  const me = useQuery({
    queryKey: meKey,
    queryFn: ({ signal, client }) => readMe(client, signal),
    retry: (failures, problem) => failures < 3 && mayMendItself(problem),
    retryDelay: (failures) => retryDelayMilliseconds(failures),
    staleTime: Infinity,
  })
  const pathname = usePathname()
  // On a phone nobody waits for the network to see what is on the phone.
  const { data, refetch } = me
  const last = useMemo(() => (data === undefined ? lastMe() : null), [data])
  const known = data ?? (last !== null && isPocketPath(pathname) ? last : undefined)
  const asking = data === undefined && known !== undefined
  useEffect(() => {
    if (!asking) return
    const again = (): void => void refetch()
    window.addEventListener('online', again)
    const timer = setInterval(again, askAgainMilliseconds)
    return () => {
      window.removeEventListener('online', again)
      clearInterval(timer)
    }
  }, [asking, refetch])
  const refused = ended ?? (me.error instanceof RefusalError && me.error.status === 401 ? me.error : null)
  if (!known) {
    if (refused) return <SignIn reason={refused} />
    if (me.error) {
      return (
        <main className="shell-alone">
          <Mark size={40} />
          <h1 className="al-unseen">安澜 Anlan</h1>
          <Failed problem={me.error} onRetry={() => void me.refetch()} />
        </main>
      )
    }
    return <Opening />
  }
  return (
    <>
      {refused ? <SignIn reason={refused} again /> : null}
      <div hidden={refused !== null} inert={refused !== null} key={`${known.person.id} ${known.post.id}`}>
        {known.mustChangePassword ? (
          <Suspense fallback={<Opening />}>
            <ChangePassword name={known.person.name} />
          </Suspense>
        ) : (
          <Inside me={known} live={refused === null}>
            {children}
          </Inside>
        )}
      </div>
    </>
  )
}

const Inside = ({ me, live, children }: { me: Me; live: boolean; children: ReactNode }) => {
  const session = useSessionFrom(me)
  const { live: connection, rooms } = useShell()
  useEffect(() => {
    if (!live) return
    // What was done on this phone without network goes out from whatever page is open; after the page itself has come.
    const timer = setTimeout(() => {
      import('./pocket/background.ts').then(({ serve }) => serve(me.person.id, me.post.id, rooms)).catch(leftToPocket)
    }, 3_000)
    return () => clearTimeout(timer)
  }, [live, me.person.id, me.post.id, rooms])
  useEffect(() => {
    if (!live) return
    connection.start()
    const leave = followBrowser(connection)
    return () => {
      leave()
      connection.stop()
    }
  }, [live, connection])
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The line was lost before these parts came; the pocket fetches them itself. */
const leftToPocket = (): void => undefined

const Opening = () => {
  const m = useMessages(messages)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="shell-alone" aria-busy="true">
      <h1 className="al-unseen">{m.starting}</h1>
      {shown ? <Mark size={40} /> : null}
    </main>
  )
}
