import { Link } from '../../../../ui/address.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { contract as law } from '../../../law/contract/index.ts'
import { sourceLimits, sourceTableRows } from '../../rules/majorHazardSource/sourceLimits.ts'
import { riskLimits } from '../../rules/risk.ts'

const rows = new Map(
  [...Object.values(sourceLimits), ...sourceTableRows, ...Object.values(riskLimits)].map((row) => [row.key, row] as const),
)

/** The clause of a law row, leading to its page in the law table. */
export const LawLink = ({ row: key }: { row: string }) => {
  const { language } = useLanguage()
  const row = rows.get(key)
  return (
    <Link to={law.words.pages.limit(key)} title={row?.[language]}>
      {row?.clause ?? key}
    </Link>
  )
}
