import { sql } from 'kysely'
import { systemActor, type PersonActor } from '../../../../kernel/actor.ts'
import { ok } from '../../../../kernel/result.ts'
import { transactHistory, type Services, type Tx } from '../../../../platform/database/transaction.ts'
import type { EvidenceStock, LaidFile } from '../../../../platform/evidence/room.ts'
import type { SentAction, SentPartyAction } from '../../contract/caseActions.ts'
import type { Case } from '../../rules/case.ts'
import { actOnCase } from '../actOnCase.ts'
import { settingsFor } from '../caseRow.ts'
import { caseInScope, rewriteClocks } from '../caseStore.ts'
import type { Needs } from '../needs.ts'
import { proposeCase } from '../proposeCase.ts'
import { drawSheet } from './sheet.ts'
import { storiesOf, type Players, type Story } from './stories.ts'
import { openWhen } from './when.ts'

/** What the sample of this room asks of the rest of the product; wired in main. */
export type SampleNeeds = {
  /** The people of the house's sample, as long as nobody has signed in; null in any other house. */
  readonly sampleCast: (
    services: Services,
  ) => Promise<{ readonly posts: readonly { readonly login: string | null; readonly actor: PersonActor }[] } | null>
  /** Units of the register in the actor's scope: of one organisation, or of any. */
  readonly unitsOfCase: (tx: Tx, asked: { readonly organisationId: string | null; readonly most: number }) => Promise<readonly string[]>
  readonly stock: EvidenceStock
}

const logins: { readonly [Who in keyof Players]: string } = {
  leader: 'county.leader',
  officer: 'county.officer',
  inspector: 'county.inspector',
  reviewer: 'county.reviewer',
  principal: 'plant.principal',
}

const begun = async ({ database }: Services): Promise<boolean> => {
  const { rows } = await sql`select from enforcement.case_file limit 1`.execute(database.kysely)
  return rows.length > 0
}

const playersOf = async (services: Services, { sampleCast }: SampleNeeds): Promise<Players | null> => {
  const cast = await sampleCast(services)
  if (cast === null) return null
  const found = Object.entries(logins).map(([who, login]) => [who, cast.posts.find((post) => post.login === login)?.actor] as const)
  return found.every(([, actor]) => actor !== undefined) ? (Object.fromEntries(found) as Players) : null
}

/** The deed with the file that it wants. */
const withFile = (
  action: SentAction | SentPartyAction,
  wants: 'evidence' | 'record' | undefined,
  id: string | null,
): SentAction | SentPartyAction => (wants === undefined || id === null ? action : ({ ...action, [wants]: [id] } as SentAction))

/**
 * Furnishes a house of the sample with a case in each state, done by the room's own use cases under the people of the sample,
 * at instants of the past, in one transaction: a server killed in the midst leaves none, and the next start begins anew.
 * @returns whether it was written now
 */
export const furnishEnforcement = async (services: Services, needs: Needs, sample: SampleNeeds): Promise<boolean> => {
  if (await begun(services)) return false
  const players = await playersOf(services, sample)
  if (players === null) return false
  const now = services.clock()
  const sheets = await Promise.all([1, 2, 3].map(async (place) => sample.stock.lay(await drawSheet(place))))
  const sheetAt = (place: number): LaidFile => {
    const sheet = sheets[place % sheets.length]
    if (!sheet) throw new Error('the sample has no sheet')
    return sheet
  }
  await transactHistory(services, ['enforcement.case_file', 'enforcement.owing'], async (tell) => {
    const { leader, principal } = players
    const own = await tell({ actor: leader, at: now }, async (tx) =>
      ok(await sample.unitsOfCase(tx, { organisationId: principal.organisationId, most: 1 })),
    )
    const any = await tell({ actor: leader, at: now }, async (tx) => ok(await sample.unitsOfCase(tx, { organisationId: null, most: 40 })))
    const others = any.filter((unitId) => !own.includes(unitId))
    let files = 0
    let place = 0
    const stage = async (story: Story, when: ReturnType<typeof openWhen>): Promise<void> => {
      place += 1
      const unitId = story.where === 'plant' ? own[0] : others[(place * 3) % Math.max(1, others.length)]
      if (unitId === undefined) return
      const at = when.at(story.begins)
      const name = `证据 ${place}.jpg`
      let held: Case = await tell({ actor: story.by, at }, async (tx) => {
        const id = await sample.stock.take(tx, sheetAt(place), { name, takenAt: at.toString({ smallestUnit: 'millisecond' }) })
        const { fact } = story.beginning
        return proposeCase(tx, needs, story.by, unitId, { ...story.beginning, fact: { ...fact, evidence: [id] } })
      })
      for (const [daysAgo, by, action, wants] of story.deeds) {
        const moment = when.at(daysAgo)
        files += 1
        held = await tell({ actor: by, at: moment }, async (tx) => {
          const id =
            wants === undefined
              ? null
              : await sample.stock.take(tx, sheetAt(files), {
                  name: `材料 ${place}-${files}.jpg`,
                  takenAt: moment.toString({ smallestUnit: 'millisecond' }),
                })
          return actOnCase(tx, needs, by, { unitId, caseId: held.id }, { action: withFile(action, wants, id), baseVersion: held.version })
        })
      }
      // A term that has run out since was nobody's deed: what is owed is as it stands now.
      await tell({ actor: systemActor('enforcement.turn'), at: now }, async (tx) => {
        const found = await caseInScope(tx, unitId, held.id)
        if (found) await rewriteClocks(tx, found, await settingsFor(tx, needs, found.place.authorityId))
        return ok(undefined)
      })
    }
    const when = openWhen(now)
    for (const story of storiesOf(players, when)) await stage(story, openWhen(now))
  })
  return true
}
