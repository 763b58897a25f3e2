import { limitOf, type LawRow, type Tightened } from '../../kernel/law.ts'
import { dateInBeijing, startOfDay } from '../../kernel/time.ts'
import type { EvidenceKind } from './kinds.ts'

const ownRule = {
  standard: 'Anlan 安澜',
  edition: '1',
  inForceFrom: '2026-01-01',
  inForceTo: null,
  confidence: 'low',
} as const

/** Limits that no law sets: the product's own, so that one device cannot fill the store. */
export const evidenceLimits = {
  photo: {
    ...ownRule,
    clause: 'evidence 1',
    key: 'evidence.size.photo',
    value: 40,
    unit: 'MiB',
    tighten: 'lower',
    zh: '单张照片的最大大小',
    en: 'Largest size of a photo',
    usedIn: ['evidence.add'],
  },
  paper: {
    ...ownRule,
    clause: 'evidence 2',
    key: 'evidence.size.paper',
    value: 100,
    unit: 'MiB',
    tighten: 'lower',
    zh: '单份文档的最大大小',
    en: 'Largest size of a paper',
    usedIn: ['evidence.add'],
  },
  audio: {
    ...ownRule,
    clause: 'evidence 3',
    key: 'evidence.size.audio',
    value: 300,
    unit: 'MiB',
    tighten: 'lower',
    zh: '单段录音的最大大小',
    en: 'Largest size of a sound recording',
    usedIn: ['evidence.add'],
  },
  video: {
    ...ownRule,
    clause: 'evidence 4',
    key: 'evidence.size.video',
    value: 2048,
    unit: 'MiB',
    tighten: 'lower',
    zh: '单段视频的最大大小',
    en: 'Largest size of a video',
    usedIn: ['evidence.add'],
  },
  pixels: {
    ...ownRule,
    clause: 'evidence 5',
    key: 'evidence.photo.megapixels',
    // The largest that cameras of phones in use deliver; decoded it takes 330 MB.
    value: 110,
    unit: 'Mpx',
    tighten: 'lower',
    zh: '照片的最大像素数',
    en: 'Most pixels of a photo',
    usedIn: ['evidence.add'],
  },
  unattachedDays: {
    ...ownRule,
    clause: 'evidence 6',
    key: 'evidence.unattached.days',
    value: 7,
    unit: 'd',
    tighten: 'never',
    zh: '未关联记录的上传保留天数',
    en: 'Days for which an upload that belongs to no record is kept',
    usedIn: ['evidence.add', 'evidence.purge'],
  },
  unattachedQuota: {
    ...ownRule,
    clause: 'evidence 7',
    key: 'evidence.unattached.quota',
    value: 5120,
    unit: 'MiB',
    tighten: 'lower',
    zh: '每人未关联记录的上传总量上限',
    en: 'How much one person may have in uploads that belong to no record',
    usedIn: ['evidence.add'],
  },
} as const satisfies Record<string, LawRow<number>>

export const evidenceLaw: readonly LawRow<number>[] = Object.values(evidenceLimits)

const mebibyte = 1024 ** 2

/** The largest size of a kind, in bytes; of the largest kind where the kind is not known yet. */
export const sizeLimitBytes = (kind: EvidenceKind | null, tightened: Tightened): number =>
  limitOf<number>(evidenceLimits[kind ?? 'video'], tightened) * mebibyte

export const quotaBytes = (tightened: Tightened): number => limitOf<number>(evidenceLimits.unattachedQuota, tightened) * mebibyte

/** When an upload that nobody attached to a record is taken away. */
export const unattachedUntil = (from: Temporal.Instant): Temporal.Instant => from.add({ hours: evidenceLimits.unattachedDays.value * 24 })

const periodUnits: Readonly<Record<string, 'days' | 'months' | 'years'>> = { d: 'days', mo: 'months', a: 'years' }

/**
 * Until when evidence must be kept by a rule that says "for at least so long": to the end (24:00, Beijing) of the
 * last day, the day itself not counted (民法典 art. 201 to 203). It may be deleted from that moment on.
 * @param rule a row in days (`d`), months (`mo`) or years (`a`); another unit is a bug and throws RangeError
 */
export const keepUntil = (rule: LawRow<number>, from: Temporal.Instant): Temporal.Instant => {
  const unit = periodUnits[rule.unit]
  if (unit === undefined) throw new RangeError(`the rule ${rule.key} counts in "${rule.unit}", not in d, mo or a`)
  return startOfDay(
    dateInBeijing(from)
      .add({ [unit]: rule.value })
      .add({ days: 1 }),
  )
}
