import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import type { Sentence } from '../../kernel/refusals.ts'
import type { Services } from '../database/transaction.ts'
import { writeCheckpoint } from './checkpoint.ts'
import type { Witness } from './checkpointWalk.ts'
import { checkpointChain, type Fault, type Why } from './fault.ts'
import { purgeAudit } from './purge.ts'
import { verifyAudit } from './verify.ts'

export type AuditCommandServices = Services & { readonly print: (line: string) => void }

const usage = [
  '用法 Usage:',
  '  audit verify [--witness NUMBER:HASH]   核验全部审计链 · verify every chain',
  '  audit checkpoint                       立即写入检查点 · write a checkpoint now',
  '  audit purge --before YYYY-MM-DD        清理该日之前的审计 · delete entries older than this day',
]

/** What is said of each kind of broken link. */
export const whySentences: Readonly<Record<Why, Sentence>> = {
  changed: { zh: '记录被改动', en: 'the entry was changed' },
  missing: { zh: '记录缺失', en: 'the entry is missing' },
  inserted: { zh: '记录是后来插入的', en: 'the entry was inserted' },
  headDiffers: { zh: '链尾与链头登记不符', en: 'the chain ends otherwise than its head says' },
  anchorDiffers: { zh: '链的起点与检查点不符', en: 'the chain begins otherwise than the checkpoints say' },
  checkpointDiffers: { zh: '与检查点不符', en: 'it differs from its checkpoint' },
}

/**
 * `audit verify | checkpoint | purge`, as the owner of the database.
 * @returns the exit code: 0 done and whole, 1 broken or refused, 2 the command was not understood.
 */
export const auditCommand = async (argv: readonly string[], services: AuditCommandServices): Promise<number> => {
  const asked = argumentsOf(argv)
  const [deed] = asked?.positionals ?? []
  if (asked?.positionals.length === 1) {
    const { before, witness } = asked.values
    if (deed === 'verify' && before === undefined) {
      const noted = witness === undefined ? null : witnessOf(witness)
      if (noted !== undefined) return verify(services, noted)
    }
    if (deed === 'checkpoint' && before === undefined && witness === undefined) return checkpoint(services)
    if (deed === 'purge' && before !== undefined && witness === undefined) {
      const day = dayOf(before)
      if (day !== null) return purge(services, day)
    }
  }
  for (const line of usage) services.print(line)
  return 2
}

const verify = async ({ print, ...services }: AuditCommandServices, witness: Witness | null): Promise<number> => {
  const found = await verifyAudit(services, {
    ...(witness === null ? {} : { witness }),
    onProgress: (rows) => print(`… ${figure(rows)}`),
  })
  const seconds = found.seconds.toFixed(1)
  const counted = {
    zh: `${figure(found.rows)} 条记录、${figure(found.chains)} 条链、${figure(found.checkpoints)} 个检查点，用时 ${seconds} 秒`,
    en: `${figure(found.rows)} entries, ${figure(found.chains)} chains, ${figure(found.checkpoints)} checkpoints in ${seconds} s`,
  }
  if (found.brokenAt === null) {
    print(`审计完整：${counted.zh}。`)
    print(`The audit is whole: ${counted.en}.`)
    return 0
  }
  const sentence = brokenSentence(found.brokenAt)
  print(`${sentence.zh}（已核验 ${counted.zh}）`)
  print(`${sentence.en} (verified ${counted.en})`)
  return 1
}

/** Which link is broken, and how. */
export const brokenSentence = ({ chain, seq, why, at }: Fault): Sentence => {
  const { zh, en } = whySentences[why]
  return {
    zh: `审计链断裂：${chain === checkpointChain ? '检查点' : `链 ${chain} 第`} ${seq} ${chain === checkpointChain ? '' : '条'}，${zh}${at === null ? '' : `，时间 ${at}`}。`,
    en: `The audit is broken: ${chain === checkpointChain ? 'checkpoint' : `chain ${chain}, entry`} ${seq}, ${en}${at === null ? '' : `, written about ${at}`}.`,
  }
}

const checkpoint = async ({ print, ...services }: AuditCommandServices): Promise<number> => {
  const written = await writeCheckpoint(services)
  if (written === null) {
    print('自上一个检查点以来没有新的记录。')
    print('Nothing was written since the last checkpoint.')
    return 0
  }
  const { number, heads, hash } = written
  print(`检查点 ${number} 已写入，含 ${figure(heads)} 条链。请把下面一行抄存到本系统之外，以后可用 --witness 核对。`)
  print(`Checkpoint ${number} ties ${figure(heads)} chains. Keep the line below outside of this system; --witness checks it later.`)
  print(`${number}:${hash}`)
  return 0
}

const purge = async ({ print, ...services }: AuditCommandServices, before: Temporal.PlainDate): Promise<number> => {
  const purged = await purgeAudit(services, {
    before,
    request: { requestId: null, address: null, device: `terminal of ${userInfo().username}` },
  })
  if (!purged.ok) {
    const { keptThrough, latestBefore, months } = purged.refusal.facts
    print(
      `未清理：审计至少保留 ${months} 个月（网络安全法第二十一条第三项），这些记录须保留到 ${keptThrough}。今天最多可清理 ${latestBefore} 之前的记录。[AUDIT_TOO_YOUNG]`,
    )
    print(
      `Nothing was deleted: the audit is kept for ${months} months at least (Cybersecurity Law, art. 21(3)), these entries through ${keptThrough}. Today --before ${latestBefore} is the latest allowed. [AUDIT_TOO_YOUNG]`,
    )
    return 1
  }
  const { rows, chains, checkpoints } = purged.value
  print(`已清理 ${before.toString()} 之前的 ${figure(rows)} 条记录（${figure(chains)} 条链）和 ${figure(checkpoints)} 个检查点。`)
  print(
    `Deleted ${figure(rows)} entries of ${figure(chains)} chains and ${figure(checkpoints)} checkpoints from before ${before.toString()}.`,
  )
  return 0
}

const argumentsOf = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: { before: { type: 'string' }, witness: { type: 'string' } } })
  } catch (error) {
    // An option that does not exist: the usage is the answer.
    if (error instanceof TypeError && 'code' in error) return null
    throw error
  }
}

const witnessOf = (text: string): Witness | undefined => {
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? []
  return number === undefined || hash === undefined ? undefined : { number: Number(number), hash }
}

const dayOf = (text: string): Temporal.PlainDate | null => {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const figure = (value: number): string => value.toLocaleString('en-US')
