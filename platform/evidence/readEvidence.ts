import { ok, refuse, type Result } from '../../kernel/result.ts'
import { transact, type Services, type TransactionOptions, type Tx } from '../database/transaction.ts'
import { handle, handleOutside, type BytesAnswer } from '../http/handler.ts'
import { contentOf, copiesOf, releaseContent, type ContentRow, type CopyRow } from './contentRecords.ts'
import { evidenceRoutes, type ExifClaim } from './contract.ts'
import { drawCopiesOf } from './drawCopiesOf.ts'
import { claimsOf, deleteUnattached, itemOf, itemsOfRecord, viewOf, type ItemRow } from './itemRecords.ts'
import type { Keeper } from './keeper.ts'
import { accepted, isDrawable, savedName, type CopySize } from './kinds.ts'
import { sendFile } from './sendFile.ts'
import { storeNamed } from './store.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'evidence', id })

export const readOfRecord = handle(evidenceRoutes.ofRecord, async (tx, { query }) =>
  ok({ rows: (await itemsOfRecord(tx, query.recordKind, [query.recordId])).map(viewOf) }),
)

export const readItem = handle(evidenceRoutes.item, async (tx, { params }) => {
  const item = await itemOf(tx, params.evidenceId)
  return item ? ok(viewOf(item)) : notFound(params.evidenceId)
})

/** Takes back evidence that was brought by mistake, as long as it belongs to no record. */
export const discardItem = handle(evidenceRoutes.discard, async (tx, { params }) => {
  const item = await itemOf(tx, params.evidenceId)
  if (!item) return notFound(params.evidenceId)
  if ((await deleteUnattached(tx, [item.id])) === 0) return refuse('EVIDENCE_ATTACHED', { evidenceIds: [item.id] })
  await releaseContent(tx, item.contentHash)
  tx.audit({
    action: 'evidence.add',
    record: { kind: 'evidence', id: item.id },
    regionCode: item.recordedRegion,
    before: { contentHash: item.contentHash },
    after: null,
  })
  return ok(null)
})

type Kept = { readonly item: ItemRow; readonly content: ContentRow; readonly copies: readonly CopyRow[] }

/** An item whose file is there. */
const keptItem = async (tx: Tx, id: string): Promise<Result<Kept>> => {
  const item = await itemOf(tx, id)
  if (!item) return notFound(id)
  if (item.deletedAt !== null) return refuse('EVIDENCE_DELETED', { deletedAt: item.deletedAt, retentionRule: item.retentionRule })
  const content = await contentOf(tx, item.contentHash)
  if (!content) throw new Error(`the content of evidence ${id} has no row`)
  return ok({ item, content, copies: await copiesOf(tx, item.contentHash) })
}

const fileNameOf = ({ name, mediaType }: ItemRow): string => {
  const type = [...accepted.values()].find((each) => each.mediaType === mediaType)
  return savedName(name ?? 'file', type?.extension ?? 'bin')
}

/** What people look at: a drawn copy of a photo, or the file with what tells place and device blanked. */
export const openReadCopy = (keeper: Keeper) =>
  handleOutside(evidenceRoutes.copy, async ({ actor, request, services, params, query, headers }): Promise<Result<BytesAnswer>> => {
    const by = { actor, request, readOnly: true }
    const kept = await transact(services, by, (tx) => keptItem(tx, params.evidenceId))
    if (!kept.ok) return kept
    const { item, content } = kept.value
    const store = storeNamed(keeper.stores, content.storedIn)
    if (!isDrawable(content.mediaType)) {
      if (query.size !== 'full' || content.blanks === null) return refuse('COPY_IMPOSSIBLE', { mediaType: content.mediaType })
      const { hash, sizeBytes, mediaType, blanks } = content
      // Blanked bytes are other bytes, and get another tag than the original.
      const tag = blanks.length > 0 ? `${hash}.blanked` : hash
      return sendFile({ store, name: hash, sizeBytes, mediaType, tag, fileName: fileNameOf(item), blanks }, headers)
    }
    const copy = await drawnCopy(keeper, services, by, kept.value, query.size)
    if (!copy.ok) return copy
    const { hash, sizeBytes, mediaType } = copy.value
    const fileName = query.size === 'full' ? { fileName: fileNameOf(item) } : {}
    return sendFile({ store, name: `${content.hash}.${query.size}`, sizeBytes, mediaType, tag: hash, ...fileName }, headers)
  })

const drawnCopy = async (
  keeper: Keeper,
  services: Services,
  by: TransactionOptions,
  { content, copies }: Kept,
  size: CopySize,
): Promise<Result<CopyRow>> => {
  const there = copies.find((copy) => copy.size === size)
  if (there) return ok(there)
  const drawn = await drawCopiesOf(keeper, services, content.hash)
  if (!drawn.ok) return drawn
  return transact(services, by, async (tx): Promise<Result<CopyRow>> => {
    const copy = (await copiesOf(tx, content.hash)).find((each) => each.size === size)
    return copy ? ok(copy) : refuse('COPY_IMPOSSIBLE', { mediaType: content.mediaType })
  })
}

/** The bytes as they came. They tell where and with what they were taken, so every look is on the record. */
export const openReadOriginal = (keeper: Keeper) =>
  handleOutside(evidenceRoutes.original, async ({ actor, request, services, params, query, headers }): Promise<Result<BytesAnswer>> => {
    const kept = await transact(services, { actor, request }, async (tx) => {
      const found = await keptItem(tx, params.evidenceId)
      if (found.ok) recordLook(tx, found.value.item, query.purpose)
      return found
    })
    if (!kept.ok) return kept
    const { item, content } = kept.value
    const { hash, sizeBytes, mediaType, storedIn } = content
    return sendFile(
      { store: storeNamed(keeper.stores, storedIn), name: hash, sizeBytes, mediaType, tag: hash, fileName: fileNameOf(item) },
      headers,
    )
  })

/** Place and time as the device wrote them, with the look put on the record. */
export const readClaim = handleOutside(evidenceRoutes.claim, ({ actor, request, services, params, query }) =>
  transact(services, { actor, request }, async (tx): Promise<Result<ExifClaim>> => {
    const found = await keptItem(tx, params.evidenceId)
    if (!found.ok) return found
    recordLook(tx, found.value.item, query.purpose)
    const claim = (await claimsOf(tx, [params.evidenceId])).get(params.evidenceId)
    return claim ? ok(claim) : notFound(params.evidenceId)
  }),
)

const recordLook = (tx: Tx, item: ItemRow, purpose: string): void =>
  tx.audit({
    action: 'evidence.readOriginal',
    record: { kind: 'evidence', id: item.id },
    regionCode: item.regionCode ?? item.recordedRegion,
    organisationId: item.organisationId,
    purpose,
  })
