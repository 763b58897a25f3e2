import { useState } from 'react'
import { FormDrawer } from '../../../ui/Dialog.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { messages } from './messages.ts'
import { changeOf, usccProblem, type OrganisationDraft } from './organisationDraft.ts'
import { OrganisationFields, organisationProblems } from './OrganisationFields.tsx'
import type { Organisation } from './records.ts'

const draftOf = (organisation: Organisation): OrganisationDraft => ({
  kind: organisation.kind,
  name: organisation.name,
  shortName: organisation.shortName,
  uscc: organisation.uscc ?? '',
  line: organisation.line ?? '',
  regionCode: organisation.regionCode,
  parent: organisation.parent,
  alsoReportsTo: organisation.alsoReportsTo,
})

/** The form that changes an organisation; done at once, and to be taken back from the notice. */
export const ChangeOrganisation = ({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) => {
  const m = useMessages(messages)
  // What stood when the form was opened: a change from elsewhere meanwhile is refused by its version and not overwritten.
  const [before] = useState(organisation)
  const [draft, setDraft] = useState(() => draftOf(organisation))
  const [tried, setTried] = useState(false)
  const change = useWrite(routes.changeOrganisation)

  const send = async (): Promise<void> => {
    setTried(true)
    const body = changeOf(draft, draftOf(before))
    if (body.name === '' || body.shortName === '' || usccProblem(draft.uscc)) return showFirstWrong()
    const params = { id: before.id }
    const done = await attempt(change.write({ params, body: { ...body, version: before.version } }))
    if (!done) return showFirstWrong()
    const { version } = done.value
    tell({
      text: `${m.organisation.changed} · ${done.value.shortName}`,
      undo: () => change.write({ params, body: { ...changeOf(draftOf(before), draft), version } }),
    })
    onClose()
  }
  return (
    <FormDrawer
      title={m.organisation.changeTitle}
      submit={m.words.save}
      busy={change.isPending}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <OrganisationFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} tried={tried} problem={change.error} />
      {organisationProblems(change.error).uscc ? null : <Problem problem={change.error} />}
    </FormDrawer>
  )
}
