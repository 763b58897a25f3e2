import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'
import type { Post } from './records.ts'
import { useRegion } from './regions.ts'
import { regionName } from '../../../ui/choosing/regionText.ts'

/** What a post may see, in words. */
export const ScopeOf = ({ post }: { post: Pick<Post, 'ownOrganisationOnly' | 'scopeRegion'> & { readonly scopeRegionName?: string } }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useRegion(post.ownOrganisationOnly ? '' : post.scopeRegion)
  if (post.ownOrganisationOnly) return m.post.ownOnly
  const known = data?.region.code === post.scopeRegion ? data.region : undefined
  return m.post.scopeOf(
    known === undefined
      ? (post.scopeRegionName ?? post.scopeRegion)
      : known.level === 'country'
        ? m.region.country
        : regionName(known, language),
  )
}
