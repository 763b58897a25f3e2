import { z } from 'zod'
import { accidentClass, accidentClassNames } from '../kernel/accidents.ts'
import { area, type AreaTable } from '../kernel/conformance.ts'
import { parseOrganisationCode, parsePhone, parsePlate, parseResidentId, parseUscc } from '../kernel/identifiers.ts'
import { rainClass, rainClassNames, rainSignal } from '../kernel/rain.ts'
import { purgeByAge } from '../kernel/retention.ts'
import { signalColourNames, type SignalColour } from '../kernel/signal.ts'
import { yearOnYearPercent } from '../kernel/statistics.ts'
import { dateInBeijing } from '../kernel/time.ts'
import { behindWarningLine, typhoonClass, typhoonSignal } from '../kernel/typhoon.ts'
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

const expectedWind = z
  .object({
    hours: amount.default(24),
    meanForce: amount.nullable().default(null),
    gustForce: amount.nullable().default(null),
    meanMs: amount.nullable().default(null),
    gustMs: amount.nullable().default(null),
  })
  .refine((wind) => [wind.meanForce, wind.gustForce, wind.meanMs, wind.gustMs].some((value) => value !== null), {
    message: 'needs meanForce, gustForce, meanMs or gustMs',
  })

const forceOf = (force: number | null, speedMs: number | null): number | null =>
  force ?? (speedMs === null ? null : windForce(speedMs).force)

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
  'typhoon.signal': area(expectedWind, ({ hours, meanForce, meanMs, gustForce, gustMs }) => ({
    signal: colourWord(
      typhoonSignal([{ hours, meanForce: forceOf(meanForce, meanMs), gustForce: forceOf(gustForce, gustMs) }]),
    ),
  })),
}

const identifiers: AreaTable = {
  'id.uscc': area(z.string(), (typed) => {
    const parsed = parseUscc(typed)
    return parsed.ok ? { valid: true, ...parsed.value } : { valid: false, ...parsed.refusal.facts }
  }),
  'id.orgCode': area(z.string(), (typed) => {
    const parsed = parseOrganisationCode(typed)
    return parsed.ok ? { valid: true, code: parsed.value } : { valid: false, ...parsed.refusal.facts }
  }),
  'id.resident': area(z.string(), (typed, now) => {
    const parsed = parseResidentId(typed, dateInBeijing(now))
    return parsed.ok
      ? { valid: true, ...parsed.value, birthDate: parsed.value.birthDate.toString() }
      : { valid: false, ...parsed.refusal.facts }
  }),
  'id.phone': area(z.string(), (typed) => ({ valid: parsePhone(typed).ok })),
  'id.plate': area(z.string(), (typed) => {
    const parsed = parsePlate(typed)
    return parsed.ok ? { valid: true, ...parsed.value } : { valid: false, ...parsed.refusal.facts }
  }),
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
  z.object({ mode: z.string().regex(/^ecb\b/i).default('ecb'), key: hex, plain: hex }),
])

const crypto: AreaTable = {
  'crypto.sm3': area(message, (bytes) => ({ hex: sm3Hex(bytes) })),
  'crypto.hmacSm3': area(z.object({ key: hex, data: message }), ({ key, data }) => ({ hex: hmacSm3Hex(key, data) })),
  'crypto.sm4': area(sm4, (given) =>
    'iv' in given
      ? sm4GcmEncryptHex(given.key, given.iv, given.aad, given.plain)
      : { hex: sm4EcbEncryptHex(given.key, given.plain) },
  ),
}

const retention: AreaTable = {
  'log.retention': area(
    z.union([
      z.object({ networkLogAgeDays: amount, action: z.string() }),
      z.object({ auditLogAgeDays: amount, action: z.string() }).transform((given) => ({
        networkLogAgeDays: given.auditLogAgeDays,
        action: given.action,
      })),
    ]),
    // Keeping, reading or copying logs is always allowed; the law holds back their end.
    ({ networkLogAgeDays, action }) => ({
      allowed: !['purge', 'delete'].includes(action) || purgeByAge(networkLogAgeDays).ok,
    }),
  ),
}

/** What kernel and platform answer for among the acceptance cases. */
export const groundAreas: AreaTable = { ...accidents, ...weather, ...identifiers, ...crypto, ...retention }
