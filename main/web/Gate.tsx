import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { RefusalError, sessionEnd } from '../../ui/api.ts'
import { useMessages } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { mayMendItself, retryDelayMilliseconds } from '../../ui/query.ts'
import { SessionContext } from '../../ui/session.ts'
import { useStateOf } from '../../ui/state.ts'
import { Failed } from '../../ui/states.tsx'
import { followBrowser } from './liveBinding.ts'
import { messages } from './messages.ts'
import { meKey, readMe, useOtherTabs, useSessionFrom, type Me } from './session.ts'
import { useShell } from './shell.ts'
import { SignIn } from './SignIn.tsx'

const ChangePassword = lazy(() => import('./ChangePassword.tsx'))

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
  const refused = ended ?? (me.error instanceof RefusalError && me.error.status === 401 ? me.error : null)
  if (!me.data) {
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
      <div hidden={refused !== null} inert={refused !== null} key={`${me.data.person.id} ${me.data.post.id}`}>
        {me.data.mustChangePassword ? (
          <Suspense fallback={<Opening />}>
            <ChangePassword name={me.data.person.name} />
          </Suspense>
        ) : (
          <Inside me={me.data} live={refused === null}>
            {children}
          </Inside>
        )}
      </div>
    </>
  )
}

const Inside = ({ me, live, children }: { me: Me; live: boolean; children: ReactNode }) => {
  const session = useSessionFrom(me)
  const { live: connection } = useShell()
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
