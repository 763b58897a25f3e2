import type { Json } from '../../kernel/canonicalJson.ts'

export type { Json } from '../../kernel/canonicalJson.ts'

/** Where a request came from. */
export type RequestFacts = {
  readonly requestId: string | null
  readonly address: string | null
  /** The browser or device, as it names itself; cut to 200 characters. */
  readonly device: string | null
}

/** One deed: what was done to which record, and what changed. Who, when and from where is added by the transaction. */
export type AuditEntry = {
  /** `noun.verb`, as the route declares it. */
  readonly action: string
  readonly record: { readonly kind: string; readonly id: string }
  /** Who acted, where the product works in somebody's name before that person stands at the doorway: sign-in. */
  readonly by?: { readonly personId: string; readonly postId: string | null }
  /** The region the record lies in; with the organisation it picks the chain and who may read the row. */
  readonly regionCode: string
  readonly organisationId?: string | null
  readonly before?: Json
  readonly after?: Json
  /** Personal values: sealed under the key of that person, unreadable once the key is destroyed. */
  readonly personal?: { readonly personId: string; readonly before?: Json; readonly after?: Json }
  /** Why personal data was looked at. */
  readonly purpose?: string
  readonly result?: 'done' | 'refused'
  /** The code of the refusal, where the result is `refused`. */
  readonly refusalCode?: string
}
