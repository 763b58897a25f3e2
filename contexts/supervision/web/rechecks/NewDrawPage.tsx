import { useState } from 'react'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { Choice, Field, FieldGroup, Form, SelectInput, TextInput } from '../../../../ui/fields.tsx'
import { dateText, milliseconds } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead, PlainTable, Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { useSession } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { Link } from '../../../../ui/address.tsx'
import { drawRoutes as routes } from '../../contract/drawRoutes.ts'
import { strataNames } from '../../contract/inspectionNames.ts'
import { strata as allStrata, type Strata } from '../../rules/draw/draw.ts'
import { RegionField } from '../bulletins/regions.ts'
import { messages } from './messages.ts'
import type { Frame } from './records.ts'
import './rechecks.css'

const day = 86_400_000

type Draft = {
  readonly name: string
  readonly region: string
  readonly from: string
  readonly to: string
  readonly level: '' | 'general' | 'major'
  readonly industry: string
  readonly strata: Strata
  readonly kind: 'count' | 'share'
  readonly size: string
}

/** What is wrong with a draft, field by field. */
const faultsOf = ({ name, industry, kind, size }: Draft) => {
  const number = Number(size)
  const whole = Number.isInteger(number) && number >= 1
  return {
    name: name.trim() === '',
    industry: industry !== '' && !/^[A-T]?\d{2,4}$/.test(industry),
    size: kind === 'count' ? !(whole && number <= 1000) : !(whole && number <= 100),
  }
}

/** Draws: what will be drawn from stands beside the order and follows it; then one deed that cannot be taken back. */
const NewDrawPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const { post } = useSession()
  const [draft, setDraft] = useState<Draft>(() => {
    const today = dateText(serverNow())
    return {
      name: '',
      region: '',
      from: dateText(milliseconds(serverNow()) - 30 * day),
      to: today,
      level: '',
      industry: '',
      strata: 'county',
      kind: 'count',
      size: '10',
    }
  })
  const [tried, setTried] = useState(false)
  const [open, setOpen] = useState(false)
  const make = useWrite(routes.makeDraw)
  const faults = faultsOf(draft)
  const regionCode = draft.region === '' ? post.regionCode : draft.region
  const wrong = faults.industry || faults.size
  const frame = useRead(
    routes.drawFrame,
    {
      query: {
        regionCode,
        from: draft.from,
        to: draft.to,
        strata: draft.strata,
        ...(draft.level === '' ? {} : { level: draft.level }),
        ...(draft.industry === '' ? {} : { industry: draft.industry }),
        ...(draft.kind === 'count' ? { count: Number(draft.size) } : { percent: Number(draft.size) }),
      },
    },
    { enabled: !wrong && draft.from !== '' && draft.to !== '', keepFormer: true },
  )
  const change = (part: Partial<Draft>): void => setDraft((former) => ({ ...former, ...part }))
  const size = frame.data?.size ?? 0
  const drawn = frame.data?.drawn ?? 0
  const send = async (): Promise<void> => {
    const done = await make.write({
      body: {
        name: draft.name,
        regionCode,
        from: draft.from,
        to: draft.to,
        level: draft.level === '' ? null : draft.level,
        industry: draft.industry === '' ? null : draft.industry,
        strata: draft.strata,
        wanted: draft.kind === 'count' ? { kind: 'count', count: Number(draft.size) } : { kind: 'share', percent: Number(draft.size) },
      },
    })
    tell({ text: m.form.done(done.drawn) })
    navigate(`/draws/${done.id}`)
  }
  return (
    <>
      <PageHead crumbs={[{ title: m.draws.title, to: '/draws' }]} title={m.drawTitle} note={m.form.note} />
      <div className="rechecks-form">
        <Form
          onSubmit={() => {
            setTried(true)
            if (!Object.values(faults).includes(true) && drawn > 0) setOpen(true)
          }}
          actions={
            <>
              <Button type="submit" kind="primary">
                {m.form.submit(drawn.toLocaleString('en'))}
              </Button>
              <Button onClick={() => navigate('/draws')}>{m.cancel}</Button>
            </>
          }
        >
          <Field label={m.form.name} help={m.form.nameHelp} error={tried && faults.name ? m.form.nameMissing : undefined}>
            <TextInput name="name" maxLength={80} value={draft.name} onChange={(name) => change({ name })} />
          </Field>
          <RegionField label={m.form.region} value={regionCode} from={post.regionCode} onChange={(region) => change({ region })} />
          <div className="rechecks-pair">
            <Field label={m.form.from}>
              <TextInput type="date" name="from" value={draft.from} onChange={(from) => change({ from })} />
            </Field>
            <Field label={m.form.to}>
              <TextInput type="date" name="to" value={draft.to} onChange={(to) => change({ to })} />
            </Field>
          </div>
          <div className="rechecks-pair">
            <Field label={m.form.level}>
              <SelectInput
                options={[
                  { value: 'general', label: m.levels.general },
                  { value: 'major', label: m.levels.major },
                ]}
                placeholder={m.form.anyLevel}
                value={draft.level}
                onChange={(level) => change({ level: level as Draft['level'] })}
              />
            </Field>
            <Field label={m.form.industry} help={m.form.industryHelp} error={faults.industry ? m.form.industryWrong : undefined}>
              <TextInput
                name="industry"
                maxLength={5}
                value={draft.industry}
                onChange={(industry) => change({ industry: industry.trim().toUpperCase() })}
              />
            </Field>
          </div>
          <StrataField value={draft.strata} onChange={(strata) => change({ strata })} />
          <FieldGroup
            label={m.form.size}
            error={faults.size ? (draft.kind === 'count' ? m.form.countWrong : m.form.percentWrong) : undefined}
          >
            <div className="rechecks-size">
              <Choice
                label={m.form.size}
                options={[
                  { value: 'count', label: m.form.kinds.count },
                  { value: 'share', label: m.form.kinds.share },
                ]}
                value={draft.kind}
                onChange={(kind) => change({ kind, size: kind === 'count' ? '10' : '5' })}
              />
              <TextInput inputMode="numeric" aria-label={m.form.size} value={draft.size} onChange={(text) => change({ size: text })} />
              <span>{draft.kind === 'count' ? m.form.count : m.form.percent}</span>
            </div>
          </FieldGroup>
        </Form>
        <Section title={m.form.frame} rule="none">
          <Read query={frame} rows={6} what={m.form.frame}>
            {(shown) => <FrameShown frame={shown} strata={draft.strata} />}
          </Read>
        </Section>
      </div>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={m.drawTitle}
        effects={[m.form.effects.frame(size.toLocaleString('en'), drawn.toLocaleString('en')), m.form.effects.kept, m.form.effects.quiet]}
        confirm={m.form.confirm}
        onConfirm={send}
      />
    </>
  )
}

const StrataField = ({ value, onChange }: { value: Strata; onChange: (strata: Strata) => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <FieldGroup label={m.form.strata} help={m.form.strataHelp}>
      <Choice
        label={m.form.strata}
        options={allStrata.map((each) => ({ value: each, label: strataNames[each][language] }))}
        value={value}
        onChange={onChange}
      />
    </FieldGroup>
  )
}

/** The frame as it stands now: how large, how it divides, and what was drawn from it before. */
const FrameShown = ({ frame, strata }: { frame: Frame; strata: Strata }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <>
      {frame.size === 0 ? (
        <Empty title={m.form.nothing} icon="eye">
          {m.form.nothingNext}
        </Empty>
      ) : (
        <p className="rechecks-frame-size">{m.form.size2(frame.size.toLocaleString('en'), frame.drawn.toLocaleString('en'))}</p>
      )}
      {frame.closedByOthers > 0 ? <p className="rechecks-note">{m.form.others(frame.closedByOthers.toLocaleString('en'))}</p> : null}
      {strata === 'none' || frame.size === 0 ? null : (
        <PlainTable
          caption={m.form.strata}
          head={[m.form.stratum, m.form.inFrame, m.form.willDraw]}
          rows={frame.strata.map(({ stratum, name, inFrame, drawn }) => [
            name?.[language] ?? stratum,
            inFrame.toLocaleString('en'),
            drawn.toLocaleString('en'),
          ])}
        />
      )}
      <p className="rechecks-note">{m.form.seed}</p>
      {frame.earlier.length === 0 ? null : (
        <Section title={m.form.earlier(frame.earlier.length)} rule="line" level={3} note={m.form.earlierNote}>
          <ul className="rechecks-earlier">
            {frame.earlier.map(({ id, name, from, to, madeByName, madeAt }) => (
              <li key={id}>
                <Link to={`/draws/${id}`}>{name}</Link>
                <span className="al-quiet">
                  {from} – {to} · {madeByName} {dateText(madeAt)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

export default NewDrawPage
