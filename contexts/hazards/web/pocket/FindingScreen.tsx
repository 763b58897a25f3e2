import { Button } from '../../../../ui/Button.tsx'
import { Choice, Field, TextArea } from '../../../../ui/fields.tsx'
import { secondText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { Strata } from '../../../../ui/LevelChip.tsx'
import { Photos } from '../../../../ui/pocket/Photos.tsx'
import { PocketPage } from '../../../../ui/pocket/PocketPage.tsx'
import { messages } from './messages.ts'
import type { Item } from './packShape.ts'
import { putFinding, type FindingContent } from './visitContent.ts'
import type { VisitScreen } from './visitScreen.ts'

type FindingProps = VisitScreen & {
  readonly finding: FindingContent
  readonly item: Item | undefined
  readonly onDone: () => void
}

/** What is not in order: the photo first, then what it is and how grave. */
export const FindingScreen = ({ draftId, visit, change, savedAt, position, finding, item, onDone }: FindingProps) => {
  const m = useMessages(messages).visit
  const say = useSay()
  const put = (part: Partial<FindingContent>): void => change((present) => putFinding(present, { ...finding, ...part }))
  const forced = item?.makesMajor === true
  const drop = (): void => {
    change((present) => {
      const { [finding.itemKey ?? '']: _answer, ...answers } = present.answers
      return { ...present, answers, findings: present.findings.filter(({ hazardId }) => hazardId !== finding.hazardId) }
    })
    onDone()
  }
  return (
    <PocketPage
      title={finding.itemKey === null ? m.findingOther : m.finding}
      aside={savedAt === null ? undefined : m.saved(secondText(savedAt))}
      actions={
        <>
          <Button icon="remove" onClick={drop}>
            {m.dropFinding}
          </Button>
          <Button kind="primary" icon="check" onClick={onDone}>
            {visit.at < visit.items.length ? m.keepFinding : m.keepFindingEnd}
          </Button>
        </>
      }
    >
      {item ? (
        <p className="hazards-asked">
          {say(item)}
          <span className="pocket-note"> {item.clause}</span>
        </p>
      ) : null}
      <Photos
        holder={draftId}
        ids={finding.photos}
        fix={position.fix}
        onChange={(photos) => put({ photos, place: position.fix ?? finding.place })}
      />
      <Field label={m.description} help={m.descriptionHelp}>
        <TextArea value={finding.description} onChange={(description) => put({ description })} />
      </Field>
      {forced ? (
        <p className="hazards-forced">
          <Strata level={1} /> {m.majorByItem}
        </p>
      ) : (
        <Field label={m.level}>
          <Choice
            label={m.level}
            value={finding.proposedLevel}
            onChange={(proposedLevel) => put({ proposedLevel })}
            options={[
              { value: 'general', label: m.general, mark: <Strata level={3} /> },
              { value: 'major', label: m.major, mark: <Strata level={1} /> },
            ]}
          />
        </Field>
      )}
    </PocketPage>
  )
}
