import { useState } from 'react'
import { useFilters, useNavigate } from '../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Checkbox, Field, Form, TextInput } from '../../../ui/fields.tsx'
import { useShortcut } from '../../../ui/keys.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { PageHead, Section } from '../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { messages } from './messages.ts'
import { OrganisationField } from './OrganisationPicker.tsx'
import { canBeSent, personBody, emptyPerson, loginIsRight, type PersonDraft } from './personDraft.ts'
import { PersonNumbers, personProblems } from './PersonNumbers.tsx'
import { PostFields, postProblems } from './PostFields.tsx'
import { usualPost, type PostDraft } from './postDraft.ts'
import './identity.css'

const defaults = { organisationId: '' }

const AddPersonPage = () => {
  // A further person is a form of its own, empty and with the same organisation.
  const [round, setRound] = useState(0)
  return <AddPerson key={round} onAgain={() => setRound(round + 1)} />
}

const AddPerson = ({ onAgain }: { onAgain: () => void }) => {
  const m = useMessages(messages)
  const say = useSay()
  const navigate = useNavigate()
  const [{ organisationId }, setValues] = useFilters(defaults)
  const [draft, setDraft] = useState<PersonDraft>(emptyPerson)
  const [tried, setTried] = useState(false)
  const [made, setMade] = useState<{
    readonly id: string
    readonly name: string
    readonly login: string | null
    readonly password: string | null
  } | null>(null)
  const add = useWrite(routes.addPerson)
  const at = useRead(routes.organisation, { params: { id: organisationId } }, { enabled: organisationId !== '' })
  const organisation = organisationId === '' ? undefined : at.data?.organisation
  // Only what somebody said otherwise; the rest follows the organisation, which may still be on its way.
  const [said, setSaid] = useState<Partial<PostDraft>>({})
  const post = { ...usualPost(organisation), ...said }
  const change = (part: Partial<PersonDraft>): void => setDraft({ ...draft, ...part })
  useShortcut({ keys: 'escape', title: { zh: '回到列表', en: 'Back to the list' }, when: made === null }, () => navigate('/people'))

  const send = async (): Promise<void> => {
    setTried(true)
    const whole = { ...draft, post }
    if (organisationId === '' || !canBeSent(whole)) return showFirstWrong()
    const done = await attempt(add.write({ body: { ...personBody(whole), organisationId } }))
    if (!done) return showFirstWrong()
    const { person, firstPassword } = done.value
    setMade({ id: person.id, name: person.name, login: person.login, password: firstPassword })
  }
  const head = <PageHead crumbs={[{ title: m.person.title, to: '/people' }]} title={m.person.add} note={m.person.addNote} />
  if (made) {
    return (
      <>
        {head}
        <div className="identity-form">
          <p className="identity-done">{m.person.added(made.name)}</p>
          {made.password !== null && made.login !== null ? (
            <FirstPassword name={made.name} login={made.login} password={made.password} />
          ) : null}
          {draft.withPost ? <p>{m.person.addedNext}</p> : null}
          <div className="al-form-actions">
            <ButtonLink to={`/people/${made.id}`} kind="primary">
              {m.person.openPerson}
            </ButtonLink>
            <Button icon="plus" onClick={onAgain}>
              {m.person.addAnother}
            </Button>
          </div>
        </div>
      </>
    )
  }
  const refused = personProblems(add.error)
  const told = Object.keys({ ...refused, ...postProblems(add.error) }).length > 0
  return (
    <>
      {head}
      <div className="identity-form">
        <Form
          onSubmit={() => void send()}
          actions={
            <>
              <Button type="submit" kind="primary" busy={add.isPending}>
                {m.person.add}
              </Button>
              <Button onClick={() => navigate('/people')} shortcut="Esc">
                {m.words.cancel}
              </Button>
            </>
          }
        >
          <Section title={m.person.who} rule="none">
            <div className="al-form">
              <OrganisationField
                label={m.person.organisation}
                value={organisationId === '' ? null : { id: organisationId, name: organisation?.name ?? '…' }}
                onChange={(next) => {
                  setValues({ organisationId: next?.id ?? '' })
                  setSaid(said.title === undefined ? {} : { title: said.title })
                }}
                error={tried && organisationId === '' ? m.person.missingOrganisation : refused.organisation && say(refused.organisation)}
              />
              <Field label={m.person.name} error={tried && draft.name.trim() === '' ? m.person.missingName : undefined}>
                <TextInput name="name" maxLength={200} value={draft.name} onChange={(name) => change({ name })} />
              </Field>
              <PersonNumbers draft={draft} onChange={change} tried={tried} problem={add.error} />
            </div>
          </Section>
          <Section title={m.person.account} rule="line">
            <div className="al-form">
              <Checkbox
                label={m.person.withAccount}
                help={m.person.withAccountHelp}
                checked={draft.withAccount}
                onChange={(withAccount) => change({ withAccount })}
              />
              {draft.withAccount ? (
                <Field
                  label={m.person.login}
                  help={m.person.loginHelp}
                  error={tried && !loginIsRight(draft.login) ? m.person.loginBad : refused.login && say(refused.login)}
                >
                  <TextInput
                    name="login"
                    maxLength={40}
                    autoCapitalize="none"
                    spellCheck={false}
                    value={draft.login}
                    onChange={(login) => change({ login })}
                  />
                </Field>
              ) : null}
            </div>
          </Section>
          <Section title={m.post.one} rule="line">
            <div className="al-form">
              <Checkbox
                label={m.person.withPost}
                help={m.person.withPostHelp}
                checked={draft.withPost}
                onChange={(withPost) => change({ withPost })}
              />
              {draft.withPost ? (
                <PostFields
                  draft={post}
                  onChange={(part) => setSaid({ ...said, ...part })}
                  organisation={organisation}
                  tried={tried}
                  problem={add.error}
                />
              ) : null}
            </div>
          </Section>
          {told ? null : <Problem problem={add.error} />}
        </Form>
      </div>
    </>
  )
}

export default AddPersonPage
