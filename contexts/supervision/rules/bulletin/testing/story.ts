import type { BulletinFacts } from '../facts.ts'
import { withRests, type Tally } from '../figures.ts'

/** A tally of a county as rooms count it, with what is left of each whole. */
export const tallyOf = (told: Tally): Tally => withRests(told)

const region = (regionCode: string, zh: string, tally: Tally, alone = false): BulletinFacts['regions'][number] => ({
  regionCode,
  regionName: { zh, en: zh },
  alone,
  tally: withRests(tally),
})

/** A county's October, with numbers of the size the field speaks of. */
export const october: BulletinFacts = {
  regionCode: '330114',
  regionName: { zh: '钱塘区', en: 'Qiantang' },
  period: { kind: 'month', from: '2026-10-01', to: '2026-10-31', ended: true },
  campaign: null,
  asOf: '2026-11-24T02:05:00Z',
  tally: withRests({
    visits: 6_167_000,
    selfChecks: 1_000_000,
    notAdmitted: 120,
    register: 10_000,
    unitsChecked: 9_996,
    found: 5_710_000,
    foundMajor: 56_000,
    foundClosed: 5_653_000,
    foundMajorClosed: 50_000,
    closed: 5_800_000,
    closedMajor: 51_000,
    open: 57_000,
    openMajor: 6_000,
    openMajorFive: 5_500,
    listed: 12,
    overdue: 31,
    'enforcement.opened': 40,
    'enforcement.noticed': 38,
    'enforcement.decided': 30,
    'enforcement.served': 29,
    'enforcement.performed': 25,
    'enforcement.penaltyYuan': 1_250_000,
    'enforcement.collectedYuan': 900_000,
    'tips.received': 210,
    'tips.decided': 200,
    'tips.decidedInTime': 190,
    'tips.substantiated': 80,
    'tips.rewarded': 60,
    'tips.rewardYuan': 36_000,
    'supervision.drawn': 100,
    'supervision.rechecked': 90,
    'supervision.falseClosures': 3,
    'supervision.doubts': 12,
    'supervision.doubtsLooked': 10,
  }),
  lastYear: { from: '2025-10-01', to: '2025-10-31', tally: { visits: 5_000_000, found: 5_710_000, closed: 20 } },
  floods: [
    {
      campaignId: '00000000-0000-4000-8000-00000000000f',
      name: '汛期隐患复查',
      kind: 'flood',
      from: '2026-06-01',
      to: '2026-10-15',
      tally: withRests({ registered: 183_000, reinspected: 158_000, found: 25_000, foundClosed: 24_000 }),
    },
  ],
  regions: [
    region('330114001', '义蓬街道', { register: 400, unitsChecked: 300, found: 30, foundClosed: 15, overdue: 2 }),
    region('330114002', '河庄街道', { register: 40, unitsChecked: 40, found: 0, foundClosed: 0, overdue: 0 }),
    region('330114003', '临江街道', { register: 29, unitsChecked: 29, found: 5, foundClosed: 5, overdue: 0 }),
    region('330114004', '前进街道', { register: 80, unitsChecked: 60, found: 8, foundClosed: 8, overdue: 1 }),
    region('330114', '钱塘区', { register: 200, unitsChecked: 200, found: 1, foundClosed: 1, overdue: 0 }, true),
  ],
}

/** A town where nothing happened at all. */
export const still: BulletinFacts = {
  ...october,
  tally: withRests({
    visits: 0,
    selfChecks: 0,
    notAdmitted: 0,
    register: 0,
    unitsChecked: 0,
    found: 0,
    foundMajor: 0,
    foundClosed: 0,
    foundMajorClosed: 0,
    closed: 0,
    open: 0,
    openMajor: 0,
    openMajorFive: 0,
    listed: 0,
    overdue: 0,
  }),
  lastYear: { from: '2025-10-01', to: '2025-10-31', tally: {} },
  floods: [],
  regions: [],
}
