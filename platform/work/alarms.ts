import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { ok, refuse, type Refusal, type Result } from '../../kernel/result.ts'
import type { Tx } from '../database/transaction.ts'
import type { AlarmTable, WorkTables } from './tables.ts'

/** Something that is wrong now and that a person must know of. */
export type AlarmCall = {
  /** What is wrong, e.g. `jobFailing`; the screen's sentence belongs to it. */
  readonly kind: string
  /** Of what, e.g. the job's name. One alarm of a kind is open for one subject. */
  readonly subject: string
  /** Absent for an alarm of the whole installation. */
  readonly regionCode?: string
  readonly organisationId?: string
  /** What the sentence is made of. No personal data. */
  readonly facts: Record<string, unknown>
  /** How often it has gone wrong since it began. */
  readonly failures: number
}

export type OpenAlarm = {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly regionCode: string | null
  readonly organisationId: string | null
  readonly facts: Record<string, unknown>
  readonly failures: number
  readonly firstAt: string
  readonly lastAt: string
  /** Null until a person said that he or she knows. */
  readonly acknowledgedAt: string | null
  readonly acknowledgedBy: string | null
}

export const alarmRaised = 'work.alarmRaised'
export const alarmAcknowledged = 'work.alarmAcknowledged'
export const alarmEnded = 'work.alarmEnded'

/** Opens the alarm, or refreshes the one that is open: its facts, its count, its last time. Only a new one is told of. */
export const raiseAlarm = async (tx: Tx, call: AlarmCall): Promise<void> => {
  const { kind, subject, regionCode = null, organisationId = null, failures } = call
  const facts = JSON.stringify(call.facts)
  const row = await tx
    .tables<WorkTables>()
    .insertInto('work.alarm')
    .values({
      id: randomUUIDv7(),
      kind,
      subject,
      region_code: regionCode,
      organisation_id: organisationId,
      facts,
      failures,
      first_at: tx.at,
      last_at: tx.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'subject']).where('ended_at', 'is', null).doUpdateSet({ facts, failures, last_at: tx.at }),
    )
    // Zero only where no older version of the row was locked for the update.
    .returning(['id', sql<boolean>`xmax = 0`.as('fresh')])
    .executeTakeFirstOrThrow()
  if (row.fresh) tell(tx, alarmRaised, { id: row.id, kind, subject, region_code: regionCode, organisation_id: organisationId })
}

/** Ends the open alarm, if there is one. */
export const endAlarm = async (tx: Tx, { kind, subject }: { readonly kind: string; readonly subject: string }): Promise<void> => {
  const ended = await tx
    .tables<WorkTables>()
    .updateTable('work.alarm')
    .set({ ended_at: tx.at })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('ended_at', 'is', null)
    .returning(['id', 'kind', 'subject', 'region_code', 'organisation_id'])
    .executeTakeFirst()
  if (ended) tell(tx, alarmEnded, ended)
}

/** Every alarm that is open in the actor's scope, the latest first. Which role may ask is the route's to say. */
export const openAlarms = async (tx: Tx): Promise<readonly OpenAlarm[]> => {
  const rows = await tx
    .tables<WorkTables>()
    .selectFrom('work.alarm')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('first_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    regionCode: row.region_code,
    organisationId: row.organisation_id,
    facts: row.facts,
    failures: row.failures,
    firstAt: row.first_at,
    lastAt: row.last_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedBy: row.acknowledged_by,
  }))
}

/**
 * A person says that he or she knows. The alarm stays on the screen until what is wrong is right again; the first
 * acknowledgement stands, and a second changes nothing.
 */
export const acknowledgeAlarm = async (
  tx: Tx,
  id: string,
): Promise<Result<void, Refusal<'RECORD_NOT_FOUND', { kind: string; id: string }>>> => {
  if (tx.actor.kind !== 'person') throw new Error('only a person acknowledges an alarm')
  const { personId, regionCode, organisationId } = tx.actor
  const alarm = await tx
    .tables<WorkTables>()
    .selectFrom('work.alarm')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!alarm) return refuse('RECORD_NOT_FOUND', { kind: 'alarm', id })
  if (alarm.acknowledged_at !== null) return ok(undefined)
  await tx
    .tables<WorkTables>()
    .updateTable('work.alarm')
    .set({ acknowledged_at: tx.at, acknowledged_by: personId })
    .where('id', '=', id)
    .execute()
  tx.audit({
    action: 'alarm.acknowledge',
    record: { kind: 'alarm', id },
    regionCode: alarm.region_code ?? regionCode,
    organisationId: alarm.organisation_id ?? organisationId,
    before: { acknowledgedAt: null },
    after: { acknowledgedAt: tx.at },
  })
  tell(tx, alarmAcknowledged, alarm)
  return ok(undefined)
}

const tell = (tx: Tx, type: string, alarm: Pick<AlarmTable, 'id' | 'kind' | 'subject' | 'region_code' | 'organisation_id'>): void =>
  tx.emit({
    type,
    regionCode: alarm.region_code ?? '',
    organisationId: alarm.organisation_id,
    record: { kind: 'alarm', id: alarm.id },
    payload: { kind: alarm.kind, subject: alarm.subject },
  })
