import { governsRegion } from '../rules/organisations.ts'
import type { OrganisationKind } from '../contract/index.ts'

/** What the fields of a post hold while they are filled in. */
export type PostDraft = { readonly title: string; readonly scopeRegion: string; readonly ownOrganisationOnly: boolean }

/** A post of an organisation as it usually is: an office answers for its region, all others for themselves. */
export const usualPost = (organisation: { readonly kind: OrganisationKind; readonly regionCode: string } | undefined): PostDraft => ({
  title: '',
  scopeRegion: organisation?.regionCode ?? '',
  ownOrganisationOnly: organisation === undefined ? false : !governsRegion(organisation.kind),
})

/** Whether a post can be sent. */
export const isWhole = (draft: PostDraft): boolean => draft.title.trim() !== '' && draft.scopeRegion !== ''
