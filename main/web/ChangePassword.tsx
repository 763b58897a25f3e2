import { useState } from 'react'
import { RefusalError } from '../../ui/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Form, PasswordInput } from '../../ui/fields.tsx'
import { useMessages, useSay } from '../../ui/language.tsx'
import { Problem } from '../../ui/states.tsx'
import { tell } from '../../ui/Toast.tsx'
import { messages } from './messages.ts'
import { useSessionDeeds } from './session.ts'
import { SignedOutFrame } from './SignedOutFrame.tsx'

/** Before any work with an initial or expired password: a new one. */
const ChangePassword = ({ name }: { name: string }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { changePassword, signOut } = useSessionDeeds()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)

  const send = async (): Promise<void> => {
    setMissing(true)
    if (present === '' || next === '') return
    setBusy(true)
    setProblem(null)
    try {
      await changePassword(present, next)
      tell({ text: m.password.done })
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }

  const refused = (...codes: readonly string[]): string | undefined =>
    problem instanceof RefusalError && codes.includes(problem.code) ? say(problem.sentence) : undefined
  const presentError = refused('PASSWORD_WRONG')
  const nextError = refused('PASSWORD_WEAK', 'PASSWORD_UNCHANGED')
  return (
    <SignedOutFrame title={m.password.title}>
      <p className="shell-ended">
        {name}，{m.password.why}
      </p>
      <Form
        onSubmit={() => void send()}
        actions={
          <>
            <Button type="submit" kind="primary" large wide busy={busy}>
              {m.password.submit}
            </Button>
            <Button kind="bare" onClick={() => void signOut()}>
              {m.signOut}
            </Button>
          </>
        }
      >
        <Field label={m.password.present} error={missing && present === '' ? m.signIn.passwordMissing : presentError}>
          <PasswordInput name="present" value={present} onChange={setPresent} />
        </Field>
        <Field label={m.password.next} help={m.password.help} error={missing && next === '' ? m.password.nextMissing : nextError}>
          <PasswordInput name="next" autoComplete="new-password" value={next} onChange={setNext} />
        </Field>
        {presentError === undefined && nextError === undefined ? <Problem problem={problem} /> : null}
      </Form>
    </SignedOutFrame>
  )
}

export default ChangePassword
