import { argon2 as argon2Callback, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const argon2 = promisify(argon2Callback)

// OWASP's least for argon2id: 19 MiB, two passes, one lane; about 25 ms on one core here.
const memoryKiB = 19_456
const passes = 2
const lanes = 1

const compute = (password: string, nonce: Buffer, cost: { memory: number; passes: number; parallelism: number }): Promise<Buffer> =>
  argon2('argon2id', { message: password.normalize('NFC'), nonce, tagLength: 32, ...cost })

const text = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** The argon2id hash in the PHC string form, so that the cost can be raised later without losing old ones. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await compute(password, nonce, { memory: memoryKiB, passes, parallelism: lanes })
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${text(nonce)}$${text(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Whether the password belongs to the hash. Throws on a text that is no hash. */
export const passwordFits = async (password: string, hash: string): Promise<boolean> => {
  const [, memory, t, p, nonce, tag] = phc.exec(hash) ?? []
  if (!nonce || !tag) throw new Error('the stored password hash is not an argon2id hash')
  const expected = Buffer.from(tag, 'base64')
  const found = await compute(password, Buffer.from(nonce, 'base64'), { memory: Number(memory), passes: Number(t), parallelism: Number(p) })
  return timingSafeEqual(found, expected)
}

/** A hash that fits no password: an unknown login takes as long as a known one. */
export const hashOfNobody = `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${text(Buffer.alloc(16))}$${text(Buffer.alloc(32))}`

// Without the characters that are mistaken for each other when read aloud or copied by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz'
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const digits = '23456789'
const any = letters + capitals + digits

/** A first password: 14 characters in groups, about 70 bits, strong enough by every rule of the product. */
export const newFirstPassword = (): string => {
  const pick = (from: string): string => from[randomInt(from.length)]!
  const group = (): string => pick(capitals) + pick(letters) + pick(digits) + pick(any)
  return `${group()}-${group()}-${group()}`
}
