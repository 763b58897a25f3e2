import { useState } from 'react'
import { Link } from '../../../ui/address.tsx'
import { Button, RefusedAction, Tag } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { useMay, useSession } from '../../../ui/session.ts'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { GrantRoles } from './GrantRoles.tsx'
import { messages } from './messages.ts'
import { foreseen, RoleList } from './parts.tsx'
import type { Person, Post } from './records.ts'
import { ScopeOf } from './ScopeOf.tsx'

/** The posts of a person: those in force with what may be done to them, then those that ended. */
export const PersonPosts = ({ person }: { person: Person }) => {
  const m = useMessages(messages)
  const now = person.posts.filter((post) => post.endsOn === null)
  const former = person.posts.filter((post) => post.endsOn !== null)
  return (
    <>
      <Section title={m.person.posts} note={now.length === 0 ? undefined : m.region.count(now.length)}>
        {now.length === 0 ? (
          <p className="al-quiet">{m.post.noPosts}</p>
        ) : (
          <ul className="identity-posts">
            {now.map((post) => (
              <PostRow key={post.id} post={post} person={person} />
            ))}
          </ul>
        )}
      </Section>
      {former.length === 0 ? null : (
        <Section title={m.post.former} rule="line">
          <ul className="identity-rows">
            {former.map((post) => (
              <li key={post.id}>
                <span>{post.title}</span>
                <span className="identity-row-note">{post.organisationName}</span>
                <span className="identity-row-end">{m.post.endedOn(post.endsOn ?? '')}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const PostRow = ({ post, person }: { post: Post; person: Person }) => {
  const m = useMessages(messages)
  const session = useSession()
  const mayGrant = useMay('post.grant')
  const mayEnd = useMay('post.end')
  const [open, setOpen] = useState<'grant' | 'end' | null>(null)
  const end = useWrite(routes.endPost)
  const own = session.person.id === person.id
  return (
    <li>
      <div className="identity-post-head">
        <b>{post.title}</b>
        <Link to={`/organisations/${post.organisationId}`}>{post.organisationName}</Link>
        {post.rolesGrantedAt === null ? <Tag tone="silent">{m.post.waiting}</Tag> : null}
        <span className="identity-post-deeds">
          {mayGrant && !own ? (
            <Button
              icon="key"
              kind={post.rolesGrantedAt === null ? 'primary' : 'plain'}
              onClick={() => setOpen('grant')}
              aria-label={`${m.post.grant}: ${post.title}`}
            >
              {m.post.grant}
            </Button>
          ) : null}
          {mayEnd ? (
            <Button onClick={() => setOpen('end')} aria-label={`${m.post.end}: ${post.title}`}>
              {m.post.end}
            </Button>
          ) : null}
        </span>
      </div>
      <dl className="identity-post-facts">
        <div>
          <dt>{m.person.roles}</dt>
          <dd>
            <RoleList roles={post.roles} />
          </dd>
        </div>
        <div>
          <dt>{m.post.scope}</dt>
          <dd>
            <ScopeOf post={post} />
          </dd>
        </div>
        <div>
          <dt>{m.post.since}</dt>
          <dd>{post.startsOn}</dd>
        </div>
      </dl>
      {mayGrant && own ? <RefusedAction title={m.post.grant} because={foreseen('OWN_ROLES', {})} /> : null}
      {open === 'grant' ? <GrantRoles post={post} posts={person.posts} onClose={() => setOpen(null)} /> : null}
      <Confirm
        open={open === 'end'}
        onClose={() => setOpen(null)}
        title={m.post.endTitle(person.name, post.title)}
        effects={[m.post.endEffects.roles, m.post.endEffects.session, m.post.endEffects.others]}
        confirm={m.post.end}
        onConfirm={async () => {
          await end.write({ params: { id: post.id }, body: { version: post.version } })
          tell({ text: m.post.ended })
        }}
      />
    </li>
  )
}
