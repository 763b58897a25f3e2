import type { RouteInput } from '../../../../kernel/contract.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { exportColumn, exportOf } from '../../../../platform/exportOf.ts'
import { registerRoutes } from '../../contract/registerRoutes.ts'
import { unitKinds } from '../../rules/criteria.ts'
import { unitColumns } from '../../rules/ledger/unitColumns.ts'
import { colourWords, industryInLedger } from '../../rules/ledger/written.ts'
import type { NameNeeds } from '../pageNames.ts'
import { countUnits, unitsAfter } from '../unitListStore.ts'
import { unitFilterOf } from '../unitRead.ts'
import { unitViews, type UnitView } from '../unitView.ts'
import { inLayout, ledgerPlaces, type LedgerPlace } from './ledgerLayout.ts'

type Query = RouteInput<typeof registerRoutes.units>['query']
type WrittenUnit = UnitView & { readonly placed: LedgerPlace }

const written = async (tx: Tx, needs: NameNeeds, query: Query): Promise<Result<{ rows: WrittenUnit[]; next: string | null }>> => {
  const filter = await unitFilterOf(tx, query)
  if (!filter.ok) return filter
  const { rows, next } = await unitsAfter(tx, filter.value, query)
  const units = await unitViews(tx, needs, rows)
  const placed = await ledgerPlaces(
    tx,
    needs,
    units.map(({ regionCode }) => regionCode),
  )
  return ok({ rows: units.map((unit) => ({ ...unit, placed: placed(unit.regionCode) })), next })
}

/** The units of the register, in the layout of the ledger. */
export const unitExport = (needs: NameNeeds) =>
  exportOf<typeof registerRoutes.units, WrittenUnit>({
    list: 'hazards.units',
    title: { zh: '检查对象', en: 'Units' },
    route: registerRoutes.units,
    opens: '/units',
    ledger: 'unit',
    read: (tx, { query }) => written(tx, needs, query),
    count: async (tx, { query }) => {
      const filter = await unitFilterOf(tx, query)
      return filter.ok ? ok(await countUnits(tx, filter.value)) : filter
    },
    columns: [
      ...inLayout<(typeof unitColumns)[number]['key'], WrittenUnit>(unitColumns, {
        unitName: ({ name }) => name,
        uscc: ({ uscc }) => uscc,
        county: ({ placed }) => placed.county,
        region: ({ placed }) => placed.region,
        industry: ({ industryCode, industryName }) => industryInLedger(industryCode, industryName),
        kind: ({ kind }, say) => say(unitKinds[kind]),
        address: ({ address }) => address,
        riskColour: ({ riskColour }, say) => (riskColour === null ? null : say(colourWords[riskColour])),
        lng: ({ place }) => place?.lng ?? null,
        lat: ({ place }) => place?.lat ?? null,
        registeredOn: ({ registeredOn }) => registeredOn,
      }),
      exportColumn('place', ['所在区划', 'Place'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('organisation', ['归属单位', 'Organisation'], ({ organisationName }) => organisationName, { width: 28 }),
      exportColumn('responsible', ['联系人', 'Contact'], ({ responsiblePersonName }) => responsiblePersonName, { width: 12 }),
      exportColumn('openHazards', ['未销号隐患', 'Open hazards'], ({ openHazards }) => openHazards, { width: 12, as: 'number' }),
      exportColumn('lastCheckedOn', ['最近检查', 'Last checked'], ({ lastCheckedOn }) => lastCheckedOn, { width: 12, as: 'day' }),
      exportColumn('closedOn', ['注销日期', 'Closed on'], ({ closedOn }) => closedOn, { width: 12, as: 'day' }),
    ],
  })
