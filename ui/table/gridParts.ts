import type { TableProps } from 'antd'
import { createElement, type ComponentType } from 'react'

/*
 * Where only the rows in sight are drawn, Ant Design's body is made of plain blocks, and its head is a table of its
 * own without a body. These parts give every piece the role it plays, so that a screen reader hears one table.
 */
const played = (tag: string, role: string): ComponentType<object> => {
  const Part = (props: object) => createElement(tag, { ...props, role })
  Part.displayName = `${tag} as ${role}`
  return Part
}

const parts = {
  header: {
    table: played('table', 'presentation'),
    wrapper: played('thead', 'rowgroup'),
    row: played('tr', 'row'),
    cell: played('th', 'columnheader'),
  },
  body: { wrapper: played('div', 'rowgroup'), row: played('div', 'row'), cell: played('div', 'cell') },
}

/** The pieces of a table that draws only the rows in sight. */
export const gridParts = <Row>(): NonNullable<TableProps<Row>['components']> => parts as NonNullable<TableProps<Row>['components']>
