import type { Role } from '../../../kernel/actor.ts'

const enforcers: readonly Role[] = ['leader', 'officer', 'inspector']
const heads: readonly Role[] = ['principal', 'venueManager']

/** Who may do what here. The party sees and answers its own case, and nothing internal. */
export const actions = {
  'case.read': [...enforcers, 'dispatcher'],
  'case.propose': enforcers,
  /** One door for all deeds of an authority; whose each of them is the rules decide. */
  'case.act': enforcers,
  'case.readOwn': heads,
  'case.answer': heads,
} as const satisfies Record<string, readonly Role[]>
