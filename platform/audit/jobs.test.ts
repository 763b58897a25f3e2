import { beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../database/transaction.ts'
import { openAlarms } from '../work/alarms.ts'
import { openTestWork, type TestWork } from '../work/testWork.ts'
import { auditJobs } from './jobs.ts'
import { verificationState } from './read.ts'
import { testDeed } from './testAudit.ts'

let work: TestWork

beforeEach(async () => {
  work = await openTestWork()
  await work.inTx(async (tx) => tx.audit(testDeed()))
  return () => work.close()
})

const run = (name: string): Promise<void> => auditJobs.find((job) => job.name === name)!.run(work.services, {})
const seen = () =>
  transact(work.services, { actor: systemActor('test') }, async (tx) =>
    ok({ alarms: await openAlarms(tx), state: await verificationState(tx) }),
  )

describe('the job that ties the chains', () => {
  it('writes a checkpoint every ten minutes, and none when nothing moved', async () => {
    expect(auditJobs.find(({ name }) => name === 'audit.checkpoint')?.timetable).toBe('*/10 * * * *')
    await run('audit.checkpoint')
    await run('audit.checkpoint')
    expect(await work.rows('select number, heads from audit.checkpoint')).toEqual([{ number: 1, heads: 1 }])
  })
})

describe('the job that verifies', () => {
  it('keeps what it found for the screen', async () => {
    await run('audit.verify')
    expect(await seen()).toMatchObject({
      ok: true,
      value: { alarms: [], state: { running: false, lastVerified: { rows: 1, chains: 1, checkpoints: 0, brokenAt: null } } },
    })
  })

  it('raises an alarm when a chain is broken, and ends it when all is whole again', async () => {
    await work.rows(`update audit.entry set action = 'x'`)
    await run('audit.verify')
    const fault = { chain: 'region:330114', seq: 1, why: 'changed' }
    expect(await seen()).toMatchObject({
      value: { alarms: [{ kind: 'auditBroken', subject: 'audit', facts: fault }], state: { lastVerified: { brokenAt: fault } } },
    })
    work.later({ minutes: 1 })
    await work.rows(`update audit.entry set action = 'hazard.close'`)
    await run('audit.verify')
    expect(await seen()).toMatchObject({ value: { alarms: [], state: { lastVerified: { brokenAt: null } } } })
  })
})
