import type { UnitTag } from '../../rules/criteria.ts'
import type { Holding } from '../../rules/majorHazardSource.ts'
import type { RiskColour } from '../../rules/risk.ts'

/** What a plant of the sample makes and holds; quantities are the most that its largest unit (单元) can hold by design. */
export type Plant = {
  readonly industryCode: string
  readonly riskColour: RiskColour
  readonly tags: readonly UnitTag[]
  readonly chemicals: readonly Holding[]
  /** Who live within 500 m. */
  readonly exposedPeople: number
}

const always: readonly UnitTag[] = ['hazardousChemicals', 'specialWork', 'confinedSpace']

const plant = (
  industryCode: string,
  riskColour: RiskColour,
  exposedPeople: number,
  chemicals: readonly (readonly [substance: string, tonnes: number])[],
  ...tags: readonly UnitTag[]
): Plant => ({
  industryCode,
  riskColour,
  exposedPeople,
  chemicals: chemicals.map(([substance, tonnes]) => ({ substance, tonnes })),
  tags: [...always, ...tags],
})

/** By the short name of the organisation. Invented like the plants; the mixture of levels is that of a chemical park. */
export const plants: Readonly<Record<string, Plant>> = {
  澄湖精细化工: plant(
    'C2614',
    'orange',
    28,
    [
      ['甲苯', 420],
      ['甲醇', 380],
      ['氯', 8],
    ],
    'majorHazardSource',
    'keyProcess',
    'pressureVessel',
  ),
  望涛新材料: plant(
    'C2651',
    'orange',
    0,
    [
      ['苯乙烯', 900],
      ['2-丙烯腈', 60],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  东屿罐储: plant(
    'G5941',
    'red',
    60,
    [
      ['汽油（乙醇汽油、甲醇汽油）', 4200],
      ['甲醇', 2600],
      ['苯', 480],
    ],
    'majorHazardSource',
  ),
  海晏气体: plant(
    'C2619',
    'orange',
    12,
    [
      ['氧（压缩的或液化的）', 320],
      ['氢', 6],
    ],
    'majorHazardSource',
    'cylinderFilling',
    'pressureVessel',
  ),
  镇澜助剂: plant('C2661', 'yellow', 0, [
    ['乙醇', 120],
    ['丙酮', 90],
  ]),
  昱成助剂: plant('C2661', 'yellow', 0, [
    ['甲醇', 160],
    ['乙酸乙酯', 80],
  ]),
  蛟川树脂: plant(
    'C2651',
    'orange',
    35,
    [
      ['1-氯-2,3-环氧丙烷', 45],
      ['甲苯', 260],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  甬和氟材: plant(
    'C2619',
    'red',
    110,
    [
      ['氟化氢', 36],
      ['氯', 12],
    ],
    'majorHazardSource',
    'keyProcess',
    'pressureVessel',
  ),
  临江染化: plant(
    'C2645',
    'orange',
    20,
    [
      ['硝酸（发红烟的除外，含硝酸>70%）', 60],
      ['苯', 55],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  潮音医化: plant(
    'C2710',
    'orange',
    0,
    [
      ['甲醇', 300],
      ['甲苯', 180],
      ['溴', 9],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  白沙涂料: plant(
    'C2641',
    'yellow',
    0,
    [
      ['甲苯', 140],
      ['乙酸乙酯', 150],
    ],
    'paintShop',
  ),
  云栖日化: plant('C2682', 'blue', 0, [['乙醇', 260]]),
  义蓬农化: plant(
    'C2631',
    'orange',
    15,
    [
      ['三氧化硫', 22],
      ['甲醇', 210],
    ],
    'keyProcess',
  ),
  新湾电子化学: plant(
    'C2669',
    'orange',
    0,
    [
      ['氟化氢', 14],
      ['丙酮', 220],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  前进胶粘: plant('C2669', 'yellow', 0, [
    ['乙酸乙酯', 240],
    ['甲苯', 190],
  ]),
  江东特气: plant(
    'C2619',
    'red',
    45,
    [
      ['砷化氢', 1.2],
      ['氢', 3],
    ],
    'majorHazardSource',
    'cylinderFilling',
  ),
  观潮聚酯: plant('C2651', 'yellow', 0, [['甲醇', 60]], 'boiler'),
  河庄催化剂: plant(
    'C2661',
    'orange',
    0,
    [
      ['氨', 9],
      ['硝酸（发红烟的除外，含硝酸>70%）', 40],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  澜石环氧: plant(
    'C2651',
    'orange',
    0,
    [
      ['1,2-环氧丙烷', 14],
      ['1-氯-2,3-环氧丙烷', 18],
    ],
    'majorHazardSource',
    'keyProcess',
  ),
  浪屿香料: plant('C2684', 'yellow', 0, [
    ['乙醇', 180],
    ['丙酮', 60],
  ]),
  青屿表面活性剂: plant(
    'C2662',
    'orange',
    25,
    [
      ['环氧乙烷', 18],
      ['三氧化硫', 60],
    ],
    'majorHazardSource',
    'keyProcess',
    'pressureVessel',
  ),
  远帆锂电材料: plant('C3841', 'yellow', 0, [['氢', 1.5]], 'lithiumBattery', 'dust'),
  平湖液氯储运: plant('G5942', 'red', 95, [['氯', 260]], 'majorHazardSource', 'pressureVessel'),
  安泽化学仓储: plant(
    'G5942',
    'orange',
    10,
    [
      ['甲苯', 480],
      ['乙醇', 420],
      ['丙酮', 160],
    ],
    'majorHazardSource',
  ),
}
