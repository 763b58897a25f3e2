import { useMemo, useState } from 'react'
import { addressOf } from '../../../../ui/api.ts'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { Columns, DescriptionList, Section, type Term } from '../../../../ui/Page.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { servedNames } from '../../contract/names.ts'
import { routes } from '../../contract/routes.ts'
import type { SentPartyAction } from '../../contract/caseActions.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { messages } from '../messages.ts'
import { ActionDrawer } from './ActionDrawer.tsx'
import { Actions } from './Actions.tsx'
import { CaseHead } from './CaseHead.tsx'
import { chooseActions } from './choose.ts'
import { Course } from './Course.tsx'
import { useNames } from './names.ts'
import { Papers } from './Papers.tsx'
import { PenaltyPart, Statements } from './Parts.tsx'
import type { OwnRecord } from './record.ts'
import { Story } from './Story.tsx'

const useNarrow = createMediaFollower('(max-width: 1100px)')

/** A case as its party sees it: what was done towards it, and what it may do. */
export const OwnView = ({ record }: { record: OwnRecord }) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  const names = useNames(record)
  const narrow = useNarrow()
  const { line } = record
  const params = { unitId: line.unitId, caseId: line.caseId }
  const { write } = useWrite(routes.answerCase)
  const choice = useMemo(() => chooseActions(line.state, record.actions), [line.state, record.actions])
  const [acting, setActing] = useState<ActionKind | null>(null)
  const actions = <Actions choice={choice} closed={line.state === 'closed'} waits={null} onAct={setActing} />
  const clocks: readonly Term[] = [
    ...(record.rightsClock === null ? [] : [{ term: m.rightsUntil, detail: <RemainingText dueAt={record.rightsClock.endsAt} large /> }]),
    ...(record.payClock === null || record.outstandingYuan === 0
      ? []
      : [{ term: m.payUntil, detail: <RemainingText dueAt={record.payClock.endsAt} large /> }]),
  ]
  return (
    <div className="case-record">
      <CaseHead record={record} foundOn={null} />
      <p className="case-still">
        {m.ownNote}
        {record.toReceive === null ? '' : ` ${m.toReceive(servedNames[record.toReceive][language])}`}
      </p>
      {narrow ? actions : null}
      <Columns
        side={
          <>
            {narrow ? null : actions}
            <Papers
              record={record}
              hrefOf={(version, spoken) => addressOf(routes.ownPaper, { params: { ...params, version }, query: { language: spoken } })}
            />
            <Section title={m.officers} rule="line">
              <DescriptionList
                terms={record.officers.map(({ personId, certificateNo }) => ({ term: names.personOf(personId), detail: certificateNo }))}
              />
            </Section>
          </>
        }
      >
        <Course record={record} names={names} />
        {clocks.length === 0 ? null : (
          <Section title={m.clocks} rule="line">
            <DescriptionList terms={clocks} termWidth={140} />
          </Section>
        )}
        <PenaltyPart record={record} />
        <Statements record={record} />
        <Story record={record} names={names} />
      </Columns>
      {acting === null ? null : (
        <ActionDrawer
          key={acting}
          kind={acting}
          record={record}
          names={names}
          send={(action, baseVersion) => write({ params, body: { action: action as SentPartyAction, baseVersion } })}
          onClose={() => setActing(null)}
        />
      )}
    </div>
  )
}
