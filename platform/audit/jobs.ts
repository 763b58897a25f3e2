import { sql } from 'kysely'
import { systemActor } from '../../kernel/actor.ts'
import { countryCode } from '../../kernel/region.ts'
import { ok } from '../../kernel/result.ts'
import { transact, type Services } from '../database/transaction.ts'
import { endAlarm, raiseAlarm } from '../work/alarms.ts'
import type { Job } from '../work/work.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { verifyAudit, type Verification, type VerifyOptions } from './verify.ts'

/** The job that verifies the chains; call it by this name to have them verified now. */
export const verifyJob = 'audit.verify'

/** The alarm of a broken chain; its facts are `{ chain, seq, why, at }`. It ends with the next verification that finds all whole. */
export const auditBroken = 'auditBroken'

/** Told to the audit administrators when a verification has ended. */
export const auditVerified = 'audit.verified'

/** Verifies, keeps what was found for the screen, and raises or ends the alarm. */
export const runVerification = async (services: Services, options: VerifyOptions = {}): Promise<Verification> => {
  const { kysely } = services.database
  const now = (): string => services.clock().toString({ smallestUnit: 'millisecond' })
  const startedAt = now()
  await sql`insert into audit.verification (started_at) values (${startedAt}) on conflict do nothing`.execute(kysely)
  const found = await verifyAudit(services, options)
  const { rows, chains, checkpoints, seconds, brokenAt } = found
  await sql`
    update audit.verification set finished_at = ${now()}, rows = ${rows}, chains = ${chains}, checkpoints = ${checkpoints},
      seconds = ${seconds}, broken_at = ${brokenAt && JSON.stringify(brokenAt)}::json
    where started_at = ${startedAt}`.execute(kysely)
  await transact(services, { actor: systemActor(verifyJob) }, async (tx) => {
    const alarm = { kind: auditBroken, subject: 'audit' }
    await (brokenAt === null ? endAlarm(tx, alarm) : raiseAlarm(tx, { ...alarm, facts: { ...brokenAt }, failures: 1 }))
    tx.emit({ type: auditVerified, regionCode: countryCode, payload: { whole: brokenAt === null } })
    return ok(null)
  })
  return found
}

export const auditJobs: readonly Job[] = [
  {
    name: 'audit.checkpoint',
    timetable: '*/10 * * * *',
    run: async (services) => {
      await writeCheckpoint(services)
    },
  },
  {
    name: verifyJob,
    // 02:17 in Beijing, when few work.
    timetable: '17 18 * * *',
    run: async (services) => {
      await runVerification(services)
    },
  },
]
