import { useId, useState } from 'react'
import type { Role } from '../../../kernel/actor.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Checkbox } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { useWrite } from '../../../ui/query.ts'
import { roleNames } from '../../../ui/roles.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { messages } from './messages.ts'
import { foreseen, useRoleWords } from './parts.tsx'
import type { Post } from './records.ts'
import { mostRoles, roleChoices } from './roleChoices.ts'
import { ScopeOf } from './ScopeOf.tsx'

export type GrantRolesProps = {
  readonly post: Post
  /** Every post of the person, this one among them. */
  readonly posts: readonly Post[]
  readonly onClose: () => void
}

/** The roles of a post, for the security administrator; a second administrator of one person is dashed with the reason. */
export const GrantRoles = ({ post, posts, onClose }: GrantRolesProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const words = useRoleWords()
  const id = useId()
  // What stood when the form was opened; a change from elsewhere meanwhile is refused by its version.
  const [before] = useState(post)
  const [chosen, setChosen] = useState<readonly Role[]>(post.roles)
  const grant = useWrite(routes.grantRoles)
  const others = posts.filter((other) => other.id !== post.id && other.endsOn === null)
  const choices = roleChoices(
    chosen,
    others.flatMap((other) => other.roles),
  )
  const refused = choices.filter(({ excludedBy }) => excludedBy !== null)
  const held = others.filter((other) => other.roles.some((role) => refused.some(({ excludedBy }) => excludedBy === role)))
  const because = refused.some((choice) => choice.because === 'KEEPER_ROLE_EXCLUDES')
    ? foreseen('KEEPER_ROLE_EXCLUDES', { roles: [] }, '安监总财〔2018〕19号')
    : foreseen('ADMIN_ROLES_EXCLUDE', { roles: [] }, 'GB/T 22239-2019 8.1.5')

  const send = async (): Promise<void> => {
    if (chosen.length === 0 || chosen.length > mostRoles) return
    const params = { id: before.id }
    const done = await attempt(grant.write({ params, body: { roles: [...chosen], version: before.version } }))
    if (!done) return
    const { version } = done.value
    tell({
      text: m.post.granted(before.personName),
      // A post cannot go back to having no roles; ending it is the way then.
      ...(before.roles.length === 0 ? {} : { undo: () => grant.write({ params, body: { roles: before.roles, version } }) }),
    })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={m.post.grantTitle(post.personName, post.title)}
      actions={
        <>
          <Button kind="primary" busy={grant.isPending} onClick={() => void send()} aria-describedby={`${id}-effect`}>
            {chosen.length === 0 ? m.post.grantNone : m.post.grantButton(chosen.length)}
          </Button>
          <Button onClick={onClose}>{m.words.cancel}</Button>
        </>
      }
    >
      <p className="identity-grant-post">
        {post.organisationName} · <ScopeOf post={post} />
      </p>
      <p id={`${id}-effect`} className="al-quiet">
        {chosen.length > mostRoles ? m.post.tooMany : `${before.roles.length === 0 ? m.post.grantFirst : ''}${m.post.grantHelp}`}
      </p>
      <fieldset className="identity-roles" aria-label={m.post.grant}>
        {choices.map(({ role, chosen: isChosen, excludedBy }) =>
          excludedBy === null ? (
            <Checkbox
              key={role}
              label={say(roleNames[role])}
              help={m.roleHelp[role]}
              checked={isChosen}
              onChange={(checked) => setChosen(checked ? [...chosen, role] : chosen.filter((other) => other !== role))}
            />
          ) : (
            <button key={role} type="button" aria-disabled="true" aria-describedby={`${id}-why`} className="identity-role-refused">
              <span>
                <Icon name="lock" size={14} />
                <span>
                  {say(roleNames[role])}
                  <span className="al-checkbox-help">{m.roleHelp[role]}</span>
                </span>
              </span>
            </button>
          ),
        )}
      </fieldset>
      {refused.length === 0 ? null : (
        <p id={`${id}-why`} className="identity-why">
          {say(because.sentence)}
          {held.map((other) => (
            <span key={other.id} className="identity-why-held">
              {m.post.heldIn(words(other.roles), `${other.title} · ${other.organisationName}`)}
            </span>
          ))}
          <span className="al-refused-basis">
            {because.clause} · {because.code}
          </span>
        </p>
      )}
      <Problem problem={grant.error} />
    </Dialog>
  )
}
