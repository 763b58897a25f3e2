import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ok } from '../../../kernel/result.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import { whereItCounts } from '../rules/regionOnRecord.ts'
import { regionRows, successionRows, type RegionRow, type SuccessionRow } from '../rules/regions.ts'
import { movePeople } from './organisationStore.ts'
import type { IdentityTables } from './tables.ts'

type Edition = { readonly regions: readonly RegionRow[]; readonly successions: readonly SuccessionRow[] }

/** The edition of the region tree that this program carries. */
const ownEdition = (): Edition => ({ regions: [...regionRows()], successions: [...successionRows()] })

const digestOf = (edition: Edition): string => createHash('sm3').update(JSON.stringify(edition)).digest('hex')

/**
 * Brings the region tables to the program's edition, and where a region was succeeded moves what was recorded in it:
 * `recorded_region` stays for ever, `region_code` is rewritten. Does nothing when the edition is the same.
 */
export const syncRegions = async (services: Services, edition: Edition = ownEdition()): Promise<void> => {
  const digest = digestOf(edition)
  // Written as the owner, before the doors open: rooms may only read the region tables.
  await services.database.kysely.transaction().execute(async (trx) => {
    const tables = trx.$extendTables<IdentityTables>()
    // One server at a time; a second that waited finds the edition already there.
    await sql`lock table identity.region_edition in exclusive mode`.execute(trx)
    const held = await tables.selectFrom('identity.region_edition').select('digest').executeTakeFirst()
    if (held?.digest === digest) return
    await sql`delete from identity.region`.execute(trx)
    await sql`delete from identity.region_succession`.execute(trx)
    await sql`insert into identity.region select * from jsonb_to_recordset(${JSON.stringify(edition.regions)}::jsonb)
      as row (code text, name text, name_en text, level text, parent_code text, valid_from date, valid_to date, statistical_only boolean)`.execute(
      trx,
    )
    await sql`insert into identity.region_succession select * from jsonb_to_recordset(${JSON.stringify(edition.successions)}::jsonb)
      as row (from_code text, to_code text, on_date date, main boolean, needs_decision boolean, source text)`.execute(trx)
    await tables.deleteFrom('identity.region_edition').execute()
    await tables.insertInto('identity.region_edition').values({ digest, at: services.clock().toString() }).execute()
  })
  await transact(services, { actor: systemActor('identity.syncRegions') }, async (tx) => {
    await moveOrganisations(tx)
    return ok(null)
  })
}

/** Where each organisation counts now, by the region on its paper and the day it was recorded, or by what was decided since. */
const moveOrganisations = async (tx: Tx): Promise<void> => {
  const tables = tx.tables<IdentityTables>()
  const ended = tables.selectFrom('identity.region_succession').select('from_code')
  const rows = await tables
    .selectFrom('identity.organisation')
    .select([
      'id',
      'recorded_region as recordedRegion',
      'region_code as before',
      'opened_on as openedOn',
      'region_to_decide as toDecide',
      'region_decided as regionDecided',
      'region_decided_on as regionDecidedOn',
    ])
    .where((row) => row.or([row('recorded_region', 'in', ended), row('region_decided', 'in', ended)]))
    // A second server that starts meanwhile waits, and then finds them moved.
    .forUpdate()
    .execute()
  for (const { id, before, toDecide, ...record } of rows) {
    const now = whereItCounts(record)
    if (!now || now.via.length === 0) continue
    if (now.code === before && now.needsDecision === toDecide) continue
    await tables
      .updateTable('identity.organisation')
      .set({ region_code: now.code, region_to_decide: now.needsDecision, version: sql`version + 1` as never })
      .where('id', '=', id)
      .execute()
    await movePeople(tx, id, now.code)
    tx.audit({
      action: 'region.succeed',
      record: { kind: 'organisation', id },
      regionCode: now.code,
      organisationId: id,
      before: { regionCode: before },
      after: { regionCode: now.code, via: now.via.map(({ source, on }) => `${on} ${source}`) },
    })
    tx.emit({
      type: 'identity.organisationChanged',
      regionCode: now.code,
      organisationId: id,
      record: { kind: 'organisation', id },
      payload: { organisationId: id },
    })
  }
}
