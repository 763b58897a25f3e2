import { useSession } from '../../../ui/session.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Columns, PageHead } from '../../../ui/Page.tsx'
import { useRead } from '../../../ui/query.ts'
import { Read } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { OwnPassword } from './OwnPassword.tsx'
import { OwnPosts } from './OwnPosts.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import './identity.css'

/** One's own account: posts, sessions, password. */
const AccountPage = () => {
  const m = useMessages(messages)
  const { person, post } = useSession()
  const me = useRead(routes.me)
  return (
    <>
      <PageHead title={m.account.title} note={`${person.name} · ${post.organisationName}`} />
      <Read query={me} rows={6} what={m.account.title}>
        {(own) => (
          <Columns side={<OwnPassword login={own.person.login} />}>
            <OwnPosts present={own.post.id} posts={own.posts} />
            <OwnSessions />
          </Columns>
        )}
      </Read>
    </>
  )
}

export default AccountPage
