import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, usePathname } from '../../../../ui/address.tsx'
import { call, RefusalError } from '../../../../ui/api.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { routes } from '../../contract/index.ts'
import { keepDraft, newDraft, randomId, recallDraft, type Draft } from './draft.ts'
import { publicMessages } from './messages.ts'
import { PhotosPart } from './PhotosPart.tsx'
import { PublicPage, Trouble } from './PublicPage.tsx'
import { Receipt, type ReceiptOf } from './Receipt.tsx'
import { troubleText } from './trouble.ts'
import { WhatPart } from './WhatPart.tsx'
import { WherePart } from './WherePart.tsx'
import { WhoPart, type Identity } from './WhoPart.tsx'

const nobody: Identity = { named: false, name: '', phone: '' }

/** The code of the poster that was scanned, `/tip/<32 digits>`; null on the page without one. */
const useCode = (): string | null => /^\/tip\/([0-9a-f]{32})$/.exec(usePathname())?.[1] ?? null

const usePoster = (code: string | null) =>
  useQuery({
    queryKey: ['tips.public.poster', code],
    queryFn: ({ signal }) => call(routes.poster, { params: { code: code ?? '' } }, { signal }),
    enabled: code !== null,
    retry: (failures, problem) => !(problem instanceof RefusalError) && failures < 3,
    staleTime: Infinity,
  })

/** Somebody tells of a danger: one page, four steps, no account. */
const TipPage = () => {
  const m = useMessages(publicMessages)
  const [receipt, setReceipt] = useState<ReceiptOf | null>(null)
  return (
    <PublicPage title={receipt === null ? m.title : m.receipt.title}>
      {receipt === null ? <TipForm onSent={setReceipt} /> : <Receipt receipt={receipt} onAnother={() => setReceipt(null)} />}
    </PublicPage>
  )
}

const TipForm = ({ onSent }: { readonly onSent: (receipt: ReceiptOf) => void }) => {
  const m = useMessages(publicMessages)
  const say = useSay()
  const { language } = useLanguage()
  const code = useCode()
  const poster = usePoster(code)
  const [draft, setDraft] = useState<Draft>(() => recallDraft() ?? newDraft())
  const [identity, setIdentity] = useState(nobody)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  // One key for one content, however often it is sent: what went through before the line broke is answered again.
  const attempt = useRef({ content: '', key: '' })
  useEffect(() => keepDraft(draft), [draft])
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))

  const send = async (): Promise<void> => {
    const body = {
      sitting: draft.sitting,
      posterCode: poster.data === undefined ? null : code,
      topics: [...draft.topics],
      words: draft.words,
      regionCode: poster.data === undefined ? draft.regions.at(-1) || null : null,
      place: draft.place,
      position: draft.position,
      photos: draft.photos.flatMap(({ id }) => (id === null ? [] : [id])),
      insider: draft.insider,
      identity: identity.named ? { name: identity.name, phone: identity.phone } : null,
    }
    const content = JSON.stringify(body)
    if (attempt.current.content !== content) attempt.current = { content, key: randomId() }
    setSending(true)
    setProblem(null)
    try {
      const receipt = await call(routes.sendTip, { body }, { key: attempt.current.key })
      keepDraft(null)
      window.scrollTo(0, 0)
      onSent(receipt)
    } catch (failed) {
      setProblem(failed)
    } finally {
      setSending(false)
    }
  }
  const underway = draft.photos.some(({ id, failed }) => id === null && !failed)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending && !underway) void send()
      }}
    >
      {poster.data === undefined ? null : (
        <div className="tips-poster">
          <p className="tips-poster-words">{say(poster.data.words)}</p>
          <p>{m.poster(say(poster.data.regionName))}</p>
        </div>
      )}
      {code !== null && poster.isError ? <Trouble>{poster.error instanceof RefusalError ? m.posterGone : m.lost}</Trouble> : null}
      <p className="tips-emergency">
        {m.emergency}
        <span>
          <a href="tel:119">{m.numbers.fire}</a>
          <a href="tel:120">{m.numbers.ambulance}</a>
          <a href="tel:12350">{m.numbers.safety}</a>
        </span>
      </p>
      <WhatPart draft={draft} change={change} />
      <WherePart draft={draft} change={change} known={poster.data !== undefined} />
      <PhotosPart draft={draft} changeLater={(part) => setDraft((now) => ({ ...now, ...part(now) }))} />
      <WhoPart draft={draft} change={change} identity={identity} onIdentity={setIdentity} />
      <div className="tips-send">
        {problem === null ? null : <Trouble>{troubleText(problem, m, language)}</Trouble>}
        <button type="submit" className="tips-button tips-button-main" aria-busy={sending || underway}>
          {sending ? m.sending : underway ? m.photos.sending : problem === null ? m.send : m.again}
        </button>
        <Link className="tips-plain" to="/tip/follow">
          {m.follow}
        </Link>
        <p className="tips-help">{m.privacy}</p>
        <p className="tips-help">{m.legal}</p>
      </div>
    </form>
  )
}

export default TipPage
