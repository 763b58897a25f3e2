import type { WebRoom } from '../../ui/room.ts'

/** The rooms whose pages, entries and commands the shell offers, in the order of the sidebar's groups. */
export const rooms: readonly WebRoom[] = []
