import type { Confidence } from '../../../kernel/law.ts'
import { sourceLimits, table1Key, table2Key, table3Key, table4Key } from './majorHazardSource/sourceLimits.ts'
import { categoryTable, substanceTable } from './majorHazardSource/substanceTable.ts'
import type { CategoryRow, DangerCategory, SubstanceRow } from './majorHazardSource/substanceTable.ts'
import { no, type Verdict } from './refusalFacts.ts'

export { categoryTable, substanceTable } from './majorHazardSource/substanceTable.ts'
export type { CategoryRow, DangerCategory, SubstanceRow } from './majorHazardSource/substanceTable.ts'

/** A substance in one unit (单元): a plant section or a tank farm within its dikes. */
export type Holding = {
  /** Its name or an alias of table 1, or its CAS number; any name where the category is given. */
  readonly substance: string
  /** The most it can hold by design (4.2.2), not what happens to be in it. */
  readonly tonnes: number
  /** By which it is read where table 1 does not name it, and for beta where it is in a state of its own. */
  readonly category?: DangerCategory | undefined
  /** Values as another calculation used them; where given they count before the tables. */
  readonly given?: { readonly criticalTonnes?: number | undefined; readonly beta?: number | undefined } | undefined
}

/** How one substance counts. */
export type SourceShare = {
  readonly substance: string
  readonly tonnes: number
  readonly criticalTonnes: number
  readonly quotient: number
  /** Null where neither table says it. */
  readonly beta: number | null
  /** The law rows that were used; empty for given values. */
  readonly rows: readonly string[]
  readonly confidence: Confidence
}

export type SourceLevel = 1 | 2 | 3 | 4

/** The verdict with how it came about. */
export type SourceVerdict = {
  /** Σ q/Q. */
  readonly S: number
  readonly major: boolean
  /** Null where the number of people was not given. */
  readonly alpha: number | null
  /** α · Σ β · q/Q; null where α or a β is not known. */
  readonly R: number | null
  /** Null where the unit is no major hazard source, or R is not known. */
  readonly level: SourceLevel | null
  readonly shares: readonly SourceShare[]
  /** Keys of the law rows that decided. */
  readonly rows: readonly string[]
}

/** Sums of thirds and tenths miss 1 by the last bits; a milligram in a tonne lies above this. */
const settled = (value: number): number => Math.round(value * 1e9) / 1e9

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

const substancesByName: ReadonlyMap<string, readonly SubstanceRow[]> = (() => {
  const byName = new Map<string, SubstanceRow[]>()
  for (const row of substanceTable)
    for (const name of new Set([row.zh, row.en, ...row.aliases, ...row.cas].map(plain)))
      byName.set(name, [...(byName.get(name) ?? []), row])
  return byName
})()

/** The rows of table 1 that a name, an alias or a CAS number stands for: none, one, or several forms of one substance. */
export const substancesNamed = (text: string): readonly SubstanceRow[] => substancesByName.get(plain(text)) ?? []

const categoryRow = (code: DangerCategory | null | undefined): CategoryRow | null => categoryTable.find((row) => row.code === code) ?? null

const betaOf = (row: SubstanceRow | null, category: CategoryRow | null): { readonly beta: number | null; readonly row: string | null } => {
  if (row !== null && row.toxicBeta !== null) return { beta: row.toxicBeta, row: table3Key(row.no) }
  const read = category ?? categoryRow(row?.category)
  return read === null ? { beta: null, row: null } : { beta: read.beta, row: table4Key(read.code) }
}

const shareOf = ({ substance, tonnes, category, given }: Holding): Verdict<SourceShare> => {
  if (!Number.isFinite(tonnes) || tonnes < 0) return no('QUANTITY_INVALID', { substance, tonnes })
  const named = substancesNamed(substance)
  const own = given?.criticalTonnes
  if (named.length > 1 && own === undefined && category === undefined)
    return no('SUBSTANCE_AMBIGUOUS', { substance, candidates: named.map(({ zh }) => zh) })
  // A form of its own is told by its category; table 1 counts before table 2 where it names the substance (4.1.2).
  const row = named.length === 1 ? (named[0] ?? null) : null
  const read = categoryRow(category)
  const critical = own ?? row?.criticalTonnes ?? read?.criticalTonnes
  if (critical === undefined) return no('SUBSTANCE_UNKNOWN', { substance })
  if (!(critical > 0)) return no('QUANTITY_INVALID', { substance, tonnes: critical })
  const read4 = betaOf(row, read)
  const criticalRow = own !== undefined ? null : row === null ? (read === null ? null : table2Key(read.code)) : table1Key(row.no)
  return {
    ok: true,
    value: {
      substance: row?.zh ?? substance,
      tonnes,
      criticalTonnes: critical,
      quotient: tonnes / critical,
      beta: given?.beta ?? read4.beta,
      rows: [criticalRow, given?.beta === undefined ? read4.row : null].filter((key) => key !== null),
      confidence: own === undefined ? (row?.confidence ?? 'medium') : 'low',
    },
  }
}

const alphaRow = (exposedPeople: number) => {
  const { alpha100, alpha50, alpha30, alpha1, alpha0 } = sourceLimits
  if (exposedPeople >= 100) return alpha100
  if (exposedPeople >= 50) return alpha50
  if (exposedPeople >= 30) return alpha30
  return exposedPeople >= 1 ? alpha1 : alpha0
}

const levelOf = (R: number): { readonly level: SourceLevel; readonly row: string } => {
  const { level1, level2, level3 } = sourceLimits
  if (R >= level1.value) return { level: 1, row: level1.key }
  if (R >= level2.value) return { level: 2, row: level2.key }
  return { level: R >= level3.value ? 3 : 4, row: level3.key }
}

/**
 * Whether a unit is a major hazard source and of which level (GB 18218-2018 4.2, 4.3), with every row that was used.
 * @param exposedPeople who live within 500 m of the plant's fence; null where nobody counted them, and then there is no level
 */
export const majorHazardSource = (holdings: readonly Holding[], exposedPeople: number | null): Verdict<SourceVerdict> => {
  const shares: SourceShare[] = []
  for (const holding of holdings) {
    const share = shareOf(holding)
    if (!share.ok) return share
    shares.push(share.value)
  }
  const S = settled(shares.reduce((sum, { quotient }) => sum + quotient, 0))
  const major = S >= sourceLimits.s.value
  const alpha = exposedPeople === null ? null : alphaRow(exposedPeople)
  const weighted = shares.reduce<number | null>(
    (sum, { beta, quotient }) => (sum === null || beta === null ? null : sum + beta * quotient),
    0,
  )
  const R = alpha === null || weighted === null ? null : settled(alpha.value * weighted)
  const graded = major && R !== null ? levelOf(R) : null
  const rows = [sourceLimits.s.key, ...(alpha === null ? [] : [alpha.key]), ...(graded === null ? [] : [graded.row])]
  return {
    ok: true,
    value: {
      S,
      major,
      alpha: alpha?.value ?? null,
      R,
      level: graded?.level ?? null,
      shares,
      rows: [...rows, ...new Set(shares.flatMap((share) => share.rows))],
    },
  }
}
