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

type Fault = {
  readonly type: string
  readonly message: string
  readonly stack?: string
  readonly code?: string
  readonly constraint?: string
  readonly cause?: unknown
}

/**
 * An error as the log keeps it: its kind, words and place. PostgreSQL quotes whole rows in `detail`, `hint` and `where`,
 * and in the words of a value that it could not read (class 22), so these are left out.
 */
export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error)) return { type: typeof error, message: 'what was thrown is no error' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const quotes = code !== undefined && 'severity' in error && code.startsWith('22')
  const message = quotes ? `PostgreSQL ${code}` : error.message
  return {
    type: error.name,
    message,
    ...(error.stack === undefined ? {} : { stack: error.stack.replace(error.message, () => message) }),
    ...(code === undefined ? {} : { code }),
    ...('constraint' in error && typeof error.constraint === 'string' ? { constraint: error.constraint } : {}),
    ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
  }
}

/**
 * Opens the log.
 * @param destination a file's path, or nothing for standard output.
 */
export const openLog = ({ level = 'info', destination }: { level?: string; destination?: string } = {}): Log => {
  const file = pino.destination({ dest: destination ?? 1, mkdir: true, sync: false, mode: 0o600 })
  // A log that can't be written must not end the product; it is told once, where somebody may still see it.
  let told = false
  file.on('error', (error: NodeJS.ErrnoException) => {
    if (!told) process.stderr.write(`the log cannot be written: ${error.code ?? error.message}\n`)
    told = true
  })
  // At its end the process writes out what is left, and that throws where the file could never be opened.
  let ready = false
  file.once('ready', () => (ready = true))
  const flushSync = file.flushSync.bind(file)
  file.flushSync = () => {
    if (ready) flushSync()
  }
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: struckOut, censor: '[struck out]' },
      serializers: { err: faultOf },
    },
    file,
  )
}

/** A log that keeps nothing, for tests that read results and not logs. */
export const silentLog = (): Log => pino({ level: 'silent' })
