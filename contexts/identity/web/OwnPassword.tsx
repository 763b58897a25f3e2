import { useId, useState } from 'react'
import { asWritten } from '../../../kernel/law.ts'
import { RefusalError } from '../../../ui/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field, Form, PasswordInput } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { messages } from './messages.ts'
import { passwordChecks, tightenedBy, type PasswordCheck } from './passwordChecks.ts'
import { sentenceAt } from './refusalPlaces.ts'

const places = { present: ['PASSWORD_WRONG'], next: ['PASSWORD_WEAK', 'PASSWORD_UNCHANGED'] } as const

/** The form that changes one's own password; the demands on the new one are judged while it is typed. */
export const OwnPassword = ({ login }: { login: string }) => {
  const m = useMessages(messages)
  const say = useSay()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const change = useWrite(routes.changePassword)
  const weak = change.error instanceof RefusalError && change.error.code === 'PASSWORD_WEAK' ? change.error : null
  const checks = passwordChecks(next, present, login, weak ? tightenedBy(weak.facts) : asWritten)
  const refused = sentenceAt(change.error, places)

  const send = async (): Promise<void> => {
    setTried(true)
    if (present === '' || next === '' || checks.some(({ met }) => !met)) return showFirstWrong()
    if (!(await attempt(change.write({ body: { present, next } })))) return showFirstWrong()
    setPresent('')
    setNext('')
    setTried(false)
    tell({ text: m.account.done })
  }
  const nextError =
    tried && next === ''
      ? m.account.nextMissing
      : tried && checks.some(({ met }) => !met)
        ? m.account.nextWeak
        : refused.next && say(refused.next)
  return (
    <Section title={m.account.password} rule="none">
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="primary" busy={change.isPending}>
            {m.account.submit}
          </Button>
        }
      >
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <Field
          label={m.account.present}
          error={tried && present === '' ? m.account.presentMissing : refused.present && say(refused.present)}
        >
          <PasswordInput name="present" value={present} onChange={setPresent} />
        </Field>
        <Field label={m.account.next} error={nextError}>
          <PasswordInput name="next" autoComplete="new-password" value={next} onChange={setNext} />
        </Field>
        <Demands checks={checks} login={login} />
        {refused.present || refused.next ? null : <Problem problem={change.error} />}
        <p className="al-quiet">{m.account.effect}</p>
      </Form>
    </Section>
  )
}

const Demands = ({ checks, login }: { checks: readonly PasswordCheck[]; login: string }) => {
  const m = useMessages(messages)
  const id = useId()
  const text = ({ demand, least }: PasswordCheck): string => {
    switch (demand) {
      case 'length':
        return m.account.rule.length(least)
      case 'kinds':
        return m.account.rule.kinds(least)
      case 'login':
        return m.account.rule.login(login)
      case 'different':
        return m.account.rule.different
    }
  }
  return (
    <div className="identity-demands">
      <p id={id}>{m.account.rules}</p>
      <ul aria-labelledby={id}>
        {checks.map((check) => (
          <li key={check.demand} className={check.met ? 'identity-met' : ''}>
            <span className="identity-mark">{check.met ? <Icon name="check" size={12} /> : null}</span>
            {text(check)}
            <span className="al-unseen">{check.met ? m.account.met : m.account.unmet}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
