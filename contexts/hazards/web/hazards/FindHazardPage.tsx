import { useState } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { EvidenceInput } from '../../../../ui/evidence/EvidenceInput.tsx'
import { Choice, Field, Form, TextArea, FieldGroup } from '../../../../ui/fields.tsx'
import { keyText, useShortcut } from '../../../../ui/keys.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePosition } from '../../../../ui/position.ts'
import { useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import type { Level } from '../../rules/hazard.ts'
import { shortNumber } from '../../rules/hazardNumber.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { findMessages } from './findMessages.ts'
import { ItemField } from './ItemField.tsx'
import type { FoundItem } from './itemSearch.ts'
import { UnitField } from './UnitField.tsx'
import './hazards.css'

const longest = 2000

/** Records a hazard that somebody found outside a visit. */
const FindHazardPage = () => {
  const m = useMessages(findMessages)
  const [{ unitId }] = useFilters({ unitId: '' })
  const mayChoose = useMay('unit.read')
  if (unitId === '' && !mayChoose) {
    return (
      <>
        <PageHead crumbs={[{ title: m.list, to: '/hazards?open=true' }]} title={m.title} />
        <Empty title={m.unitByCode} icon="scan" action={<ButtonLink to="/m/scan">{m.scan}</ButtonLink>} />
      </>
    )
  }
  return <FindHazard />
}

const FindHazard = () => {
  const m = useMessages(findMessages)
  const say = useSay()
  const navigate = useNavigate()
  const [{ unitId }, setValues] = useFilters({ unitId: '' })
  const mayReadItems = useMay('criteria.read')
  const [item, setItem] = useState<FoundItem | null>(null)
  const [description, setDescription] = useState('')
  const [chosenLevel, setLevel] = useState<Level | ''>('')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const [pending, setPending] = useState(0)
  const [locating, setLocating] = useState(false)
  const [tried, setTried] = useState(false)
  const position = usePosition(locating)
  const find = useWrite(routes.findHazard)
  const byItem = item?.item.makesMajor === true
  const level = byItem ? 'major' : chosenLevel
  const complete = unitId !== '' && description.trim() !== '' && level !== '' && evidence.length > 0 && pending === 0
  const send = async (): Promise<void> => {
    setTried(true)
    if (!complete || find.isPending) return
    const written = await attempt(
      find.write({
        params: { unitId },
        body: {
          description: description.trim(),
          evidence: [...evidence],
          itemKey: item?.item.key ?? null,
          proposedLevel: level,
          position: locating ? position.fix : null,
          claimedAt: new Date(serverNow()).toISOString(),
        },
      }),
    )
    if (written === null) return
    const { number, hazardId } = written.value.line
    tell({ text: m.done(shortNumber(number)) })
    navigate(`/hazards/${unitId}/${hazardId}`)
  }
  useShortcut({ keys: 'mod+enter', title: { zh: findMessages.zh.submit, en: findMessages.en.submit } }, () => void send())
  const takeUnit = (id: string): void => {
    setItem(null)
    setValues({ unitId: id })
  }
  const takeItem = (found: FoundItem | null): void => {
    setItem(found)
    if (found !== null && description.trim() === '') setDescription(say(found.item))
  }
  return (
    <>
      <PageHead crumbs={[{ title: m.list, to: '/hazards?open=true' }]} title={m.title} note={m.note} />
      <div className="hazards-find">
        <Form
          onSubmit={() => void send()}
          actions={
            <>
              <Button type="submit" kind="primary" busy={find.isPending} shortcut={keyText('mod+enter')}>
                {m.submit}
              </Button>
              <Button onClick={() => window.history.back()}>{m.cancel}</Button>
            </>
          }
        >
          <UnitField value={unitId} onChange={takeUnit} error={tried && unitId === '' ? m.unitMissing : undefined} />
          {unitId !== '' && mayReadItems ? <ItemField key={unitId} unitId={unitId} value={item} onChange={takeItem} /> : null}
          <Field
            label={m.description}
            help={m.descriptionHelp}
            error={tried && description.trim() === '' ? m.descriptionMissing : undefined}
          >
            <TextArea rows={4} maxLength={longest} value={description} onChange={setDescription} />
          </Field>
          <FieldGroup
            label={m.level}
            help={byItem ? m.levelByItem : m.levelHelp}
            error={tried && level === '' ? m.levelMissing : undefined}
          >
            {byItem ? (
              <span>
                <LevelChip level={1} word={m.major} />
              </span>
            ) : (
              <Choice<Level>
                label={m.level}
                value={level}
                onChange={setLevel}
                options={[
                  { value: 'general', label: m.general },
                  { value: 'major', label: m.major },
                ]}
              />
            )}
          </FieldGroup>
          <EvidenceInput
            label={m.photos}
            value={evidence}
            onChange={setEvidence}
            onPending={setPending}
            error={!tried ? undefined : pending > 0 ? m.pending(pending) : evidence.length === 0 ? m.photosMissing : undefined}
          />
          <FieldGroup label={m.position} optional error={position.failed === null || !locating ? undefined : m.positionFailed}>
            <div className="al-choosing-made">
              {!locating ? (
                <Button icon="pin" onClick={() => setLocating(true)}>
                  {m.positionTake}
                </Button>
              ) : (
                <>
                  <span>
                    {position.fix === null
                      ? position.failed === null
                        ? m.positionTaking
                        : null
                      : m.positionNow(position.fix.lng.toFixed(6), position.fix.lat.toFixed(6), Math.round(position.fix.accuracyMetres))}
                  </span>
                  <Button kind="bare" onClick={() => setLocating(false)}>
                    {m.takeOff}
                    <span className="al-unseen"> {m.position}</span>
                  </Button>
                </>
              )}
            </div>
          </FieldGroup>
          <Problem problem={find.error} />
        </Form>
      </div>
    </>
  )
}

export default FindHazardPage
