import { lazy, Suspense } from 'react'
import { Button, Key } from '../Button.tsx'
import { useMessages } from '../language.tsx'
import { createMediaFollower } from '../media.ts'
import { Empty, Failed, Loading, ReadFailure } from '../states.tsx'
import { words } from '../words.ts'
import type { DataTableProps } from './columns.ts'
import { RowList } from './RowList.tsx'
import { SmallGrid } from './SmallGrid.tsx'
import './DataTable.css'

export type { Column, DataTableProps } from './columns.ts'

/** Up to this many rows a plain table draws them all; above, only those in sight are drawn. */
const virtualFrom = 200
const useNarrow = createMediaFollower('(max-width: 800px)')

/**
 * A list of records: exact total, rows of 31 px, J and K to move, Enter to open, the next page by its key.
 * Loading, failure and emptiness are drawn in its place. On a narrow screen it is a list.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const m = useMessages(words)
  const narrow = useNarrow()
  const { rows, query, empty, label } = props
  if (query?.error && rows.length === 0) return <ReadFailure problem={query.error} onRetry={() => void query.refetch()} />
  if (query?.isPending === true) return <Loading rows={8} what={label} />
  return (
    <>
      {query?.error ? <Failed problem={query.error} since={query.dataUpdatedAt} onRetry={() => void query.refetch()} /> : null}
      {rows.length === 0 ? (
        (empty ?? <Empty title={m.table.total('0')} icon="list" />)
      ) : narrow ? (
        <RowList {...props} />
      ) : (
        <WideGrid {...props} />
      )}
      {rows.length === 0 ? null : <Foot {...props} narrow={narrow} />}
    </>
  )
}

/** Ant Design's table is fetched by the first list that is long enough to need it. */
const VirtualGrid = lazy(() => import('./VirtualGrid.tsx')) as unknown as (typeof import('./VirtualGrid.tsx'))['default']

const WideGrid = <Row,>(props: DataTableProps<Row>) =>
  (props.total ?? props.rows.length) > virtualFrom ? (
    <Suspense fallback={<Loading rows={8} what={props.label} />}>
      <VirtualGrid {...props} />
    </Suspense>
  ) : (
    <SmallGrid {...props} />
  )

const Foot = <Row,>({
  rows,
  total,
  more,
  loadMore,
  loadingMore,
  onOpen,
  chosen,
  aside,
  narrow,
}: DataTableProps<Row> & { narrow: boolean }) => {
  const m = useMessages(words)
  const listed = rows.length.toLocaleString('en')
  const count = (): string => {
    if (more !== true) return m.table.total((total ?? rows.length).toLocaleString('en'))
    return total === undefined ? m.table.shownOfMany(listed) : m.table.shown(listed, total.toLocaleString('en'))
  }
  return (
    <div className="al-table-foot">
      <output>
        {count()}
        {chosen && chosen.length > 0 ? ` · ${m.table.chosen(chosen.length)}` : ''}
      </output>
      {more === true && loadMore ? (
        <Button busy={loadingMore} onClick={loadMore} kind="bare" icon="down">
          {m.table.more}
        </Button>
      ) : null}
      <span className="al-table-keys">
        {aside}
        {narrow ? null : (
          <>
            <Key>J</Key>
            <Key>K</Key> {m.table.keys}
            {onOpen ? (
              <>
                {' '}
                <Key>↵</Key> {m.table.open}
              </>
            ) : null}
          </>
        )}
      </span>
    </div>
  )
}
