import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { usePathname } from '../../../ui/address.tsx'
import { listenForShortcuts } from '../../../ui/keys.ts'
import { useMessages } from '../../../ui/language.tsx'
import { noteNetwork } from '../../../ui/network.ts'
import { PocketContext, type Pocket } from '../../../ui/outbox/context.ts'
import { useSession } from '../../../ui/session.ts'
import { useStateOf } from '../../../ui/state.ts'
import { Empty, Loading, PageBoundary } from '../../../ui/states.tsx'
import { Toasts } from '../../../ui/Toast.tsx'
import { useShell } from '../shell.ts'
import { keepPocket } from './keeper.ts'
import { messages } from './messages.ts'
import { pocketOf } from './outboxes.ts'
import { StatusBar } from './StatusBar.tsx'
import '../../../ui/pocket/pocket.css'

/** Follows the browser and the live line: whether the server can be reached. */
const useNetworkNoted = (): void => {
  const { live } = useShell()
  const { phase } = useStateOf(live.state)
  useEffect(() => {
    const note = (): void => {
      if (!navigator.onLine || phase === 'lost') noteNetwork(false)
      else if (phase === 'live') noteNetwork(true)
    }
    note()
    window.addEventListener('online', note)
    window.addEventListener('offline', note)
    return () => {
      window.removeEventListener('online', note)
      window.removeEventListener('offline', note)
    }
  }, [phase])
}

/** What every page of the pocket stands in: the state of the network above, what the phone keeps around it. */
const PocketFrame = () => {
  const m = useMessages(messages)
  const pathname = usePathname()
  const { rooms, live } = useShell()
  const { person, post } = useSession()
  const [pocket, setPocket] = useState<Pocket | 'refused' | null>(null)
  useNetworkNoted()
  useEffect(listenForShortcuts, [])
  useEffect(() => {
    keepPocket().catch(() => {
      // A browser that refuses workers still records; it needs the network to open the page.
    })
  }, [])
  useEffect(() => {
    let left = false
    pocketOf({ personId: person.id, postId: post.id }, rooms).then(
      (opened) => {
        if (!left) setPocket(opened)
      },
      () => {
        if (!left) setPocket('refused')
      },
    )
    return () => {
      left = true
    }
  }, [person.id, post.id, rooms])
  const { phase } = useStateOf(live.state)
  useEffect(() => {
    if (phase === 'live' && pocket !== null && pocket !== 'refused') void pocket.outbox.drain()
  }, [phase, pocket])
  if (pocket === null || pocket === 'refused') {
    return (
      <main id="page" className="pocket">
        {pocket === null ? <Loading rows={6} /> : <Empty title={m.storage} icon="info" />}
      </main>
    )
  }
  return (
    <PocketContext value={pocket}>
      <div className="pocket">
        <StatusBar />
        <main id="page">
          <PageBoundary key={pathname}>
            <Outlet />
          </PageBoundary>
        </main>
        <Toasts />
      </div>
    </PocketContext>
  )
}

export default PocketFrame
