import { Choice, Field, TextInput, FieldGroup } from '../../../ui/fields.tsx'
import { RefusedAction } from '../../../ui/Button.tsx'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { governsRegion } from '../rules/organisations.ts'
import type { OrganisationKind } from '../contract/index.ts'
import { messages } from './messages.ts'
import { foreseen } from './parts.tsx'
import type { PostDraft } from './postDraft.ts'
import { sentenceAt } from './refusalPlaces.ts'
import { RegionField } from './regions.ts'

export type PostFieldsProps = {
  readonly draft: PostDraft
  readonly onChange: (part: Partial<PostDraft>) => void
  readonly organisation: { readonly kind: OrganisationKind; readonly regionCode: string } | undefined
  readonly tried: boolean
  readonly problem: unknown
}

const places = { scope: ['SCOPE_TOO_WIDE', 'SCOPE_NOT_FOR_KIND', 'REGION_UNKNOWN', 'REGION_ENDED'] } as const

/** The refusals that are told at the scope of a post. */
export const postProblems = (problem: unknown) => sentenceAt(problem, places)

/** Title and scope of a post. What the organisation's kind rules out is dashed, with the reason. */
export const PostFields = ({ draft, onChange, organisation, tried, problem }: PostFieldsProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const governs = organisation === undefined || governsRegion(organisation.kind)
  const refused = postProblems(problem).scope
  const error = refused && say(refused)
  return (
    <>
      <Field label={m.post.name} help={m.post.nameHelp} error={tried && draft.title.trim() === '' ? m.post.missingTitle : undefined}>
        <TextInput name="title" maxLength={200} value={draft.title} onChange={(title) => onChange({ title })} />
      </Field>
      <FieldGroup label={m.post.scope} error={draft.ownOrganisationOnly ? error : undefined}>
        {governs ? (
          <Choice
            label={m.post.scope}
            options={[
              { value: 'region', label: m.post.regionScope },
              { value: 'own', label: m.post.ownOnly },
            ]}
            value={draft.ownOrganisationOnly ? 'own' : 'region'}
            onChange={(scope) => onChange({ ownOrganisationOnly: scope === 'own' })}
          />
        ) : (
          <>
            <p className="identity-standing">{m.post.ownOnly}</p>
            <RefusedAction title={m.post.regionScope} because={foreseen('SCOPE_NOT_FOR_KIND', { kind: organisation.kind })} />
          </>
        )}
      </FieldGroup>
      {draft.ownOrganisationOnly ? null : (
        <RegionField
          key={organisation?.regionCode}
          label={m.region.one}
          value={draft.scopeRegion}
          onChange={(scopeRegion) => onChange({ scopeRegion })}
          from={organisation?.regionCode}
          error={tried && draft.scopeRegion === '' ? m.region.missing : error}
        />
      )}
    </>
  )
}
