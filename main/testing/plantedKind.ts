import { sql } from 'kysely'
import { ok } from '../../kernel/result.ts'
import type { LedgerColumn, LedgerKind, RowFault, RowOutcome } from '../../platform/ledger.ts'
import type { Services } from '../../platform/database/transaction.ts'

const column = (key: string, zh: string, headings: readonly string[], needed: boolean, as: 'text' | 'day' = 'text'): LedgerColumn => ({
  key,
  label: { zh, en: key },
  headings,
  needed,
  looks: { width: 20, as },
})

const fault = (at: string, code: string, zh: string): RowFault => ({ column: at, code, sentence: { zh, en: code } })

/** A kind of ledger for tests: it keeps names, wants a level and a unit, and breaks off when it is told to. */
export type PlantedKind = LedgerKind & {
  /** Throws after so many batches that were written, in the midst of the next; null: never. */
  breakAfter: number | null
  /** Called in the midst of each batch. */
  during: () => Promise<void>
  batches: number
}

export const plantedKind = (): PlantedKind => {
  const kind: PlantedKind = {
    kind: 'planted',
    title: { zh: '试验台账', en: 'Planted ledger' },
    action: 'unit.add',
    breakAfter: null,
    during: async () => undefined,
    batches: 0,
    columns: [
      column('thing', '试验事项', ['事项名称'], true),
      column('keeper', '试验责任人', ['办理情况/试验责任人'], false),
      column('grade', '试验等级', [], true),
      column('doneOn', '办结日期', ['办理情况/办结日期'], false, 'day'),
    ],
    choices: [
      {
        key: 'origin',
        title: { zh: '来源', en: 'Origin' },
        values: [
          { key: 'own', title: { zh: '自查', en: 'Own' } },
          { key: 'other', title: { zh: '上级', en: 'Above' } },
        ],
      },
    ],
    take: async (tx, { importId, dryRun, turn }, rows) => {
      await turn?.()
      const known = new Set(
        (
          await sql<{ digest: string }>`select digest from planted.record where digest = any(${rows.map(({ digest }) => digest)})`.execute(
            tx.tables(),
          )
        ).rows.map(({ digest }) => digest),
      )
      const outcomes: RowOutcome[] = []
      for (const { digest, values, sheet, row } of rows) {
        const faults = [
          ...(values['thing'] ? [] : [fault('thing', 'THING_MISSING', '缺事项名称')]),
          ...(/^[甲乙]$/.test(values['grade']?.text ?? '') ? [] : [fault('grade', 'GRADE_UNKNOWN', '等级须为甲或乙')]),
        ]
        if (faults.length > 0) outcomes.push({ kind: 'refused', faults })
        else if (known.has(digest)) outcomes.push({ kind: 'present', recordKind: 'planted', recordId: digest })
        else {
          known.add(digest)
          if (!dryRun)
            await sql`insert into planted.record (digest, import_id, sheet, row, thing, person_id)
              values (${digest}, ${importId}, ${sheet}, ${row}, ${values['thing']!.text}, nullif(current_setting('anlan.person_id'), '')::uuid)`.execute(
              tx.tables(),
            )
          outcomes.push({ kind: 'taken', recordKind: 'planted', recordId: digest })
        }
      }
      await kind.during()
      if (!dryRun) {
        if (kind.breakAfter !== null && kind.batches >= kind.breakAfter) throw new Error('broken off inside a batch')
        kind.batches += 1
      }
      return ok(outcomes)
    },
  }
  return kind
}

/** Where the kind keeps its records; each row of a file once, or the database itself throws. */
export const preparePlanted = async ({ database }: Services): Promise<void> => {
  await database.pool.query(`
    create schema planted;
    grant usage on schema planted to anlan_app;
    create table planted.record (digest text primary key, import_id uuid not null, sheet int not null, row int not null, thing text not null, person_id uuid not null);
    grant select, insert on planted.record to anlan_app;`)
}
