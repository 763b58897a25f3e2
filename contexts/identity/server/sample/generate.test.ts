import { describe, expect, it } from 'vitest'
import { parsePhone, parseResidentId, parseUscc } from '../../../../kernel/identifiers.ts'
import { regionCode, regionLevel, regionRange, regionWithin } from '../../../../kernel/region.ts'
import { rolesOfOnePerson } from '../../rules/adminRoles.ts'
import { departmentLines, governsRegion, type OrganisationKind } from '../../rules/organisations.ts'
import { regionInForce } from '../../rules/regionInForce.ts'
import { generateSample } from './generate.ts'

const sample = generateSample('anlan')
const today = '2026-11-24'
const of = (kind: OrganisationKind) => sample.filter((organisation) => organisation.kind === kind)
const people = sample.flatMap((organisation) => organisation.people.map((person) => ({ organisation, ...person })))

describe('the sample', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(generateSample('anlan')).toEqual(sample)
    expect(generateSample('another').map(({ uscc }) => uscc)).not.toEqual(sample.map(({ uscc }) => uscc))
    expect(generateSample('another')).toHaveLength(sample.length)
  })

  it('has fourteen departments of the province, its 11 cities and its 90 counties', () => {
    const byRegion = Map.groupBy(of('department'), (department) => department.regionCode)
    const levels = Map.groupBy(byRegion.keys(), (code) => regionLevel(regionCode(code)))
    expect([...levels].map(([level, codes]) => [level, codes.length])).toEqual([
      ['province', 1],
      ['city', 11],
      ['county', 90],
    ])
    for (const [code, departments] of byRegion) expect([code, departments.map(({ line }) => line)]).toEqual([code, [...departmentLines]])
    expect(of('department')).toHaveLength(14 * (1 + 11 + 90))
  })

  it('has 56 venues and 6 villages of Hangzhou, and 24 plants of 330114 钱塘区', () => {
    expect([of('venue').length, of('athletesVillage').length, of('enterprise').length]).toEqual([56, 6, 24])
    const [hangzhou, qiantang] = [regionRange(regionCode('330100')), regionRange(regionCode('330114'))]
    for (const { regionCode: code } of [...of('venue'), ...of('athletesVillage')])
      expect(regionWithin(regionCode(code), hangzhou)).toBe(true)
    for (const { regionCode: code } of of('enterprise')) expect(regionWithin(regionCode(code), qiantang)).toBe(true)
  })

  it('invents every plant, contractor, service, venue and village, and says so in the name', () => {
    const invented = (['enterprise', 'contractor', 'serviceBody', 'venue', 'athletesVillage'] as const).flatMap(of)
    expect(invented.filter(({ name }) => !name.includes('（样例）'))).toEqual([])
    expect(new Set(invented.map(({ name }) => name)).size).toBe(invented.length)
  })

  it('points to nothing that is not there, and stands in regions in force', () => {
    const marks = new Set(sample.map(({ mark }) => mark))
    expect(marks.size).toBe(sample.length)
    expect(
      sample.flatMap(({ parent, alsoReportsTo }) => [parent, alsoReportsTo]).filter((mark) => mark !== null && !marks.has(mark)),
    ).toEqual([])
    expect(sample.filter(({ regionCode: code }) => !regionInForce(regionCode(code), today).ok)).toEqual([])
  })

  it('gives numbers of the right form, each once', () => {
    const codes = sample.flatMap(({ uscc }) => uscc ?? [])
    const identityNumbers = people.flatMap(({ identityNumber }) => identityNumber ?? [])
    const phones = people.flatMap(({ phone }) => phone ?? [])
    const day = Temporal.PlainDate.from(today)
    expect(codes.filter((code) => !parseUscc(code).ok)).toEqual([])
    expect(identityNumbers.filter((number) => !parseResidentId(number, day).ok)).toEqual([])
    expect(phones.filter((phone) => !parsePhone(phone).ok || !phone.startsWith('1990000'))).toEqual([])
    for (const numbers of [codes, identityNumbers, phones])
      expect([new Set(numbers).size, numbers.length > 20]).toEqual([numbers.length, true])
  })

  it('keeps the rules of the house: administrators apart, and no region for a plant', () => {
    const rolesOf = people.map(({ posts }) => posts.flatMap(({ roles }) => roles))
    expect(rolesOf.filter((roles) => !rolesOfOnePerson(roles).ok)).toEqual([])
    const wide = people.filter(({ organisation, posts }) =>
      posts.some(({ ownOrganisationOnly }) => ownOrganisationOnly === governsRegion(organisation.kind)),
    )
    expect(wide).toEqual([])
    const logins = people.flatMap(({ login }) => login ?? [])
    expect(new Set(logins).size).toBe(logins.length)
    expect(logins).toEqual(
      expect.arrayContaining([
        'province.system',
        'county.security',
        'county.audit',
        'county.keeper',
        'plant.safety',
        'venue.manager',
        'rescue.station',
      ]),
    )
  })
})
