import { roles, type Role } from '../../../kernel/actor.ts'

/** Whether a text is the name of a role. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
