import { useState } from 'react'
import { Key } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { useLanguage, useMessages, useSay } from '../../ui/language.tsx'
import { isRole, roleNames } from '../../ui/roles.ts'
import { useSession, type SessionPost } from '../../ui/session.ts'
import { Problem } from '../../ui/states.tsx'
import { tell } from '../../ui/Toast.tsx'
import { messages } from './messages.ts'
import { useSessionDeeds } from './session.ts'

/** All posts of the person; a digit acts in another one at once. */
export const PostSwitcher = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const m = useMessages(messages)
  const { post: present, posts } = useSession()
  const { switchPost } = useSessionDeeds()
  const [problem, setProblem] = useState<unknown>(null)
  const choose = async (post: SessionPost): Promise<void> => {
    if (post.id === present.id) {
      onClose()
      return
    }
    setProblem(null)
    try {
      await switchPost(post.id)
      tell({ text: m.post.switched(`${post.title} · ${post.organisationName}`) })
      onClose()
    } catch (thrown) {
      setProblem(thrown)
    }
  }
  return (
    <Dialog open={open} onClose={onClose} title={m.post.title}>
      <p className="al-quiet">{posts.length > 1 ? m.post.help : m.post.one}</p>
      <ul className="al-menu shell-posts">
        {posts.map((post, index) => (
          <li key={post.id}>
            <PostLine
              post={post}
              digit={index < 9 ? String(index + 1) : undefined}
              present={post.id === present.id}
              listening={open}
              onChoose={() => void choose(post)}
            />
          </li>
        ))}
      </ul>
      <Problem problem={problem} />
    </Dialog>
  )
}

type PostLineProps = {
  readonly post: SessionPost
  readonly digit: string | undefined
  readonly present: boolean
  readonly listening: boolean
  readonly onChoose: () => void
}

const PostLine = ({ post, digit, present, listening, onChoose }: PostLineProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  useShortcut(
    { keys: digit ?? 'none', title: { zh: post.title, en: post.title }, group: 'window', when: listening && digit !== undefined },
    onChoose,
  )
  const roles = post.roles.map((role) => (isRole(role) ? say(roleNames[role]) : role)).join(language === 'zh' ? '、' : ', ')
  return (
    <button type="button" aria-current={present} onClick={onChoose}>
      {digit === undefined ? null : <Key>{digit}</Key>}
      <span className="shell-post">
        <span>
          {post.title}
          {present ? <span className="shell-post-now">{m.post.now}</span> : null}
        </span>
        <span className="shell-post-where">
          {[post.organisationName, post.regionPath.join(' / '), roles].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
    </button>
  )
}
