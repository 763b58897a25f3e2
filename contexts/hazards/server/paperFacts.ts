import type { Sentence } from '../../../kernel/refusals.ts'
import type { Services, Tx } from '../../../platform/database/transaction.ts'
import { evidenceOf, type EvidenceView } from '../../../platform/evidence/room.ts'
import type { Picture } from '../../../platform/paper/paper.ts'
import { citation, type Checklist } from '../rules/criteria.ts'
import type { CitedItem } from '../rules/hazard.ts'
import type { HazardPaper } from '../rules/paper.ts'
import type { Shown } from '../rules/paperShown.ts'
import { libraryOf } from './criteriaStore.ts'
import { recordIdOf } from './hazardRow.ts'
import { dayOf, dayText, momentText, type Language } from './paperFormat.ts'
import type { PaperNeeds } from './paperNeeds.ts'
import { numberOf, paperUnitOf, type PaperUnit } from './paperStore.ts'
import { documentNumber, labels, paperTitles } from './paperWords.ts'

type Title = { readonly name: string; readonly shortName: string }

/** What a paper says beside what its hazard's history says. */
export type PaperFacts = {
  readonly number: string
  readonly unit: PaperUnit
  readonly issuer: Title
  /** A person's name; empty for somebody the product knows no more. */
  readonly person: (id: string) => string
  readonly cited: Sentence | null
  /** The paper that a review answers, by title, number and day. */
  readonly answered: string | null
  readonly pictures: readonly Picture[]
  /** Where people reach the product. */
  readonly address: string
  readonly recordAddress: string
}

/** The same before the pictures are read, which no transaction should wait for. */
export type PaperRecord = Omit<PaperFacts, 'pictures'> & { readonly evidence: ReadonlyMap<string, EvidenceView> }

const peopleOn = (paper: HazardPaper, unit: PaperUnit): readonly string[] => {
  const ids = [paper.found.step.by.personId, paper.by.personId, paper.assignee?.personId, unit.responsiblePersonId]
  const more = paper.kind === 'review' ? [paper.selfCheck.step.by.personId, ...paper.selfCheck.rectifiedBy] : []
  return [...new Set([...ids, ...more].filter((id) => id !== undefined && id !== null))]
}

/** The list under its full name, the clause, and what the item says. */
const citedOf = (library: readonly Checklist[], item: CitedItem): Sentence => {
  const list = library.find(({ edition, items }) => edition === item.edition && items.some(({ key }) => key === item.code))
  const short = citation(library, item)
  const said = list?.items.find(({ key }) => key === item.code)
  if (!list || !said) return { zh: `${short.zh}（${item.edition}）`, en: `${short.en} (${item.edition})` }
  return { zh: `《${list.title.zh}》（${item.edition}）${item.clause}：${said.zh}`, en: `${short.en} (${item.edition}): ${said.en}` }
}

/** The page of a hazard as others can open it, with the step and the check value to compare. */
const recordAddressOf = (address: string, { unitId, hazardId, version, check }: HazardPaper): string =>
  `${address}/hazards/${unitId}/${hazardId}?version=${version}&check=${check}`

/** What the record knows for a paper, read in one transaction under the reader's scope. */
export const readPaperRecord = async (
  tx: Tx,
  needs: Pick<PaperNeeds, 'peopleNames' | 'organisationTitles' | 'address'>,
  paper: HazardPaper,
  unitName: string,
  language: Language,
): Promise<PaperRecord> => {
  const { unitId, hazardId, version, by } = paper
  const unit = (await paperUnitOf(tx, unitId, hazardId, version)) ?? {
    name: unitName,
    uscc: null,
    address: null,
    responsiblePersonId: null,
  }
  const number = await numberOf(tx, unitId, hazardId)
  const people = await needs.peopleNames(tx, peopleOn(paper, unit))
  const ordering = paper.kind === 'review' ? paper.answers.by.organisationId : by.organisationId
  const titles = await needs.organisationTitles(tx, [...new Set([by.organisationId, ordering])])
  const titleOf = (id: string): Title => titles.get(id) ?? { name: unit.name, shortName: unit.name }
  const recordId = recordIdOf({ unitId, id: hazardId })
  const evidence = (await evidenceOf(tx, 'hazard', [recordId])).get(recordId) ?? []
  const { item } = paper.found
  const answered = (): string | null => {
    if (paper.kind !== 'review') return null
    const { kind, at } = paper.answers
    const document = documentNumber({ kind, at, ordinal: 1 }, titleOf(ordering).shortName, number)
    return language === 'zh'
      ? `${paperTitles[kind].zh}（${document}，${dayText(dayOf(at), 'zh')}）`
      : `${paperTitles[kind].en} (${document}, ${dayOf(at)})`
  }
  return {
    number,
    unit,
    issuer: titleOf(by.organisationId),
    person: (id) => people.get(id) ?? '',
    cited: item && citedOf(await libraryOf(tx), item),
    answered: answered(),
    evidence: new Map(evidence.map((each) => [each.id, each])),
    address: needs.address(),
    recordAddress: recordAddressOf(needs.address(), paper),
  }
}

const instead = {
  photo: { zh: '（影像，不能显示）', en: '(a picture, not to be shown)' },
  paper: { zh: '（文件材料）', en: '(a paper)' },
  audio: { zh: '（录音）', en: '(a recording)' },
  video: { zh: '（录像）', en: '(a film)' },
} as const satisfies Record<EvidenceView['kind'], Sentence>

const moments = { found: labels.pictureFound, selfCheck: labels.pictureSelfCheck, review: labels.pictureReview } as const

const pictureOf = async (
  of: keyof Shown,
  item: EvidenceView | undefined,
  { thumbnailOf }: Pick<PaperNeeds, 'thumbnailOf'>,
  services: Services,
  language: Language,
): Promise<Picture> => {
  const moment = moments[of][language]
  if (!item) return { bytes: null, instead: instead.photo[language], caption: moment }
  const bytes = item.hasThumbnails ? await thumbnailOf(services, item.contentHash) : null
  const at = momentText(item.takenAt ?? item.receivedAt, language)
  return { bytes, instead: instead[item.kind][language], caption: `${moment}\n${at}\nSM3 ${item.contentHash.slice(0, 8)}` }
}

/** The record with its pictures as they are printed: small, each with its moment and the begin of its hash. */
export const withPictures = async (
  { evidence, ...record }: PaperRecord,
  shown: Shown,
  needs: Pick<PaperNeeds, 'thumbnailOf'>,
  services: Services,
  language: Language,
): Promise<PaperFacts> => ({
  ...record,
  pictures: await Promise.all(
    (['found', 'selfCheck', 'review'] as const).flatMap((of) =>
      shown[of].map((id) => pictureOf(of, evidence.get(id), needs, services, language)),
    ),
  ),
})
