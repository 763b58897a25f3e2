import type { RouteOutput } from '../../../kernel/contract.ts'
import { ok } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { acknowledgeAlarm, openAlarms, type OpenAlarm } from '../../../platform/work/alarms.ts'
import { routes } from '../contract/index.ts'
import type { Needs } from './needs.ts'
import type { Sources } from './sources.ts'

type Alarm = RouteOutput<typeof routes.acknowledgeAlarm>

/** Alarms with their sentences, and the name of who said that he or she knows. */
export const shownAlarms = async (tx: Tx, { peopleNames }: Needs, { words }: Sources, alarms: readonly OpenAlarm[]): Promise<Alarm[]> => {
  const known = alarms.map(({ acknowledgedBy }) => acknowledgedBy).filter((id) => id !== null)
  const names = await peopleNames(tx, [...new Set(known)])
  return alarms.map((alarm) => {
    const { id, kind, subject, firstAt, lastAt, failures, acknowledgedAt, acknowledgedBy } = alarm
    const told = [...words.values()].find(({ alarms: kinds }) => kind in kinds)?.alarms[kind]
    return {
      id,
      kind,
      subject,
      sentence: told?.(alarm) ?? { zh: `${kind}：${subject}`, en: `${kind}: ${subject}` },
      firstAt,
      lastAt,
      failures,
      acknowledgedAt,
      acknowledgedBy: acknowledgedBy === null ? null : (names.get(acknowledgedBy) ?? null),
    }
  })
}

/** Somebody says that he or she knows; the alarm stays until what is wrong is right again. */
export const openAcknowledgeAlarm = (sourcesNow: () => Sources, needs: Needs): RouteHandler =>
  handle(routes.acknowledgeAlarm, async (tx, { params }) => {
    const acknowledged = await acknowledgeAlarm(tx, params.id)
    if (!acknowledged.ok) return acknowledged
    const alarm = (await openAlarms(tx)).find(({ id }) => id === params.id)
    if (!alarm) throw new Error(`the alarm ${params.id} was acknowledged and is not open`)
    const [shown] = await shownAlarms(tx, needs, sourcesNow(), [alarm])
    return ok(shown!)
  })
