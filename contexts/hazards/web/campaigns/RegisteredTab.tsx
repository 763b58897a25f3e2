import { useMemo, useState } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Field, SelectInput } from '../../../../ui/fields.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { usePagedRead, useRead, useWrite } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Empty, Problem } from '../../../../ui/states.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { regionColumn } from '../choosing/regionColumn.ts'
import { messages } from './messages.ts'
import { useMayChange } from './parts.tsx'
import type { Campaign, Registered } from './records.ts'
import { useRegionOptions } from '../choosing/regionOptions.ts'
import { narrower } from '../choosing/regionStep.ts'

const defaults = { outstanding: '', region: '' }

/** The hazards known before the campaign, each with how often it was looked at again and what was found last. */
export const RegisteredTab = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const mayChange = useMayChange(campaign)
  const { post } = useSession()
  const [{ outstanding, region }, setValues] = useFilters(defaults)
  const [taking, setTaking] = useState(false)
  const list = usePagedRead<Registered>(routes.registeredHazards, {
    params: { id: campaign.id },
    query: { ...(outstanding === '' ? {} : { outstanding }), ...(region === '' ? {} : { region }) },
  })
  const regions = useRegionOptions(narrower(campaign.regionCode, post.regionCode), region)
  const columns = useMemo(
    (): readonly Column<Registered>[] => [
      { key: 'number', title: m.registered.number, width: 150, render: (row) => row.number },
      { key: 'hazard', title: m.registered.hazard, leading: true, render: (row) => row.description },
      { key: 'unit', title: m.registered.unit, width: 200, render: (row) => row.unitName },
      regionColumn(m.registered.region, language),
      { key: 'looks', title: m.registered.looks, width: 80, align: 'right', render: (row) => String(row.looks) },
      {
        key: 'last',
        title: m.registered.last,
        width: 100,
        render: (row) =>
          row.lastFinding === null ? <Tag tone="silent">{m.registered.never}</Tag> : m.registered.findings[row.lastFinding],
      },
    ],
    [m, language],
  )
  const take = mayChange ? (
    <Button icon="plus" onClick={() => setTaking(true)}>
      {m.registered.take}
    </Button>
  ) : undefined
  return (
    <>
      <Filters
        filters={[
          {
            name: 'outstanding',
            label: m.registered.filter,
            value: outstanding,
            options: [
              { value: '', label: m.registered.all },
              { value: 'true', label: m.registered.outstanding },
              { value: 'false', label: m.registered.looked },
            ],
          },
          { name: 'region', label: m.registered.region, value: region, options: regions },
        ]}
        onChange={(name, value) => setValues({ [name]: value })}
        aside={
          <>
            <ExportButton
              list="hazards.registered"
              title={m.registered.title}
              query={{ id: campaign.id, outstanding, region }}
              total={list.total}
            />
            {take}
          </>
        }
      />
      <DataTable
        {...list}
        columns={columns}
        rowKey={(row) => row.hazardId}
        label={m.registered.title}
        onOpen={(row) => navigate(`/hazards/${row.unitId}/${row.hazardId}`)}
        empty={
          <Empty title={m.registered.empty} icon="hazard" action={outstanding === '' ? take : undefined}>
            {outstanding === '' ? m.registered.emptyNext : undefined}
          </Empty>
        }
      />
      {taking ? <TakeOver campaign={campaign} onClose={() => setTaking(false)} /> : null}
    </>
  )
}

type LevelName = 'any' | 'major' | 'general' | 'unclassified'
const levels: readonly LevelName[] = ['any', 'major', 'general', 'unclassified']

/** Puts every open hazard of a region on the list, with their number before. */
const TakeOver = ({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) => {
  const m = useMessages(messages)
  const { post } = useSession()
  const base = narrower(campaign.regionCode, post.regionCode)
  const [region, setRegion] = useState('')
  const [level, setLevel] = useState<LevelName>('any')
  const regions = useRegionOptions(base, region)
  const take = useWrite(routes.takeOverHazards)
  const filter = { region: region === '' ? base : region, ...(level === 'any' ? {} : { level }) }
  const fit = useRead(routes.hazardSummary, { query: { ...filter, open: 'true' } }, { keepFormer: true })
  const own = useRead(routes.hazardSummary, { query: { ...filter, open: 'true', campaignId: campaign.id } }, { keepFormer: true })
  const known = fit.data === undefined || own.data === undefined ? undefined : fit.data.total - own.data.total
  const send = async (): Promise<void> => {
    const done = await attempt(take.write({ params: { id: campaign.id }, body: filter }))
    if (!done) return
    tell({ text: m.registered.taken(done.value.added, done.value.registered.toLocaleString('en')) })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.registered.take}
      actions={
        <>
          <Button kind="primary" busy={take.isPending} onClick={() => void send()}>
            {m.registered.send}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <div className="al-form">
        <p>{m.registered.takeNote}</p>
        <Field label={m.registered.region2}>
          <SelectInput options={regions} value={region} onChange={setRegion} />
        </Field>
        <Field label={m.registered.level}>
          <SelectInput options={levels.map((value) => ({ value, label: m.registered.levels[value] }))} value={level} onChange={setLevel} />
        </Field>
        <output>
          <b>{m.registered.fit(known === undefined ? '…' : known.toLocaleString('en'))}</b>
        </output>
        <Problem problem={take.error ?? fit.error ?? own.error} />
      </div>
    </Dialog>
  )
}
