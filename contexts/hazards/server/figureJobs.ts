import { systemActor } from '../../../kernel/actor.ts'
import { countryCode } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import { sql } from 'kysely'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import type { Job } from '../../../platform/work/work.ts'
import { countsOfHazard, deltasBetween, figureKeyOf, type Delta, type Figure } from '../rules/figures.ts'
import { allFigures, foldDeltas, writeDeltas } from './figureStore.ts'
import { hazardsAfter } from './hazardStore.ts'

/** Deltas of one transaction of the folder: short enough that nobody waits for a row of the rollup. */
const foldAtOnce = 1_000

/** Folds what is there now, batch by batch; what is left after so many comes with the next call. */
export const foldFigures = async (services: Services, most = 200): Promise<number> => {
  let folded = 0
  for (let batch = 0; batch < most; batch += 1) {
    const done = await transact(services, { actor: systemActor('hazards.foldFigures') }, async (tx) => ok(await foldDeltas(tx, foldAtOnce)))
    if (!done.ok) throw new Error('folding is never refused')
    folded += done.value
    if (done.value < foldAtOnce) break
  }
  return folded
}

export const foldJob: Job = {
  name: 'hazards.foldFigures',
  timetable: '* * * * *',
  run: async (services) => {
    await foldFigures(services)
  },
}

/** Counts a part of the figures from the records themselves, in the transaction of the comparison. */
export type Recount = { readonly figures: readonly Figure[]; readonly count: (tx: Tx) => Promise<readonly Delta[]> }

/** Records that are read at once. */
const readAtOnce = 1_000

/** Adds up as it reads, so that a province's records need no more memory than its figures. */
const summing = (): { readonly add: (deltas: readonly Delta[]) => void; readonly sums: () => readonly Delta[] } => {
  const byKey = new Map<string, Delta>()
  return {
    add: (deltas) => {
      for (const delta of deltas) {
        const key = figureKeyOf(delta)
        const held = byKey.get(key)
        byKey.set(key, held === undefined ? delta : { ...held, change: held.change + delta.change })
      }
    },
    sums: () => [...byKey.values()],
  }
}

export const recountHazards: Recount = {
  figures: ['hazards', 'due', 'closed', 'closedDays', 'listed', 'recurrent', 'falselyClosed'],
  count: async (tx) => {
    const { add, sums } = summing()
    let after: { unitId: string; id: string } | null = null
    for (;;) {
      const batch = await hazardsAfter(tx, after, readAtOnce)
      for (const { hazard, standing } of batch) add(countsOfHazard(hazard, standing))
      const last = batch.at(-1)
      if (last === undefined || batch.length < readAtOnce) return sums()
      after = last.hazard
    }
  },
}

/** Where figures and records disagree: by how much the figure must change. */
export type Recomputed = { readonly compared: number; readonly wrong: readonly Delta[]; readonly repaired: boolean }

/**
 * Counts every figure anew from the records, under one snapshot, and compares. With `repair` what is wrong is put right by
 * deltas like any other change, so that nothing has to stand still meanwhile.
 */
export const recomputeFigures = async (
  services: Services,
  recounts: readonly Recount[],
  { repair }: { readonly repair: boolean },
): Promise<Recomputed> => {
  const answer = await transact(services, { actor: systemActor('hazards.recomputeFigures') }, async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx.tables())
    const covered = new Set(recounts.flatMap(({ figures }) => figures))
    const present = (await allFigures(tx)).filter(({ figure }) => covered.has(figure))
    const { add, sums } = summing()
    for (const { count } of recounts) add(await count(tx))
    const counted = sums()
    const wrong = deltasBetween(present, counted)
    const repaired = repair && wrong.length > 0
    if (repaired) {
      await writeDeltas(tx, wrong)
      tx.audit({
        action: 'figure.recompute',
        record: { kind: 'figure', id: 'all' },
        regionCode: countryCode,
        after: { compared: counted.length, repaired: wrong.length },
      })
    }
    return ok({ compared: counted.length, wrong, repaired })
  })
  if (!answer.ok) throw new Error('recounting is never refused')
  return answer.value
}
