import { ok, refuse, type Result } from '../../../kernel/result.ts'

/**
 * uploading → reading → waiting (for a person to see how it will be read) → checking → checked → taking → done.
 * `paused` by its person, `stopped` by the product with a reason; both go on at the next row. `unreadable` and `cancelled` end it.
 */
export const importStates = [
  'uploading',
  'reading',
  'waiting',
  'checking',
  'checked',
  'taking',
  'paused',
  'stopped',
  'done',
  'cancelled',
  'unreadable',
] as const

export type ImportState = (typeof importStates)[number]

/** What its person may do with an import. */
export const importDeeds = ['match', 'check', 'begin', 'pause', 'goOn', 'cancel'] as const

export type ImportDeed = (typeof importDeeds)[number]

const from: Readonly<Record<ImportDeed, readonly ImportState[]>> = {
  match: ['waiting', 'checking', 'checked'],
  check: ['waiting', 'checked'],
  begin: ['checked'],
  pause: ['taking'],
  goOn: ['paused', 'stopped'],
  cancel: ['uploading', 'reading', 'waiting', 'checking', 'checked', 'taking', 'paused', 'stopped'],
}

const to: Readonly<Record<ImportDeed, ImportState>> = {
  match: 'waiting',
  check: 'checking',
  begin: 'taking',
  pause: 'paused',
  goOn: 'taking',
  cancel: 'cancelled',
}

/** What may be done in a state. */
export const deedsIn = (state: ImportState): readonly ImportDeed[] => importDeeds.filter((deed) => from[deed].includes(state))

/** The state after a deed; refuses one that has no place there. */
export const afterDeed = (state: ImportState, deed: ImportDeed): Result<ImportState> =>
  from[deed].includes(state) ? ok(to[deed]) : refuse('IMPORT_STATE_WRONG', { state, deed })

/** Whether the worker has something to do with it. */
export const runs = (state: ImportState): boolean => state === 'reading' || state === 'checking' || state === 'taking'
