import { pino, type Logger } from 'pino'

/** The structured log: one JSON object a line. Facts only, never personal data, never a secret. */
export type Log = Logger

/** Paths that would carry a secret or a person; whatever slips into a log object is struck out. */
const struckOut = [
  'req.headers.cookie',
  'req.headers.authorization',
  'password',
  'token',
  'secret',
  'phone',
  'identityNumber',
  '*.password',
  '*.token',
  '*.secret',
  '*.phone',
  '*.identityNumber',
]

/**
 * Opens the log.
 * @param destination a file's path, or nothing for standard output.
 */
export const openLog = ({ level = 'info', destination }: { level?: string; destination?: string } = {}): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: struckOut, censor: '[struck out]' },
    },
    pino.destination({ dest: destination ?? 1, mkdir: true, sync: false }),
  )

/** A log that keeps nothing, for tests that read results and not logs. */
export const silentLog = (): Log => pino({ level: 'silent' })
