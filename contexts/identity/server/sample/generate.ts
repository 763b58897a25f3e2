import type { Role } from '../../../../kernel/actor.ts'
import { chanceOf, type Chance } from '../../../../kernel/chance.ts'
import { regionCode, regionLevel } from '../../../../kernel/region.ts'
import { departmentLines, type DepartmentLine, type OrganisationKind } from '../../rules/organisations.ts'
import { childrenOf, regionByCode } from '../../rules/regions.ts'
import { creditCode, residentNumber } from './numbers.ts'
import { givenNames, offices, plants, surnames, venueKinds, venueNames } from './names.ts'

export type SamplePost = {
  /** Hours before the first start since which the security administrator owes the roles; null where they were granted. */
  readonly waitingHours: number | null
  readonly title: string
  readonly roles: readonly Role[]
  readonly scopeRegion: string
  readonly ownOrganisationOnly: boolean
}

export type SamplePerson = {
  readonly name: string
  readonly phone: string | null
  readonly identityNumber: string | null
  /** Only some people of the sample can sign in. */
  readonly login: string | null
  readonly words: { readonly zh: string; readonly en: string } | null
  /** Days before the first start that the person joined, so that the desk's trends have a past. */
  readonly joinedDaysAgo: number
  readonly posts: readonly SamplePost[]
}

export type SampleOrganisation = {
  /** A word that other rows of the sample point to. */
  readonly mark: string
  readonly parent: string | null
  readonly alsoReportsTo: string | null
  readonly kind: OrganisationKind
  readonly line: DepartmentLine | null
  readonly name: string
  readonly shortName: string
  readonly uscc: string | null
  readonly regionCode: string
  readonly people: readonly SamplePerson[]
}

const province = '330000'
const hangzhou = '330100'
const qiantang = '330114'

/** Every account of the sample, by the mark of its organisation. */
const accountsAt: Readonly<Record<string, readonly { login: string; title: string; role: Role; zh: string; en: string }[]>> = {
  [`emergency:${province}`]: [
    { login: 'province.leader', title: '厅领导', role: 'leader', zh: '浙江省 领导', en: 'Zhejiang, leader' },
    { login: 'province.dispatch', title: '指挥中心值班员', role: 'dispatcher', zh: '浙江省 指挥中心', en: 'Zhejiang, command centre' },
    { login: 'province.system', title: '系统管理员', role: 'systemAdmin', zh: '浙江省 系统管理员', en: 'Zhejiang, system administrator' },
    {
      login: 'province.security',
      title: '安全管理员',
      role: 'securityAdmin',
      zh: '浙江省 安全管理员',
      en: 'Zhejiang, security administrator',
    },
    { login: 'province.audit', title: '审计管理员', role: 'auditAdmin', zh: '浙江省 审计管理员', en: 'Zhejiang, audit administrator' },
  ],
  [`emergency:${hangzhou}`]: [
    { login: 'city.leader', title: '局领导', role: 'leader', zh: '杭州市 领导', en: 'Hangzhou, leader' },
    { login: 'city.officer', title: '危化处副处长', role: 'officer', zh: '杭州市 监管人员', en: 'Hangzhou, officer' },
  ],
  [`emergency:${qiantang}`]: [
    { login: 'county.leader', title: '局领导', role: 'leader', zh: '钱塘区 领导', en: 'Qiantang, leader' },
    { login: 'county.officer', title: '危化监管科科长', role: 'officer', zh: '钱塘区 监管人员', en: 'Qiantang, officer' },
    { login: 'county.inspector', title: '检查员', role: 'inspector', zh: '钱塘区 检查员', en: 'Qiantang, inspector' },
    { login: 'county.reviewer', title: '复查组组长', role: 'inspector', zh: '钱塘区 另一名检查员', en: 'Qiantang, another inspector' },
    { login: 'county.system', title: '系统管理员', role: 'systemAdmin', zh: '钱塘区 系统管理员', en: 'Qiantang, system administrator' },
    {
      login: 'county.security',
      title: '安全管理员',
      role: 'securityAdmin',
      zh: '钱塘区 安全管理员',
      en: 'Qiantang, security administrator',
    },
    { login: 'county.audit', title: '审计管理员', role: 'auditAdmin', zh: '钱塘区 审计管理员', en: 'Qiantang, audit administrator' },
  ],
  'plant:1': [
    { login: 'plant.principal', title: '总经理', role: 'principal', zh: '企业 主要负责人', en: 'a plant, principal' },
    { login: 'plant.safety', title: '安全环保部部长', role: 'safetyOfficer', zh: '企业 安全管理人员', en: 'a plant, safety officer' },
    { login: 'plant.guard', title: '二道门门卫', role: 'guard', zh: '企业 二道门门卫', en: 'a plant, guard at the second gate' },
    { login: 'plant.worker', title: '检维修工', role: 'worker', zh: '企业 作业人员', en: 'a plant, worker' },
  ],
  'venue:1': [{ login: 'venue.manager', title: '场馆安全主任', role: 'venueManager', zh: '场馆 安全主任', en: 'a venue, safety manager' }],
  'station:1': [{ login: 'rescue.station', title: '站长', role: 'rescuer', zh: '救援站 站长', en: 'a rescue station, leader' }],
}

/** Three who came of late and whose roles somebody still owes: one overdue, one due today, one just come. */
const newcomersAt: Readonly<Record<string, readonly { title: string; waitingHours: number }[]>> = {
  [`emergency:${qiantang}`]: [
    { title: '危化监管科科员', waitingHours: 29 },
    { title: '应急指挥科科员', waitingHours: 17 },
    { title: '执法队队员', waitingHours: 2 },
  ],
}

/** Who goes out to check for the counties of Hangzhou, without accounts: others than the sample's own people find and review. */
const checkersAt = (mark: string, kind: OrganisationKind, region: string): readonly { title: string; role: Role }[] => {
  if (kind !== 'department' || mark !== `emergency:${region}` || !region.startsWith(hangzhou.slice(0, 4)) || region === hangzhou) return []
  return [
    { title: '执法队队长', role: 'inspector' },
    { title: '危化监管科科长', role: 'officer' },
  ]
}

/** Who keeps the identities of informants for a county, apart from all who check. */
const keepersAt: Readonly<Record<string, { readonly login: string; readonly title: string; readonly zh: string; readonly en: string }>> = {
  [`emergency:${qiantang}`]: {
    login: 'county.keeper',
    title: '举报受理中心受理员',
    zh: '钱塘区 举报受理员',
    en: 'Qiantang, keeper of tips',
  },
}

const personName = (chance: Chance): string => chance.pick(surnames) + chance.pick(givenNames)

// 199-0000-xxxx: a number range set aside here for people who do not exist.
const phoneOf = (serial: number): string => `1990000${String(serial).padStart(4, '0')}`

/** The usual two or three at an organisation who have no account. */
const staffOf = (kind: OrganisationKind): readonly { title: string; role: Role }[] => {
  switch (kind) {
    case 'enterprise':
      return [
        { title: '总经理', role: 'principal' },
        { title: '安全总监', role: 'safetyOfficer' },
        { title: '门卫', role: 'guard' },
        { title: '操作工', role: 'worker' },
      ]
    case 'venue':
    case 'athletesVillage':
      return [{ title: '安全主任', role: 'venueManager' }]
    case 'rescueStation':
    case 'rescueTeam':
      return [
        { title: '队长', role: 'rescuer' },
        { title: '队员', role: 'rescuer' },
      ]
    default:
      return [{ title: '分管领导', role: 'leader' }]
  }
}

/**
 * The sample: Zhejiang's offices by level, 14 departments in the province, each city and each county, 56 venues and
 * 6 villages, 24 plants of 330114 with a rescue station and teams. The same seed gives the same rows. Offices are
 * shaped like the real ones; every person, plant, venue and number is invented.
 */
export const generateSample = (seed: string): readonly SampleOrganisation[] => {
  const chance = chanceOf(seed)
  const made: SampleOrganisation[] = []
  let serial = 0

  const peopleOf = (mark: string, kind: OrganisationKind, region: string): SamplePerson[] => {
    const own = !['government', 'committee', 'department', 'townOffice', 'park', 'grassrootsBody'].includes(kind)
    const accounts = accountsAt[mark]
    const wanted = accounts ?? staffOf(kind).map((staff) => ({ ...staff, login: null, zh: null, en: null }))
    const joined = () => (chance.fraction() < 0.15 ? chance.integer(1, 29) : chance.integer(30, 2000))
    const settled = wanted.map(({ title, role, login, zh, en }): SamplePerson => {
      serial += 1
      const numbered = login !== null || kind === 'enterprise'
      return {
        name: personName(chance),
        phone: numbered ? phoneOf(serial) : null,
        identityNumber: numbered ? residentNumber(chance, region) : null,
        login,
        words: zh === null ? null : { zh, en },
        joinedDaysAgo: joined(),
        posts: [
          { title, roles: [role], scopeRegion: region, ownOrganisationOnly: own, waitingHours: null },
          // One person with two posts, so that switching can be seen.
          ...(login === 'county.officer'
            ? [{ title: '区安委办副主任', roles: ['leader' as const], scopeRegion: region, ownOrganisationOnly: false, waitingHours: null }]
            : []),
        ],
      }
    })
    const newcomers = (newcomersAt[mark] ?? []).map(({ title, waitingHours }): SamplePerson => {
      serial += 1
      return {
        name: personName(chance),
        phone: phoneOf(serial),
        identityNumber: residentNumber(chance, region),
        login: null,
        words: null,
        joinedDaysAgo: Math.floor(waitingHours / 24),
        posts: [{ title, roles: [], scopeRegion: region, ownOrganisationOnly: own, waitingHours }],
      }
    })
    // By chances of their own: nobody else of the sample changes for them.
    const ownChance = chanceOf(`${seed}/checkers/${mark}`)
    const checkers = checkersAt(mark, kind, region).map(({ title, role }): SamplePerson => ({
      name: personName(ownChance),
      phone: null,
      identityNumber: null,
      login: null,
      words: null,
      joinedDaysAgo: ownChance.integer(400, 2000),
      posts: [{ title, roles: [role], scopeRegion: region, ownOrganisationOnly: own, waitingHours: null }],
    }))
    const keeper = keepersAt[mark]
    const keepers = (keeper ? [keeper] : []).map(({ login, title, zh, en }): SamplePerson => ({
      name: personName(ownChance),
      phone: null,
      identityNumber: null,
      login,
      words: { zh, en },
      joinedDaysAgo: ownChance.integer(400, 2000),
      posts: [{ title, roles: ['tipKeeper'], scopeRegion: region, ownOrganisationOnly: own, waitingHours: null }],
    }))
    return [...settled, ...newcomers, ...checkers, ...keepers]
  }
  const add = (
    row: Omit<SampleOrganisation, 'people' | 'uscc' | 'alsoReportsTo' | 'line'> &
      Partial<Pick<SampleOrganisation, 'uscc' | 'alsoReportsTo' | 'line'>>,
  ): void => {
    made.push({ uscc: null, alsoReportsTo: null, line: null, ...row, people: peopleOf(row.mark, row.kind, row.regionCode) })
  }

  const level = (code: string, parentGovernment: string | null): void => {
    const region = regionByCode(regionCode(code))
    if (!region) throw new Error(`the sample names an unknown region ${code}`)
    const government = `government:${code}`
    add({
      mark: government,
      parent: parentGovernment,
      kind: 'government',
      name: `${region.name}人民政府`,
      shortName: `${region.name}政府`,
      regionCode: code,
    })
    add({
      mark: `committee:${code}`,
      parent: government,
      kind: 'committee',
      name: `${region.name}安全生产委员会`,
      shortName: `${region.name}安委会`,
      regionCode: code,
    })
    for (const line of departmentLines) {
      const office = offices[line]
      add({
        mark: `${line}:${code}`,
        parent: government,
        alsoReportsTo: parentGovernment === null ? null : `${line}:${parentGovernment.split(':')[1]}`,
        kind: 'department',
        line,
        name: `${region.name}${code === province ? office.province : office.local}`,
        shortName: `${region.name}${office.short}`,
        regionCode: code,
      })
    }
  }
  level(province, null)
  for (const city of childrenOf(regionCode(province))) {
    level(city.code, `government:${province}`)
    for (const county of childrenOf(city.code)) if (regionLevel(county.code) === 'county') level(county.code, `government:${city.code}`)
  }
  for (const town of childrenOf(regionCode(qiantang)))
    if (!town.statisticalOnly)
      add({
        mark: `town:${town.code}`,
        parent: `government:${qiantang}`,
        kind: 'townOffice',
        name: `${town.name}办事处`,
        shortName: town.name,
        regionCode: town.code,
      })
  addPlants(add, chance)
  addVenues(add)
  return made
}

type Add = (
  row: Omit<SampleOrganisation, 'people' | 'uscc' | 'alsoReportsTo' | 'line'> &
    Partial<Pick<SampleOrganisation, 'uscc' | 'alsoReportsTo' | 'line'>>,
) => void

const addPlants = (add: Add, chance: Chance): void => {
  const towns = childrenOf(regionCode(qiantang)).filter(({ statisticalOnly }) => !statisticalOnly)
  add({
    mark: 'park:1',
    parent: `government:${qiantang}`,
    kind: 'park',
    name: '钱塘区临江化工园区管理办公室',
    shortName: '临江化工园区',
    regionCode: qiantang,
  })
  for (const [index, plant] of plants.entries())
    add({
      mark: `plant:${index + 1}`,
      parent: null,
      alsoReportsTo: 'park:1',
      kind: 'enterprise',
      name: `${plant}（样例）有限公司`,
      shortName: plant,
      uscc: creditCode(chance, qiantang),
      regionCode: chance.pick(towns).code,
    })
  add({
    mark: 'contractor:1',
    parent: null,
    kind: 'contractor',
    name: '众安检维修（样例）有限公司',
    shortName: '众安检维修',
    uscc: creditCode(chance, qiantang),
    regionCode: qiantang,
  })
  add({
    mark: 'service:1',
    parent: null,
    kind: 'serviceBody',
    name: '清平安全技术服务（样例）有限公司',
    shortName: '清平安全技术',
    uscc: creditCode(chance, qiantang),
    regionCode: qiantang,
  })
  add({
    mark: 'station:1',
    parent: `fire:${qiantang}`,
    alsoReportsTo: 'park:1',
    kind: 'rescueStation',
    name: '临江化工园区救援站',
    shortName: '临江救援站',
    regionCode: qiantang,
  })
  for (let number = 1; number <= 6; number += 1)
    add({
      mark: `team:${number}`,
      parent: 'station:1',
      kind: 'rescueTeam',
      name: `临江化工园区救援站第${number}队`,
      shortName: `临江救援${number}队`,
      regionCode: qiantang,
    })
  for (let number = 1; number <= 3; number += 1)
    add({
      mark: `grassroots:${number}`,
      parent: `government:${qiantang}`,
      kind: 'grassrootsBody',
      name: `钱塘区第${number}网格`,
      shortName: `第${number}网格`,
      regionCode: qiantang,
    })
}

const addVenues = (add: Add): void => {
  const counties = childrenOf(regionCode(hangzhou)).map(({ code }) => code)
  for (let number = 0; number < 56; number += 1)
    add({
      mark: `venue:${number + 1}`,
      parent: null,
      // A venue reports to its region and to the games: dual lines, and never a region of its own.
      alsoReportsTo: `committee:${hangzhou}`,
      kind: 'venue',
      name: `${venueNames[number % venueNames.length]}${venueKinds[Math.floor(number / venueNames.length)]}（样例）`,
      shortName: `${venueNames[number % venueNames.length]}${venueKinds[Math.floor(number / venueNames.length)]}`,
      regionCode: counties[number % counties.length]!,
    })
  for (let number = 0; number < 6; number += 1)
    add({
      mark: `village:${number + 1}`,
      parent: null,
      alsoReportsTo: `committee:${hangzhou}`,
      kind: 'athletesVillage',
      name: `${venueNames[number]}运动员村（样例）`,
      shortName: `${venueNames[number]}村`,
      regionCode: counties[number % counties.length]!,
    })
}
