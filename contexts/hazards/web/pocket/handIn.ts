import type { Pocket } from '../../../../ui/outbox/context.ts'
import type { Draft, Item } from '../../../../ui/outbox/records.ts'

export type HandIn = {
  readonly draft: Draft
  readonly content: unknown
  readonly title: string
  readonly detail: string
  readonly files: readonly string[]
  readonly claimedAt: string
  readonly subjectAddress: string
}

/**
 * Puts what was filled in into the outbox. Resolves when it is on the phone's disk; sending begins by itself. The browser
 * is asked not to clear what the phone holds; it may refuse, and then keeps it as long as it has room.
 */
export const handIn = async ({ box, outbox, owner }: Pocket, { draft, ...what }: HandIn): Promise<Item> => {
  const item = await box.putItem({ ...owner, id: crypto.randomUUID(), kind: draft.kind, draft, ...what })
  if ('storage' in navigator) void navigator.storage.persist()
  await outbox.refresh()
  void outbox.drain()
  return item
}

/** Begins a draft; answers where it is filled in. */
export const beginDraft = async (
  { box, owner }: Pocket,
  { kind, title, folder, content }: { readonly kind: string; readonly title: string; readonly folder: string; readonly content: unknown },
): Promise<string> => {
  const id = crypto.randomUUID()
  const address = `/m/${folder}/${id}`
  await box.saveDraft({ ...owner, id, kind, title, address, content, savedAt: new Date().toISOString() })
  return address
}
