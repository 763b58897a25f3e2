import type { PersonActor } from '../../../../kernel/actor.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { dateInBeijing } from '../../../../kernel/time.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SentAction } from '../../contract/hazardActions.ts'
import { visitRoutes } from '../../contract/visitRoutes.ts'
import { builtInLibrary, checklistsFor, itemOf, itemsFor } from '../../rules/criteria.ts'
import type { CitedItem, Finding, Hazard } from '../../rules/hazard.ts'
import { actOnHazard } from '../actOnHazard.ts'
import { findHazard } from '../findHazard.ts'
import { hazardInScope } from '../hazardStore.ts'
import type { SampleFinding } from './findings.ts'
import type { Picture } from './pictures.ts'
import { tellRoute, unitOf, type SampleUnit, type Stage } from './stage.ts'

/** The evidence of a deed: pictures by the moment they show; `papers` are a page and a notice board. */
type Shown = 'done' | 'reviewed' | 'document' | 'board'

/** An action, told once the ids of its evidence are known. */
export type Acting = (evidence: readonly string[]) => SentAction

export type Story = {
  readonly hazardId: string
  readonly unit: SampleUnit
  readonly finding: SampleFinding
  /** The instant of the deed told last. */
  readonly at: Temporal.Instant
  /** Tells the next deed, so many days later; under one day it is the same day. What would lie ahead of the start is left out. */
  act(days: number, by: PersonActor, acting: SentAction | Acting, ...shown: readonly Shown[]): Story
  /** The date so many days after the deed told last, YYYY-MM-DD. */
  dayAfter(days: number): string
}

const textOf = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })

/** Where somebody stands at a unit, to the accuracy of a phone. */
export const fixAt = ({ chance }: Stage, { place }: SampleUnit) => ({
  lng: place.lng + (chance.fraction() - 0.5) * 0.0006,
  lat: place.lat + (chance.fraction() - 0.5) * 0.0006,
  accuracyMetres: chance.integer(4, 18),
})

/** The item as the library cites it on a day; null where it was not in force. */
const citedOn = (itemKey: string | null, at: Temporal.Instant): CitedItem | null => {
  const found = itemKey === null ? null : itemOf(builtInLibrary, itemKey, dateInBeijing(at).toString())
  if (!found || found.retiredOn !== null) return null
  const { item, checklist } = found
  return { code: item.key, edition: checklist.edition, clause: item.clause, makesMajor: item.makesMajor }
}

const openStory = (
  stage: Stage,
  unit: SampleUnit,
  finding: SampleFinding,
  hazardId: string,
  begun: Temporal.Instant,
  place: number,
  tight: boolean,
): Story => {
  let at = begun
  let over = false
  const pictureOf = (shown: Shown): Picture =>
    shown === 'done' || shown === 'reviewed' ? { motif: finding.motif, place, moment: shown } : { motif: shown, place, moment: 'done' }
  const story: Story = {
    hazardId,
    unit,
    finding,
    get at() {
      return at
    },
    dayAfter: (days) => dateInBeijing(at).add({ days }).toString(),
    act: (days, by, acting, ...shown) => {
      const next = over ? null : stage.times.after(at, days, tight)
      if (next === null && tight) throw new RangeError(`the story of ${unit.key} runs past the start of the house`)
      over = next === null
      if (next === null) return story
      at = next
      const photos = shown.map((each) => stage.photo(pictureOf(each)))
      const position = fixAt(stage, unit)
      const claimedAt = textOf(at.subtract({ seconds: stage.chance.integer(2, 40) }))
      stage.deeds.push({
        at,
        by,
        work: async (tx) => {
          const evidence: string[] = []
          for (const take of photos) evidence.push(await take(tx))
          const { unitId, version } = stage.board.hazard(hazardId)
          const action = typeof acting === 'function' ? acting(evidence) : acting
          return kept(
            stage,
            tx.now,
            await actOnHazard(tx, stage.needs, by, { unitId, hazardId }, { action, baseVersion: version, claimedAt, position }),
          )
        },
      })
      return story
    },
  }
  return story
}

const kept = (stage: Stage, at: Temporal.Instant, told: Result<Hazard>): Result<null> => {
  if (!told.ok) return told
  stage.board.keep(told.value, at)
  return ok(null)
}

/** Tells of a hazard that is found outside a visit: by the unit's own people, or as the public reported it. */
export const tellFound = (
  stage: Stage,
  unit: SampleUnit,
  finding: SampleFinding,
  {
    at,
    by,
    how,
    tight = false,
  }: { readonly at: Temporal.Instant; readonly by: PersonActor; readonly how: Finding; readonly tight?: boolean },
): Story => {
  const hazardId = stage.newId(at)
  const place = stage.chance.integer(0, 5)
  const take = stage.photo({ motif: finding.motif, place, moment: 'found' })
  const position = fixAt(stage, unit)
  const claimedAt = textOf(at.subtract({ seconds: stage.chance.integer(2, 40) }))
  stage.deeds.push({
    at,
    by,
    work: async (tx) => {
      const found = { hazardId, how, description: finding.text, evidence: [await take(tx)], claimedAt, position }
      const cited = { item: citedOn(finding.itemKey, at), proposedLevel: finding.level }
      const told = await findHazard(
        tx,
        stage.needs,
        by,
        unitOf(stage, unit.key),
        { ...found, ...cited },
        { campaignId: null, registered: false },
      )
      return kept(stage, tx.now, told)
    },
  })
  return openStory(stage, unit, finding, hazardId, at, place, tight)
}

export type VisitTold = {
  readonly at: Temporal.Instant
  readonly by: PersonActor
  readonly how?: 'departmentCheck' | 'expertCheck' | 'selfCheck'
  readonly announced?: boolean
  readonly admitted?: boolean
  /** A story that stands where it is wanted, whatever weekends lie on its way. */
  readonly tight?: boolean
  /** The campaign's id, known once it was begun. */
  readonly campaign?: () => string
  readonly reinspections?: () => readonly {
    readonly hazardId: string
    readonly finding: 'gone' | 'stillThere' | 'worse'
    readonly note: string
  }[]
}

/** The answers to one of the daily checklists of the unit: `no` where something was found. */
export const answersFor = (stage: Stage, unit: SampleUnit, findings: readonly SampleFinding[], at: Temporal.Instant) => {
  const checked = { kind: unit.kind, industry: unit.industryCode.replace(/^[A-Z]/, ''), tags: unit.tags }
  const lists = checklistsFor(builtInLibrary, checked, dateInBeijing(at).toString()).filter(({ purpose }) => purpose === 'routine')
  const wanted = lists.find(({ items }) => findings.some(({ itemKey }) => items.some(({ key }) => key === itemKey))) ?? lists.at(-1)
  if (!wanted) return []
  return itemsFor(wanted, checked).map(({ key }) => ({
    itemKey: key,
    answer: findings.some(({ itemKey }) => itemKey === key) ? 'no' : stage.chance.fraction() < 0.07 ? 'notApplicable' : 'yes',
  }))
}

/** Tells of a visit and the hazards found on it; each goes on as a story of its own. */
export const tellVisit = (stage: Stage, unit: SampleUnit, findings: readonly SampleFinding[], visit: VisitTold): readonly Story[] => {
  const { at, by, how = 'departmentCheck', announced = stage.chance.fraction() < 0.35, admitted = true } = visit
  const position = fixAt(stage, unit)
  // One phone in eight had no signal and sent it later.
  const offline = stage.chance.fraction() < 0.125
  const claimedAt = textOf(at.subtract(offline ? { minutes: stage.chance.integer(40, 150) } : { seconds: stage.chance.integer(4, 50) }))
  const visitId = stage.newId(at)
  const found = findings.map((finding) => {
    const place = stage.chance.integer(0, 5)
    return { finding, place, hazardId: stage.newId(at), take: stage.photo({ motif: finding.motif, place, moment: 'found' }) }
  })
  const answers = admitted ? answersFor(stage, unit, findings, at) : []
  const note = admitted ? (findings.length > 0 ? '现场已当面反馈，陪同人员无异议' : '抽查部位未见异常') : '单位停产放假，门卫称负责人外出'
  const input = async (tx: Tx) => {
    const told = []
    for (const { finding, hazardId, take } of found)
      told.push({
        hazardId,
        description: finding.text,
        evidenceIds: [await take(tx)],
        itemKey: citedOn(finding.itemKey, at)?.code ?? null,
        proposedLevel: finding.level,
      })
    return {
      params: { unitId: unitOf(stage, unit.key).unitId },
      body: {
        visitId,
        campaignId: visit.campaign?.() ?? null,
        how,
        announced,
        result: admitted ? 'checked' : 'notAdmitted',
        note,
        position,
        claimedAt,
        answers,
        findings: told,
        reinspections: visit.reinspections?.() ?? [],
      },
    }
  }
  tellRoute(stage, { at, by, route: visitRoutes.recordVisit }, input, async (_visit, tx) => {
    for (const { hazardId } of found) {
      const held = await hazardInScope(tx, unitOf(stage, unit.key).unitId, hazardId)
      if (held) stage.board.keep(held.hazard, tx.now)
    }
  })
  return found.map(({ finding, hazardId, place }) => openStory(stage, unit, finding, hazardId, at, place, visit.tight ?? false))
}
