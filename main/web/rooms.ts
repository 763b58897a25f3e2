import { room as desk } from '../../contexts/desk/web/room.tsx'
import { room as enforcement } from '../../contexts/enforcement/web/room.tsx'
import { room as hazards } from '../../contexts/hazards/web/room.tsx'
import { room as identity } from '../../contexts/identity/web/room.tsx'
import { room as law } from '../../contexts/law/web/room.tsx'
import { room as ledgers } from '../../contexts/ledgers/web/room.tsx'
import { room as supervision } from '../../contexts/supervision/web/room.tsx'
import { room as tips } from '../../contexts/tips/web/room.tsx'
import type { WebRoom } from '../../ui/room.ts'
import { room as api } from './apiDocs/room.ts'
import { room as pocket } from './pocket/room.ts'

/** The rooms whose pages, entries and commands the shell offers, in the order of the sidebar's groups. */
export const rooms: readonly WebRoom[] = [desk, hazards, tips, enforcement, supervision, ledgers, law, identity, api, pocket]
