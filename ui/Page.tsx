import { useEffect, type ReactNode } from 'react'
import { Link } from './address.tsx'
import { Scroller } from './Scroller.tsx'
import './Page.css'

export type Crumb = { readonly title: string; readonly to?: string | undefined }

export type PageHeadProps = {
  readonly title: string
  /** One line beside the title: whose page, which scope. */
  readonly note?: ReactNode
  /** At the right end: as of when, or how many. */
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  /** Above the title of a record: the list it stands in, its number, its level. */
  readonly crumbs?: readonly Crumb[] | undefined
  readonly marks?: ReactNode
  /** Below the title of a record: where and by which clause. */
  readonly facts?: ReactNode
  /** The ink rule below; a page whose first section draws its own rule leaves it out. */
  readonly rule?: boolean | undefined
}

/** The head of a page, which also names the tab of the browser. */
export const PageHead = ({ title, note, aside, actions, crumbs, marks, facts, rule = true }: PageHeadProps) => {
  useEffect(() => {
    document.title = `${title} · 安澜 Anlan`
  }, [title])
  return (
    <header className={rule ? 'al-page-head al-page-head-rule' : 'al-page-head'}>
      {crumbs || marks ? (
        <div className="al-page-crumbs">
          {crumbs?.map((crumb) => (
            <span key={crumb.title}>{crumb.to === undefined ? crumb.title : <Link to={crumb.to}>{crumb.title}</Link>}</span>
          ))}
          {marks}
        </div>
      ) : null}
      <div className="al-page-title">
        <h1>{title}</h1>
        {note === undefined ? null : <div className="al-page-note">{note}</div>}
        {aside === undefined ? null : <div className="al-page-aside">{aside}</div>}
        {actions === undefined ? null : <div className="al-page-actions">{actions}</div>}
      </div>
      {facts === undefined ? null : <div className="al-page-facts">{facts}</div>}
    </header>
  )
}

export type SectionProps = {
  readonly title: string
  readonly note?: ReactNode
  readonly aside?: ReactNode
  /** `ink` opens a section of the page; `line` a part within it; `none` under a heading alone. */
  readonly rule?: 'ink' | 'line' | 'none' | undefined
  /** The level of the heading, 2 for the sections of a page. */
  readonly level?: 2 | 3 | undefined
  readonly children: ReactNode
}

/** A section opens with a rule and a heading; there are no cards. */
export const Section = ({ title, note, aside, rule = 'ink', level = 2, children }: SectionProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={`al-section al-section-${rule}`} aria-label={title}>
      <div className="al-section-head">
        <Heading>{title}</Heading>
        {note === undefined ? null : <span className="al-section-note">{note}</span>}
        {aside === undefined ? null : <span className="al-section-aside">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

/** A page with a narrower column at its right end, which stands below on small screens. */
export const Columns = ({ children, side }: { children: ReactNode; side: ReactNode }) => (
  <div className="al-columns">
    <div className="al-columns-main">{children}</div>
    <div className="al-columns-side">{side}</div>
  </div>
)

export type Term = { readonly term: string; readonly detail: ReactNode }

/** Names and values, one column, a hairline between. */
export const DescriptionList = ({ terms, termWidth = 84 }: { terms: readonly Term[]; termWidth?: number | undefined }) => (
  <dl className="al-terms">
    {terms.map(({ term, detail }) => (
      <div key={term} style={{ gridTemplateColumns: `${termWidth}px 1fr` }}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)

/** A table for reading, with real cells; for lists of records take `DataTable`. */
export const PlainTable = ({
  head,
  rows,
  caption,
}: {
  head: readonly ReactNode[]
  rows: readonly (readonly ReactNode[])[]
  caption: string
}) => (
  <Scroller label={caption}>
    <table className="al-plain-table">
      <caption className="al-unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroller>
)
