import { CommandPalette } from '../../ui/CommandPalette.tsx'
import type { Navigate, RecordFinder } from '../../ui/room.ts'
import { ShortcutSheet } from '../../ui/ShortcutSheet.tsx'
import type { PaletteEntry } from '../../ui/CommandPalette.tsx'
import { PostSwitcher } from './PostSwitcher.tsx'
import type { Above } from './shell.ts'

export type AboveWindowsProps = {
  readonly above: Above
  readonly onClose: () => void
  readonly entries: readonly PaletteEntry[]
  readonly finders: readonly RecordFinder[]
  readonly navigate: Navigate
}

/** The windows above the page; fetched after it, because the first page does without them. */
const AboveWindows = ({ above, onClose, entries, finders, navigate }: AboveWindowsProps) => (
  <>
    <CommandPalette open={above === 'palette'} onClose={onClose} entries={entries} finders={finders} onOpenRecord={navigate} />
    <ShortcutSheet open={above === 'shortcuts'} onClose={onClose} />
    <PostSwitcher open={above === 'posts'} onClose={onClose} />
  </>
)

export default AboveWindows
