import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonActor } from '../../kernel/actor.ts'
import type { RouteOutput } from '../../kernel/contract.ts'
import { ok } from '../../kernel/result.ts'
import { openTestHazards, type TestHazards } from './testHazards.ts'
import type { Answered, Caller } from './testHouse.ts'
import { transact, type Services } from '../../platform/database/transaction.ts'
import type { ExportList } from '../../platform/ledger.ts'
import { openBook } from '../../platform/sheets/openBook.ts'
import { standingActor } from '../../contexts/identity/server/standingActor.ts'
import { exportRoutes as routes } from '../../contexts/ledgers/contract/exportRoutes.ts'
import { isUnderway } from '../../contexts/ledgers/rules/exporting.ts'
import { openExports } from '../../contexts/ledgers/server/exports.ts'
import { writeJob } from '../../contexts/ledgers/server/exportStep.ts'
import { insertExport, ownExport, type ExportRow } from '../../contexts/ledgers/server/exportStore.ts'
import type { LedgersNeeds } from '../../contexts/ledgers/server/needs.ts'

export type Exported = RouteOutput<typeof routes.oneExport>

/** A list whose rows are numbers. `onPage` is told where each page begins. */
export const countingList = (total: number, onPage: (from: number) => Promise<void> = async () => {}): ExportList => ({
  list: 'planted.numbers',
  title: { zh: '数列', en: 'Numbers' },
  action: 'limit.read',
  columns: [
    { key: 'number', label: { zh: '数', en: 'Number' }, looks: { width: 10, as: 'number' } },
    { key: 'text', label: { zh: '文', en: 'Text' }, looks: { width: 30, as: 'text' } },
  ],
  page: async (_tx, _query, { after, limit }) => {
    const from = after === null ? 0 : Number(after)
    await onPage(from)
    const to = Math.min(total, from + limit)
    const rows = Array.from({ length: to - from }, (_none, place) => [from + place, `=第 ${from + place} 行`] as const)
    return ok({ rows, next: to < total ? String(to) : null })
  },
  count: async () => ok(total),
})

/** Exports of lists of the test's own, without the doorway: one turn of the worker at one of them. */
export const turnsOf = (folder: string, ...lists: readonly ExportList[]) => {
  const needs: LedgersNeeds = {
    kinds: () => [],
    lists: () => lists,
    actionsOf: () => ['limit.read'],
    rolesOf: () => [],
    sentenceOf: ({ code }) => ({ zh: code, en: code }),
    standingActor,
    tightenedFor: async () => new Map(),
    peopleNames: async () => new Map(),
    organisationNames: async () => new Map(),
    folder,
  }
  const { jobs } = openExports(needs)
  return async (services: Services, exportId: string): Promise<void> =>
    jobs.find(({ name }) => name === writeJob)?.run(services, { exportId })
}

type Asked = {
  readonly list: string
  readonly query?: Record<string, string>
  readonly format?: 'xlsx' | 'csv'
  readonly encoding?: 'utf-8' | 'gb18030'
  readonly language?: 'zh' | 'en'
}

export type ExportStage = {
  readonly house: TestHazards
  /** Where exports of the test's own lists lie. */
  readonly folder: string
  begin(caller: Caller, asked: Asked): Promise<Answered<Exported>>
  view(caller: Caller, exportId: string): Promise<Exported>
  /** Has the worker write an export to its end. */
  write(caller: Caller, exportId: string): Promise<Exported>
  /** Begins and writes an export; its file. */
  exported(caller: Caller, asked: Asked): Promise<{ readonly exported: Exported; readonly bytes: Buffer }>
  download(caller: Caller, exportId: string, headers?: Record<string, string>): Promise<Answered & { readonly bytes: Buffer }>
  /** An export of the list of the test. */
  planted(actor: PersonActor, format: 'xlsx' | 'csv'): Promise<string>
  row(actor: PersonActor, exportId: string): Promise<ExportRow>
  job(name: string, payload?: Record<string, unknown>): Promise<void>
  audited(exportId: string): Promise<readonly { readonly action: string; readonly result: string; readonly after: unknown }[]>
  close(): Promise<void>
}

export const openExportStage = async (): Promise<ExportStage> => {
  const house = await openTestHazards()
  const folder = await mkdtemp(join(tmpdir(), 'anlan-exports-'))
  const stage: ExportStage = {
    house,
    folder,
    job: async (name, payload = {}) => {
      const found = house.house.rooms.flatMap(({ jobs }) => jobs).find((each) => each.name === name)
      if (!found) throw new Error(`no job ${name}`)
      await found.run(house.services, payload)
    },
    begin: (caller, asked) => caller.call(routes.beginExport, { body: { format: 'csv', ...asked } }),
    view: async (caller, exportId) => (await caller.call(routes.oneExport, { params: { exportId } })).body,
    write: async (caller, exportId) => {
      for (;;) {
        await stage.job(writeJob, { exportId })
        const view = await stage.view(caller, exportId)
        if (!isUnderway(view.state)) return view
      }
    },
    exported: async (caller, asked) => {
      const begun = await stage.begin(caller, asked)
      if (begun.status !== 201) throw new Error(`refused: ${JSON.stringify(begun.body)}`)
      const exported = await stage.write(caller, begun.body.id)
      return { exported, bytes: (await stage.download(caller, exported.id)).bytes }
    },
    download: async (caller, exportId, headers = {}) => {
      const answer = await caller.call(routes.exportFile, { params: { exportId } }, { headers })
      return { ...answer, bytes: answer.raw }
    },
    planted: async (actor, format) => {
      const made = await transact(house.services, { actor }, async (tx) =>
        ok(
          await insertExport(tx, actor, {
            list: 'planted.numbers',
            query: {},
            format,
            encoding: format === 'csv' ? 'utf-8' : null,
            language: 'zh',
            file_name: `数列.${format}`,
            rows_expected: 0,
          }),
        ),
      )
      if (!made.ok) throw new Error(made.refusal.code)
      return made.value
    },
    row: async (actor, exportId) => {
      const read = await transact(house.services, { actor }, async (tx) => ok(await ownExport(tx, actor, exportId)))
      if (!read.ok || !read.value) throw new Error('no such export')
      return read.value
    },
    audited: async (exportId) =>
      (
        await house.services.database.pool.query<{ action: string; result: string; after: string | null }>(
          `select action, result, after from audit.entry where record_kind = 'export' and record_id = $1 order by at, seq`,
          [exportId],
        )
      ).rows.map(({ after, ...deed }) => ({ ...deed, after: after === null ? null : (JSON.parse(after) as unknown) })),
    close: async () => {
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return stage
}

/** What a file shows, sheet by sheet, its rows as texts. */
export const sheetsIn = async (bytes: Uint8Array): Promise<readonly (readonly (string | null)[])[][]> => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-shown-'))
  try {
    const path = join(folder, 'book')
    await writeFile(path, bytes)
    const opened = await openBook(path)
    if (!opened.ok) throw new Error(opened.refusal.code)
    const sheets: (string | null)[][][] = []
    for (const { index } of opened.value.sheets) {
      const rows: (string | null)[][] = []
      for await (const batch of opened.value.rows(index)) {
        if (!batch.ok) throw new Error(batch.refusal.code)
        for (const { cells } of batch.value) rows.push(cells.map((cell) => cell?.text ?? null))
      }
      sheets.push(rows)
    }
    await opened.value.close()
    return sheets
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The rows of the first sheet under its head, by the head's words. */
export const recordsIn = async (bytes: Uint8Array): Promise<readonly Readonly<Record<string, string | null>>[]> => {
  const [[head = [], ...rows] = []] = await sheetsIn(bytes)
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name ?? '', row[column] ?? null])))
}
