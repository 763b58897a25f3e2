import type { Role } from '../kernel/actor.ts'
import type { ComponentType } from 'react'
import type { Sentence } from '../kernel/refusals.ts'
import type { ExportWindowProps } from './exportWindow.ts'
import type { IconName } from './Icon.tsx'
import type { Sender } from './outbox/engine.ts'

/** Goes to an address inside the product, e.g. `/people/p-1?tab=posts`. */
export type Navigate = (address: string) => void

/**
 * Where a page is drawn: `work` in the frame with sidebar and top bar, `pocket` on a phone
 * and `screen` on a wall, both without the frame; `public` for anybody, before the sign-in: such a page reads no session.
 */
export type Surface = 'work' | 'pocket' | 'screen' | 'public'

/** A page of a room. The path names its parameters with `$`, e.g. `/people/$personId`. */
export type WebPage = {
  readonly path: `/${string}`
  readonly title: Sentence
  readonly load: () => Promise<{ readonly default: ComponentType }>
  /** Needed to see the page; absent: anyone who has signed in. */
  readonly action?: string
  readonly surface?: Surface
}

/** An entry of the sidebar; within its group by `order`. */
export type NavigationItem = {
  readonly group: 'work' | 'governance' | 'base'
  readonly icon: IconName
  readonly title: Sentence
  readonly path: `/${string}`
  readonly action?: string
  readonly order: number
  /** A hook that answers how many records wait there; undefined while it is not known. */
  readonly useCount?: () => number | undefined
}

/** A deed that the command palette offers, and that a shortcut may run. */
export type Command = {
  /** `room.deed`, unique in the product. */
  readonly id: string
  readonly title: Sentence
  /** Further words that find it, in either language. */
  readonly keywords?: readonly string[]
  readonly action?: string
  readonly icon?: IconName
  readonly run: (navigate: Navigate) => void
  /** As in `useShortcut`, e.g. `shift+n`. */
  readonly shortcut?: string
}

/** A record that the palette found. */
export type FoundRecord = {
  readonly key: string
  readonly title: string
  readonly detail?: string | Sentence
  readonly address: string
}

/** Finds the records of one kind by what was typed; asked from the second character on. */
export type RecordFinder = {
  readonly id: string
  readonly title: Sentence
  readonly icon?: IconName
  readonly action?: string
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly FoundRecord[]>
}

/** What a room brings to the web app; `contexts/<room>/web/room.tsx` exports it as `room`. */
export type WebRoom = {
  /** Who may do what, so that a page that is forbidden can say whose right it is. */
  readonly actions?: { readonly [action: string]: readonly Role[] }
  readonly name: string
  readonly pages: readonly WebPage[]
  readonly navigation: readonly NavigationItem[]
  readonly commands: readonly Command[]
  readonly records?: readonly RecordFinder[]
  /** How things that were done on a phone without signal are sent, by their kind (`room.deed`). */
  readonly senders?: { readonly [kind: string]: () => Promise<Sender> }
  /** The window in which any list is exported; one room brings it for all. */
  readonly exportWindow?: () => Promise<{ readonly default: ComponentType<ExportWindowProps> }>
}
