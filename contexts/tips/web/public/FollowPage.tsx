import { useState } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { Link } from '../../../../ui/address.tsx'
import { call } from '../../../../ui/api.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { routes } from '../../contract/index.ts'
import { randomId } from './draft.ts'
import { FollowedTip, type FollowDeeds } from './FollowedTip.tsx'
import { publicMessages } from './messages.ts'
import { PublicPage, Trouble } from './PublicPage.tsx'
import { troubleText } from './trouble.ts'

type Followed = RouteOutput<typeof routes.followTip>

/** Whoever holds number and password sees what became of it. Nothing of it stays on the phone. */
const FollowPage = () => {
  const m = useMessages(publicMessages)
  const { language } = useLanguage()
  const [number, setNumber] = useState('')
  const [secret, setSecret] = useState('')
  const [followed, setFollowed] = useState<Followed | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const doing = async (work: () => Promise<Followed>): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      setFollowed(await work())
      return true
    } catch (failed) {
      setProblem(failed)
      return false
    } finally {
      setBusy(false)
    }
  }
  const deeds: FollowDeeds = {
    write: (text) => doing(() => call(routes.writeAsInformant, { body: { number, secret, text } }, { key: randomId() })),
    withdraw: () => doing(() => call(routes.withdrawName, { body: { number, secret } }, { key: randomId() })),
    close: () => {
      setFollowed(null)
      setNumber('')
      setSecret('')
    },
  }
  const trouble = problem === null ? null : <Trouble>{troubleText(problem, m, language)}</Trouble>
  return (
    <PublicPage title={m.followTitle}>
      {followed === null ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void doing(() => call(routes.followTip, { body: { number, secret } }))
          }}
        >
          <p className="tips-help">{m.followed.help}</p>
          <label className="tips-label" htmlFor="tips-number">
            {m.receipt.number}
          </label>
          <input
            id="tips-number"
            className="tips-digits"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <label className="tips-label" htmlFor="tips-secret">
            {m.receipt.secret}
          </label>
          <input
            id="tips-secret"
            className="tips-digits"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
          {trouble}
          <button type="submit" className="tips-button tips-button-main" aria-busy={busy}>
            {busy ? m.followed.looking : m.followed.look}
          </button>
        </form>
      ) : (
        <>
          <FollowedTip followed={followed} deeds={deeds} busy={busy} />
          {trouble}
        </>
      )}
      <Link className="tips-plain" to="/tip">
        {m.followed.report}
      </Link>
    </PublicPage>
  )
}

export default FollowPage
