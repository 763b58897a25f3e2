import type { ReactNode } from 'react'
import { Tag } from '../../../../ui/Button.tsx'
import { Icon, type IconName } from '../../../../ui/Icon.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes, stateNames } from '../../contract/index.ts'
import type { ImportRow, ImportView, KindView } from '../../contract/importShapes.ts'
import { runs } from '../../rules/importState.ts'
import { messages } from './messages.ts'

/** The state of an import in words; what the product or its person stopped is hatched. */
export const StateTag = ({ state }: { state: ImportRow['state'] }) => {
  const say = useSay()
  const tone = state === 'stopped' || state === 'unreadable' ? 'silent' : runs(state) || state === 'uploading' ? 'accent' : 'plain'
  return <Tag tone={tone}>{say(stateNames[state])}</Tag>
}

/** Something to know before going on, with what can be done about it. */
export const Strip = ({ icon = 'info', title, children }: { icon?: IconName; title: ReactNode; children?: ReactNode }) => (
  <div className="ledgers-strip">
    <Icon name={icon} />
    <div>
      <b>{title}</b>
      {children}
    </div>
  </div>
)

/** How much is done of a known whole, or how much so far where the whole is not known; with words below. */
export const Bar = ({
  label,
  text,
  done,
  total,
  children,
}: {
  readonly label: string
  readonly text: string
  readonly done: number
  readonly total: number | null
  readonly children?: ReactNode
}) => (
  <div className="ledgers-bar">
    <div className="ledgers-bar-head">
      <span>{label}</span>
      <b>{text}</b>
    </div>
    {total === null ? null : <progress max={Math.max(1, total)} value={done} aria-label={label} aria-valuetext={text} />}
    {children === undefined ? null : <div className="ledgers-bar-said">{children}</div>}
  </div>
)

/** The kinds of ledger; empty until they are known. */
export const useKinds = (): readonly KindView[] => useRead(routes.importKinds).data?.kinds ?? []

/** The kind of an import, once it is known. */
export const useKindOf = (view: Pick<ImportView, 'kind'>): KindView | undefined => useKinds().find(({ kind }) => kind === view.kind)

/** How a column is called. */
export const useLabelOf = (kind: KindView | undefined): ((key: string | null) => string) => {
  const m = useMessages(messages)
  const say = useSay()
  return (key) => {
    if (key === null) return m.faults.whole
    const column = kind?.columns.find((each) => each.key === key)
    return column ? say(column.label) : key
  }
}
