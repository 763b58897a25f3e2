import { createContext, type ReactNode } from 'react'

/** The list that is to be exported. */
export type ExportWindowProps = {
  /** As the list is named where rooms give theirs out, e.g. `hazards.hazards`. */
  readonly list: string
  readonly title: string
  /** Its filters, as they go to its route. */
  readonly query: Readonly<Record<string, string>>
  /** How many rows it has, where that is known. */
  readonly total?: number | undefined
  readonly onClose: () => void
}

/** Draws the window in which a list is exported; a room brings it, fetched when it is first opened. */
export const ExportWindowContext = createContext<((asked: ExportWindowProps) => ReactNode) | null>(null)
