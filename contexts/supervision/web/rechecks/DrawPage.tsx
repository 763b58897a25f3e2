import { useState } from 'react'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { dayMinuteText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, PlainTable, Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { drawRoutes as routes } from '../../contract/drawRoutes.ts'
import { strataNames } from '../../contract/inspectionNames.ts'
import { Assign } from './Assign.tsx'
import { useRecheckColumns } from './columns.tsx'
import { messages } from './messages.ts'
import { Proof } from './Proof.tsx'
import type { Draw } from './records.ts'
import './rechecks.css'

/** Beside the frame there is room for these. */
const shownOfDraw: ReadonlySet<string> = new Set(['description', 'unit', 'closer', 'assignee', 'state'])

/** One draw: what was drawn, from what, by which seed, and who rechecks it. */
const DrawPage = () => {
  const m = useMessages(messages)
  const { drawId } = usePathParameters<'drawId'>()
  const query = useRead(routes.draw, { params: { drawId } })
  return (
    <>
      {query.data === undefined ? <PageHead crumbs={[{ title: m.draws.title, to: '/draws' }]} title={m.draws.one} /> : null}
      <Read query={query} rows={8} what={m.draws.one}>
        {(draw) => <Shown draw={draw} />}
      </Read>
    </>
  )
}

const Shown = ({ draw }: { draw: Draw }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const mayDraw = useMay('draw.make')
  const columns = useRecheckColumns()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const open = draw.rechecks.filter(({ state }) => state === 'drawn' || state === 'assigned')
  const standing = draw.cancelledAt === null && open.length > 0
  const untouched = draw.rechecks.every(({ state }) => state === 'drawn' || state === 'assigned')
  return (
    <>
      <PageHead
        crumbs={[{ title: m.draws.title, to: '/draws' }]}
        title={draw.name}
        marks={
          <>
            {draw.cancelledAt === null ? null : <Tag tone="silent">{m.draws.cancelled}</Tag>}
            {draw.doneAt === null || draw.cancelledAt !== null ? null : <Tag>{m.draws.done}</Tag>}
          </>
        }
        facts={
          <>
            <span>
              {m.region} {draw.regionName[language]}
            </span>
            <span>
              {m.draws.period} {draw.from} – {draw.to}
            </span>
            <span>
              {m.draws.maker} {draw.madeByName} {dayMinuteText(draw.madeAt)}
            </span>
            {draw.cancelledAt === null ? null : (
              <span>
                {m.page.cancelledBy(draw.cancelledByName ?? '', dayMinuteText(draw.cancelledAt))} · {draw.cancelReason}
              </span>
            )}
          </>
        }
        actions={mayDraw && standing && untouched ? <Cancel draw={draw} open={open.length} /> : undefined}
      />
      <Columns side={<Side draw={draw} />}>
        <Section title={m.page.rechecks} note={`${draw.settled} / ${draw.drawn}`}>
          {mayDraw && standing ? <Assign draw={draw} chosen={chosen} onDone={() => setChosen([])} /> : null}
          <DataTable
            rows={draw.rechecks}
            total={draw.rechecks.length}
            columns={columns.filter(({ key }) => shownOfDraw.has(key))}
            rowKey={({ recheckId }) => recheckId}
            label={m.page.rechecks}
            onOpen={({ unitId, recheckId }) => navigate(`/rechecks/${unitId}/${recheckId}`)}
            {...(mayDraw && standing ? { chosen, onChoose: setChosen } : {})}
          />
        </Section>
      </Columns>
    </>
  )
}

const Side = ({ draw }: { draw: Draw }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <>
      <Section title={m.page.range} rule="none">
        <DescriptionList
          termWidth={96}
          terms={[
            { term: m.draws.frame, detail: draw.frameSize.toLocaleString('en') },
            { term: m.draws.drawn, detail: draw.drawn.toLocaleString('en') },
            {
              term: m.page.wanted,
              detail: draw.wanted.kind === 'count' ? m.page.count(draw.wanted.count) : m.page.share(draw.wanted.percent),
            },
            { term: m.level, detail: draw.level === null ? m.form.anyLevel : m.levels[draw.level] },
            ...(draw.industry === null ? [] : [{ term: m.form.industry, detail: draw.industry }]),
            { term: m.page.strata, detail: strataNames[draw.strata][language] },
          ]}
        />
        {draw.strata === 'none' ? null : (
          <PlainTable
            caption={m.page.strata}
            head={[m.form.stratum, m.form.inFrame, m.form.willDraw]}
            rows={draw.strataDrawn.map(({ stratum, name, inFrame, drawn }) => [
              name?.[language] ?? stratum,
              inFrame.toLocaleString('en'),
              drawn.toLocaleString('en'),
            ])}
          />
        )}
      </Section>
      <Proof draw={draw} />
    </>
  )
}

const Cancel = ({ draw, open }: { draw: Draw; open: number }) => {
  const m = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const cancel = useWrite(routes.cancelDraw)
  const send = async (): Promise<void> => {
    setTried(true)
    if (reason.trim() === '') throw new Error(m.page.cancelReasonMissing)
    await cancel.write({ params: { drawId: draw.id }, body: { reason } })
    tell({ text: m.draws.cancelled })
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{m.page.cancel}</Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={m.page.cancel}
        effects={[
          m.page.cancelEffects.open(open),
          m.page.cancelEffects.kept,
          <Field key="reason" label={m.page.cancelReason} error={tried && reason.trim() === '' ? m.page.cancelReasonMissing : undefined}>
            <TextArea value={reason} onChange={setReason} maxLength={500} />
          </Field>,
        ]}
        confirm={m.page.cancel}
        onConfirm={send}
      />
    </>
  )
}

export default DrawPage
