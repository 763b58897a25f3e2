import type { RouteOutput } from '../../../kernel/contract.ts'
import { Button, Tag } from '../../../ui/Button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { messages } from './messages.ts'
import { RoleList } from './parts.tsx'
import { ScopeOf } from './ScopeOf.tsx'

type Posts = RouteOutput<typeof routes.me>['posts']

/** The posts one may act in; the frame follows a switch by itself, because it asks again who is signed in. */
export const OwnPosts = ({ present, posts }: { present: string; posts: Posts }) => {
  const m = useMessages(messages)
  const switchPost = useWrite(routes.switchPost)
  const go = async (post: Posts[number]): Promise<void> => {
    if (await attempt(switchPost.write({ body: { postId: post.id } })))
      tell({ text: m.account.switched(`${post.title} · ${post.organisationName}`) })
  }
  return (
    <Section title={m.account.posts} note={m.account.postsNote} rule="none">
      <ul className="identity-posts">
        {posts.map((post) => (
          <li key={post.id}>
            <div className="identity-post-head">
              <b>{post.title}</b>
              <span>{post.organisationName}</span>
              {post.id === present ? <Tag tone="accent">{m.account.presentPost}</Tag> : null}
              <span className="identity-post-deeds">
                {post.id === present ? null : (
                  <Button icon="swap" busy={switchPost.isPending} onClick={() => void go(post)} aria-label={m.account.switchTo(post.title)}>
                    {m.account.switch}
                  </Button>
                )}
              </span>
            </div>
            <dl className="identity-post-facts">
              <div>
                <dt>{m.account.roles}</dt>
                <dd>
                  <RoleList roles={post.roles} />
                </dd>
              </div>
              <div>
                <dt>{m.account.scope}</dt>
                <dd>
                  <ScopeOf post={post} />
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      <Problem problem={switchPost.error} />
    </Section>
  )
}
