import { inScope, type Role } from '../../kernel/actor.ts'
import type { LawRow } from '../../kernel/law.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import type { Tx } from '../database/transaction.ts'
import type { EvidenceView } from './contract.ts'
import { attachItems, extendItems, itemOf, itemsOfRecord, moveItems, shareItems, viewOf } from './itemRecords.ts'
import { keepUntil } from './law.ts'

/** The record of a room, as its page and its audit name it. */
export type EvidenceRecord = { readonly kind: string; readonly id: string }

/** For how long evidence is kept at least: by a rule, counted from a moment; for ever where no rule ends it. */
export type Retention = { readonly rule: LawRow<number>; readonly countsFrom: Temporal.Instant } | 'forever'

export type AttachRequest = {
  readonly evidenceIds: readonly string[]
  readonly record: EvidenceRecord
  /** Where the record counts: with the organisation it decides who sees the evidence from now on. */
  readonly regionCode: string
  readonly organisationId: string | null
  readonly retention: Retention
  /** Only these of the roles that may read evidence; all of them where absent. */
  readonly readableBy?: readonly Role[]
  /** People beyond the scope of the record who have a part in it, as the room that keeps it found. */
  readonly sharedWith?: readonly string[]
}

const until = (retention: Retention): { retentionRule: string | null; keepUntil: string | null } =>
  retention === 'forever'
    ? { retentionRule: null, keepUntil: null }
    : {
        retentionRule: retention.rule.key,
        keepUntil: keepUntil(retention.rule, retention.countsFrom).toString({ smallestUnit: 'millisecond' }),
      }

/**
 * Makes uploads the evidence of a record, in the transaction that writes the record. Only the uploader can (or the
 * product itself), and only once: attaching to the same record again is harmless, to another is refused.
 * Refuses OUT_OF_SCOPE, RECORD_NOT_FOUND and EVIDENCE_ATTACHED.
 */
export const attachEvidence = async (tx: Tx, request: AttachRequest): Promise<Result<readonly EvidenceView[]>> => {
  const { record, regionCode, organisationId, retention, readableBy = null, sharedWith = [] } = request
  const hasPart = tx.actor.kind === 'person' && sharedWith.includes(tx.actor.personId)
  if (!hasPart && !inScope(tx.actor.scope, { regionCode, organisationId })) return refuse('OUT_OF_SCOPE', { regionCode })
  const ids = [...new Set(request.evidenceIds)]
  if (ids.length === 0) return ok([])
  const attached = await attachItems(tx, ids, { record, regionCode, organisationId, readableBy, sharedWith, ...until(retention) })
  const rows = []
  for (const id of ids) {
    // Read as the product reads: a role that may add evidence to a record need not be one of its readers.
    const row = await itemOf(tx, id)
    if (!row && !attached.includes(id)) return refuse('RECORD_NOT_FOUND', { kind: 'evidence', id })
    if (row) rows.push(row)
  }
  const elsewhere = rows.filter(({ recordKind, recordId }) => recordKind !== record.kind || recordId !== record.id)
  if (elsewhere.length > 0) return refuse('EVIDENCE_ATTACHED', { evidenceIds: elsewhere.map(({ id }) => id) })
  if (attached.length > 0)
    tx.audit({ action: 'evidence.attach', record, regionCode, organisationId, after: { evidenceIds: attached, ...until(retention) } })
  return ok(rows.map(viewOf))
}

/** The evidence of records, by record id, in the order it came; deleted pieces are in it and say so. */
export const evidenceOf = async (
  tx: Tx,
  recordKind: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceView[]>> => {
  if (recordIds.length === 0) return new Map()
  const rows = await itemsOfRecord(tx, recordKind, recordIds)
  return Map.groupBy(rows.map(viewOf), ({ record }) => record?.id ?? '')
}

/** Keeps a record's evidence longer (an accident is investigated, a case is opened). It is never made shorter. */
export const extendRetention = async (
  tx: Tx,
  { record, regionCode, organisationId, retention }: Pick<AttachRequest, 'record' | 'regionCode' | 'organisationId' | 'retention'>,
): Promise<number> => {
  const { retentionRule, keepUntil: end } = until(retention)
  const extended = await extendItems(tx, record, retentionRule, end)
  if (extended > 0)
    tx.audit({ action: 'evidence.extend', record, regionCode, organisationId, after: { pieces: extended, retentionRule, keepUntil: end } })
  return extended
}

/** Lets these people beyond the scope of a record see its evidence, and nobody else beyond it. */
export const shareEvidence = async (
  tx: Tx,
  {
    record,
    regionCode,
    organisationId,
    sharedWith,
  }: Pick<AttachRequest, 'record' | 'regionCode' | 'organisationId'> & { readonly sharedWith: readonly string[] },
): Promise<number> => {
  const shared = await shareItems(tx, record, sharedWith)
  if (shared > 0) tx.audit({ action: 'evidence.share', record, regionCode, organisationId, after: { pieces: shared, sharedWith } })
  return shared
}

/** Takes a record's evidence along when the record moves to another region or organisation. */
export const moveEvidence = async (
  tx: Tx,
  { record, regionCode, organisationId }: Pick<AttachRequest, 'record' | 'regionCode' | 'organisationId'>,
): Promise<number> => {
  const moved = await moveItems(tx, record, { regionCode, organisationId })
  if (moved > 0) tx.audit({ action: 'evidence.move', record, regionCode, organisationId, after: { pieces: moved } })
  return moved
}
