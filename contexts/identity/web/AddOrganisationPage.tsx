import { useState } from 'react'
import { useNavigate } from '../../../ui/address.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field, Form, SelectInput } from '../../../ui/fields.tsx'
import { useShortcut } from '../../../ui/keys.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { organisationKinds, routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { messages } from './messages.ts'
import { bodyOf, emptyDraft, usccProblem, type OrganisationDraft } from './organisationDraft.ts'
import { OrganisationFields, organisationProblems } from './OrganisationFields.tsx'
import { RegionField } from './regions.ts'
import './identity.css'

const AddOrganisationPage = () => {
  const m = useMessages(messages)
  const say = useSay()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<OrganisationDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const add = useWrite(routes.addOrganisation)
  const change = (part: Partial<OrganisationDraft>): void => setDraft({ ...draft, ...part })
  useShortcut({ keys: 'escape', title: { zh: '回到列表', en: 'Back to the list' } }, () => navigate('/organisations'))

  const send = async (): Promise<void> => {
    setTried(true)
    const { kind, regionCode } = draft
    const body = bodyOf(draft)
    if (kind === '' || regionCode === '' || body.name === '' || body.shortName === '' || usccProblem(draft.uscc)) return showFirstWrong()
    const made = await attempt(add.write({ body: { ...body, kind, regionCode } }))
    if (!made) return showFirstWrong()
    tell({ text: `${m.organisation.added} · ${made.value.shortName}` })
    navigate(`/organisations/${made.value.id}`)
  }
  const refused = organisationProblems(add.error)
  return (
    <>
      <PageHead crumbs={[{ title: m.organisation.title, to: '/organisations' }]} title={m.organisation.add} note={m.organisation.addNote} />
      <div className="identity-form">
        <Form
          onSubmit={() => void send()}
          actions={
            <>
              <Button type="submit" kind="primary" busy={add.isPending}>
                {m.organisation.add}
              </Button>
              <Button onClick={() => navigate('/organisations')} shortcut="Esc">
                {m.words.cancel}
              </Button>
            </>
          }
        >
          <Field label={m.organisation.kind} error={tried && draft.kind === '' ? m.organisation.fields.missingKind : undefined}>
            <SelectInput
              required
              options={organisationKinds.map((value) => ({ value, label: m.kinds[value] }))}
              placeholder={m.region.notChosen}
              value={draft.kind}
              onChange={(kind) => change({ kind })}
            />
          </Field>
          <OrganisationFields draft={draft} onChange={change} tried={tried} problem={add.error}>
            <RegionField
              label={m.region.field}
              value={draft.regionCode}
              onChange={(regionCode) => change({ regionCode })}
              error={tried && draft.regionCode === '' ? m.region.missing : refused.region && say(refused.region)}
            />
          </OrganisationFields>
          {refused.uscc || refused.region ? null : <Problem problem={add.error} />}
        </Form>
      </div>
    </>
  )
}

export default AddOrganisationPage
