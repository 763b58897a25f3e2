import { Table, type TableColumnType, type TableProps } from 'antd'
import { useLayoutEffect, useRef, useState, type ComponentRef, type HTMLAttributes } from 'react'
import { AntdPage } from '../antdTheme.tsx'
import { useMessages } from '../language.tsx'
import { words } from '../words.ts'
import type { DataTableProps } from './columns.ts'
import { gridParts } from './gridParts.ts'
import { rowClass, useRows } from './useRows.ts'

const rowPixels = 31
const orderFromAntd = { ascend: 'ascending', descend: 'descending' } as const
const orderToAntd = { ascending: 'ascend', descending: 'descend' } as const

/** A table of which only the rows in sight are drawn; the next page is fetched before its end comes into sight. */
const VirtualGrid = <Row,>(props: DataTableProps<Row>) => (
  <AntdPage rows={8}>
    <Grid {...props} />
  </AntdPage>
)

const Grid = <Row,>(props: DataTableProps<Row>) => {
  const { rows, columns, rowKey, label, onOpen, onOrder, chosen, onChoose, more, loadMore } = props
  const m = useMessages(words)
  const table = useRef<ComponentRef<typeof Table>>(null)
  const box = useRef<HTMLDivElement>(null)
  const heightPixels = useHeightBelow(box)
  const { present, press } = useRows(props, (row) => table.current?.scrollTo({ key: rowKey(row) }))

  const rowCount = (props.total ?? rows.length) + 1
  useLayoutEffect(() => {
    // Ant Design lets no attribute through to the element that holds just head and body.
    const whole = box.current?.querySelector('.ant-table-container')
    whole?.setAttribute('role', 'table')
    whole?.setAttribute('aria-label', label)
    whole?.setAttribute('aria-rowcount', String(rowCount))
  }, [label, rowCount])

  const settings: TableProps<Row> = {
    columns: columns.map((column): TableColumnType<Row> => ({
      key: column.key,
      title: column.title,
      align: column.align === 'right' ? 'right' : 'left',
      ...(column.width === undefined ? {} : { width: column.width }),
      ellipsis: true,
      render: (_, row) => column.render(row),
      ...(column.order === undefined
        ? {}
        : { sorter: true, sortOrder: column.order === null ? null : orderToAntd[column.order], showSorterTooltip: false }),
    })),
    dataSource: rows as Row[],
    rowKey,
    size: 'small',
    pagination: false,
    rowClassName: (_, index) => rowClass(index === present, onOpen !== undefined),
    onRow: (_, index = -1): HTMLAttributes<HTMLElement> => ({ 'aria-rowindex': index + 2, onClick: (event) => press(event, index) }),
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
    <div ref={box} className="al-table">
      <Table<Row>
        {...settings}
        ref={table}
        virtual
        scroll={{ x: widthPixels, y: heightPixels }}
        components={gridParts<Row>()}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
          if (more === true && scrollHeight - scrollTop - clientHeight < rowPixels * 20) loadMore?.()
        }}
      />
    </div>
  )
}

/** What is left of the window below the top of the box, eight rows at least. */
const useHeightBelow = (box: { readonly current: HTMLElement | null }): number => {
  const [heightPixels, setHeightPixels] = useState(480)
  useLayoutEffect(() => {
    const fit = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0
      setHeightPixels(Math.max(rowPixels * 8, Math.floor(window.innerHeight - Math.max(top, 0) - 120)))
    }
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [box])
  return heightPixels
}

export default VirtualGrid
