import type { LedgerKind } from '../../../../platform/ledger.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'
import { hazardLedger } from './hazardTake.ts'
import { unitLedger } from './unitTake.ts'
import { visitLedger } from './visitTake.ts'

/** The ledgers that the room takes in. */
export const hazardLedgers = (needs: LedgerNeeds): readonly LedgerKind[] => [hazardLedger(needs), unitLedger(needs), visitLedger(needs)]
