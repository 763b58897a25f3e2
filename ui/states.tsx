import { Component, useEffect, useState, type ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { ConnectionLost, endsSession, RefusalError, ServerFault } from './api.ts'
import { Button, ButtonLink } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { shortText, type Instant } from './instant.ts'
import { useLanguage, useMessages, type Language } from './language.tsx'
import { isRole, roleNames } from './roles.ts'
import { useNow } from './serverClock.ts'
import { words } from './words.ts'
import './states.css'

/** What a person is told about anything that was thrown. */
export const problemText = (problem: unknown, language: Language): string => {
  const m = words[language].states
  if (problem instanceof RefusalError) return problem.sentence[language]
  if (problem instanceof ConnectionLost) return m.noAnswer
  if (problem instanceof ServerFault) return problem.faultId === null ? m.serverFailed : `${m.serverFailed} ${m.fault(problem.faultId)}`
  return m.pageFailed
}

/**
 * A problem with what was just tried, beside the button that tried it; nothing where there is none, and nothing of a
 * session that ended, which the frame tells.
 */
export const Problem = ({ problem }: { problem: unknown }) => {
  const { language } = useLanguage()
  if (problem === null || problem === undefined || (problem instanceof RefusalError && endsSession(problem))) return null
  return (
    <p className="al-problem" role="alert">
      {problemText(problem, language)}
      {problem instanceof RefusalError ? <span className="al-problem-code">{problem.code}</span> : null}
    </p>
  )
}

type StateProps = {
  readonly title: string
  readonly children?: ReactNode
  readonly icon?: IconName | undefined
  readonly action?: ReactNode
}

/** Nothing here yet: what would be here, and the one action that brings it. */
export const Empty = ({ title, children, icon, action }: StateProps) => (
  <div className="al-state">
    {icon === undefined ? null : <Icon name={icon} size={20} />}
    <div>
      <p className="al-state-title">{title}</p>
      {children === undefined ? null : <div className="al-state-text">{children}</div>}
      {action === undefined ? null : <div className="al-state-action">{action}</div>}
    </div>
  </div>
)

/** Rows to come, after 200 ms; below that a flash would only disturb. */
export const Loading = ({ rows = 5, what }: { rows?: number | undefined; what?: string | undefined }) => {
  const m = useMessages(words)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="al-loading" aria-busy="true">
      <span className="al-unseen">{what === undefined ? m.loading : m.loadingNamed(what)}</span>
      {shown
        ? Array.from({ length: rows }, (_, row) => (
            <span key={row} className="al-loading-row" aria-hidden="true">
              <span style={{ width: `${12 + ((row * 7) % 5) * 2}%` }} />
              <span style={{ width: `${30 + ((row * 11) % 7) * 5}%` }} />
              <span style={{ width: '8%' }} />
            </span>
          ))
        : null}
    </output>
  )
}

/** Long work: how much is done, in numbers and as a bar; it can be left and come back to. */
export const Progress = ({ done, total, label }: { done: number; total: number; label: string }) => {
  const m = useMessages(words)
  return (
    <div className="al-progress">
      <span className="al-progress-label">
        {label} <b>{m.progress(done, total)}</b>
      </span>
      <progress max={Math.max(total, 1)} value={done} aria-label={label} />
    </div>
  )
}

/** Reading failed: an ink strip with what happened, since when, and how to try again. */
export const Failed = ({
  problem,
  since,
  onRetry,
}: {
  problem: unknown
  since?: Instant | undefined
  onRetry?: (() => void) | undefined
}) => {
  const m = useMessages(words)
  const { language } = useLanguage()
  const now = useNow(60_000)
  const at = since ?? (problem instanceof ConnectionLost ? problem.since : undefined)
  return (
    <div className="al-failed" role="alert">
      <Icon name={problem instanceof ConnectionLost ? 'offline' : 'cross'} />
      <p>
        <b>{m.states.failed}</b>
        {at === undefined ? null : <span className="al-failed-since">{m.states.failedSince(shortText(at, now))}</span>}
        <span className="al-failed-text">{problemText(problem, language)}</span>
      </p>
      {onRetry ? (
        <Button icon="refresh" onClick={onRetry}>
          {m.retry}
        </Button>
      ) : null}
    </div>
  )
}

/** Not for this post: whose right it is, and what to do. `grantedTo` are roles of the kernel. */
export const Forbidden = ({
  what,
  grantedTo,
  action,
}: {
  what?: string | undefined
  grantedTo?: readonly string[] | undefined
  action?: ReactNode
}) => {
  const m = useMessages(words)
  const { language } = useLanguage()
  const roles = (grantedTo ?? []).map((role) => (isRole(role) ? roleNames[role][language] : role))
  return (
    <Empty title={what ?? m.states.forbidden} icon="lock" action={action}>
      {roles.length === 0 ? null : <p>{m.states.forbiddenWhose(roles.join(language === 'zh' ? '、' : ', '))}</p>}
      <p>{m.states.forbiddenNext}</p>
    </Empty>
  )
}

/** No page at this address, or none within the scope. */
export const NotFound = () => {
  const m = useMessages(words)
  return (
    <Empty title={m.states.notFound} icon="question" action={<ButtonLink to="/">{m.states.backToDesk}</ButtonLink>}>
      {m.states.notFoundNext}
    </Empty>
  )
}

/** A figure or a device not heard from: hatched, with since when. Silence is never drawn as safe. */
export const Stale = ({ since, children }: { since: Instant; children?: ReactNode }) => {
  const m = useMessages(words)
  const now = useNow(60_000)
  return (
    <div className="al-stale">
      <Icon name="silent" />
      <span>
        {children === undefined ? null : <>{children} </>}
        {m.states.stale(shortText(since, now))}
      </span>
    </div>
  )
}

export type ReadProps<Value> = {
  readonly query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'isPending' | 'refetch' | 'dataUpdatedAt'>
  readonly rows?: number | undefined
  readonly what?: string | undefined
  readonly children: (value: Value) => ReactNode
}

/**
 * What was read, or the state that stands in its place. A read that fails after it once went through keeps its
 * answer on the screen, under a strip that says so.
 */
export const Read = <Value,>({ query, rows, what, children }: ReadProps<Value>) => {
  const { data, error } = query
  const retry = (): void => void query.refetch()
  if (data !== undefined) {
    return (
      <>
        {error ? <Failed problem={error} since={query.dataUpdatedAt} onRetry={retry} /> : null}
        {children(data)}
      </>
    )
  }
  if (error) return <ReadFailure problem={error} onRetry={retry} />
  return <Loading rows={rows} what={what} />
}

/** The state that fits what a read threw: forbidden, not found, or failed. */
export const ReadFailure = ({ problem, onRetry }: { problem: unknown; onRetry?: (() => void) | undefined }) => {
  const { language } = useLanguage()
  if (problem instanceof RefusalError && problem.code === 'ACTION_NOT_GRANTED') {
    const { grantedTo } = problem.facts
    return <Forbidden grantedTo={Array.isArray(grantedTo) ? grantedTo.map(String) : []} />
  }
  if (problem instanceof RefusalError && problem.status === 403) return <Forbidden what={problem.sentence[language]} />
  if (problem instanceof RefusalError && problem.status === 404) return <NotFound />
  return <Failed problem={problem} onRetry={onRetry} />
}

/** Keeps the fault of a page from taking the frame with it; its `key` is the path, so that another page begins anew. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly problem: unknown }> {
  override state: { readonly problem: unknown } = { problem: null }

  static getDerivedStateFromError(problem: unknown): { readonly problem: unknown } {
    return { problem }
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children
    return <PageFault problem={this.state.problem} onRetry={() => this.setState({ problem: null })} />
  }
}

const PageFault = ({ problem, onRetry }: { problem: unknown; onRetry: () => void }) => {
  const m = useMessages(words)
  return (
    <div className="al-page-fault" role="alert">
      <Failed problem={problem} onRetry={onRetry} />
      <p className="al-quiet">{m.states.pageFailedNext}</p>
      <ButtonLink to="/">{m.states.backToDesk}</ButtonLink>
    </div>
  )
}
