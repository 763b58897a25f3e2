import { Suspense, type ReactNode } from 'react'
import { useMessages, useSay } from '../../ui/language.tsx'
import { PageHead } from '../../ui/Page.tsx'
import type { WebPage } from '../../ui/room.ts'
import { useMay } from '../../ui/session.ts'
import { Forbidden, Loading } from '../../ui/states.tsx'
import { messages } from './messages.ts'
import { useShell } from './shell.ts'

/** Lets a page be seen by those whose post may do its action; tells the others. The server judges for itself. */
export const Guard = ({ page, children }: { page: WebPage; children: ReactNode }) => {
  const m = useMessages(messages)
  const say = useSay()
  const may = useMay(page.action)
  const { rooms } = useShell()
  if (!may) {
    return (
      <>
        <PageHead title={say(page.title)} />
        <Forbidden what={m.forbidden} grantedTo={rooms.flatMap(({ actions }) => actions?.[page.action ?? ''] ?? [])} />
      </>
    )
  }
  return <Suspense fallback={<Loading rows={8} what={say(page.title)} />}>{children}</Suspense>
}
