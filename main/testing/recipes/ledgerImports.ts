import { randomUUID } from 'node:crypto'
import { importActions } from '../../../contexts/ledgers/contract/importActions.ts'
import { importRoutes } from '../../../contexts/ledgers/contract/importRoutes.ts'
import type { ImportState } from '../../../contexts/ledgers/rules/importState.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Actor, Site } from '../world.ts'

const ledger = Buffer.from('单位名称,地址\r\n甲,乙\r\n丙,丁\r\n')
const bytes = { 'content-type': 'application/octet-stream', 'upload-offset': '0' }

/** A kind of ledger that the actor's role may import. */
const kindFor = ({ role }: Actor, { house }: TestHouse): string => {
  const granted = (action: string): boolean => house.contracts.some(({ actions }) => actions[action]?.includes(role))
  return house.rooms.flatMap(({ ledgers }) => ledgers ?? []).find(({ action }) => granted(action))?.kind ?? 'none'
}

const pass = { startedAt: '2026-11-24T00:00:00.000Z', endedAt: null, sheets: [], faults: [] }
const sheet = {
  index: 0,
  name: 'csv',
  hidden: false,
  taken: true,
  headRows: [1],
  columns: [
    { place: 0, heading: '单位名称', key: 'name', confidence: 1, why: 'exact' },
    { place: 1, heading: '地址', key: 'address', confidence: 1, why: 'exact' },
  ],
  remembered: false,
  missing: [],
}

/** An import in a state: of the actor where `own` lies at his own place, else of the site's person. */
const importAt = async (site: Site, actor: Actor, house: TestHouse, state: ImportState, own = true): Promise<string> => {
  const id = randomUUID()
  const mine = own && site.place === 'own'
  await house.services.database.pool.query(
    `insert into ledgers.import (id, person_id, post_id, session_id, organisation_id, recorded_region, region_code, name, size_bytes,
       received_bytes, file_digest, format, encoding, state, kind, sheets, checked, took, made_at, changed_at, keep_until)
     values ($1, $2, $3, $4, $5, $6, $6, '台账.csv', 100, 100, $7, 'csv', 'utf-8', $8, $9, $10, $11, $12, '2026-11-24', '2026-11-24', '2027-11-24')`,
    [
      id,
      mine ? actor.personId : site.personId,
      site.postId,
      mine ? actor.sessionId : site.sessionId,
      mine ? actor.organisationId : site.organisationId,
      site.regionCode,
      id,
      state,
      kindFor(actor, house),
      JSON.stringify([sheet]),
      state === 'waiting' ? null : JSON.stringify(pass),
      state === 'taking' || state === 'paused' ? JSON.stringify(pass) : null,
    ],
  )
  return id
}

/** A ledger that the actor has sent and that was read. */
const sentBy = async (actor: Actor, house: TestHouse): Promise<string> => {
  const begun = await actor.caller.call(importRoutes.beginImport, { body: { name: '台账.csv', sizeBytes: ledger.length } })
  const params = { importId: begun.body.id }
  await actor.caller.call(importRoutes.receiveLedger, { params, body: ledger } as never, { headers: bytes })
  const job = house.house.rooms.flatMap(({ jobs }) => jobs).find(({ name }) => name === 'ledgers.readImport')
  await job!.run(house.services, params)
  return params.importId
}

const mayImport = ({ role }: Actor): boolean => importActions['ledger.import'].some((granted) => granted === role)
const sentOrAnothers = (site: Site, actor: Actor, house: TestHouse): Promise<string> =>
  site.place === 'own' && mayImport(actor) ? sentBy(actor, house) : importAt(site, actor, house, 'done')

/** How the walk asks for imports. */
export const importRecipes: { readonly [Name in keyof typeof importRoutes]: Recipe<(typeof importRoutes)[Name]> } = {
  importKinds: { elsewhere: false, request: () => ({}) },
  beginImport: { elsewhere: false, request: () => ({ body: { name: '台账.xlsx', sizeBytes: 1000 } }) },
  receiveLedger: {
    request: async (site, actor, house) => {
      if (site.place !== 'own' || !mayImport(actor))
        return { params: { importId: await importAt(site, actor, house, 'uploading') }, body: ledger, headers: bytes }
      const begun = await actor.caller.call(importRoutes.beginImport, { body: { name: '台账.csv', sizeBytes: ledger.length } })
      return { params: { importId: begun.body.id }, body: ledger, headers: bytes }
    },
  },
  imports: {
    request: async (site, actor, house) => {
      await importAt(site, actor, house, 'done', false)
      return { query: { limit: 100 } }
    },
    holds: ({ body }, { personId }) => body.rows.some(({ by }) => by.id === personId),
  },
  importRecord: { request: async (site, actor, house) => ({ params: { importId: await importAt(site, actor, house, 'done', false) } }) },
  importRows: { request: async (site, actor, house) => ({ params: { importId: await importAt(site, actor, house, 'done', false) } }) },
  sheetStart: {
    request: async (site, actor, house) => ({ params: { importId: await sentOrAnothers(site, actor, house), sheet: 0 } }),
  },
  matchImport: {
    request: async (site, actor, house) => ({
      params: { importId: await importAt(site, actor, house, 'waiting') },
      body: { version: 1, kind: kindFor(actor, house), sheets: [] },
    }),
  },
  checkImport: {
    request: async (site, actor, house) => ({
      params: { importId: await importAt(site, actor, house, 'waiting') },
      body: { version: 1 },
    }),
  },
  beginTaking: {
    request: async (site, actor, house) => ({
      params: { importId: await importAt(site, actor, house, 'checked') },
      body: { version: 1 },
    }),
  },
  pauseImport: { request: async (site, actor, house) => ({ params: { importId: await importAt(site, actor, house, 'taking') } }) },
  goOnImport: {
    request: async (site, actor, house) => {
      // What the other recipes have set running counts against the organisation.
      await house.services.database.pool.query(`update ledgers.import set state = 'done' where state in ('checking', 'taking')`)
      return { params: { importId: await importAt(site, actor, house, 'paused') } }
    },
  },
  cancelImport: { request: async (site, actor, house) => ({ params: { importId: await importAt(site, actor, house, 'taking') } }) },
  returnedRows: {
    request: async (site, actor, house) => {
      const importId = await sentOrAnothers(site, actor, house)
      const refused = { ...pass, sheets: [{ index: 0, rows: 2, taken: 1, present: 0, refused: 1, skipped: 0 }] }
      const { pool } = house.services.database
      await pool.query(`update ledgers.import set state = 'done', took = $2, sheets = $3 where id = $1`, [
        importId,
        JSON.stringify(refused),
        JSON.stringify([sheet]),
      ])
      await pool.query(`insert into ledgers.import_row values ($1, 'take', 0, 3, 'refused', '[]')`, [importId])
      return { params: { importId } }
    },
  },
}
