import type { LedgerKind } from '../../../../platform/ledger.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'
import { unitLedger } from './unitTake.ts'

/** The ledgers that the room takes in. */
export const hazardLedgers = (needs: LedgerNeeds): readonly LedgerKind[] => [unitLedger(needs)]
