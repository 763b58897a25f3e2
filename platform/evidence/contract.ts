import { z } from 'zod'
import type { Role } from '../../kernel/actor.ts'
import { route, type Contract } from '../../kernel/contract.ts'
import { copySizes, evidenceKinds } from './kinds.ts'
import { evidenceRefusals, type EvidenceFacts } from './refusals.ts'
import { evidenceWords } from './words.ts'

export { acceptedExtensions, type CopySize, type EvidenceKind } from './kinds.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const byteCount = z.number().int().min(0)
const nothing = z.null()
/** A stream of bytes. */
const stream = z.string()

/** One piece of evidence as a record's page shows it. What the device says of place and time is not in it. */
export const evidenceView = z.object({
  id,
  kind: z.enum(evidenceKinds),
  mediaType: z.string(),
  /** Null once the file was deleted at the end of its time. */
  name: z.string().nullable(),
  sizeBytes: byteCount,
  /** SM3 of the bytes as they came: the same on paper, in the store and in the audit. */
  contentHash: z.string(),
  hasThumbnails: z.boolean(),
  takenAt: instant.nullable(),
  receivedAt: instant,
  uploadedBy: id.nullable(),
  record: z.object({ kind: z.string(), id: z.string() }).nullable(),
  keepUntil: instant.nullable(),
  deletedAt: instant.nullable(),
})

export type EvidenceView = z.output<typeof evidenceView>

export const uploadView = z.object({
  uploadId: id,
  sizeBytes: byteCount,
  /** Where the next chunk begins. */
  receivedBytes: byteCount,
  chunkLimitBytes: byteCount,
  expiresAt: instant,
  /** Set when the last byte has come and the file was taken. */
  item: evidenceView.nullable(),
})

export type UploadView = z.output<typeof uploadView>

/** What the device wrote into the file about place and time: a claim, kept apart from the record. */
export const exifClaim = z.object({
  state: z.enum(['read', 'absent', 'unreadable']),
  position: z.object({ lng: z.number(), lat: z.number(), accuracyMetres: z.number().nullable() }).nullable(),
  /** As written, without a zone: `2026-03-01T10:20:30`. */
  takenLocal: z.string().nullable(),
  takenAt: instant.nullable(),
})

export type ExifClaim = z.output<typeof exifClaim>

const everyoneAtWork: readonly Role[] = [
  'leader',
  'officer',
  'inspector',
  'dispatcher',
  'principal',
  'safetyOfficer',
  'guard',
  'worker',
  'venueManager',
  'rescuer',
]

/** Reading is for all who work with records; the untouched original tells where and with what it was taken, so it is for fewer. */
export const evidenceActions = {
  'evidence.add': everyoneAtWork,
  'evidence.read': everyoneAtWork,
  'evidence.readOriginal': ['leader', 'officer', 'inspector', 'principal', 'safetyOfficer'],
} as const satisfies Record<string, readonly Role[]>

const byUpload = z.object({ uploadId: id })
const byEvidence = z.object({ evidenceId: id })
const withPurpose = z.object({ purpose: z.string().trim().min(2).max(200) })
const refusedAtTheEnd = ['EVIDENCE_TYPE_REFUSED', 'EVIDENCE_TOO_LARGE', 'EVIDENCE_UNREADABLE', 'PHOTO_TOO_LARGE', 'EVIDENCE_STORE_FULL']

export const evidenceRoutes = {
  beginUpload: route({
    method: 'POST',
    path: '/api/evidence/uploads',
    summary: { zh: '开始上传', en: 'Begin an upload' },
    action: 'evidence.add',
    scope: 'own',
    body: z.object({
      name: z.string().min(1).max(500),
      sizeBytes: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
      /** When the device says it was taken. */
      takenAt: instant.optional(),
    }),
    output: uploadView,
    success: 201,
    refusals: ['EVIDENCE_TOO_LARGE', 'EVIDENCE_QUOTA_REACHED', 'EVIDENCE_STORE_FULL'],
    perMinute: 240,
  }),
  upload: route({
    method: 'GET',
    path: '/api/evidence/uploads/:uploadId',
    summary: { zh: '上传到哪里了', en: 'How far an upload has come' },
    action: 'evidence.add',
    scope: 'own',
    params: byUpload,
    output: uploadView,
    success: 200,
    refusals: refusedAtTheEnd,
  }),
  receiveChunk: route({
    method: 'PATCH',
    path: '/api/evidence/uploads/:uploadId',
    summary: {
      zh: '续传一段（application/octet-stream）：Upload-Offset 为起始字节；最后一段之后即验收入库',
      en: 'Send a chunk (application/octet-stream): Upload-Offset says where it begins; after the last one the file is taken',
    },
    action: 'evidence.add',
    scope: 'own',
    params: byUpload,
    bodyKind: 'bytes',
    output: uploadView,
    success: 200,
    refusals: ['UPLOAD_OFFSET_WRONG', 'UPLOAD_CHUNK_TOO_LARGE', 'UPLOAD_LONGER_THAN_DECLARED', ...refusedAtTheEnd],
    repeat: 'natural',
    perMinute: 1200,
  }),
  abandonUpload: route({
    method: 'DELETE',
    path: '/api/evidence/uploads/:uploadId',
    summary: { zh: '放弃上传', en: 'Give up an upload' },
    action: 'evidence.add',
    scope: 'own',
    params: byUpload,
    output: nothing,
    success: 204,
    refusals: [],
  }),
  ofRecord: route({
    method: 'GET',
    path: '/api/evidence/items',
    summary: { zh: '一条记录的证据', en: 'The evidence of a record' },
    action: 'evidence.read',
    scope: 'rows',
    query: z.object({ recordKind: z.string().min(1).max(60), recordId: z.string().min(1).max(100) }),
    output: z.object({ rows: z.array(evidenceView) }),
    success: 200,
    refusals: [],
  }),
  item: route({
    method: 'GET',
    path: '/api/evidence/items/:evidenceId',
    summary: { zh: '一份证据', en: 'One piece of evidence' },
    action: 'evidence.read',
    scope: 'record',
    params: byEvidence,
    output: evidenceView,
    success: 200,
    refusals: [],
  }),
  discard: route({
    method: 'DELETE',
    path: '/api/evidence/items/:evidenceId',
    summary: { zh: '删除尚未关联记录的证据', en: 'Delete evidence that belongs to no record yet' },
    action: 'evidence.add',
    scope: 'own',
    params: byEvidence,
    output: nothing,
    success: 204,
    refusals: ['EVIDENCE_ATTACHED'],
  }),
  copy: route({
    method: 'GET',
    path: '/api/evidence/items/:evidenceId/copy',
    summary: { zh: '查看副本（不含位置信息）或缩略图', en: 'A copy without its position, or a thumbnail' },
    action: 'evidence.read',
    scope: 'record',
    params: byEvidence,
    query: z.object({ size: z.enum(copySizes).default('full') }),
    output: stream,
    outputKind: 'bytes',
    success: 200,
    refusals: ['EVIDENCE_DELETED', 'COPY_IMPOSSIBLE', 'EVIDENCE_UNREADABLE', 'RANGE_UNSATISFIABLE'],
  }),
  original: route({
    method: 'GET',
    path: '/api/evidence/items/:evidenceId/original',
    summary: { zh: '下载原件（须写明目的，记入审计）', en: 'Download the original (the purpose is put on the record)' },
    action: 'evidence.readOriginal',
    scope: 'record',
    params: byEvidence,
    query: withPurpose,
    output: stream,
    outputKind: 'bytes',
    success: 200,
    refusals: ['EVIDENCE_DELETED', 'RANGE_UNSATISFIABLE'],
  }),
  claim: route({
    method: 'GET',
    path: '/api/evidence/items/:evidenceId/claim',
    summary: {
      zh: '设备写入的位置与时间（须写明目的，记入审计）',
      en: 'Place and time as the device wrote them (the purpose is put on the record)',
    },
    action: 'evidence.readOriginal',
    scope: 'record',
    params: byEvidence,
    query: withPurpose,
    output: exifClaim,
    success: 200,
    refusals: ['EVIDENCE_DELETED'],
  }),
} as const

export const evidenceContract = {
  room: 'evidence',
  actions: evidenceActions,
  routes: evidenceRoutes,
  refusals: evidenceRefusals,
  events: {},
  views: [],
  words: evidenceWords,
} satisfies Contract<EvidenceFacts, typeof evidenceActions>
