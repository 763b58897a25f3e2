import { useState } from 'react'
import { FormDrawer } from '../../../ui/Dialog.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useRead, useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { messages } from './messages.ts'
import { OrganisationField } from './OrganisationPicker.tsx'
import { isWhole, usualPost, type PostDraft } from './postDraft.ts'
import { PostFields, postProblems } from './PostFields.tsx'
import type { Person } from './records.ts'

/** The form that gives a person a further post, at the own or at another organisation. */
export const AddPost = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const m = useMessages(messages)
  const [at, setAt] = useState({ id: person.organisationId, name: person.organisationName })
  const [own, setOwn] = useState<PostDraft | null>(null)
  const [tried, setTried] = useState(false)
  const add = useWrite(routes.addPost)
  const { data } = useRead(routes.organisation, { params: { id: at.id } })
  const organisation = data?.organisation.id === at.id ? data.organisation : undefined
  const draft = own ?? usualPost(organisation)

  const send = async (): Promise<void> => {
    setTried(true)
    if (!isWhole(draft)) return showFirstWrong()
    const done = await attempt(
      add.write({ params: { id: person.id }, body: { ...draft, title: draft.title.trim(), organisationId: at.id } }),
    )
    if (!done) return showFirstWrong()
    tell({ text: m.post.added })
    onClose()
  }
  return (
    <FormDrawer
      title={m.post.addTitle(person.name)}
      submit={m.post.add}
      busy={add.isPending}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <OrganisationField
        label={m.person.organisation}
        value={at}
        onChange={(next) => {
          if (next) setAt(next)
          setOwn(null)
        }}
      />
      <PostFields
        draft={draft}
        onChange={(part) => setOwn({ ...draft, ...part })}
        organisation={organisation}
        tried={tried}
        problem={add.error}
      />
      {postProblems(add.error).scope ? null : <Problem problem={add.error} />}
    </FormDrawer>
  )
}
