import { ConnectionLost, RefusalError } from '../../../../ui/api.ts'
import type { Language, Told } from '../../../../ui/language.tsx'
import type { publicMessages } from './messages.ts'

/** What to tell of a problem: the server's own sentence, or that the line or the server is gone. */
export const troubleText = (
  problem: unknown,
  m: Pick<Told<(typeof publicMessages)['zh']>, 'lost' | 'fault'>,
  language: Language,
): string => {
  if (problem instanceof RefusalError) return problem.sentence[language]
  return problem instanceof ConnectionLost ? m.lost : m.fault
}
