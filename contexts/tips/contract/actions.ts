import type { Role } from '../../../kernel/actor.ts'

const authorities: readonly Role[] = ['leader', 'officer', 'inspector']

/** Who may do what here. An enterprise does nothing here and sees nothing: a tip may be about it. */
export const actions = {
  'tip.read': [...authorities, 'tipKeeper'],
  /** One door for the deeds of a tip; whose each of them is the rules decide. */
  'tip.act': [...authorities, 'tipKeeper'],
  'tip.reveal': ['tipKeeper'],
  'poster.read': authorities,
  'poster.add': ['leader', 'officer'],
  'poster.end': ['leader', 'officer'],
} as const satisfies Record<string, readonly Role[]>
