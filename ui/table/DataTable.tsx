import { Table, type TableColumnType, type TableProps } from 'antd'
import { useLayoutEffect, useMemo, useRef, useState, type ComponentRef, type HTMLAttributes } from 'react'
import { AntdPage } from '../antdTheme.tsx'
import { Button, Key } from '../Button.tsx'
import { useMessages } from '../language.tsx'
import { createMediaFollower } from '../media.ts'
import { useRowKeys } from '../keys.ts'
import { Empty, Failed, Loading, ReadFailure } from '../states.tsx'
import { words } from '../words.ts'
import type { DataTableProps } from './columns.ts'
import { RowList } from './RowList.tsx'
import { gridParts } from './gridParts.ts'
import './DataTable.css'

export type { Column, DataTableProps } from './columns.ts'

/** Above this many rows only those in sight are drawn. */
const virtualFrom = 200
const rowPixels = 31
const useNarrow = createMediaFollower('(max-width: 800px)')

/**
 * A list of records: exact total, rows of 31 px, J and K to move, Enter to open, the next page by its key.
 * Loading, failure and emptiness are drawn in its place. On a narrow screen it is a list.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const m = useMessages(words)
  const narrow = useNarrow()
  const { rows, total, query, empty, label } = props
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
        <AntdPage rows={8}>
          <Grid {...props} virtual={(total ?? rows.length) > virtualFrom} />
        </AntdPage>
      )}
      {rows.length === 0 ? null : <Foot {...props} narrow={narrow} />}
    </>
  )
}

const Foot = <Row,>({ rows, total, more, loadMore, loadingMore, onOpen, chosen, aside, narrow }: DataTableProps<Row> & { narrow: boolean }) => {
  const m = useMessages(words)
  const all = (total ?? rows.length).toLocaleString('en')
  return (
    <div className="al-table-foot">
      <output>
        {more === true ? m.table.shown(rows.length.toLocaleString('en'), all) : m.table.total(all)}
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

const orderFromAntd = { ascend: 'ascending', descend: 'descending' } as const
const orderToAntd = { ascending: 'ascend', descending: 'descend' } as const

const Grid = <Row,>({ virtual, ...props }: DataTableProps<Row> & { virtual: boolean }) => {
  const { rows, columns, rowKey, label, onOpen, onOrder, chosen, onChoose, more, loadMore } = props
  const m = useMessages(words)
  const table = useRef<ComponentRef<typeof Table>>(null)
  const box = useRef<HTMLDivElement>(null)
  const [heightPixels, setHeightPixels] = useState(480)
  useLayoutEffect(() => {
    const fit = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0
      setHeightPixels(Math.max(rowPixels * 8, Math.floor(window.innerHeight - Math.max(top, 0) - 120)))
    }
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [])

  const openRow = (index: number): void => {
    const row = rows[index]
    if (row !== undefined) onOpen?.(row)
  }
  const showRow = (index: number): void => {
    const row = rows[index]
    if (row === undefined) return
    if (virtual) table.current?.scrollTo({ key: rowKey(row) })
    else box.current?.querySelector(`[data-row-key="${CSS.escape(rowKey(row))}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const [present, setPresent] = useRowKeys(rows.length, { move: showRow, open: openRow }, keyTitles)

  const rowCount = (props.total ?? rows.length) + 1
  useLayoutEffect(() => {
    // Ant Design lets no attribute through to the element that holds just head and body.
    const whole = virtual ? box.current?.querySelector('.ant-table-container') : null
    whole?.setAttribute('role', 'table')
    whole?.setAttribute('aria-label', label)
    whole?.setAttribute('aria-rowcount', String(rowCount))
  }, [virtual, label, rowCount])

  const parts = useMemo(() => (virtual ? gridParts<Row>() : null), [virtual])
  const antdColumns = columns.map(
    (column): TableColumnType<Row> => ({
      key: column.key,
      title: column.title,
      align: column.align === 'right' ? 'right' : 'left',
      ...(column.width === undefined ? {} : { width: column.width }),
      ellipsis: column.width !== undefined || virtual,
      render: (_, row) => column.render(row),
      ...(column.order === undefined
        ? {}
        : { sorter: true, sortOrder: column.order === null ? null : orderToAntd[column.order], showSorterTooltip: false }),
    }),
  )
  const settings: TableProps<Row> = {
    columns: antdColumns,
    dataSource: rows as Row[],
    rowKey,
    size: 'small',
    pagination: false,
    rowClassName: (_, index) => (index === present ? 'al-table-present' : onOpen ? 'al-table-opens' : ''),
    onRow: (row, index = -1): HTMLAttributes<HTMLElement> => ({
      'aria-rowindex': index + 2,
      onClick: (event) => {
        if (event.target instanceof HTMLElement && event.target.closest('a, button, input, label')) return
        setPresent(index)
        onOpen?.(row)
      },
    }),
    onChange: (_pages, _filters, order) => {
      const { columnKey, order: direction } = Array.isArray(order) ? (order[0] ?? {}) : order
      if (columnKey !== undefined) onOrder?.(String(columnKey), direction ? orderFromAntd[direction] : null)
    },
    ...(onChoose
      ? {
          rowSelection: {
            selectedRowKeys: [...(chosen ?? [])],
            columnWidth: 34,
            onChange: (keys) => onChoose(keys.map(String)),
            getCheckboxProps: (row) => ({ 'aria-label': `${m.table.choose} ${rowKey(row)}` }),
            getTitleCheckboxProps: () => ({ 'aria-label': m.table.chooseAll }),
          },
        }
      : {}),
  }
  const widthPixels = columns.reduce((sum, column) => sum + (column.width ?? 240), onChoose ? 34 : 0)
  return (
    <div ref={box} className={virtual ? 'al-table al-table-virtual' : 'al-table'}>
      {virtual ? (
        <Table<Row>
          {...settings}
          ref={table}
          virtual
          scroll={{ x: widthPixels, y: heightPixels }}
          {...(parts ? { components: parts } : {})}
          onScroll={(event) => {
            const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
            if (more === true && scrollHeight - scrollTop - clientHeight < rowPixels * 20) loadMore?.()
          }}
        />
      ) : (
        <Table<Row> {...settings} aria-label={label} scroll={{ x: 'max-content' }} />
      )}
    </div>
  )
}

const keyTitles = {
  move: { zh: '上下移动', en: 'Move up and down' },
  open: { zh: '打开此行', en: 'Open the row' },
}
