import { Logger } from 'graphile-worker'
import type { Log } from '../log/log.ts'
import { faultFacts } from './fault.ts'

/**
 * The queue's messages in our log. What it says of a job's end is left out, because it quotes the fault's words and
 * the job's payload; the worker tells of both itself, without personal data.
 */
export const queueLog = (log: Log): Logger =>
  new Logger(({ label }: Partial<{ label: string }>) => (level, message, meta) => {
    if (meta.failure === true || meta.success === true) return
    const facts = { part: label ?? 'queue', ...(meta.error === undefined ? {} : { fault: faultFacts(meta.error) }) }
    if (level === 'error') log.error(facts, message)
    else if (level === 'warning') log.warn(facts, message)
    else log.debug(facts, message)
  })
