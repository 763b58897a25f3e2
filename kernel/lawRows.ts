import { accidentLawRows } from './accidents.ts'
import type { LawRow } from './law.ts'
import { rainLawRows } from './rain.ts'
import { retentionLawRows } from './retention.ts'
import { typhoonLawRows } from './typhoon.ts'
import { windLawRows } from './wind.ts'

/** Every limit that the kernel's rules take from a law or a standard, for the law table to collect at the start. */
export const kernelLawRows: readonly LawRow[] = [...accidentLawRows, ...retentionLawRows, ...windLawRows, ...rainLawRows, ...typhoonLawRows]
