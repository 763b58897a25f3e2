import { useEffect, type ReactNode } from 'react'
import { Link } from '../address.tsx'
import { Icon } from '../Icon.tsx'
import { defineMessages, useMessages } from '../language.tsx'
import './pocket.css'

const words = defineMessages({ zh: { back: '返回' }, en: { back: 'Back' } })

export type PocketPageProps = {
  readonly title: string
  /** Where the arrow leads; absent on the first page. */
  readonly back?: string | undefined
  /** At the right end: saved when, how many of how many. */
  readonly aside?: ReactNode
  /** One or two large buttons within the thumb's reach. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page on a phone: its name above, what there is to do below. */
export const PocketPage = ({ title, back, aside, actions, children }: PocketPageProps) => {
  const m = useMessages(words)
  useEffect(() => {
    document.title = `${title} · 安澜 Anlan`
  }, [title])
  return (
    <div className="pocket-page">
      <header className="pocket-head">
        {back === undefined ? null : (
          <Link to={back} className="pocket-back" aria-label={m.back}>
            <Icon name="left" size={20} />
          </Link>
        )}
        <h1>{title}</h1>
        {aside === undefined ? null : <div className="pocket-aside">{aside}</div>}
      </header>
      <div className="pocket-body">{children}</div>
      {actions === undefined ? null : <footer className="pocket-actions">{actions}</footer>}
    </div>
  )
}

/** A labelled line of a pocket form: what it is on the left, the value or the control on the right. */
export const PocketLine = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="pocket-line">
    <span className="pocket-line-label">{label}</span>
    <div className="pocket-line-value">{children}</div>
  </div>
)

/** One row that leads on: a unit, a hazard, something owed. */
export const PocketRow = ({
  to,
  title,
  detail,
  aside,
  mark,
}: {
  to: string
  title: ReactNode
  detail?: ReactNode
  aside?: ReactNode
  mark?: ReactNode
}) => (
  <Link to={to} className="pocket-row">
    {mark === undefined ? null : <span className="pocket-row-mark">{mark}</span>}
    <span className="pocket-row-text">
      <span className="pocket-row-title">{title}</span>
      {detail === undefined ? null : <span className="pocket-row-detail">{detail}</span>}
    </span>
    {aside === undefined ? null : <span className="pocket-row-aside">{aside}</span>}
    <Icon name="right" />
  </Link>
)

/** A part of a pocket page under an ink rule. */
export const PocketSection = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="pocket-section">
    <header>
      <h2>{title}</h2>
      {aside === undefined ? null : <span>{aside}</span>}
    </header>
    {children}
  </section>
)
