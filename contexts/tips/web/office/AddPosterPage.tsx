import { useState } from 'react'
import { useNavigate } from '../../../../ui/address.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { ChosenField } from '../../../../ui/choosing/ChosenField.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { Field, Form, SelectInput, TextInput } from '../../../../ui/fields.tsx'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Problem } from '../../../../ui/states.tsx'
import { routes as hazards } from '../../../hazards/contract/index.ts'
import { posterKindNames } from '../../contract/names.ts'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import { posterMessages } from './posterMessages.ts'
import { RegionField } from './regions.ts'
import './office.css'

const kinds = ['gate', 'street', 'village', 'region'] as const

type Unit = { readonly unitId: string; readonly name: string; readonly regionCode: string }

/** A new code for a gate, a street, a village or a whole region. */
const AddPosterPage = () => {
  const m = useMessages(posterMessages)
  const { form, title } = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { post } = useSession()
  const [kind, setKind] = useState<(typeof kinds)[number]>('gate')
  const [name, setName] = useState('')
  const [zh, setZh] = useState(m.wordsDefault)
  const [en, setEn] = useState(m.wordsDefaultEn)
  const [region, setRegion] = useState(post.regionCode)
  const [unit, setUnit] = useState<Unit | null>(null)
  const [tried, setTried] = useState(false)
  const add = useWrite(routes.addPoster)
  const atGate = kind === 'gate'
  const missing = (text: string): string | undefined => (tried && text.trim() === '' ? form.missing : undefined)
  const send = async (): Promise<void> => {
    setTried(true)
    if ([name, zh, en].some((text) => text.trim() === '') || (atGate ? unit === null : region === '')) return showFirstWrong()
    const body = {
      kind,
      title: name.trim(),
      words: { zh: zh.trim(), en: en.trim() },
      regionCode: atGate && unit !== null ? unit.regionCode : region,
      unitId: atGate ? (unit?.unitId ?? null) : null,
    }
    const done = await attempt(add.write({ body }))
    if (done) navigate(`/tips/posters/${done.value.id}`)
  }
  return (
    <>
      <PageHead
        title={m.add}
        crumbs={[
          { title, to: '/tips?open=true' },
          { title: m.title, to: '/tips/posters' },
        ]}
      />
      <div className="tips-form">
        <Form
          onSubmit={() => void send()}
          actions={
            <>
              <Button type="submit" kind="primary" busy={add.isPending}>
                {m.save}
              </Button>
              <ButtonLink to="/tips/posters">{form.cancel}</ButtonLink>
            </>
          }
        >
          <Field label={m.kind}>
            <SelectInput
              value={kind}
              onChange={setKind}
              options={kinds.map((value) => ({ value, label: posterKindNames[value][language] }))}
            />
          </Field>
          {atGate ? (
            <ChosenField label={m.unit} error={tried && unit === null ? form.choose : undefined} face={unit?.name ?? null}>
              {(close) => (
                <UnitFinder
                  onPick={(picked) => {
                    setUnit(picked)
                    if (name === '') setName(picked.name.slice(0, 200))
                    close()
                  }}
                />
              )}
            </ChosenField>
          ) : (
            <RegionField
              label={m.region}
              value={region}
              onChange={setRegion}
              from={post.regionCode}
              error={tried && region === '' ? form.choose : undefined}
            />
          )}
          <Field label={m.name} help={m.nameHelp} error={missing(name)}>
            <TextInput value={name} maxLength={200} onChange={setName} />
          </Field>
          <Field label={m.words} help={m.wordsHelp} error={missing(zh)}>
            <TextInput value={zh} maxLength={200} lang="zh-CN" onChange={setZh} />
          </Field>
          <Field label={m.wordsEn} error={missing(en)}>
            <TextInput value={en} maxLength={200} lang="en" onChange={setEn} />
          </Field>
          <Problem problem={add.error} />
        </Form>
      </div>
    </>
  )
}

const UnitFinder = ({ onPick }: { onPick: (unit: Unit) => void }) => {
  const { form: m } = useMessages(messages)
  const say = useSay()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(hazards.units, { query: { find: text, limit: 8 } }, { enabled: text.length >= 2, keepFormer: true })
  return (
    <FoundList
      label={m.findUnit}
      placeholder={m.unitName}
      find={find}
      onFind={setFind}
      query={query}
      fewest={2}
      rowsOf={({ rows }) =>
        rows.map(({ unitId, name, regionCode, regionName }) => ({
          key: unitId,
          face: name,
          note: say(regionName),
          pick: () => onPick({ unitId, name, regionCode }),
        }))
      }
    />
  )
}

export default AddPosterPage
