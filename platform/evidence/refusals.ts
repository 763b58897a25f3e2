import type { RefusalTable } from '../../kernel/refusals.ts'
import type { EvidenceKind } from './kinds.ts'

export type EvidenceFacts = {
  UPLOAD_OFFSET_WRONG: { receivedBytes: number; sizeBytes: number }
  UPLOAD_CHUNK_TOO_LARGE: { limitBytes: number }
  UPLOAD_LONGER_THAN_DECLARED: { sizeBytes: number }
  EVIDENCE_TOO_LARGE: { kind: EvidenceKind | null; sizeBytes: number; limitBytes: number }
  EVIDENCE_EMPTY: Record<string, never>
  EVIDENCE_TYPE_REFUSED: { found: string | null; extensions: readonly string[] }
  EVIDENCE_UNREADABLE: { mediaType: string }
  PHOTO_TOO_LARGE: { widthPx: number; heightPx: number; limitMegapixels: number }
  EVIDENCE_QUOTA_REACHED: { usedBytes: number; limitBytes: number }
  EVIDENCE_STORE_FULL: Record<string, never>
  EVIDENCE_ATTACHED: { evidenceIds: readonly string[] }
  EVIDENCE_DELETED: { deletedAt: string; retentionRule: string | null }
  COPY_IMPOSSIBLE: { mediaType: string }
  RANGE_UNSATISFIABLE: { sizeBytes: number }
}

const kindNames: Record<EvidenceKind, { zh: string; en: string }> = {
  photo: { zh: '照片', en: 'A photo' },
  paper: { zh: '文档', en: 'A paper' },
  audio: { zh: '录音', en: 'A sound recording' },
  video: { zh: '视频', en: 'A video' },
}

const size = (bytes: number): string =>
  bytes >= 1024 ** 3 ? `${Number((bytes / 1024 ** 3).toFixed(1))} GiB` : `${Number((bytes / 1024 ** 2).toFixed(1))} MiB`

export const evidenceRefusals: RefusalTable<EvidenceFacts> = {
  UPLOAD_OFFSET_WRONG: {
    status: 409,
    zh: ({ receivedBytes }) => `续传位置不符，请从第 ${receivedBytes} 字节继续。`,
    en: ({ receivedBytes }) => `The upload continues at byte ${receivedBytes}.`,
  },
  UPLOAD_CHUNK_TOO_LARGE: {
    status: 413,
    zh: ({ limitBytes }) => `单次上传的分段不得超过 ${size(limitBytes)}。`,
    en: ({ limitBytes }) => `One chunk may have ${size(limitBytes)} at most.`,
  },
  UPLOAD_LONGER_THAN_DECLARED: {
    status: 422,
    zh: ({ sizeBytes }) => `内容超出了声明的 ${sizeBytes} 字节。`,
    en: ({ sizeBytes }) => `More came than the ${sizeBytes} bytes that were declared.`,
  },
  EVIDENCE_TOO_LARGE: {
    status: 413,
    zh: ({ kind, sizeBytes, limitBytes }) =>
      `${kind ? kindNames[kind].zh : '文件'}大小为 ${size(sizeBytes)}，超过上限 ${size(limitBytes)}。`,
    en: ({ kind, sizeBytes, limitBytes }) =>
      `${kind ? kindNames[kind].en : 'A file'} may have ${size(limitBytes)} at most; this one has ${size(sizeBytes)}.`,
  },
  EVIDENCE_EMPTY: { status: 422, zh: () => '文件没有内容。', en: () => 'The file is empty.' },
  EVIDENCE_TYPE_REFUSED: {
    status: 415,
    zh: ({ extensions }) => `文件的实际类型不可作为证据。可接收：${extensions.join('、')}。`,
    en: ({ extensions }) => `What the file really is cannot be taken as evidence. Taken are: ${extensions.join(', ')}.`,
  },
  EVIDENCE_UNREADABLE: {
    status: 422,
    zh: () => '照片已损坏，无法打开，请重新拍摄或上传。',
    en: () => 'The photo is damaged and cannot be opened. Please take or send it again.',
  },
  PHOTO_TOO_LARGE: {
    status: 413,
    zh: ({ widthPx, heightPx, limitMegapixels }) => `照片为 ${widthPx}×${heightPx} 像素，超过上限 ${limitMegapixels} 百万像素。`,
    en: ({ widthPx, heightPx, limitMegapixels }) =>
      `The photo has ${widthPx} × ${heightPx} pixels; the limit is ${limitMegapixels} megapixels.`,
  },
  EVIDENCE_QUOTA_REACHED: {
    status: 413,
    zh: ({ usedBytes, limitBytes }) =>
      `尚未关联记录的上传已达 ${size(usedBytes)}，上限 ${size(limitBytes)}。请先提交记录或删除不用的文件。`,
    en: ({ usedBytes, limitBytes }) =>
      `Uploads that belong to no record yet come to ${size(usedBytes)}; the limit is ${size(limitBytes)}. Please submit the record or delete what is not needed.`,
  },
  EVIDENCE_STORE_FULL: {
    status: 503,
    zh: () => '证据存储空间不足，请联系系统管理员。文件请保留在设备上，稍后再传。',
    en: () => 'The evidence store is full. Please tell the system administrator, keep the file on the device and send it later.',
  },
  EVIDENCE_ATTACHED: {
    status: 409,
    zh: ({ evidenceIds }) => `有 ${evidenceIds.length} 份证据已属于某条记录，不能改动归属或删除。`,
    en: ({ evidenceIds }) => `${evidenceIds.length} pieces of evidence already belong to a record and can neither be moved nor deleted.`,
  },
  EVIDENCE_DELETED: {
    status: 410,
    zh: () => '证据已按保存期限删除。',
    en: () => 'The evidence was deleted when its time of keeping ended.',
  },
  COPY_IMPOSSIBLE: {
    status: 404,
    zh: () => '此文件没有这样的副本；有权限的人员可下载原件。',
    en: () => 'There is no such copy of this file; whoever has the right may download the original.',
  },
  RANGE_UNSATISFIABLE: {
    status: 416,
    zh: ({ sizeBytes }) => `请求的范围超出文件，文件共 ${sizeBytes} 字节。`,
    en: ({ sizeBytes }) => `The range lies outside the file, which has ${sizeBytes} bytes.`,
  },
}
