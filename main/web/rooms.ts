import { room as desk } from '../../contexts/desk/web/room.tsx'
import { room as hazards } from '../../contexts/hazards/web/room.tsx'
import { room as identity } from '../../contexts/identity/web/room.tsx'
import { room as law } from '../../contexts/law/web/room.tsx'
import type { WebRoom } from '../../ui/room.ts'
import { room as api } from './apiDocs/room.ts'
import { room as pocket } from './pocket/room.ts'

/** The rooms whose pages, entries and commands the shell offers, in the order of the sidebar's groups. */
export const rooms: readonly WebRoom[] = [desk, hazards, law, identity, api, pocket]
