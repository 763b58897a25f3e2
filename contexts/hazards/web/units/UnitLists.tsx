import { useState } from 'react'
import { Link } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Field, SelectInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'
import { ReasonedDeed } from './ReasonedDeed.tsx'
import type { UnitRecord } from './records.ts'

type Listing = UnitRecord['lists'][number]

/** The special lists that the unit stands on, by itself or by its region. */
export const UnitLists = ({ record: { unit, lists } }: { record: UnitRecord }) => {
  const m = useMessages(messages)
  const mayChange = useMay('specialList.change')
  const [open, setOpen] = useState<'on' | Listing | null>(null)
  const stands = unit.aliasOf === null && unit.closedOn === null
  return (
    <Section
      title={m.special.title}
      rule="line"
      aside={
        stands && mayChange ? (
          <Button kind="bare" icon="plus" onClick={() => setOpen('on')}>
            {m.special.putOn}
          </Button>
        ) : undefined
      }
    >
      {lists.length === 0 ? (
        <p className="al-quiet">{m.special.none}</p>
      ) : (
        <ul className="hazards-unit-rows">
          {lists.map((listing) => (
            <li key={listing.listId}>
              <Link to={`/units?listId=${listing.listId}`}>{listing.name}</Link>
              {listing.by === 'unit' && mayChange ? (
                <Button kind="bare" onClick={() => setOpen(listing)}>
                  {m.special.takeOff}
                  <span className="al-unseen"> {listing.name}</span>
                </Button>
              ) : null}
              <span className="hazards-unit-below">
                {listing.by === 'region' ? m.special.byRegion : listing.reason} · {m.special.since(listing.fromOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open === 'on' ? <PutOn record={{ unit, lists }} onClose={() => setOpen(null)} /> : null}
      {open !== null && open !== 'on' ? <TakeOff unit={unit} listing={open} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

const PutOn = ({ record: { unit, lists }, onClose }: { record: Pick<UnitRecord, 'unit' | 'lists'>; onClose: () => void }) => {
  const m = useMessages(messages)
  const [listId, setListId] = useState('')
  const all = useRead(routes.specialLists)
  const put = useWrite(routes.listUnit)
  const offered = (all.data ?? []).filter(
    ({ id, closedOn }) => closedOn === null && !lists.some((on) => on.listId === id && on.by === 'unit'),
  )
  return (
    <ReasonedDeed
      title={m.special.putOn}
      effects={[m.special.putOnEffects.on(unit.name), m.special.putOnEffects.kept]}
      confirm={m.special.putOn}
      onClose={onClose}
      busy={put.isPending}
      problem={put.error}
      onConfirm={(reason) =>
        listId !== '' && put.write({ params: { unitId: unit.unitId }, body: { listId, reason } }).then(() => tell({ text: m.special.put }))
      }
    >
      <Field label={m.special.choose} help={all.data && offered.length === 0 ? m.special.noneOpen : undefined}>
        <SelectInput
          required
          placeholder=""
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          value={listId}
          onChange={setListId}
        />
      </Field>
    </ReasonedDeed>
  )
}

const TakeOff = ({ unit, listing, onClose }: { unit: UnitRecord['unit']; listing: Listing; onClose: () => void }) => {
  const m = useMessages(messages)
  const take = useWrite(routes.unlistUnit)
  return (
    <ReasonedDeed
      title={`${m.special.takeOff} · ${listing.name}`}
      effects={[m.special.takeOffEffects.off(unit.name, listing.name), m.special.takeOffEffects.kept]}
      confirm={m.special.takeOff}
      onClose={onClose}
      busy={take.isPending}
      problem={take.error}
      onConfirm={(reason) =>
        take
          .write({ params: { unitId: unit.unitId, listId: listing.listId }, body: { reason } })
          .then(() => tell({ text: m.special.taken }))
      }
    />
  )
}
