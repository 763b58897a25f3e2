import type { Chance } from '../../../../kernel/chance.ts'
import { parseResidentId, parseUscc } from '../../../../kernel/identifiers.ts'

/** Later than every birth date of the sample. */
const today = Temporal.PlainDate.from('2026-01-01')
const checks = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** A number of the right form for nobody: the check character is whichever the parser accepts. */
export const residentNumber = (chance: Chance, region: string): string => {
  const born = Temporal.PlainDate.from('1964-01-01').add({ days: chance.integer(0, 13_000) })
  const head = region.slice(0, 6) + born.toString().replaceAll('-', '') + String(chance.integer(100, 999))
  const number = [...'0123456789X'].map((check) => head + check).find((candidate) => parseResidentId(candidate, today).ok)
  if (number === undefined) throw new Error(`no check character fits ${head.slice(0, 6)}…`)
  return number
}

/** A credit code of an enterprise that does not exist. */
export const creditCode = (chance: Chance, region: string): string => {
  const head = `91${region}MA${Array.from({ length: 6 }, () => chance.pick(checks)).join('')}`
  for (const organisationCheck of [...checks, 'X'])
    for (const check of checks) {
      const code = head + organisationCheck + check
      if (parseUscc(code).ok) return code
    }
  throw new Error(`no check characters fit ${head}`)
}
