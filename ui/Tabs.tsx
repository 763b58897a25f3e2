import { Link } from './address.tsx'
import './Tabs.css'

export type Tab = {
  readonly id: string
  readonly title: string
  readonly count?: number | undefined
  /** The address of the view; absent: `onChoose` alone tells. */
  readonly to?: string | undefined
}

export type TabsProps = {
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose?: ((id: string) => void) | undefined
  /** What is chosen from, read aloud. */
  readonly label: string
}

/** Views of one list or parts of one record, each with its count. */
export const Tabs = ({ tabs, chosen, onChoose, label }: TabsProps) => (
  <nav className="al-tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => {
        const inside = (
          <>
            {tab.title}
            {tab.count === undefined ? null : <span className="al-tab-count">{tab.count.toLocaleString('en')}</span>}
          </>
        )
        const current = tab.id === chosen ? ({ 'aria-current': 'page' } as const) : {}
        return (
          <li key={tab.id}>
            {tab.to === undefined ? (
              <button type="button" {...current} onClick={() => onChoose?.(tab.id)}>
                {inside}
              </button>
            ) : (
              <Link to={tab.to} {...current}>
                {inside}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  </nav>
)
