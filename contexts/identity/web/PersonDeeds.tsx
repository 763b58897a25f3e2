import { useState } from 'react'
import { Button, RefusedAction } from '../../../ui/Button.tsx'
import { Confirm, Dialog } from '../../../ui/Dialog.tsx'
import { useShortcut } from '../../../ui/keys.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { useMay, useSession } from '../../../ui/session.ts'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { AddPost } from './AddPost.tsx'
import { ChangePerson } from './ChangePerson.tsx'
import { FirstPassword } from './FirstPassword.tsx'
import { messages } from './messages.ts'
import { foreseen, HistoryLink, OthersDeeds, type Action } from './parts.tsx'
import type { Person } from './records.ts'

type Open = 'change' | 'post' | 'reset' | 'unlock' | 'leave'

/** What this post may do with the person now, what it may not and why, and what is in other hands. */
export const PersonDeeds = ({ person }: { person: Person }) => {
  const m = useMessages(messages)
  const { actions } = useSession()
  const mayAudit = useMay('audit.read')
  const [open, setOpen] = useState<Open | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const reset = useWrite(routes.resetPassword)
  const unlock = useWrite(routes.unlockAccount)
  const leave = useWrite(routes.leavePerson)
  const params = { id: person.id }
  const close = (): void => setOpen(null)
  const { leftOn } = person
  const inOffice = leftOn === null
  const may = (action: Action): boolean => inOffice && actions.has(action)
  const mayChange = may('person.change')
  useShortcut({ keys: 'e', title: { zh: '修改', en: 'Change' }, when: mayChange }, () => setOpen('change'))

  const deeds: readonly { action: Action; title: string }[] = [
    { action: 'person.change', title: m.person.change },
    { action: 'post.add', title: m.post.add },
    { action: 'post.grant', title: m.post.grant },
    { action: 'password.reset', title: m.person.reset },
    { action: 'account.unlock', title: m.person.unlock },
    { action: 'person.reveal', title: m.person.reveal },
    { action: 'person.leave', title: m.person.leave },
  ]
  const mayUnlock = may('account.unlock') && person.lockedUntil !== null
  const mayReset = may('password.reset') && person.login !== null
  const nothing = !mayUnlock && !mayChange && !may('post.add') && !mayReset && !may('person.leave')
  return (
    <Section title={m.words.mayNow} rule="none">
      <div className="identity-deeds">
        {leftOn === null || !actions.has('person.change') ? null : (
          <RefusedAction title={m.person.change} because={foreseen('PERSON_LEFT', { leftOn })} />
        )}
        {mayUnlock ? (
          <Button wide kind="primary" icon="unlock" onClick={() => setOpen('unlock')}>
            {m.person.unlock}
          </Button>
        ) : null}
        {mayChange ? (
          <Button wide icon="edit" shortcut="E" onClick={() => setOpen('change')}>
            {m.person.change}
          </Button>
        ) : null}
        {may('post.add') ? (
          <Button wide icon="plus" onClick={() => setOpen('post')}>
            {m.post.add}
          </Button>
        ) : null}
        {mayReset ? (
          <Button wide icon="key" onClick={() => setOpen('reset')}>
            {m.person.reset}
          </Button>
        ) : null}
        {may('person.leave') ? (
          <Button wide icon="leave" onClick={() => setOpen('leave')}>
            {m.person.leave}
          </Button>
        ) : null}
        {inOffice && nothing ? <p className="al-quiet">{may('post.grant') ? m.post.grantAtPost : m.words.nothingNow}</p> : null}
        {mayAudit ? (
          <p>
            <HistoryLink kind="person" id={person.id} /> <span className="al-quiet">{m.words.historyNote}</span>
          </p>
        ) : null}
      </div>
      {inOffice ? <OthersDeeds deeds={deeds.filter(({ action }) => !may(action))} /> : null}

      {open === 'change' ? <ChangePerson person={person} onClose={close} /> : null}
      {open === 'post' ? <AddPost person={person} onClose={close} /> : null}
      <Confirm
        open={open === 'reset'}
        onClose={close}
        title={`${m.person.reset} · ${person.name}`}
        effects={[m.person.resetEffects.old, m.person.resetEffects.once, m.person.resetEffects.unlock]}
        confirm={m.person.reset}
        onConfirm={async () => setPassword((await reset.write({ params })).firstPassword)}
      />
      <Dialog
        open={password !== null}
        onClose={() => setPassword(null)}
        title={m.person.firstPassword}
        actions={<Button onClick={() => setPassword(null)}>{m.person.hideNow}</Button>}
      >
        <FirstPassword name={person.name} login={person.login ?? ''} password={password ?? ''} />
      </Dialog>
      <Confirm
        open={open === 'unlock'}
        onClose={close}
        title={`${m.person.unlock} · ${person.name}`}
        effects={[m.person.unlockEffects.now, m.person.unlockEffects.count]}
        confirm={m.person.unlock}
        onConfirm={async () => {
          await unlock.write({ params })
          tell({ text: m.person.unlocked })
        }}
      />
      <Confirm
        open={open === 'leave'}
        onClose={close}
        title={`${m.person.leave} · ${person.name}`}
        effects={[
          m.person.leaveEffects.posts(person.posts.filter((post) => post.endsOn === null).length),
          m.person.leaveEffects.account,
          m.person.leaveEffects.kept,
        ]}
        confirm={m.person.leave}
        onConfirm={async () => {
          await leave.write({ params, body: { version: person.version } })
          tell({ text: m.person.leftNow })
        }}
      />
    </Section>
  )
}
