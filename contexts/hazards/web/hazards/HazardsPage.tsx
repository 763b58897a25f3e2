import { useState } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction } from '../../../../ui/Button.tsx'
import { ChosenBar } from '../../../../ui/ChosenBar.tsx'
import { copyText } from '../../../../ui/clipboard.ts'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { PageHead } from '../../../../ui/Page.tsx'
import { usePagedRead, useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay, useSession } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { routes } from '../../contract/index.ts'
import { useHazardColumns, type HazardLine } from './columns.tsx'
import { DueStrip } from './DueStrip.tsx'
import { HazardFilters } from './HazardFilters.tsx'
import { noFilters, queryOf, summaryQueryOf } from './listFilters.ts'
import { messages } from './messages.ts'
import { SummaryLine } from './SummaryLine.tsx'
import { ViewTabs } from './ViewTabs.tsx'
import './hazards.css'

const useNarrow = createMediaFollower('(max-width: 800px)')

const keyOf = ({ unitId, hazardId }: HazardLine): string => `${unitId}/${hazardId}`

const HazardsPage = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { post } = useSession()
  const mayRecord = useMay('hazard.find')
  const [inAddress, setValues] = useFilters(noFilters)
  const asked = queryOf(inAddress)
  const values = { ...noFilters, ...asked }
  const [chosen, setChosen] = useState<readonly string[]>([])
  const today = dateText(useNow(60_000))
  const list = usePagedRead<HazardLine>(routes.hazards, { query: asked })
  const summary = useRead(routes.hazardSummary, { query: summaryQueryOf(values) }, { keepFormer: true })
  // The strip shows what may be chosen, so it does not follow what is chosen on it.
  const due = useRead(routes.hazardSummary, { query: summaryQueryOf({ ...values, dueFrom: '', dueTo: '' }) }, { keepFormer: true })
  const columns = useHazardColumns(asked.order ?? 'found', narrow)
  const recordAt = values.unitId === '' ? '/hazards/new' : `/hazards/new?unitId=${values.unitId}`
  useShortcut({ keys: 'n', title: { zh: messages.zh.record, en: messages.en.record }, when: mayRecord }, () => navigate(recordAt))
  const change = (next: Parameters<typeof setValues>[0]): void => {
    setChosen([])
    setValues(next)
  }
  const filtered = Object.keys(asked).length > 0
  const dueDays = due.data?.dueDays ?? []
  const hasStrip = !narrow && (dueDays.length > 0 || values.dueFrom + values.dueTo !== '')
  return (
    <>
      <PageHead
        title={m.title}
        note={post.regionPath.join(' / ')}
        rule={false}
        actions={
          <>
            {narrow ? null : (
              <Button icon="chain" onClick={() => void copyText(window.location.href, m.copied, m.notCopied)}>
                {m.copyAddress}
              </Button>
            )}
            <ExportButton list="hazards.hazards" title={m.title} query={asked} total={list.total} />
            {mayRecord ? (
              <ButtonLink to={recordAt} kind="primary" icon="plus" shortcut={narrow ? undefined : 'N'}>
                {m.record}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <ViewTabs values={values} />
      <HazardFilters values={values} onChange={change} unitName={list.rows[0]?.unitName} />
      {summary.data === undefined ? null : <SummaryLine summary={summary.data} values={values} countedAt={summary.dataUpdatedAt} />}
      {hasStrip ? <DueStrip days={dueDays} today={today} dueFrom={values.dueFrom} dueTo={values.dueTo} onChoose={change} /> : null}
      <DataTable
        {...list}
        columns={columns}
        rowKey={keyOf}
        label={m.title}
        onOpen={(line) => navigate(`/hazards/${keyOf(line)}`)}
        onOrder={(column, order) => change({ order: order === null || column === 'found' ? '' : column })}
        chosen={chosen}
        onChoose={narrow ? undefined : setChosen}
        empty={
          filtered ? (
            <Empty title={m.noMatch} icon="filter" action={<Button onClick={() => change(noFilters)}>{m.filters.reset}</Button>}>
              {m.noMatchNext}
            </Empty>
          ) : (
            <Empty title={m.empty} icon="hazard" action={mayRecord ? <ButtonLink to={recordAt}>{m.record}</ButtonLink> : undefined}>
              {m.emptyNext}
            </Empty>
          )
        }
      />
      <Chosen lines={list.rows.filter((line) => chosen.includes(keyOf(line)))} onClear={() => setChosen([])} />
    </>
  )
}

/** What can be done with several at once: their numbers and addresses; closing is done one by one, on the spot. */
const Chosen = ({ lines, onClear }: { lines: readonly HazardLine[]; onClear: () => void }) => {
  const m = useMessages(messages)
  const units = new Set(lines.map(({ unitId }) => unitId)).size
  const major = lines.filter(({ level }) => level === 'major').length
  const addresses = lines.map((line) => `${window.location.origin}/hazards/${keyOf(line)}`)
  return (
    <ChosenBar count={lines.length} note={m.batch.note(units, major)} onClear={onClear}>
      <Button
        kind="primary"
        icon="copy"
        onClick={() => void copyText(lines.map(({ number }) => number).join('\n'), m.copiedNumbers(lines.length), m.notCopied)}
      >
        {m.batch.numbers}
      </Button>
      <Button icon="chain" onClick={() => void copyText(addresses.join('\n'), m.copiedAddresses(lines.length), m.notCopied)}>
        {m.batch.addresses}
      </Button>
      <RefusedAction
        small
        title={m.batch.close}
        because={{
          sentence: { zh: messages.zh.batch.closeRefused, en: messages.en.batch.closeRefused },
          clause: m.batch.clause,
          code: 'NOT_ON_THE_SPOT',
        }}
      />
    </ChosenBar>
  )
}

export default HazardsPage
