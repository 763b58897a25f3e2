import { parsePhone, parseResidentId } from '../../../kernel/identifiers.ts'
import { isWhole, type PostDraft } from './postDraft.ts'

/** What the form of a person holds while it is filled in. */
export type PersonDraft = {
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
  readonly withAccount: boolean
  readonly login: string
  readonly withPost: boolean
  readonly post: PostDraft | null
}

export const emptyPerson: PersonDraft = {
  name: '',
  identityNumber: '',
  phone: '',
  withAccount: true,
  login: '',
  withPost: true,
  post: null,
}

/** As the contract wants a user name. */
export const loginIsRight = (login: string): boolean => /^[a-z0-9][a-z0-9._-]{2,39}$/.test(login.trim())

/** By the rule that the server runs too; an empty one is right. */
export const phoneIsRight = (phone: string): boolean => phone.trim() === '' || parsePhone(phone).ok

/**
 * By the rule that the server runs too; an empty one is right. `today` is null in a browser that has no calendar of its own
 * (Temporal): the server alone then judges.
 */
export const identityNumberIsRight = (number: string, today: Temporal.PlainDate | null): boolean =>
  number.trim() === '' || today === null || parseResidentId(number, today).ok

/** Today for the rules, in a browser that can tell. */
export const todayHere = (): Temporal.PlainDate | null =>
  typeof Temporal === 'undefined' ? null : Temporal.Now.plainDateISO('Asia/Shanghai')

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Whether nothing is missing and nothing is wrong that this side can tell. */
export const canBeSent = (draft: PersonDraft): boolean =>
  draft.name.trim() !== '' &&
  phoneIsRight(draft.phone) &&
  identityNumberIsRight(draft.identityNumber, todayHere()) &&
  (!draft.withAccount || loginIsRight(draft.login)) &&
  (!draft.withPost || (draft.post !== null && isWhole(draft.post)))

/** The body of the route, but for the organisation. */
export const personBody = (draft: PersonDraft) => ({
  name: draft.name.trim(),
  identityNumber: orNull(draft.identityNumber),
  phone: orNull(draft.phone),
  login: draft.withAccount ? orNull(draft.login) : null,
  post: draft.withPost && draft.post ? { ...draft.post, title: draft.post.title.trim() } : null,
})
