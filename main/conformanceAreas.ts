import { z } from 'zod'
import { accidentClass, accidentClassNames } from '../kernel/accidents.ts'
import { area, type AreaTable } from '../kernel/conformance.ts'
import { parseOrganisationCode, parsePhone, parsePlate, parseResidentId, parseUscc } from '../kernel/identifiers.ts'
import { rainClass, rainClassNames, rainSignal } from '../kernel/rain.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import { purgeByAge } from '../kernel/retention.ts'
import { signalColourNames, type SignalColour } from '../kernel/signal.ts'
import { yearOnYearPercent } from '../kernel/statistics.ts'
import { dateInBeijing } from '../kernel/time.ts'
import { behindWarningLine, typhoonClass, typhoonSignal, type ExpectedWind } from '../kernel/typhoon.ts'
import { windForce } from '../kernel/wind.ts'
import { hmacSm3Hex, sm3Hex, sm4EcbEncryptHex, sm4GcmEncryptHex } from '../platform/secrets/sm.ts'

/** The case files write a colour with one character: 蓝. */
const colourWord = (colour: SignalColour | null): string | null => (colour === null ? null : signalColourNames[colour].zh.charAt(0))

const amount = z.number().min(0)
const place = z.object({ lng: z.number(), lat: z.number() })

const accidents: AreaTable = {
  'accident.class': area(
    z.object({
      deaths: amount.default(0),
      seriousInjuries: amount.default(0),
      acutePoisonings: amount.default(0),
      lossWanYuan: amount.default(0),
    }),
    ({ deaths, seriousInjuries, acutePoisonings, lossWanYuan }) => {
      const losses = { deaths, seriousInjuries: seriousInjuries + acutePoisonings, directLossWanYuan: lossWanYuan }
      return { class: accidentClassNames[accidentClass(losses)].zh }
    },
  ),
  'statistics.yoy': area(z.object({ this: z.number(), last: z.number() }), (count) => ({
    yoyPct: yearOnYearPercent(count.this, count.last),
  })),
}

const rainOf = (hours: 12 | 24) =>
  area(z.object({ mm: amount }), ({ mm }) => {
    const name = rainClass(mm, hours)
    return { class: name === null ? null : rainClassNames[name].zh }
  })

const rainAmount = z.object({ hours: amount, mm: amount })

/**
 * Winds are named in several ways: a key that begins with mean or gust, in m/s where it ends in Ms and a force
 * otherwise, and the hours within which they come, 24 where none are named.
 */
const expectedWind = z.record(z.string(), amount.nullable()).transform((given, context): ExpectedWind => {
  const named = (pattern: RegExp): number | null => Object.entries(given).find(([key]) => pattern.test(key))?.[1] ?? null
  const forceNamed = (name: 'mean' | 'gust'): number | null => {
    const speedMs = named(new RegExp(`^${name}.*Ms$`))
    return speedMs === null ? named(new RegExp(`^${name}`)) : windForce(speedMs).force
  }
  const wind = { hours: named(/hours$/i) ?? 24, meanForce: forceNamed('mean'), gustForce: forceNamed('gust') }
  if (wind.meanForce === null && wind.gustForce === null) {
    context.addIssue({ code: 'custom', message: 'names neither a mean wind nor gusts' })
  }
  return wind
})

const weather: AreaTable = {
  'wind.beaufort': area(z.object({ ms: amount }), ({ ms }) => {
    const { force, beyondScale } = windForce(ms)
    return { force: beyondScale ? `${force}+` : force }
  }),
  'rain.class24h': rainOf(24),
  'rain.class12h': rainOf(12),
  'rain.signal': area(z.union([rainAmount, z.array(rainAmount)]), (given) => ({
    signal: colourWord(rainSignal(Array.isArray(given) ? given : [given])),
  })),
  'typhoon.class': area(z.object({ maxMeanWindMs: amount }), ({ maxMeanWindMs }) => ({ class: typhoonClass(maxMeanWindMs) })),
  'typhoon.line24h': area(place, (centre) => ({ inside: behindWarningLine(centre, 24) })),
  'typhoon.line48h': area(place, (centre) => ({ inside: behindWarningLine(centre, 48) })),
  'typhoon.signal': area(expectedWind, (wind) => ({ signal: colourWord(typhoonSignal([wind])) })),
}

/**
 * A number is valid here when it stands as its standard writes it. The product is kinder: it reads small letters and
 * blanks around as what they stand for, and keeps the number as its standard writes it.
 */
const verdictOn = <Value>(
  typed: string,
  parsed: Result<Value, Refusal<string, { problem: string }>>,
  tell: (value: Value) => { readonly written: string },
): Readonly<Record<string, unknown>> => {
  if (!parsed.ok) return { valid: false, problem: parsed.refusal.facts.problem }
  const told = tell(parsed.value)
  return { ...told, valid: told.written === typed }
}

const identifiers: AreaTable = {
  'id.uscc': area(z.string(), (typed) => verdictOn(typed, parseUscc(typed), (uscc) => ({ ...uscc, written: uscc.code }))),
  'id.orgCode': area(z.string(), (typed) => verdictOn(typed.replace('-', ''), parseOrganisationCode(typed), (code) => ({ written: code }))),
  'id.resident': area(z.string(), (typed, now) =>
    verdictOn(typed, parseResidentId(typed, dateInBeijing(now)), (resident) => ({
      ...resident,
      birthDate: resident.birthDate.toString(),
      written: resident.number,
    })),
  ),
  'id.phone': area(z.string(), (typed) => verdictOn(typed, parsePhone(typed), (phone) => ({ written: phone }))),
  'id.plate': area(z.string(), (typed) =>
    verdictOn(typed.replace('·', ''), parsePlate(typed), (plate) => ({ ...plate, written: plate.plate })),
  ),
}

const hex = z
  .string()
  .regex(/^(?:[0-9a-fA-F]{2})*$/, 'not hex')
  .transform((digits) => Buffer.from(digits, 'hex'))

const noBytes = Buffer.alloc(0)

/** Text as UTF-8, or bytes in hex. */
const message = z.union([z.string(), z.object({ text: z.string() }), z.object({ hex })]).transform((given) => {
  if (typeof given === 'string') return Buffer.from(given)
  return 'text' in given ? Buffer.from(given.text) : given.hex
})

/** `mode` is written in words, the first of which counts: "ecb no padding". */
const sm4 = z.union([
  z.object({ mode: z.string().regex(/^gcm\b/i), key: hex, iv: hex, aad: hex.default(noBytes), plain: hex }),
  z.object({
    mode: z
      .string()
      .regex(/^ecb\b/i)
      .default('ecb'),
    key: hex,
    plain: hex,
  }),
])

const crypto: AreaTable = {
  'crypto.sm3': area(message, (bytes) => ({ hex: sm3Hex(bytes) })),
  'crypto.hmacSm3': area(z.object({ key: hex, data: message }), ({ key, data }) => ({ hex: hmacSm3Hex(key, data) })),
  'crypto.sm4': area(sm4, (given) =>
    'iv' in given ? sm4GcmEncryptHex(given.key, given.iv, given.aad, given.plain) : { hex: sm4EcbEncryptHex(given.key, given.plain) },
  ),
}

/** The age stands under the kind of log: networkLogAgeDays, auditLogAgeDays. */
const agedLog = z.looseObject({ action: z.string() }).transform(({ action, ...rest }, context) => {
  const ageDays = Object.entries(rest).find(([key]) => /ageDays$/i.test(key))?.[1]
  if (typeof ageDays === 'number' && ageDays >= 0) return { action, ageDays }
  context.addIssue({ code: 'custom', message: 'names no age in days' })
  return z.NEVER
})

const retention: AreaTable = {
  // Keeping, reading or copying logs is always allowed; the law holds back their end.
  'log.retention': area(agedLog, ({ action, ageDays }) => ({
    allowed: !['purge', 'delete'].includes(action) || purgeByAge(ageDays).ok,
  })),
}

/** What kernel and platform answer for among the acceptance cases. */
export const groundAreas: AreaTable = { ...accidents, ...weather, ...identifiers, ...crypto, ...retention }
