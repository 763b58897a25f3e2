import type { ReactNode } from 'react'
import type { PagedRead } from '../query.ts'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  /** In pixels; a list of more than 200 rows is drawn by rows and needs it for every column but one. */
  readonly width?: number | undefined
  /** `right` for figures. */
  readonly align?: 'left' | 'right' | undefined
  readonly render: (row: Row) => ReactNode
  /** The present order of this column; undefined: not to be ordered by; null: may be. */
  readonly order?: 'ascending' | 'descending' | null | undefined
  /** What stands first and large where the screen is too narrow for a table. */
  readonly leading?: boolean | undefined
}

export type DataTableProps<Row> = Pick<PagedRead<Row>, 'rows' | 'total'> &
  Partial<Pick<PagedRead<Row>, 'more' | 'loadMore' | 'loadingMore' | 'query'>> & {
    readonly columns: readonly Column<Row>[]
    readonly rowKey: (row: Row) => string
    /** Names the table aloud. */
    readonly label: string
    readonly onOpen?: ((row: Row) => void) | undefined
    readonly onOrder?: ((column: string, order: 'ascending' | 'descending' | null) => void) | undefined
    readonly chosen?: readonly string[] | undefined
    readonly onChoose?: ((keys: readonly string[]) => void) | undefined
    /** What stands where there are no rows. */
    readonly empty?: ReactNode
    /** At the right end of the line below. */
    readonly aside?: ReactNode
  }
