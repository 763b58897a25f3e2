import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { listAudit } from '../../../platform/audit/read.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { openAlarms } from '../../../platform/work/alarms.ts'
import { actions } from '../contract/actions.ts'
import { routes } from '../contract/index.ts'
import { dayBeforeTrend, trendOf } from '../rules/trend.ts'
import { shownAlarms } from './alarms.ts'
import { figureChanges, owedBy } from './deskStore.ts'
import type { Needs } from './needs.ts'
import type { Sources } from './sources.ts'

type Desk = RouteOutput<typeof routes.desk>

const mostOwed = 500
const mostRecent = 10

/** A name without words shows as it is written in the program: ugly, and nothing is hidden. */
const asWritten = (name: string): Sentence => ({ zh: name, en: name })

const addressOf = ({ words }: Sources, recordKind: string, recordId: string): string | null => {
  for (const { pages } of words.values()) {
    const page = pages[recordKind]
    if (page) return page(recordId)
  }
  return null
}

const owed = async (tx: Tx, actor: PersonActor, sources: Sources): Promise<Pick<Desk, 'owed' | 'owedTotal'>> => {
  const rows = await owedBy(tx, actor, sources.owed, mostOwed)
  return {
    owed: rows.map(({ total: _total, ...row }) => {
      const room = sources.words.get(row.room)
      const kind = room?.owed[row.kind]
      return {
        ...row,
        roomTitle: room?.room ?? asWritten(row.room),
        title: kind?.title ?? asWritten(row.kind),
        deed: kind?.deed ?? { zh: '打开', en: 'Open' },
        detail: row.detail === null ? null : (kind?.detail?.(row.detail) ?? asWritten(row.detail)),
        address: addressOf(sources, row.recordKind, row.recordId),
      }
    }),
    owedTotal: rows[0]?.total ?? 0,
  }
}

const figures = async (tx: Tx, actor: PersonActor, { figures: views, rooms }: Sources): Promise<Desk['figures']> => {
  const today = dateInBeijing(tx.now)
  const changes = await figureChanges(tx, actor.scope, views, { since: dayBeforeTrend(today).toString(), until: today.toString() })
  const byFigure = Map.groupBy(changes, ({ room, figure }) => `${room}.${figure}`)
  return rooms.flatMap(({ room, actions: granted, words }) =>
    Object.entries(words?.figures ?? {})
      .filter(([, { action }]) => granted[action]?.some((role) => actor.roles.includes(role)))
      .map(([figure, { title, unit, records }]) => {
        const { value, trend } = trendOf(byFigure.get(`${room}.${figure}`) ?? [], today)
        return { room, figure, title, unit, address: records, value, trend: [...trend] }
      }),
  )
}

const recent = async (tx: Tx, actor: PersonActor, sources: Sources, { recordNames }: Needs): Promise<Desk['recent']> => {
  const page = await listAudit(tx, { personId: actor.personId }, { limit: mostRecent })
  if (!page.ok) throw new Error('the first page of the audit has no cursor to be wrong')
  const { rows } = page.value
  const subjects = new Map<string, ReadonlyMap<string, Sentence>>()
  for (const [kind, ofKind] of Map.groupBy(rows, ({ recordKind }) => recordKind))
    subjects.set(kind, await recordNames(tx, kind, [...new Set(ofKind.map(({ recordId }) => recordId))]))
  return rows.map(({ at, action, recordKind, recordId, result }) => {
    const title = [...sources.words.values()].find(({ deeds }) => action in deeds)?.deeds[action]
    return {
      at,
      action,
      title: title ?? asWritten(action),
      subject: subjects.get(recordKind)?.get(recordId) ?? null,
      recordKind,
      recordId,
      address: addressOf(sources, recordKind, recordId),
      result,
    }
  })
}

/** The desk: what I owe, my alarms, my region's figures, what I did last. Reads published views, and owns nothing. */
export const openDeskRoute = (sourcesNow: () => Sources, needs: Needs): RouteHandler =>
  handle(routes.desk, async (tx, { actor }) => {
    const sources = sourcesNow()
    const mayKnowAlarms = actions['alarm.acknowledge'].some((role) => actor.roles.includes(role))
    return ok({
      ...(await owed(tx, actor, sources)),
      alarms: mayKnowAlarms ? await shownAlarms(tx, needs, sources, await openAlarms(tx)) : [],
      figures: await figures(tx, actor, sources),
      recent: await recent(tx, actor, sources, needs),
      asOf: tx.at,
      follows: [...new Set(['work', ...sources.rooms.map(({ room }) => room)])],
    })
  })
