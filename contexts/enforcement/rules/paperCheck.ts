import { canonicalJson } from '../../../kernel/canonicalJson.ts'
import { sm3Of } from '../../../kernel/sm3.ts'
import type { CaseEvent } from './events.ts'

/**
 * The check value that a paper bears and a screen shows beside the event: the first 8 hex digits of SM3 over the event as
 * canonical JSON. A paper whose value differs does not tell what the record holds.
 */
export const checkOf = (event: CaseEvent): string => sm3Of(canonicalJson(event)).slice(0, 8)
