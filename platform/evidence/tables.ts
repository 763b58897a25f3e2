import type { ColumnType } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { Blank } from './blanks.ts'
import type { CopySize, EvidenceKind } from './kinds.ts'

type UploadTable = {
  id: string
  person_id: string | null
  recorded_region: string
  organisation_id: string | null
  name: string
  size_bytes: number
  received_bytes: number
  taken_at: string | null
  content_hash: string | null
  evidence_id: string | null
  refusal: ColumnType<Refusal | null, string | null, string | null>
  made_at: string
  expires_at: string
}

type ChunkTable = { upload_id: string; first_byte: number; size_bytes: number; staged_as: string }

type ContentTable = {
  hash: string
  size_bytes: number
  kind: EvidenceKind
  media_type: string
  width_px: number | null
  height_px: number | null
  blanks: ColumnType<Blank[] | null, string | null, string | null>
  stored_in: string
  released_at: string | null
}

type CopyTable = {
  content_hash: string
  size: CopySize
  hash: string
  media_type: string
  size_bytes: number
  width_px: number
  height_px: number
  made_at: string
}

type ItemTable = {
  id: string
  content_hash: string
  kind: EvidenceKind
  media_type: string
  size_bytes: number
  name: string | null
  record_kind: string | null
  record_id: string | null
  region_code: string | null
  recorded_region: string
  organisation_id: string | null
  read_roles: Role[] | null
  shared_with: ColumnType<string[], string[] | undefined, string[]>
  taken_at: string | null
  received_at: string
  uploaded_by: string | null
  exif_state: 'read' | 'absent' | 'unreadable'
  exif_lng: number | null
  exif_lat: number | null
  exif_accuracy_metres: number | null
  exif_taken_local: string | null
  exif_taken_at: string | null
  attached_at: string | null
  retention_rule: string | null
  keep_until: string | null
  deleted_at: string | null
}

/** The tables as the query builder sees them; instants are ISO text. */
export type EvidenceTables = {
  'evidence.upload': UploadTable
  'evidence.chunk': ChunkTable
  'evidence.content': ContentTable
  'evidence.copy': CopyTable
  'evidence.item': ItemTable
}
