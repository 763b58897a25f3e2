import type { MouseEvent } from 'react'
import { useRowKeys } from '../keys.ts'
import type { DataTableProps } from './columns.ts'

/** The present row of a list, and what moves and opens it, by key and by pointer. */
export const useRows = <Row>(
  { rows, onOpen }: Pick<DataTableProps<Row>, 'rows' | 'onOpen'>,
  show: (row: Row) => void,
): { readonly present: number; readonly press: (event: MouseEvent, index: number) => void } => {
  const deeds = {
    move: (index: number): void => {
      const row = rows[index]
      if (row !== undefined) show(row)
    },
    open: (index: number): void => {
      const row = rows[index]
      if (row !== undefined) onOpen?.(row)
    },
  }
  const [present, setPresent] = useRowKeys(rows.length, deeds, titles)
  return {
    present,
    press: (event, index) => {
      // What stands in a cell keeps its own meaning, and so does a text that was just marked to be copied.
      if (event.target instanceof HTMLElement && event.target.closest('a, button, input, label')) return
      if (window.getSelection()?.isCollapsed === false) return
      setPresent(index)
      deeds.open(index)
    },
  }
}

const titles = {
  move: { zh: '上下移动', en: 'Move up and down' },
  open: { zh: '打开此行', en: 'Open the row' },
}

/** What a row is dressed in. */
export const rowClass = (isPresent: boolean, opens: boolean): string =>
  [isPresent ? 'al-table-present' : '', opens ? 'al-table-opens' : ''].filter((name) => name !== '').join(' ')
