import { registerRoutes } from '../../contract/registerRoutes.ts'
import type { UnitKind, UnitTag } from '../../rules/criteria.ts'
import type { Holding } from '../../rules/majorHazardSource.ts'
import type { RiskColour } from '../../rules/risk.ts'
import { unitInScope } from '../unitStore.ts'
import { qiantang, type SamplePost } from './cast.ts'
import { countySeats, placeKinds, placeNames, type PlaceKind } from './places.ts'
import { plants } from './plants.ts'
import { tellRoute, type SampleUnit, type Stage } from './stage.ts'

/** A unit of the sample with the table of findings that fits it. */
export type Registered = SampleUnit & { readonly findings: PlaceKind['findings'] | 'chemical' | 'venue' }

type Wanted = {
  readonly key: string
  readonly kind: UnitKind
  readonly name: string
  readonly regionCode: string
  readonly organisation: SamplePost['organisation'] | null
  readonly industryCode: string
  readonly tags: readonly UnitTag[]
  readonly riskColour: RiskColour
  readonly address: string
  readonly place: { readonly lng: number; readonly lat: number }
  readonly chemicals?: readonly Holding[]
  readonly exposedPeople?: number | null
  readonly crew: SampleUnit['crew']
  readonly findings: Registered['findings']
}

/** So many days before the first start the register was begun: before everything that is found, two flood seasons back at most. */
const begunDaysAgo = 560

const near = ({ chance }: Stage, county: string, spread: number): { lng: number; lat: number } => {
  const seat = countySeats[county]
  if (!seat) throw new Error(`the sample knows no seat of ${county}`)
  const off = (): number => (chance.fraction() - 0.5) * 2 * spread
  return { lng: Number((seat.lng + off()).toFixed(6)), lat: Number((seat.lat + off()).toFixed(6)) }
}

const plantsOf = (stage: Stage): readonly Wanted[] =>
  stage.cast.organisations(['enterprise']).map((organisation): Wanted => {
    const plant = plants[organisation.shortName]
    if (!plant) throw new Error(`the sample has no chemistry for ${organisation.shortName}`)
    const place = {
      lng: Number((120.36 + stage.chance.fraction() * 0.23).toFixed(6)),
      lat: Number((30.21 + stage.chance.fraction() * 0.18).toFixed(6)),
    }
    const { industryCode, riskColour, tags, chemicals, exposedPeople } = plant
    return {
      key: organisation.shortName,
      kind: 'enterprise',
      name: organisation.name,
      regionCode: organisation.regionCode,
      organisation,
      industryCode,
      tags,
      riskColour,
      address: `临江化工园区纬${stage.chance.integer(1, 18)}路${stage.chance.integer(2, 390)}号`,
      place,
      chemicals,
      exposedPeople,
      crew: stage.cast.crewOf(organisation.id),
      findings: 'chemical',
    }
  })

const venuesOf = (stage: Stage): readonly Wanted[] =>
  stage.cast.organisations(['venue', 'athletesVillage']).map((organisation): Wanted => ({
    key: organisation.shortName,
    kind: 'place',
    name: organisation.name,
    regionCode: organisation.regionCode,
    organisation,
    industryCode: organisation.kind === 'venue' ? 'R8921' : 'H6110',
    tags: organisation.kind === 'venue' ? ['crowdedVenue', 'lift'] : ['crowdedVenue', 'lodging', 'lift', 'fuelGas'],
    riskColour: stage.chance.pick(['orange', 'yellow', 'yellow', 'blue']),
    address: `${organisation.shortName}路${stage.chance.integer(1, 280)}号`,
    place: near(stage, organisation.regionCode.slice(0, 6), 0.03),
    crew: stage.cast.crewOf(organisation.id),
    findings: 'venue',
  }))

const placesOf = (stage: Stage): readonly Wanted[] =>
  stage.cast.counties.flatMap(({ code, towns }, countyPlace) =>
    placeKinds.flatMap((kind, kindPlace) =>
      Array.from({ length: kind.count + (code === qiantang && kind.findings === 'chemicalStore' ? 5 : 0) }, (_, number): Wanted => {
        const town = stage.chance.pick(towns)
        const first = placeNames[(countyPlace * 7 + kindPlace * 5 + number * 3) % placeNames.length]!
        const seenTo = stage.cast.lineOf(kind.line, code)
        return {
          key: `${code}/${kind.word}/${number}`,
          kind: kind.kind,
          name: `${first}${kind.word}（样例）`,
          regionCode: town.code,
          organisation: null,
          industryCode: kind.industryCode,
          tags: kind.tags,
          riskColour: kind.riskColour,
          address: `${town.name}${first}路${stage.chance.integer(1, 360)}号`,
          place: near(stage, code, 0.04),
          ...(kind.findings === 'chemicalStore'
            ? {
                chemicals: [
                  { substance: '乙醇', tonnes: stage.chance.integer(8, 60) },
                  { substance: '丙酮', tonnes: stage.chance.integer(4, 30) },
                ],
              }
            : {}),
          crew: { head: seenTo, safety: seenTo, worker: seenTo },
          findings: kind.findings,
        }
      }),
    ),
  )

/** The register of the sample: its plants and venues with their organisations, and invented places, sites and villages. */
export const tellRegister = (stage: Stage): readonly Registered[] => {
  let at = stage.times.daysAgo(begunDaysAgo)
  return [...plantsOf(stage), ...venuesOf(stage), ...placesOf(stage)].map((wanted): Registered => {
    const { key, organisation, crew, findings, ...entered } = wanted
    const county = wanted.regionCode.slice(0, 6)
    const authority = stage.cast.authorityOf(county)
    at = at.add({ seconds: stage.chance.integer(90, 400) })
    const body = {
      ...entered,
      organisationId: organisation?.id ?? null,
      uscc: organisation?.uscc ?? null,
      responsiblePersonId: organisation === null ? null : crew.head.personId,
    }
    tellRoute(
      stage,
      { at, by: authority.officer, route: registerRoutes.addUnit },
      () => ({ body }),
      async ({ unitId }, tx) => {
        const unit = await unitInScope(tx, unitId)
        if (unit) stage.units.set(key, unit)
      },
    )
    const { kind, name, regionCode, industryCode, tags, place } = wanted
    return { key, kind, name, county, regionCode, industryCode, tags, place, crew, authority, findings }
  })
}

/** 重点县 and 重点企业: lists that set regions and units apart. */
export const tellSpecialLists = (stage: Stage, units: readonly Registered[]): void => {
  const { cast, times } = stage
  const at = times.daysAgo(begunDaysAgo - 4)
  const leader = cast.by('city.leader')
  const list = (name: string, basis: string, regions: readonly string[], later: number, then: (listId: string) => void): void =>
    tellRoute(
      stage,
      { at: at.add({ minutes: later }), by: leader, route: registerRoutes.addSpecialList },
      () => ({ body: { name, basis, regions, regionCode: '330100' } }),
      ({ id }) => then(id),
    )
  list('危化品重点县', '辖有化工园区，重大危险源集中，列为市级重点监管县（样例）', [qiantang, '330182', '330109'], 0, () => undefined)
  let listId = ''
  list('市级重点监管企业', '构成一、二级重大危险源或者涉及氯、氟化氢的企业（样例）', [], 6, (id) => {
    listId = id
  })
  units
    .filter(({ key }) => plants[key]?.riskColour === 'red')
    .forEach((unit, place) => {
      const by = { at: at.add({ minutes: 20 + place * 3 }), by: leader, route: registerRoutes.listUnit }
      const body = { reason: '重大危险源级别高，周边有居民' }
      tellRoute(stage, by, () => ({ params: { unitId: stage.units.get(unit.key)?.unitId }, body: { ...body, listId } }))
    })
}
