import { useEffect, useRef, useState } from 'react'
import { RefusalError } from '../../ui/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Form, PasswordInput, TextInput } from '../../ui/fields.tsx'
import { shortText } from '../../ui/instant.ts'
import { useMessages, useSay } from '../../ui/language.tsx'
import { useNow } from '../../ui/serverClock.ts'
import { RemainingText } from '../../ui/RemainingText.tsx'
import { Problem } from '../../ui/states.tsx'
import { messages } from './messages.ts'
import { useSessionDeeds } from './session.ts'
import { SignedOutFrame } from './SignedOutFrame.tsx'

/** Until when the account is locked, if that is why the server refused. */
const lockedUntil = (problem: unknown): string | null => {
  if (!(problem instanceof RefusalError) || problem.code !== 'ACCOUNT_LOCKED') return null
  const until = problem.facts['lockedUntil']
  return typeof until === 'string' ? until : null
}

export type SignInProps = {
  /** Why a session that was there is no more. */
  readonly reason: RefusalError
  /** The page waits underneath. */
  readonly again?: boolean | undefined
}

/** The first page: one form, its errors at their place. */
export const SignIn = ({ reason, again }: SignInProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { signIn } = useSessionDeeds()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [capsLock, setCapsLock] = useState(false)
  const now = useNow(60_000)
  const locked = lockedUntil(problem)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Where there is a keyboard one types at once; on a phone the screen's own would cover the form.
    if (window.matchMedia('(pointer: fine)').matches) first.current?.focus()
  }, [])

  const send = async (): Promise<void> => {
    setMissing(true)
    if (login.trim() === '' || password === '') return
    setBusy(true)
    setProblem(null)
    try {
      await signIn(login.trim(), password)
    } catch (thrown) {
      setProblem(thrown)
      setPassword('')
      setMissing(false)
    } finally {
      setBusy(false)
    }
  }

  const wrong = problem instanceof RefusalError && problem.code === 'SIGN_IN_FAILED' ? say(problem.sentence) : undefined
  return (
    <SignedOutFrame title={m.signIn.title}>
      {reason.code === 'SESSION_ENDED' ? (
        <p className="shell-ended">
          {say(reason.sentence)}
          {again === true ? ` ${m.signIn.again}` : ''}
        </p>
      ) : null}
      <Form
        onSubmit={() => void send()}
        actions={
          <Button type="submit" kind="primary" large wide busy={busy}>
            {m.signIn.submit}
          </Button>
        }
      >
        <Field label={m.signIn.login} error={missing && login.trim() === '' ? m.signIn.loginMissing : undefined}>
          <TextInput
            ref={first}
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onChange={setLogin}
          />
        </Field>
        <Field
          label={m.signIn.password}
          error={missing && password === '' ? m.signIn.passwordMissing : wrong}
          help={capsLock ? m.signIn.capsLock : undefined}
        >
          <PasswordInput
            name="password"
            value={password}
            onChange={setPassword}
            onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
          />
        </Field>
        {locked === null ? null : (
          <div className="shell-locked" role="alert">
            <p>
              <b>{m.signIn.lockedUntil(shortText(locked, now))}</b>
              <RemainingText dueAt={locked} precision="second" />
            </p>
            <p>{problem instanceof RefusalError ? say(problem.sentence) : null}</p>
          </div>
        )}
        {wrong === undefined && locked === null ? <Problem problem={problem} /> : null}
      </Form>
      <p className="shell-signed-out-note">{m.signIn.account}</p>
    </SignedOutFrame>
  )
}
