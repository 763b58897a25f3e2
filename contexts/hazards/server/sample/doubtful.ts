import { distanceMetres } from '../../../../kernel/geometry.ts'
import type { PersonActor } from '../../../../kernel/actor.ts'
import { visitRoutes } from '../../contract/visitRoutes.ts'
import type { Registered } from './register.ts'
import { tellRoute, unitOf, type Stage } from './stage.ts'
import { answersFor, fixAt } from './story.ts'
import { qiantang } from './cast.ts'

const copied =
  '车间东侧配电箱门未关，接线端子有积尘，已请电工当场清理；灭火器压力正常，疏散通道畅通，班组安全台账记到当日，员工能说出岗位风险'

type Told = {
  readonly at: Temporal.Instant
  readonly note: string
  /** How many seconds before its end the first answer was given. */
  readonly took?: number
  readonly metresOff?: number
}

const tellOne = (stage: Stage, unit: Registered, by: PersonActor, { at, note, took, metresOff = 0 }: Told): void => {
  const text = (moment: Temporal.Instant): string => moment.toString({ smallestUnit: 'millisecond' })
  const here = fixAt(stage, unit)
  const position = { ...here, lat: here.lat + metresOff / 111_320 }
  const answers = took === undefined ? [] : answersFor(stage, unit, [], at)
  const visitId = stage.newId(at)
  tellRoute(stage, { at, by, route: visitRoutes.recordVisit }, () => ({
    params: { unitId: unitOf(stage, unit.key).unitId },
    body: {
      visitId,
      how: 'departmentCheck',
      announced: false,
      result: 'checked',
      note,
      position,
      claimedAt: text(at.subtract({ seconds: 20 })),
      begunAt: took === undefined ? null : text(at.subtract({ seconds: 20 + took })),
      answers,
    },
  }))
}

/** Visits of the last days at which somebody should look: too far apart, too quick, from elsewhere, in the same words. */
export const tellDoubtful = (stage: Stage, units: readonly Registered[]): void => {
  const own = units.filter(({ county, kind }) => county === qiantang && kind === 'enterprise')
  const [first, ...others] = own
  const farthest = others.toSorted((one, other) => distanceMetres(other.place, first!.place) - distanceMetres(one.place, first!.place))[0]
  const [third, fourth] = others.filter((unit) => unit !== farthest)
  if (!first || !farthest || !third || !fourth) throw new Error('the sample has too few units for doubtful visits')
  const { inspector } = stage.cast.authorityOf(qiantang)
  const { inspector: deputy } = stage.cast.deputies
  const begun = stage.times.daysAgo(2)
  tellOne(stage, first, inspector, { at: begun, note: '现场已当面反馈' })
  tellOne(stage, farthest, inspector, { at: begun.add({ minutes: 3 }), note: '抽查部位未见异常' })
  tellOne(stage, third, inspector, { at: begun.add({ hours: 5 }), note: copied, took: 14 })
  tellOne(stage, fourth, deputy, { at: begun.add({ hours: 26 }), note: copied.replace('当日', '昨日'), metresOff: 6400 })
}
