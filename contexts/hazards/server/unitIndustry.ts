import { ok, type Result } from '../../../kernel/result.ts'
import { industriesIn, industryByCode, readIndustry, type IndustryRefusal } from '../rules/industries.ts'

const within = (code: string): readonly string[] => [code, ...industriesIn(code).flatMap((industry) => within(industry.code))]

/** The code and every code below it, as the register keeps them; refuses what GB/T 4754 does not know. */
export const industriesWithin = (typed: string): Result<readonly string[], IndustryRefusal> => {
  const industry = readIndustry(typed)
  return industry.ok ? ok(within(industry.value.code)) : industry
}

/** The official name; the code itself where another edition wrote it. */
export const industryNameOf = (code: string): string => industryByCode(code)?.name ?? code
