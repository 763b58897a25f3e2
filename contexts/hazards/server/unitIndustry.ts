import { ok, type Result } from '../../../kernel/result.ts'
import { industriesIn, industryByCode, readIndustry, type IndustryRefusal } from '../rules/industries.ts'

const within = (code: string): readonly string[] => [code, ...industriesIn(code).flatMap((industry) => within(industry.code))]

/** The code and every code below it (none where it is meant `alone`), as the register keeps them; refuses what GB/T 4754 does not know. */
export const industriesWithin = (typed: string, alone = false): Result<readonly string[], IndustryRefusal> => {
  const industry = readIndustry(typed)
  if (!industry.ok) return industry
  return ok(alone ? [industry.value.code] : within(industry.value.code))
}

/** The official name; the code itself where another edition wrote it. */
export const industryNameOf = (code: string): string => industryByCode(code)?.name ?? code
