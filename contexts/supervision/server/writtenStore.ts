import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RecordRef } from '../rules/doubts/doubt.ts'
import type { Written } from '../rules/doubts/text.ts'

/** How many people wrote each of these sentences. */
export const peopleBySentence = async (tx: Tx, sentences: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (sentences.length === 0) return new Map()
  const { rows } = await sql<{ sentence: string; people: number }>`
    select sentence, count(*) as people from supervision.sentence_use where sentence = any(${[...sentences]}::text[]) group by sentence`.execute(
    tx.tables(),
  )
  return new Map(rows.map(({ sentence, people }) => [sentence, people]))
}

/** Texts of the same person or organisation that share a key with this one, of the last half year. */
export const writtenAlike = async (tx: Tx, text: Written, bands: readonly number[]): Promise<readonly Written[]> => {
  if (bands.length === 0) return []
  const { rows } = await sql<Omit<Written, 'record'> & { readonly id: string; readonly unitId: string }>`
    select id, unit_id as "unitId", person_id as "personId", writer_organisation_id as "organisationId", at, text from supervision.written
    where bands && ${[...bands]}::integer[] and (person_id = ${text.personId}::uuid or writer_organisation_id = ${text.organisationId}::uuid)
      and unit_id <> ${text.record.unitId}::uuid and id <> ${text.record.id}
      and at > ${text.at}::timestamptz - interval '180 days' and at <= ${text.at}::timestamptz
    order by at desc limit 50`.execute(tx.tables())
  return rows.map(({ id, unitId, ...written }) => ({ ...written, record: { kind: 'visit', id, unitId } satisfies RecordRef }))
}

/** Keeps a text to compare later ones with, and who wrote its sentences. */
export const keepWritten = async (tx: Tx, text: Written, sentences: readonly string[], bands: readonly number[]): Promise<void> => {
  await sql`insert into supervision.sentence_use (sentence, person_id)
    select sentence, ${text.personId}::uuid from unnest(${[...new Set(sentences)]}::text[]) as said (sentence) on conflict do nothing`.execute(
    tx.tables(),
  )
  if (bands.length === 0) return
  await sql`insert into supervision.written (unit_id, id, recorded_region, region_code, person_id, writer_organisation_id, at, text, bands)
    select ${text.record.unitId}, ${text.record.id}, recorded_region, region_code, ${text.personId}, ${text.organisationId}, ${text.at}, ${text.text},
      ${[...bands]}::integer[]
    from hazards.told_unit where unit_id = ${text.record.unitId}::uuid
    on conflict do nothing`.execute(tx.tables())
}
