import { encodeQR } from 'qr'
import { useState } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { addressOf } from '../../../../ui/api.ts'
import { usePathParameters } from '../../../../ui/address.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { Button, ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { FormDrawer } from '../../../../ui/Dialog.tsx'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Problem, Read } from '../../../../ui/states.tsx'
import { posterKindNames } from '../../contract/names.ts'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import { posterMessages } from './posterMessages.ts'
import './office.css'

type Poster = RouteOutput<typeof routes.posterRecord>

/** The dark modules of a code as one path, run by run. */
const codePath = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return []
        const light = row.indexOf(false, x)
        const length = (light < 0 ? row.length : light) - x
        return [`M${x} ${y}h${length}v1h-${length}z`]
      }),
    )
    .join('')

/** One poster: as it hangs, to be printed, and ended. */
const PosterPage = () => {
  const params = usePathParameters<'posterId'>()
  const query = useRead(routes.posterRecord, { params })
  return <Read query={query}>{(poster) => <Shown poster={poster} />}</Read>
}

const Shown = ({ poster }: { poster: Poster }) => {
  const m = useMessages(posterMessages)
  const { title } = useMessages(messages)
  const { language } = useLanguage()
  const mayEnd = useMay('poster.end')
  const mayTips = useMay('tip.read')
  const [ending, setEnding] = useState(false)
  const path = `/tip/${poster.code}`
  const address = `${window.location.origin}${path}`
  // A quarter of it may be scratched or rained upon; the border is the quiet zone that readers ask for.
  const rows = encodeQR(address, 'raw', { ecc: 'quartile', border: 4 })
  const inUse = poster.endedAt === null
  return (
    <>
      <PageHead
        title={poster.title}
        crumbs={[
          { title, to: '/tips?open=true' },
          { title: m.title, to: '/tips/posters' },
        ]}
        marks={<Tag tone={inUse ? 'accent' : 'silent'}>{poster.endedAt === null ? m.inUse : m.ended(dateText(poster.endedAt))}</Tag>}
        actions={
          inUse ? (
            <>
              <Button kind="primary" icon="print" onClick={() => window.print()}>
                {m.print}
              </Button>
              <ButtonLink to={path}>{m.openPublic}</ButtonLink>
            </>
          ) : undefined
        }
      />
      <Columns
        side={
          <div className="tips-sheet-beside">
            <Section title={m.state} rule="none">
              <DescriptionList
                termWidth={language === 'zh' ? 84 : 104}
                terms={[
                  { term: m.kind, detail: posterKindNames[poster.kind][language] },
                  { term: m.region, detail: poster.regionName[language] },
                  ...(poster.unit === null ? [] : [{ term: m.unit, detail: poster.unit.name }]),
                  { term: m.made, detail: dateText(poster.madeAt) },
                  { term: m.tips, detail: String(poster.tips) },
                  ...(poster.endReason === null ? [] : [{ term: m.endReason, detail: poster.endReason }]),
                ]}
              />
            </Section>
            <div className="tips-acts">
              {mayTips && poster.tips > 0 ? <ButtonLink to={`/tips?posterId=${poster.id}`}>{m.tipsOf}</ButtonLink> : null}
              {inUse ? (
                <>
                  <a
                    className="al-button"
                    href={addressOf(routes.posterSheet, { params: { posterId: poster.id }, query: { language: 'zh' } })}
                  >
                    {m.pdf}
                  </a>
                  <a
                    className="al-button"
                    href={addressOf(routes.posterSheet, { params: { posterId: poster.id }, query: { language: 'en' } })}
                  >
                    {m.pdfEn}
                  </a>
                  {mayEnd ? <Button onClick={() => setEnding(true)}>{m.end}</Button> : null}
                </>
              ) : null}
            </div>
          </div>
        }
      >
        {/* Ink on paper in either theme: a reader finds no light code on dark ground. */}
        <div className="tips-sheet" data-theme="light">
          <h2>{poster.words.zh}</h2>
          <p className="tips-sheet-words" lang="en">
            {poster.words.en}
          </p>
          <svg
            className="tips-sheet-code"
            viewBox={`0 0 ${rows.length} ${rows.length}`}
            role="img"
            aria-label={m.aloud(poster.title)}
            shapeRendering="crispEdges"
          >
            <path d={codePath(rows)} fill="currentColor" />
          </svg>
          <p>{m.scan}</p>
          <p>
            {poster.regionName.zh} · {poster.regionName.en}
          </p>
          <p className="tips-sheet-address">{address}</p>
        </div>
      </Columns>
      {ending ? <EndDrawer poster={poster} onClose={() => setEnding(false)} /> : null}
    </>
  )
}

const EndDrawer = ({ poster, onClose }: { poster: Poster; onClose: () => void }) => {
  const m = useMessages(posterMessages)
  const { form } = useMessages(messages)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const end = useWrite(routes.endPoster)
  const send = async (): Promise<void> => {
    setTried(true)
    if (reason.trim() === '') return showFirstWrong()
    const done = await attempt(end.write({ params: { posterId: poster.id }, body: { reason: reason.trim(), version: poster.version } }))
    if (done) onClose()
  }
  return (
    <FormDrawer
      title={`${m.endTitle} · ${poster.title}`}
      submit={m.end}
      busy={end.isPending}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <p>{m.endHelp}</p>
      <Field label={m.endReason} error={tried && reason.trim() === '' ? form.missing : undefined}>
        <TextInput value={reason} maxLength={200} onChange={setReason} />
      </Field>
      <Problem problem={end.error} />
    </FormDrawer>
  )
}

export default PosterPage
