import type { Sentence } from '../../../../kernel/refusals.ts'

/** What is visited. */
export const unitKinds = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  place: { zh: '场所', en: 'Place open to people' },
  site: { zh: '工地', en: 'Building site' },
  village: { zh: '村社区', en: 'Village or community' },
} as const satisfies Record<string, Sentence>

export type UnitKind = keyof typeof unitKinds

/** What a unit has or does that its industry code does not tell, and that decides which checks it needs. */
export const unitTags = {
  hazardousChemicals: { zh: '生产、储存或使用危险化学品', en: 'Makes, stores or uses hazardous chemicals' },
  majorHazardSource: { zh: '构成危险化学品重大危险源', en: 'Has a major hazard source of chemicals' },
  keyProcess: { zh: '涉及重点监管危险化工工艺', en: 'Runs a hazardous chemical process under special supervision' },
  specialWork: { zh: '开展动火、受限空间等特殊作业', en: 'Does hot work, confined space entry and other special work' },
  confinedSpace: { zh: '有有限空间作业', en: 'Has confined spaces that people enter' },
  dust: { zh: '涉及可燃性粉尘', en: 'Has combustible dust' },
  ammonia: { zh: '使用液氨制冷', en: 'Refrigerates with liquid ammonia' },
  moltenMetal: { zh: '有熔融金属作业', en: 'Handles molten metal' },
  fuelGas: { zh: '使用或经营燃气', en: 'Uses or sells fuel gas' },
  paintShop: { zh: '使用非水性漆', en: 'Paints with solvent-based paint' },
  lithiumBattery: { zh: '存放锂离子电池', en: 'Stores lithium-ion batteries' },
  crowdedVenue: { zh: '人员密集场所', en: 'A place where many people gather' },
  lodging: { zh: '有人住宿', en: 'People sleep there' },
  smallPlace: { zh: '九小场所', en: 'A small place of business, lodging or amusement' },
  boiler: { zh: '使用锅炉', en: 'Has boilers' },
  pressureVessel: { zh: '使用压力容器', en: 'Has pressure vessels' },
  pressurePipe: { zh: '使用压力管道', en: 'Has pressure piping' },
  cylinderFilling: { zh: '充装气瓶或移动式压力容器', en: 'Fills gas cylinders or tank vehicles' },
  lift: { zh: '使用电梯', en: 'Has lifts or escalators' },
  crane: { zh: '使用起重机械', en: 'Has cranes or hoists' },
  ropeway: { zh: '运营客运索道', en: 'Runs a passenger ropeway' },
  amusementRide: { zh: '运营大型游乐设施', en: 'Runs large amusement rides' },
  worksVehicle: { zh: '使用场（厂）内专用机动车辆', en: 'Has works vehicles such as fork lifts' },
  undergroundMine: { zh: '地下矿山', en: 'Mines underground' },
  openPitMine: { zh: '露天矿山', en: 'Mines in the open' },
  tailingsPond: { zh: '尾矿库', en: 'Has a tailings pond' },
  floodProne: { zh: '低洼、临山、临水或易受台风影响', en: 'Lies low, under a slope, at water, or open to typhoons' },
  placeOfRefuge: { zh: '避灾安置场所', en: 'Serves as a place of refuge' },
  elderCare: { zh: '养老服务机构', en: 'Cares for the elderly' },
} as const satisfies Record<string, Sentence>

export type UnitTag = keyof typeof unitTags

/** What the checks need to know of a unit. `industry` is a code of GB/T 4754, null where it is not known. */
export type CheckedUnit = {
  readonly kind: UnitKind
  readonly industry: string | null
  readonly tags: readonly UnitTag[]
}
