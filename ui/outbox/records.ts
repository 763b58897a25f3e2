import type { Sentence } from '../../kernel/refusals.ts'

/** A place as the phone measured it, WGS 84. */
export type Fix = { readonly lng: number; readonly lat: number; readonly accuracyMetres: number }

/** Whose thing it is: nobody else's session sends it, and no other post of the same person. */
export type Owner = { readonly personId: string; readonly postId: string }

/** A photo on the phone. It stays until the record it belongs to has the server's receipt. */
export type KeptFile = {
  /** Made by the phone. */
  readonly id: string
  readonly personId: string
  /** The draft or the item that it belongs to. */
  readonly holder: string
  readonly blob: Blob
  readonly name: string
  /** ISO instant by the phone. */
  readonly takenAt: string
  readonly fix: Fix | null
  /** The Idempotency-Key under which its upload begins. */
  readonly uploadKey: string
  /** An upload that has begun, so that it goes on where it stopped. */
  readonly uploadId: string | null
  /** Set once the server has the whole file. */
  readonly evidenceId: string | null
}

/** Something being filled in. Written at each answer, so that it outlives the page and the phone. */
export type Draft = Owner & {
  readonly id: string
  /** As in `Item`: `room.deed`. */
  readonly kind: string
  readonly title: string
  /** Where it is filled in. */
  readonly address: string
  readonly content: unknown
  /** ISO instant. */
  readonly savedAt: string
}

export type KeptRefusal = { readonly code: string; readonly facts: Readonly<Record<string, unknown>>; readonly sentence: Sentence }

/** Who did what meanwhile, where the server refused because of it. */
export type Meanwhile = { readonly at: string; readonly who: string; readonly what: Sentence }

export type ItemState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'refused'; readonly at: string; readonly refusal: KeptRefusal; readonly meanwhile: readonly Meanwhile[] }
  /** Refused, and put aside by its person to be read: it is not sent any more. */
  | { readonly phase: 'aside'; readonly at: string; readonly refusal: KeptRefusal; readonly meanwhile: readonly Meanwhile[] }

/** One thing done and not yet on the server. */
export type Item = Owner & {
  /** The Idempotency-Key of every attempt to send it. */
  readonly id: string
  /** `room.deed`: which sender takes it. */
  readonly kind: string
  readonly title: string
  readonly detail: string
  /** What the sender needs; photos by the ids of their files. */
  readonly content: unknown
  readonly files: readonly string[]
  readonly sizeBytes: number
  /** When it was done by the phone, an ISO instant; it counts from then. */
  readonly claimedAt: string
  /** Things are sent in this order. */
  readonly place: number
  readonly attempts: number
  readonly state: ItemState
  /** Where the record it concerns can be looked at. */
  readonly subjectAddress: string | null
  /** The draft that it was made from, so that it can be changed after a refusal. */
  readonly draft: Draft | null
}

/** What the phone remembers of things the server has. */
export type Sent = Owner & { readonly id: string; readonly title: string; readonly sentAt: string; readonly receivedAt: string }
