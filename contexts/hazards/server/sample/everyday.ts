import { campaignRoutes } from '../../contract/campaignRoutes.ts'
import type { Chance } from '../../../../kernel/chance.ts'
import type { Campaigns } from './campaigns.ts'
import { hangzhou, qiantang } from './cast.ts'
import { findingsOf } from './findings.ts'
import type { Registered } from './register.ts'
import { tellRoute, unitOf, type Stage } from './stage.ts'
import { tellFound, tellVisit, type Story } from './story.ts'
import { drawFrom, general, major, type Course, type MajorPlayers } from './ways.ts'

/** Who takes what an authority found its way. */
export const underAuthority = ({ authority: { inspector, officer }, crew }: Registered): MajorPlayers => ({
  classifies: inspector,
  orders: officer,
  rectifies: crew.worker === crew.head ? crew.head : crew.safety,
  reviews: inspector,
  head: crew.head,
  plans: crew.safety,
})

/** Who takes what the unit found itself its way. */
export const underUnit = ({ authority: { inspector }, crew: { head, safety, worker } }: Registered): MajorPlayers => ({
  classifies: safety,
  orders: safety,
  rectifies: worker,
  reviews: safety === worker ? inspector : safety,
  head,
  plans: safety,
})

const usual = ({ chance }: Stage): Course => ({
  until: 'closed',
  takes: chance.integer(2, 9),
  days: chance.integer(10, 14),
  refusedOnce: chance.fraction() < 0.1,
})

/** The year behind: most of what was found is closed; one in twelve was put right late, one in ten refused once. */
export const tellYear = (stage: Stage, units: readonly Registered[]): void => {
  const { chance, times } = stage
  const draw = drawFrom(chance)
  const visited = (unit: Registered, daysAgo: number, count: number): readonly Story[] => {
    const findings = Array.from({ length: count }, () => draw(findingsOf[unit.findings], unit.name))
    return tellVisit(stage, unit, findings, { at: times.daysAgo(daysAgo), by: unit.authority.inspector })
  }
  const plants = units.filter(({ findings }) => findings === 'chemical')
  for (const [place, unit] of plants.entries()) {
    for (const story of visited(unit, chance.integer(150, 345), 1))
      general(story, underAuthority(unit), {
        ...usual(stage),
        takes: chance.fraction() < 0.2 ? chance.integer(17, 21) : chance.integer(2, 9),
      })
    if (place % 2 === 1) continue
    const own = tellFound(stage, unit, draw(findingsOf.chemical, unit.name), {
      at: times.daysAgo(chance.integer(45, 300)),
      by: unit.crew.safety,
      how: 'selfCheck',
    })
    general(own, underUnit(unit), usual(stage))
  }
  for (const unit of plants.filter((_, place) => place % 4 === 1)) {
    const finding = draw(findingsOf.chemicalMajor, unit.name)
    const [story] = tellVisit(stage, unit, [finding], {
      at: times.daysAgo(chance.integer(110, 300)),
      by: unit.authority.inspector,
      announced: false,
    })
    if (story) major(story, underAuthority(unit), { until: 'closed', takes: chance.integer(12, 30), days: 60 })
  }
  const others = units.filter(({ findings }) => findings !== 'chemical' && findings !== 'flood')
  for (const unit of others) {
    const happens = chance.fraction()
    if (happens < 0.2) for (const story of visited(unit, chance.integer(60, 330), 1)) general(story, underAuthority(unit), usual(stage))
    else if (happens < 0.28) visited(unit, chance.integer(40, 330), 0)
  }
  const venues = units.filter(({ findings }) => findings === 'venue')
  for (const unit of venues.filter((_, place) => place % 15 === 7)) {
    const [story] = tellVisit(stage, unit, [draw(findingsOf.venueMajor, unit.name)], {
      at: times.daysAgo(chance.integer(90, 240)),
      by: unit.authority.inspector,
    })
    if (story) major(story, underAuthority(unit), { until: 'closed', takes: chance.integer(6, 20), days: 45 })
  }
  // Three of the last weeks are not gone yet, each at another step.
  for (const [place, until] of (['ordered', 'rectifying', 'evaluated'] as const).entries()) {
    const unit = venues[4 + place * 9]
    if (!unit) throw new Error('the sample has too few venues')
    const [story] = tellVisit(stage, unit, [draw(findingsOf.venueMajor, unit.name)], {
      at: times.daysAgo(9 + place * 12),
      by: unit.authority.inspector,
    })
    if (story) major(story, underAuthority(unit), { until, takes: 12, days: 60 })
  }
}

/** The flood season: what was known before it is looked at again, each of it, and more is found on the way. */
export const tellFlood = (stage: Stage, units: readonly Registered[], { flood }: Campaigns): void => {
  const { chance, times, cast } = stage
  const draw = drawFrom(chance)
  const targets = units.filter(({ findings }) => findings === 'flood' || findings === 'site')
  const known = targets
    .filter(({ findings }) => findings === 'flood')
    .filter((_, place) => place % 3 === 0)
    .flatMap((unit) =>
      tellVisit(stage, unit, [draw(findingsOf.flood, unit.name)], {
        at: times.daysAgo(flood.fromDaysAgo + chance.integer(8, 20)),
        by: unit.authority.inspector,
      }).map((story) => ({ unit, story })),
    )
  const listedAt = times.daysAgo(flood.fromDaysAgo - 1)
  tellRoute(stage, { at: listedAt, by: cast.by('city.leader'), route: campaignRoutes.registerHazards }, () => ({
    params: { id: flood.id() },
    body: { hazards: known.map(({ story: { hazardId, unit } }) => ({ hazardId, unitId: unitOf(stage, unit.key).unitId })) },
  }))
  for (const { unit, story } of known) {
    general(story, underAuthority(unit), { until: 'closed', takes: chance.integer(6, 13), days: 14 })
    const still = chance.fraction() < 0.15
    tellVisit(stage, unit, [], {
      at: times.daysAgo(flood.fromDaysAgo - chance.integer(36, 60)),
      by: unit.authority.inspector,
      campaign: flood.id,
      reinspections: () => [
        {
          hazardId: story.hazardId,
          finding: still ? 'stillThere' : 'gone',
          note: still ? '汛后又有淤积，已当场督促清理' : '回头看，未见反弹',
        },
      ],
    })
  }
  for (const unit of targets.filter(({ key }) => !known.some((each) => each.unit.key === key))) {
    const at = times.daysAgo(chance.integer(flood.toDaysAgo + 2, flood.fromDaysAgo - 4))
    const findings = chance.fraction() < 0.3 ? [draw(findingsOf[unit.findings], unit.name)] : []
    for (const story of tellVisit(stage, unit, findings, { at, by: unit.authority.inspector, campaign: flood.id }))
      general(story, underAuthority(unit), { ...usual(stage), refusedOnce: false })
  }
}

/** So far a hazard may have come that was found so many days ago; few are still open after a fortnight, and those are late. */
const reached = (chance: Chance, daysAgo: number): Course['until'] => {
  if (daysAgo < 4) return chance.pick(['found', 'classified', 'ordered', 'rectifying'])
  if (daysAgo < 8) return chance.pick(['ordered', 'rectifying', 'rectifying', 'selfChecked'])
  if (daysAgo < 15) return chance.pick(['rectifying', 'selfChecked', 'reviewed', 'closed'])
  return chance.fraction() < 0.12 ? 'rectifying' : 'closed'
}

/** The campaigns that run now: about half of the units were visited, and what was found there is on its way. */
export const tellRunning = (stage: Stage, units: readonly Registered[], { winter, yearEnd }: Campaigns): void => {
  const { chance, times, cast } = stage
  const draw = drawFrom(chance)
  // What waits now waits since these days, not since the unit was visited.
  const course = (daysAgo: number): Course => {
    const until = reached(chance, daysAgo)
    const takes = until === 'closed' ? chance.integer(2, 4) : Math.max(1, daysAgo - 4 - chance.integer(0, 2))
    return { until, takes, days: chance.integer(12, 15) }
  }
  const visit = (unit: Registered, campaign: typeof winter, findingShare: number): void => {
    const daysAgo = chance.integer(1, campaign.fromDaysAgo - 1)
    const count = chance.fraction() < findingShare ? 1 : 0
    const admitted = count > 0 || chance.fraction() > 0.08
    const findings = Array.from({ length: count }, () => draw(findingsOf[unit.findings], unit.name))
    const { inspector } = unit.authority
    const by = unit.county === qiantang && chance.fraction() < 0.5 ? cast.deputies.inspector : inspector
    for (const story of tellVisit(stage, unit, findings, { at: times.daysAgo(daysAgo), by, campaign: campaign.id, admitted })) {
      const players = underAuthority(unit)
      general(story, { ...players, classifies: by, reviews: by }, course(daysAgo))
    }
  }
  const inWinter = units.filter(({ county, findings }) => county === qiantang && (findings === 'chemical' || findings === 'chemicalStore'))
  for (const unit of inWinter.filter((_, place) => place % 5 === 0)) visit(unit, winter, 0.5)
  for (const unit of units) if (unit.kind !== 'village' && !inWinter.includes(unit) && chance.fraction() < 0.55) visit(unit, yearEnd, 0.3)
  // Some are told to the authority by people who pass by.
  for (const county of [qiantang, ...cast.counties.slice(0, 4).map(({ code }) => code)].filter((code) => code !== hangzhou)) {
    const unit = chance.pick(units.filter((each) => each.county === county && each.findings === 'smallPlace'))
    const daysAgo = chance.integer(2, 24)
    const story = tellFound(stage, unit, draw(findingsOf.smallPlace, unit.name), {
      at: times.daysAgo(daysAgo),
      by: unit.authority.officer,
      how: 'publicReport',
    })
    general(story, underAuthority(unit), course(daysAgo))
  }
}
